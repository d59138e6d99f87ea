"""The texts of the help page in every language."""

from __future__ import annotations

import pytest

from models.localisation.language import load_language
from models.services.reading import ABOUT, CERTIFICATES, CLAUSES, GLOSSARY, LINKS, TOPICS, found, passages

LANGUAGES = ("fa", "en")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("topic", list(TOPICS))
def test_every_passage_says_something(topic: str, code: str) -> None:
    for passage in passages(topic, load_language(code)):
        assert passage.heading or passage.text or passage.points


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_glossary_follows_the_order_of_the_language(code: str) -> None:
    language = load_language(code)
    headings = [passage.heading for passage in passages(GLOSSARY, language)]

    assert headings == sorted(headings, key=language.sort_key)


def test_a_term_names_the_other_language() -> None:
    terms = {passage.heading: passage.note for passage in passages(GLOSSARY, load_language("en"))}

    assert "دسترس‌پذیری" in terms["accessibility"]


@pytest.mark.parametrize("typed", ["دسترس پذیری", "دسترس‌پذيري", "accessibility", "ACCESS"])
def test_a_term_is_found_however_it_is_typed(typed: str) -> None:
    hits = found(passages(GLOSSARY, load_language("fa")), typed)

    assert "دسترس‌پذیری" in [hit.heading for hit in hits]


@pytest.mark.parametrize("typed", ["4.2", "۴.۲"])
def test_a_clause_is_found_by_its_number(typed: str) -> None:
    hits = found(passages(CLAUSES, load_language("fa")), typed)

    assert any("4.2" in hit.mark for hit in hits)


def test_all_words_have_to_occur() -> None:
    terms = passages(GLOSSARY, load_language("en"))

    assert not found(terms, "accessibility zzz")


def test_three_outcomes_and_the_allowed_sentence_stand_on_the_page_about_certificates() -> None:
    page = passages(CERTIFICATES, load_language("en"))

    assert [passage.mark for passage in page if passage.mark] == ["A", "B", "C"]
    assert any("using the guidance of ISO 10001:2018" in passage.text for passage in page)


def test_the_links_follow_the_edition_of_iso_9001() -> None:
    language = load_language("en")

    assert passages(LINKS, language, "2015") != passages(LINKS, language, "2026")


def test_licences_of_typefaces_and_icons_are_named() -> None:
    text = " ".join(passage.note for passage in passages(ABOUT, load_language("en")))

    assert "Vazirmatn-OFL.txt" in text
    assert "resources/icons/LICENSE" in text
