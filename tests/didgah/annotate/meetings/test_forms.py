"""The forms in which newsrooms of four languages tell of meetings, in sentences of our own."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from didgah import registry
from didgah.annotate.lexicons import Lexicons, load_lexicons
from didgah.annotate.pipeline import annotate
from didgah.model import Article, MeetingReport, Published, Registry

DAY = date(2024, 5, 15)

# Language, sentence, kind, place.
TOLD = [
    ("fa", ("سرگئی لاوروف، وزیر خارجه روسیه، امروز با حسین امیرعبداللهیان، همتای ایرانی خود، در "
     "مسکو دیدار و گفت‌وگو کرد."), "bilateral", "moscow"),
    ("fa", "ولادیمیر پوتین عصر چهارشنبه وارد تهران شد.", "visit", "tehran"),
    ("fa", "پوتین راهی ترکیه شد.", "visit", "turkey"),
    ("fa", "رئیس‌جمهور روسیه در پیامی به مسعود پزشکیان انتخاب وی را تبریک گفت.", "message", ""),
    ("fa", "پیام تبریک پوتین به محمد بن سلمان", "message", ""),
    ("fa", "پوتین اردوغان را در کرملین به حضور پذیرفت.", "bilateral", "moscow"),
    ("fa", "پوتین و محمد بن سلمان تلفنی رایزنی کردند.", "call", ""),
    ("fa", "رایزنی تلفنی لاوروف و فیصل بن فرحان", "call", ""),
    ("fa", "دیدار پوتین با اردوغان در سوچی", "bilateral", "sochi"),
    ("fa", "لاوروف به ریاض سفر می‌کند.", "visit", "riyadh"),
    ("fa", "لاوروف فردا عازم ریاض می‌شود.", "visit", "riyadh"),
    ("fa", "دور سوم مذاکرات لاوروف و ظریف در مسکو برگزار شد.", "bilateral", "moscow"),
    ("fa", "لاوروف و ظریف در یک صبحانه کاری دیدار کردند.", "bilateral", ""),
    ("fa", "رستم مینیخانف در رأس هیئتی به جده سفر کرد.", "visit", "jeddah"),
    ("fa", "رئیس تاتارستان با امیر قطر در دوحه ملاقات کرد.", "bilateral", "doha"),
    ("fa", "پوتین در نامه‌ای به ملک سلمان از همکاری عربستان قدردانی کرد.", "message", ""),
    ("fa", "دیدار وزیران خارجه روسیه و ترکیه در آنتالیا به تعویق افتاد.", "bilateral", "antalya"),
    ("fa", "پوتین در حاشیه نشست بریکس با محمد بن زاید دیدار کرد.", "bilateral", ""),
    ("fa", "گفت‌وگوی تلفنی وزرای خارجه ایران و روسیه", "call", ""),
    ("fa", "لاوروف در نشست خبری مشترک با هاکان فیدان در آنکارا گفت همکاری ادامه دارد."
, "bilateral", "ankara"),
    ("fa", "اردوغان میزبان پوتین خواهد بود.", "bilateral", ""),
    ("fa", "سفر پوتین به امارات لغو شد.", "visit", "uae"),
    ("ru", ("В Кремле состоялись переговоры Владимира Путина с Эмиром Катара Тамимом Бен Хамадом "
     "Аль Тани."), "bilateral", "moscow"),
    ("ru", "Сергей Лавров прибыл с рабочим визитом в Эр-Рияд.", "visit", "riyadh"),
    ("ru", ("Состоялся телефонный разговор Владимира Путина с Президентом Турции Реджепом "
     "Тайипом Эрдоганом."), "call", ""),
    ("ru", ("Владимир Путин провёл телефонный разговор с Наследным принцем Саудовской Аравии "
     "Мухаммедом Бен Сальманом Аль Саудом."), "call", ""),
    ("ru", "Путин направил поздравительную телеграмму Эрдогану.", "message", ""),
    ("ru", "Владимир Путин поздравил Масуда Пезешкиана с избранием.", "message", ""),
    ("ru", "Лавров обсудил с Фиданом ситуацию в регионе по телефону.", "call", ""),
    ("ru", ("Рустам Минниханов встретился в Джидде с генеральным секретарём ОИС Хусейном "
     "Ибрагимом Таха."), "bilateral", "jeddah"),
    ("ru", "Переговоры Лаврова и Аракчи пройдут в Москве 17 мая.", "bilateral", "moscow"),
    ("ru", "Президент России примет в Сочи главу Турции.", "bilateral", "sochi"),
    ("ru", "Визит Владимира Путина в Турцию перенесён.", "visit", "turkey"),
    ("ru", "Министры иностранных дел России и Турции провели переговоры в Анталье."
, "bilateral", "antalya"),
    ("ru", "Путин и Эрдоган поговорили по телефону.", "call", ""),
    ("ru", "Лавров на полях форума в Анталье встретился с Фиданом.", "bilateral", "antalya"),
    ("ru", "Сергей Лавров принял посла Ирана Казема Джалали.", "bilateral", ""),
    ("ru", ("МОСКВА, 15 мая. /ТАСС/. Президент РФ Владимир Путин встретился с королем Бахрейна "
     "Хамадом бен Исой Аль Халифой."), "bilateral", "moscow"),
    ("ru", "Визит Эрдогана в Россию отменён.", "visit", "russia"),
    ("ar", "استقبل الرئيس الروسي فلاديمير بوتين في الكرملين أمير قطر الشيخ تميم بن حمد آل ثاني."
, "bilateral", "moscow"),
    ("ar", ("تلقى صاحب السمو الملكي الأمير محمد بن سلمان بن عبدالعزيز آل سعود ولي العهد اتصالاً "
     "هاتفياً من فخامة الرئيس فلاديمير بوتين."), "call", ""),
    ("ar", ("عقد وزير الخارجية الروسي سيرغي لافروف جلسة مباحثات مع نظيره السعودي الأمير فيصل بن "
     "فرحان في الرياض."), "bilateral", "riyadh"),
    ("ar", "وصل وزير الخارجية الروسي سيرغي لافروف إلى الرياض اليوم.", "visit", "riyadh"),
    ("ar", ("بعث خادم الحرمين الشريفين الملك سلمان بن عبدالعزيز برقية تهنئة إلى الرئيس فلاديمير "
     "بوتين."), "message", ""),
    ("ar", "لقاء يجمع بوتين وأردوغان في سوتشي", "bilateral", "sochi"),
    ("ar", "يزور الرئيس الروسي فلاديمير بوتين السعودية غداً.", "visit", "saudi"),
    ("ar", "بحث لافروف مع عراقجي هاتفيا الأوضاع في المنطقة.", "call", ""),
    ("ar", "أجرى الرئيس بوتين محادثات هاتفية مع الرئيس أردوغان.", "call", ""),
    ("ar", "الرياض (واس) - استقبل ولي العهد الأمير محمد بن سلمان رستم مينيخانوف رئيس تتارستان."
, "bilateral", "riyadh"),
    ("ar", "التقى بوتين محمد بن زايد في أبوظبي.", "bilateral", "abudhabi"),
    ("ar", "اجتمع لافروف إلى الأمين العام لمنظمة التعاون الإسلامي حسين إبراهيم طه في جدة."
, "bilateral", "jeddah"),
    ("ar", "تأجيل زيارة الرئيس بوتين إلى تركيا", "visit", "turkey"),
    ("ar", "بوتين يهنئ أردوغان بفوزه", "message", ""),
    ("ar", "الكرملين: بوتين سيلتقي أردوغان في موسكو", "bilateral", "moscow"),
    ("en", ("MOSCOW, May 15 (TASS) - Russian President Vladimir Putin met with Turkish President "
     "Recep Tayyip Erdogan."), "bilateral", "moscow"),
    ("en", "Russian Foreign Minister Sergey Lavrov arrived in Riyadh for talks."
, "visit", "riyadh"),
    ("en", "Putin and Mohammed bin Salman discussed oil by phone.", "call", ""),
    ("en", "Putin spoke by telephone with Saudi Crown Prince Mohammed bin Salman.", "call", ""),
    ("en", "Putin congratulated Erdogan on his re-election.", "message", ""),
    ("en", "The Russian president sent a message of condolences to Masoud Pezeshkian."
, "message", ""),
    ("en", "Lavrov held talks in Doha with Qatari Prime Minister Mohammed bin Abdulrahman."
, "bilateral", "doha"),
    ("en", "Putin to meet Erdogan in Sochi", "bilateral", "sochi"),
    ("en", "Putin will visit Turkey in June.", "visit", "turkey"),
    ("en", "Putin received the Emir of Qatar Tamim bin Hamad Al Thani in the Kremlin."
, "bilateral", "moscow"),
    ("en", "Rustam Minnikhanov met the OIC secretary-general Hissein Brahim Taha in Jeddah."
, "bilateral", "jeddah"),
    ("en", "Talks between Lavrov and Fidan in Antalya were postponed.", "bilateral", "antalya"),
    ("en", "Lavrov, Araghchi meet in Moscow", "bilateral", "moscow"),
    ("en", "Erdogan is on a working visit to Russia.", "visit", "russia"),
]

# Wanted, denied, or only spoken of.
NOT_TOLD = [
    ("fa", "دیدار پوتین و اردوغان ضروری است."),
    ("fa", "لاوروف گفت دیدارهای منظم با ایران لازم است."),
    ("fa", "لاوروف بر لزوم گفت‌وگو با ترکیه تأکید کرد."),
    ("fa", "هنوز تاریخی برای دیدار پوتین و اردوغان تعیین نشده است."),
    ("fa", "پوتین برنامه‌ای برای سفر به ترکیه ندارد."),
    ("ru", "Лавров заявил о необходимости переговоров с Турцией."),
    ("ru", "Песков не исключил встречи Путина и Эрдогана."),
    ("ru", "Встреча Путина с Эрдоганом пока не планируется."),
    ("ru", "Нужны переговоры между Россией и Ираном, считает Лавров."),
    ("ru", "Путин не планирует визит в Турцию."),
    ("ar", "أكد لافروف ضرورة إجراء مباحثات مع إيران."),
    ("ar", "لا يوجد لقاء مقرر بين بوتين وأردوغان."),
    ("ar", "لافروف: لا بد من الحوار مع تركيا."),
    ("en", "Lavrov said regular meetings with Iran are needed."),
    ("en", "There are no plans for a meeting between Putin and Erdogan."),
    ("en", "Putin has no plans to visit Turkey."),
    ("en", "Peskov did not rule out talks between Putin and Erdogan."),
]


@cache
def world() -> tuple[Registry, Lexicons]:
    """The registry without its chronology: what is read is read from the sentence."""
    return replace(registry.load(), meetings={}, statements={}), load_lexicons()


def meetings(language: str, sentence: str) -> tuple[MeetingReport, ...]:
    article = Article("", sentence, language=language, published=Published(DAY, "day", "stated"))
    return annotate(article, *world()).meetings


@pytest.mark.parametrize(("language", "sentence", "kind", "place"), TOLD)
def test_kind_place_and_parties(language, sentence, kind, place):
    report, = meetings(language, sentence)
    assert (report.kind, report.place) == (kind, place)
    assert len(report.participants) >= (1 if kind == "visit" else 2)
    assert report.status_evidence is not None
    assert all(p.level for p in report.participants if p.entity == "putin")


@pytest.mark.parametrize(("language", "sentence"), NOT_TOLD)
def test_a_meeting_wanted_or_denied_is_none(language, sentence):
    assert meetings(language, sentence) == ()


@pytest.mark.parametrize(("language", "sentence", "status", "words"), [
    ("fa", "سفر پوتین به امارات لغو شد.", "cancelled", "لغو شد"),
    ("fa", "دیدار پوتین و اردوغان به تعویق افتاد.", "postponed", "به تعویق"),
    ("fa", "اردوغان میزبان پوتین خواهد بود.", "announced", "خواهد"),
    ("ru", "Визит Владимира Путина в Турцию перенесён.", "postponed", "перенесён"),
    ("ru", "Переговоры Путина и Эрдогана состоятся в Москве.", "announced", "состоятся"),
    ("ar", "تأجيل زيارة الرئيس بوتين إلى تركيا", "postponed", "تأجيل"),
    ("en", "Talks between Lavrov and Fidan were cancelled.", "cancelled", "cancelled"),
    ("en", "Putin will visit Turkey in June.", "announced", "will"),
])
def test_status_and_the_words_that_say_so(language, sentence, status, words):
    report, = meetings(language, sentence)
    told = report.status_evidence
    assert (report.status, f"\n{sentence}"[told.start:told.end]) == (status, words)
