"""Who said what, in sentences of our own."""

import pytest

from tests.didgah.annotate.small_world import scene

PRESIDENT = {"رئیس‌جمهور روسیه": "putin", "وزیر خارجه روسیه": "lavrov"}


def test_headline_gives_speaker_without_a_verb():
    told = scene("متن خبر در ادامه می‌آید.", title="پوتین: درهای گفت‌وگو باز است")
    assert told.said() == [("putin", "direct", "درهای گفت‌وگو باز است")]
    assert told.spoken.statements[0].verb == ""


@pytest.mark.parametrize(("sentence", "mode", "words", "verb"), [
    ("لاوروف گفت: راه مذاکره بسته نیست.", "direct", "راه مذاکره بسته نیست", "گفت"),
    ("لاوروف اعلام کرد که راه مذاکره بسته نیست.", "indirect", "راه مذاکره بسته نیست", "اعلام کرد"),
    ("«سرگئی لاوروف» وزیر خارجه روسیه تصریح کرد: «راه بسته نیست.»", "direct", "راه بسته نیست",
     "تصریح کرد"),
    ("لاوروف بر ضرورت گفت‌وگو تأکید کرد.", "indirect", "ضرورت گفت‌وگو", "تأکید کرد"),
    ("به گفته لاوروف، راه مذاکره بسته نیست.", "indirect", "راه مذاکره بسته نیست", "به گفته"),
    ("لاوروف خاطر نشان ساخت، راه مذاکره بسته نیست.", "indirect", "راه مذاکره بسته نیست",
     "خاطر نشان ساخت"),
    ("در این دیدار، لاوروف یادآور شد: راه مذاکره بسته نیست.", "direct", "راه مذاکره بسته نیست",
     "یادآور شد"),
    ("لاوروف خطاب به اردوغان گفت: راه مذاکره بسته نیست.", "direct", "راه مذاکره بسته نیست", "گفت"),
    ("لاوروف خواستار توقف درگیری‌ها شد.", "indirect", "توقف درگیری‌ها", "خواستار شد"),
])
def test_plain_persian_constructions(sentence, mode, words, verb):
    told = scene(sentence, offices=PRESIDENT)
    assert told.said() == [("lavrov", mode, words)]
    assert told.spoken.statements[0].verb == verb


def test_two_quotations_in_one_sentence():
    told = scene(
        "رئیس‌جمهور روسیه با بیان اینکه کار زیادی مانده است، اضافه کرد: باید شتاب کنیم.",
        offices=PRESIDENT,
    )
    assert told.said() == [
        ("putin", "indirect", "کار زیادی مانده است"), ("putin", "direct", "باید شتاب کنیم"),
    ]


def test_second_verb_cuts_the_first_quotation():
    told = scene("پوتین گفت که کار زیادی مانده است و افزود: باید شتاب کنیم.")
    assert told.said() == [
        ("putin", "indirect", "کار زیادی مانده است"), ("putin", "direct", "باید شتاب کنیم"),
    ]


def test_pronoun_is_the_speaker_in_play_across_paragraphs():
    told = scene("لاوروف گفت: راه باز است.\n\nوی افزود: باید شتاب کنیم.")
    assert [s[0] for s in told.said()] == ["lavrov", "lavrov"]
    assert [(r.entity, r.surface, r.how) for r in told.spoken.references] == [
        ("lavrov", "وی", "pronoun")
    ]
    reference = told.spoken.references[0]
    assert told.reading.text[reference.start:reference.end] == "وی"


def test_unknown_subject_ends_the_play():
    told = scene(
        "لاوروف گفت: راه باز است.\nاحمد کریمی گفت: هوا سرد است.\nوی افزود: باران می‌آید."
    )
    assert told.said() == [
        ("lavrov", "direct", "راه باز است"), ("", "direct", "هوا سرد است"),
        ("", "direct", "باران می‌آید"),
    ]
    assert [s.surface for s in told.spoken.statements] == ["لاوروف", "احمد کریمی", "احمد کریمی"]
    assert told.spoken.references == ()
    assert told.spoken.subjects[-1] is None


