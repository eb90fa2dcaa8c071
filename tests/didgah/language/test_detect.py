"""Language of an article, offline."""

import socket

import pytest

from didgah.language.detect import language_of


@pytest.mark.parametrize(("text", "language"), [
    ("وزیر خارجه در دیدار با همتای خود از گسترش همکاری‌ها سخن گفت", "fa"),
    ("وزير خارجه در ديدار با همتاي خود از گسترش همكاري ها سخن گفت", "fa"),
    ("رئيس جمهوري روسيه", "fa"),
    ("أكد الوزير أهمية تطوير العلاقات بين روسيا والعالم الإسلامي", "ar"),
    ("Министр заявил о развитии отношений с исламскими странами", "ru"),
    ("Путин прибыл в Казань", "ru"),
    ("The minister spoke about relations with the Islamic world", "en"),
    ("صدر نے کہا کہ دونوں ملکوں کے تعلقات اچھے ہیں", "ur"),
    ("Татарстан Республикасы Рәисе Рөстәм Миңнеханов очрашты", "tt"),
    ("Bakan, İslam dünyası ile ilişkilerin geliştirilmesinden söz etti", "tr"),
    ("", "und"), ("۱۲۳ ... !", "und"), ("\n\n", "und"),
])
def test_language_is_told(text, language):
    assert language_of(text) == language


def test_telling_a_language_opens_no_connection(monkeypatch):
    from didgah.language import detect

    def refuse(*args, **kwargs):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    detect._detector.cache_clear()
    assert language_of("Президент встретился с министром") == "ru"


@pytest.mark.parametrize(("text", "language"), [
    ("\ud800 Президент встретился с министром \udfff", "ru"),
    ("وزیر خارجه\ud83c از گسترش همکاری‌ها گفت", "fa"),
])
def test_a_lone_surrogate_is_no_obstacle(text, language):
    assert language_of(text) == language
