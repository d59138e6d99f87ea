"""Lines that are about equally long."""

from __future__ import annotations

import pytest

from models.documents.layout.fitting import evened
from models.documents.layout.style import BODY
from models.documents.layout.text import Typist

CALLS = {
    "en": "Did we fail? Tell us: 051-0000-0012. We will make up for it.",
    "fa": "کوتاهی کرده‌ایم؟ به ما بگویید: ۰۵۱۰۰۰۰۰۰۱۲. جبران می‌کنیم.",
}


@pytest.mark.parametrize("language", CALLS)
def test_a_text_keeps_its_lines_and_no_last_word_stands_alone(language: str) -> None:
    typist, text = Typist(language, language == "fa", "Vazirmatn"), CALLS[language]
    width = typist.natural_width(text, BODY) * 0.97

    room = evened(text, BODY, typist, width)

    assert len(typist.lines(text, BODY, room)) == len(typist.lines(text, BODY, width)) == 2
    assert room < 0.7 * width


def test_a_text_of_one_line_and_one_of_one_word_stay_whole() -> None:
    typist = Typist("en", False, "Vazirmatn")

    for text in ("Two words", "Word", ""):
        assert len(typist.lines(text, BODY, evened(text, BODY, typist, 400.0))) <= 1
