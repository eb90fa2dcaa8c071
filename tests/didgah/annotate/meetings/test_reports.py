"""Who met whom, where and when, in sentences of our own."""

from datetime import date, timedelta

import pytest

from tests.didgah.annotate.small_world import scene

DAY = date(2021, 11, 24)


def test_session_with_sender_reader_and_chairman():
    told = scene(
        "نشست گروه دیدگاه راهبردی روسیه و جهان اسلام روز چهارشنبه در جده گشایش یافت. پوتین در "
        "پیامی به این نشست که رستم مینیخانف آن را خواند، گفت: همکاری ادامه دارد.\n"
        "این گروه در سال ۲۰۰۶ پا گرفت و رستم مینیخانف از سال ۲۰۱۴ ریاست آن را به عهده گرفته است.",
        dates={"روز چهارشنبه": DAY, "سال ۲۰۰۶": (date(2006, 1, 1), date(2006, 12, 31)),
               "سال ۲۰۱۴": (date(2014, 1, 1), date(2014, 12, 31))},
        published=date(2021, 11, 25),
    )
    report, = told.meetings
    assert (report.series, report.known, report.kind) == ("vision", "svg-2021", "session")
    assert (report.place, report.country, report.first, report.last) == ("jeddah", "SA", DAY, DAY)
    assert (report.status, report.focus, report.precision) == ("held", True, "day")
    assert told.roles() == {
        ("putin", "message_sender"), ("minnikhanov", "message_reader"),
        ("minnikhanov", "chairman"),
    }
    assert len(report.evidence) == 3


def test_host_city_participant_country_and_speaker_by_this_forum():
    told = scene(
        "مجمع اقتصادی روسیه و جهان اسلام هشتم مرداد به میزبانی کازان و با حضور ایران برپا شد.\n"
        "سرگئی لاوروف در این نشست بر همکاری تأکید کرد.",
        dates={"هشتم مرداد": date(2021, 7, 30)}, published=date(2021, 11, 25),
    )
    report, = told.meetings
    assert (report.known, report.place, report.first) == ("kaz-2021", "kazan", date(2021, 7, 30))
    assert told.roles() == {("lavrov", "speaker"), ("iran", "participant")}
    assert [p.kind for p in report.participants if p.entity == "iran"] == ["place"]


@pytest.mark.parametrize(("language", "sentence", "parties"), [
    ("fa", "پوتین با رجب طیب اردوغان در مسکو دیدار و گفت‌وگو کرد.", {"putin", "erdogan"}),
    ("fa", "لاوروف در دیدار با فیصل بن فرحان از همکاری گفت.", {"lavrov", "faisal"}),
    ("fa", "دیدار پوتین و اردوغان در مسکو پایان یافت.", {"putin", "erdogan"}),
    ("fa", "پوتین میزبان اردوغان بود.", {"putin", "erdogan"}),
    ("fa", "پوتین و اردوغان دیدار کردند.", {"putin", "erdogan"}),
    ("fa", "لاوروف با وزیر خارجه چین دیدار کرد.", {"lavrov", "china"}),
    ("fa", "پوتین ماه گذشته دیداری با اردوغان در آنکارا داشت.", {"putin", "erdogan"}),
    ("fa", "لاوروف در دیدار وزیر خارجه چین با وی از همکاری گفت.", {"lavrov", "china"}),
    ("fa", '"پوتین"  و "اردوغان" دیشب با یکدیگر دیدار کردند.', {"putin", "erdogan"}),
    ("ru", "Владимир Путин встретился с Эрдоганом в Москве.", {"putin", "erdogan"}),
    ("ru", "Состоялись переговоры Путина с Эрдоганом.", {"putin", "erdogan"}),
    ("ru", "Путин принял Эрдогана.", {"putin", "erdogan"}),
    ("ar", "التقى بوتين أردوغان في موسكو.", {"putin", "erdogan"}),
    ("ar", "عقد لقاء بين بوتين و أردوغان في موسكو.", {"putin", "erdogan"}),
    ("ar", "استقبل بوتين رجب طيب أردوغان.", {"putin", "erdogan"}),
    ("en", "Vladimir Putin met Erdogan in Moscow.", {"putin", "erdogan"}),
    ("en", "Putin and Erdogan held talks in Moscow.", {"putin", "erdogan"}),
    ("en", "Putin received Erdogan in Moscow.", {"putin", "erdogan"}),
])
def test_two_parties_and_a_word_of_meeting_are_a_bilateral(language, sentence, parties):
    report, = scene(sentence, language).meetings
    assert report.kind == "bilateral"
    assert {p.entity for p in report.participants} == parties
    assert report.status == "held"


