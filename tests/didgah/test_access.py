"""Who may do what: the settings of an operator and what a visitor can send."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.access import AccessError, Policy, read

SECRET = "a-secret-of-a-proxy"
PROXY = {"DIDGAH_IDENTITY_HEADER": "X-Forwarded-Email", "DIDGAH_PROXY_SECRET": SECRET}


def test_on_ones_own_machine_everyone_reads_and_edits():
    policy = read({})
    assert policy.may_read("")
    assert policy.may_edit("")
    assert not policy.asks_names


def test_a_public_link_is_read_and_not_changed():
    policy = read({"DIDGAH_EDITORS": "nobody"})
    assert policy.may_read("")
    assert not policy.may_edit("")
    assert not policy.may_edit("a@example.org")
    assert not policy.asks_names


def test_named_editors_change_and_others_read():
    policy = read({"DIDGAH_EDITORS": " A@example.org, b@example.org,"})
    assert policy.asks_names
    assert policy.may_edit("a@Example.org")
    assert not policy.may_edit("")
    assert not policy.may_edit("c@example.org")
    assert policy.may_read("")


def test_a_private_link_is_read_by_who_signed_in_and_by_editors():
    policy = read({"DIDGAH_READERS": "r@example.org", "DIDGAH_EDITORS": "e@example.org"})
    assert not policy.may_read("")
    assert policy.may_read("r@example.org")
    assert policy.may_read("e@example.org")
    assert not policy.may_read("x@example.org")
    assert not policy.may_edit("r@example.org")
    assert read({"DIDGAH_READERS": "login"}).may_read("x@example.org")


def test_who_may_edit_is_by_default_who_may_read():
    policy = read({"DIDGAH_READERS": "r@example.org"})
    assert policy.may_edit("r@example.org")
    assert not policy.may_edit("x@example.org")
    assert not policy.may_read("x@example.org")


def test_the_header_of_the_proxy_counts_only_with_its_proof():
    policy = read({"DIDGAH_EDITORS": "login"} | PROXY)
    sent = {"x-forwarded-email": "a@example.org"}
    assert policy.named(sent) == ""
    assert policy.named(sent | {"x-didgah-proxy": "guess"}) == ""
    assert policy.named(sent | {"x-didgah-proxy": SECRET}) == "a@example.org"
    assert read({}).named(sent | {"x-didgah-proxy": ""}) == ""


@pytest.mark.parametrize("settings", [
    {"DIDGAH_IDENTITY_HEADER": "X-Forwarded-Email"},
    {"DIDGAH_IDENTITY_HEADER": "X-Forwarded-Email", "DIDGAH_PROXY_SECRET": "short"},
    {"DIDGAH_IDENTITY_HEADER": "Cookie", "DIDGAH_PROXY_SECRET": SECRET},
    {"DIDGAH_READERS": "nobody"},
    {"DIDGAH_EDITORS": "nobody,a@example.org"},
    {"DIDGAH_EDITORS": ","},
    {"DIDGAH_READERS": "login", "DIDGAH_EDITORS": "everyone"},
    {"DIDGAH_READERS": "r@example.org", "DIDGAH_EDITORS": "login"},
])
def test_settings_that_contradict_each_other_are_refused(settings):
    with pytest.raises(AccessError):
        read(settings)


@given(st.dictionaries(st.sampled_from(["DIDGAH_READERS", "DIDGAH_EDITORS"]), st.text()),
       st.text())
def test_no_name_never_edits_where_names_are_asked(settings, name):
    try:
        policy = read(settings)
    except AccessError:
        return
    assert isinstance(policy, Policy)
    if policy.editors != "everyone":
        assert not policy.may_edit("")
    assert policy.may_read(name) or not policy.may_edit(name)