def test_unknown_office_ends_the_play():
    told = scene("لاوروف گفت: راه باز است.\nسفیر چین گفت: موافقیم.\nوی افزود: امیدواریم.")
    assert [(s.speaker, s.surface) for s in told.spoken.statements] == [
        ("lavrov", "لاوروف"), ("", "سفیر چین"), ("", "سفیر چین"),
    ]


def test_source_of_a_report_is_no_speaker():
    told = scene("به گزارش خبرگزاری مهر به نقل از تاس، لاوروف گفت: راه باز است.")
    assert told.said() == [("lavrov", "direct", "راه باز است")]


@pytest.mark.parametrize("sentence", [
    "درباره پوتین گفته می‌شود که او خسته است.",
    "پیام پوتین در مسکو منتشر شد.",
    "گفت‌وگوی پوتین و اردوغان پایان یافت.",
    "خبر تازه‌ای درباره لاوروف منتشر نشد.",
])
def test_sentences_in_which_nobody_says_anything(sentence):
    assert scene(sentence).said() == []


def test_subject_of_the_second_clause():
    told = scene("نشست در جده برگزار شد و لاوروف در آن گفت: راه باز است.")
    assert told.said() == [("lavrov", "direct", "راه باز است")]


def test_relative_clause_does_not_take_the_verb():
    told = scene(
        "پوتین در پیامی که مینیخانف برای حاضران خواند، تصریح کرد: "
        "همکاری ادامه دارد."
    )
    assert told.said() == [("putin", "direct", "همکاری ادامه دارد")]


def test_quotation_runs_past_its_sentence():
    told = scene("لاوروف گفت: «راه باز است. ما آماده‌ایم.» سپس نشست پایان یافت.")
    assert told.said() == [("lavrov", "direct", "راه باز است. ما آماده‌ایم")]


def test_country_and_ministry_speak():
    told = scene("وزارت خارجه روسیه اعلام کرد که راه باز است.\nایران اعلام کرد که می‌آید.")
    assert [(s.kind, s.speaker) for s in told.spoken.statements] == [
        ("organisation", "mfa"), ("place", "iran"),
    ]


@pytest.mark.parametrize(("language", "sentence", "speaker", "words"), [
    ("ru", "Владимир Путин заявил, что путь к переговорам открыт.", "putin",
     "путь к переговорам открыт"),
    ("ru", "«Путь открыт», — сказал Лавров.", "lavrov", "Путь открыт"),
    ("ru", "По словам Путина, путь открыт.", "putin", "путь открыт"),
    ("ru", "Лавров: путь к переговорам открыт", "lavrov", "путь к переговорам открыт"),
    ("ar", "وقال لافروف إن الطريق مفتوح.", "lavrov", "الطريق مفتوح"),
    ("ar", "وأكد الرئيس فلاديمير بوتين أن التعاون مستمر.", "putin", "التعاون مستمر"),
    ("ar", "بوتين: التعاون مستمر بين البلدين", "putin", "التعاون مستمر بين البلدين"),
    ("en", "Vladimir Putin said that the door was open.", "putin", "the door was open"),
    ("en", "“The door is open,” Lavrov said.", "lavrov", "The door is open"),
    ("en", "According to Lavrov, the door is open.", "lavrov", "the door is open"),
])
def test_plain_cases_of_the_other_languages(language, sentence, speaker, words):
    told = scene(sentence, language)
    assert [(s[0], s[2]) for s in told.said()] == [(speaker, words)]