@pytest.mark.parametrize(("language", "sentence", "kind"), [
    ("fa", "پوتین و اردوغان تلفنی گفت‌وگو کردند.", "call"),
    ("fa", "پوتین در تماس تلفنی با اردوغان از همکاری گفت.", "call"),
    ("ru", "Состоялся телефонный разговор Путина с Эрдоганом.", "call"),
    ("en", "Putin spoke by phone with Erdogan.", "call"),
    ("fa", "پوتین در پیامی به اردوغان تسلیت گفت.", "message"),
])
def test_calls_and_messages_are_told_from_meetings(language, sentence, kind):
    report, = scene(sentence, language).meetings
    assert (report.kind, report.place) == (kind, "")


def test_visit_abroad_is_reported_and_one_at_home_is_not():
    told = scene("پوتین به ترکیه سفر کرد.\nرستم مینیخانف به روسیه سفر کرد.")
    report, = told.meetings
    assert (report.kind, report.place, report.country) == ("visit", "turkey", "TR")


@pytest.mark.parametrize(("language", "sentence"), [
    ("fa", "پوتین درباره گفت‌وگوهای ایران و چین سخن گفت."),  # not his
    ("fa", "پوتین آماده دیدار با اردوغان است."),
    ("fa", "لاوروف احتمال دیدار پوتین و اردوغان را رد کرد."),
    ("fa", "پوتین با وزیر خارجه روسیه دیدار کرد."),  # at home, nobody else
    ("fa", "تیم روبین کازان در دیدار برابر حریف خود در کازان پیروز شد."),
    ("fa", "لاوروف، پوتین و مینی‌خانف در این نشست حضور داشتند."),
    ("fa", "همایش اقتصادی سالانه روسیه و جهان اسلام به روابط شتاب می‌دهد."),
    ("fa", "گروه دیدگاه راهبردی روسیه و جهان اسلام با هدف نزدیکی تشکیل شده است."),
    ("ru", "Путин заявил о готовности к встрече с Эрдоганом."),
    ("en", "Putin is ready for talks with Erdogan."),
])
def test_sentences_that_report_no_meeting(language, sentence):
    assert scene(sentence, language).meetings == ()


def test_digest_does_not_carry_a_person_into_the_next_item():
    told = scene("پوتین از نیروگاه بازدید کرد.\nنخست‌وزیر چین در دیدار با اردوغان از همکاری گفت.")
    assert all("putin" not in {p.entity for p in m.participants} for m in told.meetings)


def test_subject_in_play_is_the_other_side():
    told = scene("پوتین وارد مسکو شد.\nدر دیدار با اردوغان از همکاری سخن رفت.")
    assert {p.entity for p in told.meetings[0].participants} == {"putin", "erdogan"}


def test_bilateral_joins_by_people_and_day_and_keeps_the_reported_day():
    told = scene("پوتین هفتم مهر با اردوغان دیدار کرد.",
                 dates={"هفتم مهر": date(2021, 9, 30)}, published=date(2021, 10, 1))
    report, = told.meetings
    assert (report.known, report.series) == ("tr-2021", "russia_turkiye")
    assert report.first == date(2021, 9, 30)


@pytest.mark.parametrize("day", [date(2020, 9, 29), date(2021, 10, 20), date(2022, 9, 29)])
def test_another_year_or_a_far_day_joins_nothing(day):
    told = scene("پوتین آن روز با اردوغان دیدار کرد.", dates={"آن روز": day})
    assert told.meetings[0].known is None
    assert told.meetings[0].series == "russia_turkiye"  # told from the two countries


def test_wrong_place_joins_nothing():
    told = scene("پوتین آن روز با اردوغان در آنکارا دیدار کرد.",
                 dates={"آن روز": date(2021, 9, 29)})
    assert told.meetings[0].known is None


def test_undated_report_joins_only_while_fresh():
    text = "پوتین با اردوغان دیدار کرد."
    assert scene(text, published=date(2021, 9, 30)).meetings[0].known == "tr-2021"
    assert scene(text, published=date(2021, 11, 30)).meetings[0].known is None
    assert scene(text).meetings[0].known is None


