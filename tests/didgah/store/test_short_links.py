"""Short codes: one address one code, found again also when misheard, leading nowhere else."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from didgah.store import layout, short_links
from didgah.store.layout import StoreError

ADDRESS = "meetings?lane=pair&query=%D8%AC%D8%AF%D9%87&version=abc"


def test_one_address_has_one_code_everywhere(tmp_path):
    code = short_links.save(tmp_path, ADDRESS)
    assert len(code) == 6
    assert short_links.save(tmp_path, ADDRESS) == code
    assert short_links.save(tmp_path / "other", ADDRESS) == code
    assert short_links.find(tmp_path, code) == ADDRESS
    assert short_links.find(tmp_path, f" {code.upper()} ") == ADDRESS
    assert [one.name for one in layout.links(tmp_path).iterdir()] == [code]


def test_a_code_that_is_taken_grows(tmp_path):
    code = short_links.save(tmp_path, ADDRESS)
    (layout.links(tmp_path) / code).write_text("words?x=1")
    longer = short_links.save(tmp_path, ADDRESS)
    assert longer.startswith(code)
    assert len(longer) == 7
    assert short_links.find(tmp_path, code) == "words?x=1"


def test_many_at_once_give_the_same_code(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        codes = set(pool.map(lambda _: short_links.save(tmp_path, ADDRESS), range(40)))
    assert len(codes) == 1
    assert len(list(layout.links(tmp_path).iterdir())) == 1


@pytest.mark.parametrize("address", [
    "https://evil.example/", "//evil.example", "/meetings", "../x", "./", "javascript:alert(1)",
    "a b", "", "meetings?" + "x" * 8000,
])
def test_only_addresses_of_the_dashboard_are_kept(tmp_path, address):
    with pytest.raises(ValueError, match="no address"):
        short_links.save(tmp_path, address)
    assert not layout.links(tmp_path).exists()


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "links").write_text("a file")
    with pytest.raises(StoreError, match="links"):
        short_links.save(tmp_path, ADDRESS)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(code=st.one_of(st.text(), st.sampled_from(["../x", "..", "a/b", "\0", "c" * 300])))
def test_any_code_finds_an_address_or_nothing(tmp_path, code):
    assert short_links.find(tmp_path, code) is None