@pytest.mark.parametrize(("language", "sentence"), [
    ("fa", "اسد با پوتین دیداری داشت و دو طرف بر ادامه همکاری تأکید کردند."),
    ("fa", "لاوروف درحالی از صلح سخن می‌گوید که جنگ ادامه دارد."),
    ("ru", "Лавров не сказал, что путь открыт."),
    ("ar", "لم يقل لافروف إن الطريق مفتوح."),
    ("en", "Lavrov: thank you."),
])
def test_words_that_nobody_said(language, sentence):
    assert scene(sentence, language).said() == []


def test_arabic_unknown_speaker_ends_the_play():
    told = scene(
        "قال لافروف إن الطريق مفتوح. وقال حميد كريمي: «لا نعرف». وأضاف أن الأمر صعب.", "ar"
    )
    assert [(s.speaker, s.surface) for s in told.spoken.statements] == [
        ("lavrov", "لافروف"), ("", "حميد كريمي"), ("", "حميد كريمي"),
    ]


def test_arabic_object_comes_before_a_far_clause():
    told = scene("وشدد لافروف على ضرورة الحوار، مشيرا إلى أن الطريق مفتوح.", "ar")
    assert told.said()[0][2].startswith("ضرورة الحوار")


@pytest.mark.parametrize(("language", "text"), [
    ("ru", "Лавров сказал, что путь открыт. Он добавил, что встреча полезна."),
    ("ar", "قال لافروف إن الطريق مفتوح. وأضاف أن اللقاء مفيد."),
    ("en", "Lavrov said that the door was open. He added that the talks were useful."),
])
def test_speaker_goes_on_in_other_languages(language, text):
    assert [s[0] for s in scene(text, language).said()] == ["lavrov", "lavrov"]


def test_addressee_and_object_are_no_speakers_in_russian():
    told = scene("О Лаврове и Путине говорили много. Встречу с Путиным назвали важной.", "ru")
    assert told.said() == []


def test_private_use_characters_in_the_text_are_no_names():
    assert scene("\ue000 گفت: سلام به همه شما.").said() == []


@pytest.mark.parametrize(("language", "sentence", "surface", "words"), [
    ("fa", "معاون لاوروف گفت: راه باز است.", "معاون لاوروف", ["راه باز است"]),
    ("fa", "دبیر انجمن با بیان اینکه کار مانده است، گفت: شتاب کنیم.", "دبیر انجمن",
     ["کار مانده است", "شتاب کنیم"]),
    ("fa", "احمد کریمی، دبیر انجمن، در این نشست گفت: راه باز است.", "احمد کریمی", ["راه باز است"]),
    ("fa", "سخنگوی انجمن امروز از آغاز کار خبر داد.", "سخنگوی انجمن", ["آغاز کار"]),
    ("fa", "به گفته کارشناسان، راه باز است.", "کارشناسان", ["راه باز است"]),
    ("fa", "کریمی آغاز کار را سودمند دانست.", None, []),
    ("ru", "Эксперт Иван Козлов заявил, что путь открыт.", "Эксперт Иван Козлов", ["путь открыт"]),
    ("ru", "«Путь открыт», — сказал Козлов.", "Козлов", ["Путь открыт"]),
    ("ru", "По словам Козлова, путь открыт.", "Козлова", ["путь открыт"]),
    ("ar", "قال حميد كريمي إن الطريق مفتوح.", "حميد كريمي", ["الطريق مفتوح"]),
    ("ar", "وأكد المتحدث باسم الجمعية أن الطريق مفتوح.", "المتحدث باسم الجمعية",
     ["الطريق مفتوح"]),
    ("en", "Analyst John Brown said that the door was open.", "Analyst John Brown",
     ["the door was open"]),
    ("en", "“The door is open,” Brown said.", "Brown", ["The door is open"]),
])
def test_speaker_outside_the_registry_is_named_as_written(language, sentence, surface, words):
    told = scene(sentence, language)
    assert [(s.speaker, s.surface) for s in told.spoken.statements] == [("", surface)] * len(words)
    assert [s[2] for s in told.said()] == words