@pytest.mark.parametrize(("sentence", "status"), [
    ("قرار است پوتین با اردوغان در مسکو دیدار داشته باشد.", "announced"),
    ("پوتین قرار است فردا در مسکو با اردوغان دیدار کند.", "announced"),
    ("نشست گروه دیدگاه راهبردی روسیه و جهان اسلام در جده لغو شد.", "cancelled"),
    ("نشست گروه دیدگاه راهبردی روسیه و جهان اسلام در جده به تعویق افتاد.", "postponed"),
    ("نشست گروه دیدگاه راهبردی روسیه و جهان اسلام در جده برگزار شد.", "held"),
])
def test_status_is_told_by_the_verb(sentence, status):
    assert scene(sentence).meetings[0].status == status


def test_day_after_publication_is_an_announcement():
    told = scene("نشست گروه دیدگاه راهبردی روسیه و جهان اسلام آن روز در جده است.",
                 dates={"آن روز": DAY}, published=date(2021, 11, 20))
    assert told.meetings[0].status == "announced"
    assert told.meetings[0].known == "svg-2021"


def test_year_in_the_name_of_a_round_beats_another_year():
    told = scene("نتایج سال ۲۰۲۰ و برنامه مجمع اقتصادی روسیه و جهان اسلام ۲۰۲۱ معرفی شد.",
                 dates={"سال ۲۰۲۰": (date(2020, 1, 1), date(2020, 12, 31))})
    report, = told.meetings
    assert (report.known, report.first, report.precision) == (
        "kaz-2021", date(2021, 1, 1), "year")


def test_praise_in_somebodys_words_is_no_round():
    told = scene("لاوروف گفت که مجمع اقتصادی روسیه و جهان اسلام به همکاری شتاب می‌دهد.")
    assert told.meetings == ()


def test_place_of_a_topic_is_not_the_place_of_the_meeting():
    told = scene("پوتین با اردوغان درباره بحران در ایران گفت‌وگو کرد.")
    assert told.meetings[0].place == ""


def test_two_meetings_of_one_pair_stay_apart():
    told = scene("پوتین روز اول با اردوغان دیدار کرد.\nپوتین روز دوم با اردوغان دیدار کرد.",
                 dates={"روز اول": date(2021, 9, 29), "روز دوم": date(2021, 12, 10)})
    assert [m.first for m in told.meetings] == [date(2021, 9, 29), date(2021, 12, 10)]


def test_title_and_lead_are_one_report():
    told = scene("پوتین هفتم مهر با اردوغان در مسکو دیدار کرد.", title="دیدار پوتین و اردوغان",
                 dates={"هفتم مهر": date(2021, 9, 29)})
    report, = told.meetings
    assert len(report.evidence) == 2
    assert report.place == "moscow"


def test_evidence_is_whole_sentences_of_the_text():
    told = scene("آسمان صاف است. پوتین با اردوغان دیدار کرد. باران می‌آید.")
    span, = told.meetings[0].evidence
    assert told.reading.text[span.start:span.end] == "پوتین با اردوغان دیدار کرد."


def test_known_gathering_is_found_by_day_city_and_people():
    told = scene("ولادیمیر پوتین و رستم مینیخانف آن روز در جده در مراسم آغاز به کار حضور داشتند.",
                 dates={"آن روز": DAY}, published=date(2021, 11, 25))
    report, = told.meetings
    assert (report.known, report.series, report.place) == ("svg-2021", "vision", "jeddah")


@pytest.mark.parametrize(("day", "city"), [(date(2021, 11, 28), "جده"), (DAY, "آنکارا")])
def test_gathering_is_not_guessed_on_another_day_or_elsewhere(day, city):
    told = scene(f"ولادیمیر پوتین و رستم مینیخانف آن روز در {city} در مراسم حضور داشتند.",
                 dates={"آن روز": day}, published=day)
    assert told.meetings == ()


def test_agreements_reached_on_a_visit_are_not_that_visit_today():
    told = scene(
        "6 марта Лавров провёл переговоры с Эрдоганом и напомнил о договорённостях, достигнутых "
        "в ходе визита Путина в Турцию.", "ru",
        dates={"6 марта": date(2025, 3, 6)}, published=date(2025, 3, 6),
    )
    report, = told.meetings
    assert (report.kind, report.first) == ("bilateral", date(2025, 3, 6))


