import re
from fractions import Fraction

import pytest

from models.content.loading import CONTENT
from models.localisation.languages import Direction, LanguageRow, language_rows
from models.localisation.text import ascii_digits
from tests.content.content_texts import content_files, texts, word_lists
from tests.translations.persian_rules import faults, placeholders

ROWS = language_rows()
OF_LETTERS = {Direction.RTL: re.compile("[\u0600-\u06ff]"), Direction.LTR: re.compile("[A-Za-z]")}
NUMBER = re.compile(r"\d+(?:[.,٫٬]\d+)*")

# Dates in two calendars, and ordinals that one of the languages writes as words.
WITH_OTHER_NUMBERS = (
    "places/",
    "certificate.toml: stages[stage_",
    "glossary.toml: terms[stage_1_stage_2_audit]",
)


def has_letters(text: str) -> bool:
    return any(character.isalpha() for character in text)


def numbers(text: str) -> list[Fraction]:
    found = (ascii_digits(number) for number in NUMBER.findall(text))
    return sorted(Fraction(re.sub("[,٬]", "", number).replace("٫", ".")) for number in found)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.code)
def test_every_text_stands_in_every_language(row: LanguageRow) -> None:
    assert [str(found.place) for found in texts() if row.code not in found.texts] == []


def test_no_text_is_in_a_language_that_is_not_offered() -> None:
    offered = {row.code for row in ROWS}
    assert [str(found.place) for found in texts() if not found.texts.keys() <= offered] == []


def test_no_text_is_empty_or_has_blanks_around_it() -> None:
    assert [
        str(found.place)
        for found in texts()
        for text in found.texts.values()
        if not text or text != text.strip()
    ] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.code)
def test_texts_are_written_in_the_script_of_their_language(row: LanguageRow) -> None:
    own = OF_LETTERS[row.direction]
    foreign = [
        str(found.place)
        for found in texts()
        if has_letters(found.texts[row.code]) and not own.search(found.texts[row.code])
    ]
    assert foreign == []


def test_english_texts_hold_no_persian_letters() -> None:
    persian = OF_LETTERS[Direction.RTL]
    assert [str(found.place) for found in texts() if persian.search(found.texts["en"])] == []


def test_persian_texts_are_written_carefully() -> None:
    found_faults = [
        f"{found.place}: {fault}"
        for found in texts()
        for text in found.texts.values()
        for fault in faults(text)
    ]
    assert found_faults == []


def test_word_lists_are_written_carefully() -> None:
    found_faults = [
        f"{found.place}: {fault}"
        for found in word_lists()
        for words in found.texts.values()
        for word in words
        for fault in faults(word)
    ]
    assert found_faults == []


def test_no_word_stands_twice_in_a_list() -> None:
    assert [
        str(found.place)
        for found in word_lists()
        for words in found.texts.values()
        if len(set(words)) < len(words)
    ] == []


def test_english_texts_have_curly_quotation_marks() -> None:
    assert [str(found.place) for found in texts() if '"' in found.texts["en"]] == []


def test_all_languages_name_the_same_fields() -> None:
    assert [
        str(found.place)
        for found in texts()
        if len({frozenset(placeholders(text)) for text in found.texts.values()}) > 1
    ] == []


def test_all_languages_give_the_same_numbers() -> None:
    assert [
        str(found.place)
        for found in texts()
        if not str(found.place).startswith(WITH_OTHER_NUMBERS)
        and len({tuple(numbers(text)) for text in found.texts.values()}) > 1
    ] == []


@pytest.mark.parametrize("name", content_files())
def test_a_file_holds_no_addresses_of_pages_and_no_notes_in_brackets(name: str) -> None:
    text = (CONTENT / name).read_text(encoding="utf-8")
    assert re.findall(r"https?://|\[[A-Z](?::[^\]]*)?\]", text) == []
