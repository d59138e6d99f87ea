"""The content itself never claims what the application must not claim."""

from models.content.certificate import certificate_page, limits
from models.localisation.languages import language_rows
from models.localisation.text import search_key
from tests.content.content_texts import texts
from tests.translations.persian_rules import placeholders

# They quote what must not be said.
QUOTING = ("limits.toml", "certificate.toml")
CLAIMS = {row.code: [search_key(claim) for claim in limits().claims[row.code]] for row in language_rows()}


def claims_in(code: str, text: str) -> list[str]:
    key = search_key(text)
    return [claim for claim in CLAIMS[code] if claim in key]


def test_no_content_makes_a_forbidden_claim() -> None:
    assert [
        f"{found.place}: {claim}"
        for found in texts()
        if found.place.file not in QUOTING
        for code, text in found.texts.items()
        for claim in claims_in(code, text)
    ] == []


def test_the_sentences_that_documents_carry_claim_nothing() -> None:
    carried = (certificate_page().statement, limits().disclaimer)
    assert [claim for text in carried for code, one in text.items() for claim in claims_in(code, one)] == []


def test_what_to_say_instead_claims_nothing() -> None:
    assert [
        (row.id, claim)
        for row in limits().limits
        for code, text in row.instead.items()
        for claim in claims_in(code, text)
    ] == []


def test_the_claims_that_the_page_forbids_are_found() -> None:
    logo = certificate_page().forbidden[-1]
    missed = [
        text
        for sentence in certificate_page().forbidden
        if sentence is not logo
        for code, text in sentence.items()
        if not claims_in(code, text)
    ]
    assert missed == []


def test_a_claim_is_found_whatever_its_spelling() -> None:
    assert claims_in("fa", "شرکت ما دارای گواهينامه ايزو ۱۰۰۰۱ است")


def test_the_disclaimer_names_the_application() -> None:
    assert placeholders(limits().disclaimer.get("en")) == {"app"}


def test_a_real_certificate_names_number_and_body() -> None:
    assert placeholders(certificate_page().real_certificate.get("en")) == {"number", "body"}