def test_a_visit_recalled_keeps_the_day_told_with_it():
    told = scene(
        "6 марта обсуждён ход дел на основе договора, подписанного в ходе визита Путина в Турцию "
        "17 января.", "ru",
        dates={"6 марта": date(2025, 3, 6), "17 января": date(2025, 1, 17)},
        published=date(2025, 3, 6),
    )
    report, = told.meetings
    assert (report.kind, report.first) == ("visit", date(2025, 1, 17))


def test_two_who_call_a_third_do_not_call_each_other():
    told = scene(
        "Минниханов, его помощник Лавров и Путин связались по телефону с Эрдоганом.", "ru"
    )
    parties = [{p.entity for p in report.participants} for report in told.meetings]
    assert parties == [{"minnikhanov", "erdogan"}]


@pytest.mark.parametrize(("language", "sentence"), [
    ("fa", "لاوروف با وزیر خارجه چین سابق دیدار کرد."),
    ("fa", "لاوروف با وزیر خارجه سابق چین دیدار کرد."),
    ("en", "Putin held talks with the former foreign minister of China in Moscow."),
])
def test_whoever_held_an_office_does_not_stand_for_the_country(language, sentence):
    assert not scene(sentence, language).meetings


def test_a_country_in_the_list_of_guests_is_not_where_they_met():
    told = scene("التقى بوتين أردوغان.\nحضر اللقاء رئيس البرلمان في الصين.", "ar")
    report, = told.meetings
    assert len(report.evidence) == 2
    assert (report.place, report.country) == ("", "")


def test_a_place_somebody_speaks_of_is_not_where_they_met():
    told = scene("لاوروف در دیدار با اردوغان گفت: «نمایشگاه خوبی در کازان برپا شد».")
    report, = told.meetings
    assert report.place == ""


def test_a_body_nobody_speaks_for_is_no_party():
    assert not scene("دیدار لاوروف با سازمان همکاری اسلامی در مسکو پایان یافت.").meetings
    for holder in ("دبیرکل", "مسئول سیاسی"):
        text = f"دیدار لاوروف با {holder} سازمان همکاری اسلامی در مسکو پایان یافت."
        report, = scene(text).meetings
        assert {p.entity for p in report.participants} == {"lavrov", "oic"}


@pytest.mark.parametrize(("language", "sentence", "place"), [
    ("ru", "Путин на встрече с Эрдоганом в Москве говорил о теракте в Анкаре.", "moscow"),
    ("ru", "Путин на встрече с Эрдоганом говорил о теракте в Анкаре.", ""),
    ("en", "Putin met Erdogan in Moscow after the bombing in Ankara.", "moscow"),
    ("en", "Putin and Erdogan discussed the bombing in Ankara.", ""),
    ("en", "Putin met Erdogan on the eve of a summit in Kazan.", ""),
    ("fa", "پوتین در دیدار با اردوغان از انفجار در آنکارا گفت.", ""),
    ("fa", "پوتین در اقامتگاه کازان با اردوغان دیدار کرد.", "kazan"),
    ("ar", "التقى بوتين أردوغان عشية انعقاد قمة في قازان.", ""),
    ("ru", "Путин встретился с Эрдоганом в российском городе Казани.", "kazan"),
    ("en", "Putin met Erdogan in the Russian city of Kazan.", "kazan"),
])
def test_place_of_what_is_spoken_of_or_of_another_event_is_not_theirs(language, sentence, place):
    report, = scene(sentence, language).meetings
    assert report.place == place


FRIDAY, MONDAY = date(2021, 11, 26), date(2021, 11, 22)  # two days after and before `DAY`


@pytest.mark.parametrize(("language", "sentence", "status", "day"), [
    ("en", "Putin will meet Erdogan in Moscow on Friday.", "announced", FRIDAY),
    ("en", "Talks between Putin and Erdogan due on Friday were postponed.", "postponed", FRIDAY),
    ("en", "Putin met Erdogan on Friday.", "held", FRIDAY - timedelta(7)),
    ("ru", "Запланированные на Friday переговоры Путина с Эрдоганом отменены.", "cancelled",
     FRIDAY),
    ("fa", "دیدار پوتین با اردوغان که قرار بود Friday برگزار شود به تعویق افتاد.", "postponed",
     FRIDAY),
    ("ar", "من المقرر أن يلتقي بوتين Friday أردوغان في موسكو.", "announced", FRIDAY),
])
def test_a_weekday_of_what_is_to_come_is_the_coming_one(language, sentence, status, day):
    """The date reader took the weekday, written in English for all, for the one before."""
    report = scene(sentence, language, published=DAY, weekdays={"Friday": FRIDAY - timedelta(7)}
                   ).meetings[0]
    assert (report.status, report.first) == (status, day)


