from collections.abc import Iterable

import pytest

from models.content import documents, gap, improvement, standards, steps, survey
from models.content.clause_links import ClauseLinks
from models.domain.records.audit import Grade
from models.domain.records.control import EDITIONS, DocumentClass
from models.domain.records.feedback import QUESTION_TYPES

DOCUMENTS = {document.id for document in documents.documents()}
FORMS = {form.id for form in documents.record_forms()}
TYPES = {row.id for row in documents.document_control().types}
CLAUSES = {
    "ISO 10001": {clause.id for clause in standards.clauses()},
    "ISO 9001": {number for row in standards.iso_9001_mapping("2015") for number in row.clauses},
    "ISO 10002": {clause.id for clause in standards.iso_10002().clauses},
    "ISO 10004": {clause.id for clause in standards.iso_10004().clauses},
}


def is_known(standard: str, number: str) -> bool:
    """Return whether the clause, one it belongs to or one of its parts is named in the content."""
    known = CLAUSES[standard]
    if standard == "ISO 10001":
        return number in known
    parents = {number[:end] for end, sign in enumerate(number) if sign == "."}
    return bool(known & {number, *parents}) or any(one.startswith(f"{number}.") for one in known)


def unknown(links: ClauseLinks) -> list[str]:
    return [
        f"{standard} {number}"
        for standard, numbers in links.items()
        for number in numbers
        if not is_known(standard, number)
    ]


def outside(found: Iterable[str], known: set[str]) -> set[str]:
    return set(found) - known


@pytest.mark.parametrize("question", gap.gap_questions(), ids=lambda question: question.id)
def test_a_question_refers_to_what_there_is(question: gap.GapQuestion) -> None:
    assert question.area in {area.id for area in gap.key_areas()}
    assert question.step in steps.STEP_NUMBERS
    assert unknown(question.clauses) == []


@pytest.mark.parametrize("step", steps.steps(), ids=lambda step: step.id)
def test_a_step_refers_to_what_there_is(step: steps.Step) -> None:
    assert outside(step.feeds.documents, DOCUMENTS) == set()
    assert outside(step.feeds.records, FORMS) == set()
    assert unknown(step.clauses) == []


@pytest.mark.parametrize("document", documents.documents(), ids=lambda document: document.id)
def test_a_document_refers_to_what_there_is(document: documents.Document) -> None:
    assert outside(document.types, TYPES) == set()
    assert document.access in set(DocumentClass)
    assert set(document.steps) <= set(steps.STEP_NUMBERS)
    assert unknown(document.clauses) == []


@pytest.mark.parametrize("form", documents.record_forms(), ids=lambda form: form.id)
def test_a_record_form_refers_to_what_there_is(form: documents.RecordForm) -> None:
    assert form.type in TYPES
    assert form.step in steps.STEP_NUMBERS
    assert outside(form.documents, DOCUMENTS) == set()


def test_a_record_form_is_begun_in_the_first_step_that_feeds_it() -> None:
    first = {form: step.number for step in reversed(steps.steps()) for form in step.feeds.records}
    assert {form.id: form.step for form in documents.record_forms()} == first


@pytest.mark.parametrize("edition", standards.iso_9001_editions(), ids=lambda edition: edition.id)
def test_the_mapping_refers_to_what_there_is(edition: standards.Edition) -> None:
    for row in standards.iso_9001_mapping(edition.id):
        assert outside(row.iso_10001, CLAUSES["ISO 10001"]) == set()
        assert outside(row.documents, DOCUMENTS) == set()
        assert outside(row.records, FORMS) == set()
        assert row.documents or row.records


def test_every_edition_that_can_be_set_has_a_mapping() -> None:
    assert {edition.id for edition in standards.iso_9001_editions()} == set(EDITIONS)


@pytest.mark.parametrize("question", improvement.audit_model().checklist, ids=lambda question: question.id)
def test_an_audit_question_refers_to_what_there_is(question: improvement.AuditQuestion) -> None:
    assert outside(question.documents, DOCUMENTS) == set()
    assert outside(question.records, FORMS) == set()
    assert outside(question.clauses, CLAUSES["ISO 10001"]) == set()
    assert outside(question.questions, {question.id for question in gap.gap_questions()}) == set()


def test_the_audit_file_holds_every_document_and_refers_to_what_there_is() -> None:
    bundle = improvement.audit_model().bundle
    assert {document for part in bundle for document in part.documents} == DOCUMENTS
    assert outside((form for part in bundle for form in part.records), FORMS) == set()


def test_findings_are_graded_as_the_register_grades_them() -> None:
    assert [row.id for row in improvement.audit_model().finding_classes] == list(Grade)


def test_survey_items_refer_to_what_there_is() -> None:
    model = survey.survey_model()
    assert outside((item.type for item in model.items), set(QUESTION_TYPES)) == set()
    assert outside((item.scale for item in model.items), {scale.id for scale in model.scales} | {""}) == set()
    assert (
        outside((item.index for item in model.items), {index.id for index in model.indices} | {""}) == set()
    )
