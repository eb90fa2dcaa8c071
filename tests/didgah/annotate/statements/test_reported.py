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


@pytest.mark.parametrize(("sentence", "words"), [
    ("لاوروف در دیدار با رجب طیب اردوغان، همتای ترکیه‌ای خود، آلودگی هوا در آنکارا را محکوم کرد.",
     "آلودگی هوا در آنکارا"),
    ("لاوروف در آن گفت‌وگو بستن راه را بی‌دلیل و بدون هیچ سودی برای روسیه خوانده بود.",
     "بستن راه را بی‌دلیل و بدون هیچ سودی برای روسیه"),
    ("لاوروف (وزیر خارجه) با اشاره به باد، باران و برف، هوای کازان را سرد دانست.",
     "هوای کازان را سرد"),
    ("لاوروف در گفت‌وگوی تلفنی با فیصل بن فرحان از گشودن راه، پل و بندر خبر داد.",
     "گشودن راه، پل و بندر"),
    ("لاوروف در همان دیدار از گشودن راه سخن گفته بود.", "گشودن راه"),
    ("لاوروف بستن راهی را که به کازان می‌رود، محکوم کرد.",
     "بستن راهی را که به کازان می‌رود"),
])
def test_words_between_subject_and_verb(sentence, words):
    assert scene(sentence).said() == [("lavrov", "indirect", words)]


@pytest.mark.parametrize("sentence", [
    "لاوروف پیام را برای حاضران خواند.", "لاوروف راه را دانست.",
    "لاوروف به اردوغان تسلیت گفت.",
])
def test_reading_out_and_condoling_say_nothing(sentence):
    assert scene(sentence).said() == []


def test_two_judgements_in_one_sentence():
    told = scene("لاوروف راه را باز اعلام کرده و بستن آن را ناپذیرفتنی دانسته بود.")
    assert told.said() == [
        ("lavrov", "indirect", "راه را باز"), ("lavrov", "indirect", "بستن آن را ناپذیرفتنی"),
    ]


def test_a_second_subject_takes_the_second_verb():
    told = scene("لاوروف گفته بود که راه باز است و اردوغان در کازان از آغاز کار خبر داده بود.")
    assert told.said() == [
        ("lavrov", "indirect", "راه باز است"), ("erdogan", "indirect", "آغاز کار"),
    ]


def test_what_is_reported_within_words_stays_in_them():
    told = scene("لاوروف گفت راه باز است و اردوغان هم از آن خبر داده است.")
    assert told.said() == [
        ("lavrov", "indirect", "راه باز است و اردوغان هم از آن خبر داده است"),
    ]


def test_a_wish_then_a_verb_of_saying():
    told = scene("لاوروف خواستار آغاز کار شد و اردوغان پیشنهاد کرد راه باز بماند.")
    assert told.said() == [
        ("lavrov", "indirect", "آغاز کار"), ("erdogan", "indirect", "راه باز بماند"),
    ]


def test_a_dateline_before_a_persian_subject():
    told = scene("کازان – لاوروف بستن راه را محکوم کرد.")
    assert told.said() == [("lavrov", "indirect", "بستن راه")]


def test_a_message_in_the_title_is_its_senders():
    told = scene("متن خبر در ادامه می‌آید.", title="پیام پوتین به نشست کازان: راه باز است")
    assert told.said() == [("putin", "direct", "راه باز است")]


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