def test_what_is_to_come_behind_and_is_no_part_of_what_was():
    days = {"Friday": FRIDAY, "Monday": MONDAY}
    first, *_ = scene(
        "Putin met Erdogan on Monday in Moscow and will meet Lavrov on Friday in Kazan.",
        "en", published=DAY, weekdays=days).meetings
    assert (first.status, first.first, first.place) == ("held", MONDAY, "moscow")
    told = scene("Putin met Faisal bin Farhan on Monday and will travel to Ankara on Friday.",
                 "en", published=DAY, weekdays=days)
    met = next(m for m in told.meetings if "faisal" in {p.entity for p in m.participants})
    assert (met.status, met.first, met.place) == ("held", MONDAY, "")


@pytest.mark.parametrize(("language", "sentence"), [
    ("en", "Putin met Erdogan on Monday. A week earlier Putin had met Faisal bin Farhan."),
    ("ru", "Путин Monday встретился с Эрдоганом. До этого Лавров встретился с Эрдоганом."),
    ("fa", "پوتین Monday با اردوغان دیدار کرد. پوتین پیش از آن با فیصل بن فرحان دیدار کرده بود."),
    ("ar", "التقى بوتين Monday أردوغان. وكان بوتين قد التقى قبل ذلك فيصل بن فرحان."),
])
def test_a_meeting_of_former_days_is_not_dated_by_the_news(language, sentence):
    news, former = scene(sentence, language, published=DAY, weekdays={"Monday": MONDAY}).meetings
    assert (news.focus, news.first) == (True, MONDAY)
    assert (former.focus, former.first) == (False, None)


def test_talks_are_on_their_own_day_and_not_when_the_guest_came():
    report, = scene("لاوروف دیروز وارد آنکارا شد و امروز با اردوغان دیدار کرد.",
                    published=DAY, dates={"دیروز": DAY - timedelta(1), "امروز": DAY}).meetings
    assert (report.kind, report.first) == ("bilateral", DAY)


def test_all_days_of_a_gathering_instead_of_the_one_told_first():
    days = {"روز چهارشنبه": DAY, "۳ تا ۵ آذر": (DAY, DAY + timedelta(2))}
    report, = scene("نشست گروه دیدگاه راهبردی روسیه و جهان اسلام روز چهارشنبه در جده گشایش یافت. "
                    "این نشست ۳ تا ۵ آذر برگزار می‌شود.", dates=days, published=DAY).meetings
    assert (report.first, report.last) == (DAY, DAY + timedelta(2))


def test_where_something_to_come_is_reported_from_is_not_its_place():
    report, = scene("Moscow — Putin will meet Erdogan.", "en", published=DAY).meetings
    assert (report.status, report.place, report.first) == ("announced", "", None)
    report, = scene("Moscow — Putin met Erdogan.", "en", published=DAY).meetings
    assert (report.status, report.place) == ("held", "moscow")


def test_a_day_to_come_that_is_told_later_makes_an_announcement():
    report, = scene("Putin meets Erdogan in Moscow on Friday.", "en", title="Putin meets Erdogan",
                    published=DAY, dates={"Friday": FRIDAY}).meetings
    assert (report.status, report.first) == ("announced", FRIDAY)


@pytest.mark.parametrize(("language", "sentence", "status"), [
    ("en", "Erdogan cancelled his visit to Moscow.", "cancelled"),
    ("en", "The trip of Erdogan to Moscow was postponed.", "postponed"),
    ("ru", "Эрдоган отменил визит в Москву.", "cancelled"),
    ("ar", "ألغى أردوغان زيارته إلى موسكو.", "cancelled"),
    ("fa", "اردوغان سفر خود به مسکو را لغو کرد.", "cancelled"),
])
def test_a_visit_that_came_to_nothing(language, sentence, status):
    report, = scene(sentence.replace("Москву", "Москве"), language).meetings
    assert (report.kind, report.status, report.place) == ("visit", status, "moscow")


def test_an_ambassadors_country_of_residence_is_not_where_they_met():
    report, = scene("Минниханов встретился с послом Ирана в России.", "ru",
                    published=DAY).meetings
    assert report.place == ""
