"""What only the headline of a dated page names."""

from datetime import date

from tests.didgah.annotate.small_world import scene

DAY = date(2025, 3, 20)


def page(title: str, body: str):
    return scene(f"{title}\n{body}", "ru", title=title, dates={"20 марта 2025 года": DAY})


def test_a_visitor_of_the_headline_and_who_speaks_below():
    told = page("Встреча с губернатором области Иваном Козловым",
                "20 марта 2025 года 13:45 Москва В.Путин: Добрый день вам.")
    report, = told.meetings
    assert (report.kind, report.first, report.focus) == ("meeting", DAY, True)
    assert [p.entity or p.name for p in report.participants] == ["putin", "Иван Козлов"]


def test_a_headline_without_a_date_line_or_another_party_tells_nothing():
    assert page("Встреча с губернатором области Иваном Козловым", "Добрый день.").meetings == ()
    assert page("Встреча с губернатором области Иваном Козловым",
                "20 марта 2025 года 13:45 Москва Добрый день.").meetings == ()