@pytest.mark.parametrize(("language", "text", "said"), [
    # One verb after another, each with its own words.
    ("ar", "وأكد لافروف أن الطريق مفتوح، مشيرًا إلى أن الوقت قصير، وأضاف أن العمل مستمر.",
     [("lavrov", "الطريق مفتوح"), ("lavrov", "الوقت قصير"), ("lavrov", "العمل مستمر")]),
    ("ar", "أعرب لافروف عن أمله في الحوار، مؤكداً ضرورة العمل.",
     [("lavrov", "أمله في الحوار"), ("lavrov", "ضرورة العمل")]),
    ("ar", "أعلن لافروف توقيع اتفاقية جديدة.", [("lavrov", "توقيع اتفاقية جديدة")]),
    ("ar", "«العمل مستمر منذ عام»، هكذا قال لافروف.", [("lavrov", "العمل مستمر منذ عام")]),
    ("ar", "قال لافروف إن العمل مستمر. وعلى حد قوله فإن الوقت قصير.",
     [("lavrov", "العمل مستمر"), ("lavrov", "الوقت قصير")]),
    ("ru", "«Работа идёт, — сказал Лавров. — Мы не спешим».",
     [("lavrov", "Работа идёт"), ("lavrov", "Мы не спешим")]),
    ("ru", "Работа идёт, сообщил Лавров. По его словам, нужно время.",
     [("lavrov", "Работа идёт"), ("lavrov", "нужно время")]),
    ("ru", "Лавров рассказал о начале работы.", [("lavrov", "начале работы")]),
    ("ru", "В послании Путина говорится, что работа идёт.", [("putin", "работа идёт")]),
    ("en", "Lavrov stressed the need for dialogue, adding that time was short.",
     [("lavrov", "the need for dialogue"), ("lavrov", "time was short")]),
    ("en", "Lavrov called for patience in the talks.", [("lavrov", "patience in the talks")]),
    ("en", "“The work goes on,” Lavrov said. “It will take some time.”",
     [("lavrov", "The work goes on"), ("lavrov", "It will take some time")]),
    ("fa", "لاوروف با تأکید بر ضرورت گفت‌وگو، گفت: راه باز است.",
     [("lavrov", "ضرورت گفت‌وگو"), ("lavrov", "راه باز است")]),
    ("fa", "لاوروف از آغاز کار خبر داد و گفت: راه باز است.",
     [("lavrov", "آغاز کار"), ("lavrov", "راه باز است")]),
    ("fa", "لاوروف اعلام کرد راه باز است.", [("lavrov", "راه باز است")]),
    ("fa", "لاوروف از همکاران خواست که شتاب کنند.", [("lavrov", "شتاب کنند")]),
    ("fa", "در پیام پوتین آمده است: راه باز است.", [("putin", "راه باز است")]),
    ("fa", "لاوروف گفت: راه باز است. باید شتاب کنیم.", [("lavrov", "راه باز است. باید شتاب کنیم")]),
    ("fa", "لاوروف گفت: راه باز است. این نشست فردا پایان می‌یابد.", [("lavrov", "راه باز است")]),
    ("fa", "لاوروف گفت: «راه باز است.\nباید شتاب کنیم.» سپس رفت.",
     [("lavrov", "راه باز است.\nباید شتاب کنیم")]),
])
def test_words_of_one_speaker(language, text, said):
    assert [(s[0], s[2]) for s in scene(text, language).said()] == said


@pytest.mark.parametrize(("language", "text"), [
    ("fa", "گفته می‌شود راه باز است. اعلام شد که کار آغاز شده است."),
    ("fa", "پیام پوتین را مینیخانف برای حاضران خواند."),
    ("fa", "این گزارش می‌افزاید: کار آغاز شده است."),
    ("ru", "Стороны заявили, что встреча была полезной. Об этом сообщает ТАСС."),
    ("ar", "أكد الجانبان على ضرورة الحوار. وقالت وكالة تاس إن الاجتماع عقد."),
    ("ar", "يُذكر أن الاجتماع عقد في جدة. وعبرت السفينة البحر."),
    ("en", "Both sides agreed to meet again. It was said that the talks were useful."),
])
def test_nobody_is_told_to_have_said_it(language, text):
    assert scene(text, language).said() == []


@pytest.mark.parametrize(("language", "text", "surfaces"), [
    ("fa", ("دبیر انجمن گفت: راه باز است.\nاحمد کریمی در گفت‌وگو با مهر افزود: کار مانده است.\n"
           "دبیر انجمن تصریح کرد: شتاب کنیم.\nاین مقام گفت: بسیار خوب است."),
     ["دبیر انجمن", "احمد کریمی", "احمد کریمی", "احمد کریمی"]),
    ("fa", "احمد کریمی گفت: راه باز است.\nکریمی آغاز کار را مهم دانست.", ["احمد کریمی"] * 2),
    ("ru", "Эксперт Иван Козлов заявил, что путь открыт. Козлов добавил, что нужно время.",
     ["Эксперт Иван Козлов"] * 2),
    ("ar", "قال وزير الصحة حميد كريمي إن الطريق مفتوح. وأكد الوزير أن العمل مستمر.",
     ["وزير الصحة حميد كريمي"] * 2),
    ("en", ("Anna Berg, head of the council, said that it was open. The official added that it "
           "took time."), ["Anna Berg"] * 2),
])
def test_a_stranger_keeps_the_fullest_name(language, text, surfaces):
    told = scene(text, language)
    assert [s.surface for s in told.spoken.statements] == surfaces
    assert not any(s.speaker for s in told.spoken.statements)


@pytest.mark.parametrize(("title", "body", "said"), [
    ("کریمی: راه باز است", "احمد کریمی، دبیر انجمن، در نشست گفت: کار مانده است.", 2),
    ("گزارش: راه باز است", "احمد کریمی، دبیر انجمن، در نشست گفت: کار مانده است.", 1),
])
def test_the_body_proves_whose_name_heads_the_title(title, body, said):
    told = scene(body, title=title)
    assert [s.surface for s in told.spoken.statements] == ["احمد کریمی"] * said


def test_another_office_is_not_the_speaker_in_play():
    told = scene("Президент Владимир Путин заявил, что путь открыт. Министр ответил, что рад.",
                 "ru", offices={"Президент": "putin"})
    assert [(s.speaker, s.surface) for s in told.spoken.statements][1] == ("", "Министр")


@pytest.mark.parametrize(("language", "text", "said"), [
    ("en", "MOSCOW, Nov 24 (TASS) - Sergey Lavrov said on Monday that the door was open.",
     [("lavrov", "the door was open")]),
    ("ru", "МОСКВА, 24 ноября. /ТАСС/. Сергей Лавров, выступая в среду, заявил, что путь открыт.",
     [("lavrov", "путь открыт")]),
    ("ar", "موسكو (تاس) - قال لافروف إن الطريق مفتوح، بحسب ما نقلت عنه وكالة تاس.",
     [("lavrov", "الطريق مفتوح")]),
    ("fa", "پوتین و اردوغان در این دیدار بر توسعه همکاری تأکید کردند.",
     [("putin", "توسعه همکاری"), ("erdogan", "توسعه همکاری")]),
    ("ru", "В министерстве сообщили, что путь открыт.", [("", "путь открыт")]),
    ("ar", "ونوه لافروف بدور اللجنة، وطالب بوقف القتال.",
     [("lavrov", "دور اللجنة"), ("lavrov", "وقف القتال")]),
])
def test_datelines_bodies_and_speakers_together(language, text, said):
    assert [(s[0], s[2]) for s in scene(text, language).said()] == said


@pytest.mark.parametrize(("sentence", "speaker", "words"), [
    ("وكتب لافروف رسالة، قال فيها إن الطريق مفتوح.", "lavrov", "الطريق مفتوح"),
    ("وأثنى لافروف حينها على عمل المجموعة، وذلك خلال لقاء في قازان.", "lavrov", "عمل المجموعة"),
    ("وأعرب لافروف في تلك الزيارة عن تقديره لعمل المجموعة.", "lavrov", "تقديره لعمل المجموعة"),
    ("والتقى أردوغان لافروف الذي رأى أن الطريق مفتوح.", "lavrov", "الطريق مفتوح"),
    ("أما لافروف فشدد على أن الطريق مفتوح.", "lavrov", "الطريق مفتوح"),
    ("ووصف لافروف حينها الطريق بأنه مفتوح.", "lavrov", "الطريق بأنه مفتوح"),
    ("جددت روسيا موقفها من بناء الطريق.", "russia", "موقفها من بناء الطريق"),
])
def test_arabic_between_verb_and_words(sentence, speaker, words):
    assert scene(sentence, "ar").said() == [(speaker, "indirect", words)]


def test_arabic_clauses_beside_one_another():
    told = scene("قال أردوغان إن الطريق مفتوح، فيما وصف لافروف الطريق بأنه طويل، "
                 "ورفض أي تأخير للعمل.", "ar")
    assert told.said() == [
        ("erdogan", "indirect", "الطريق مفتوح"), ("lavrov", "indirect", "الطريق بأنه طويل"),
        ("lavrov", "indirect", "أي تأخير للعمل"),
    ]


def test_what_arabic_speakers_talk_of_is_no_statement():
    assert scene("وتحدث لافروف عن الطريق الطويل.", "ar").said() == []


def test_two_nouns_share_a_light_verb():
    told = scene("لاوروف از ساختن راه قدردانی و ابراز امیدواری کرد که کار ادامه یابد.")
    assert told.said() == [
        ("lavrov", "indirect", "ساختن راه"), ("lavrov", "indirect", "کار ادامه یابد"),
    ]


def test_how_somebody_condemns_is_not_said():
    assert scene("لاوروف بستن راه را به شدت محکوم کرد.").said() == [
        ("lavrov", "indirect", "بستن راه")
    ]


def test_while_stressing_that():
    told = scene("لاوروف ضمن تأکید بر اینکه راه باز است، افزود: کار مانده است.")
    assert told.said() == [
        ("lavrov", "indirect", "راه باز است"), ("lavrov", "direct", "کار مانده است"),
    ]


@pytest.mark.parametrize(("sentence", "words"), [
    ("وأشاد لافروف، خلال لقائه وفد المجموعة، بعمل المجموعة.", "عمل المجموعة"),
    ("وأوضح لافروف أن الطريق مفتوح على حد قوله.", "الطريق مفتوح"),
])
def test_arabic_asides_are_not_said(sentence, words):
    assert scene(sentence, "ar").said() == [("lavrov", "indirect", words)]
