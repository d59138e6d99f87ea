"""How much there is of everything, and that nothing is there twice or lies idle."""

import pytest

from models.content import (
    certificate,
    documents,
    glossary,
    improvement,
    places,
    promises,
    standards,
    survey,
    training,
)
from models.content.about import about
from models.content.names import collections, names
from models.domain.fields import Kind
from models.domain.registers import REGISTERS
from tests.content.content_texts import content_files

COUNTS = {
    "step": 8,
    "task": 78,
    "key_area": 6,
    "gap_question": 52,
    "clause": 47,
    "document": 6,
    "record_form": 22,
    "policy_statement": 9,
    "ready_objective": 7,
    "sector": 8,
    "sector_promise": 40,
    "training_module": 5,
    "survey_item": 10,
    "audit_question": 18,
    "review_input": 10,
    "term": 130,
}
SECTIONS = {"D1": 10, "D2": 16, "D3": 12, "D4": 14, "D5": 12, "D6": 11}


@pytest.mark.parametrize("collection", collections())
def test_a_collection_has_all_its_entries_with_ids_of_their_own(collection: str) -> None:
    assert len(names(collection)) == COUNTS[collection]


def test_every_field_that_holds_content_has_its_collection() -> None:
    targets = {spec.target for row in REGISTERS for spec in row.fields if spec.kind is Kind.CONTENT}
    assert targets - set(collections()) == set()


def test_a_collection_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError):
        names("weather")


@pytest.mark.parametrize("document", documents.documents(), ids=lambda document: document.id)
def test_sections_are_numbered_in_order(document: documents.Document) -> None:
    expected = [f"{document.id}-{n:02}" for n in range(1, SECTIONS[document.id] + 1)]
    assert [section.id for section in document.sections] == expected


def test_record_forms_are_numbered_in_order() -> None:
    assert [form.id for form in documents.record_forms()] == [f"R-{n:02}" for n in range(1, 23)]


def test_the_charter_has_seven_internal_annexes() -> None:
    assert [annex.id for annex in documents.document("D2").annexes] == [
        f"D2-{letter}" for letter in "ABCDEFG"
    ]


def test_audit_questions_are_numbered_in_order() -> None:
    assert [row.id for row in improvement.audit_model().checklist] == [f"A{n}" for n in range(1, 19)]


def test_the_disciplines_never_look_like_documents() -> None:
    assert [row.id for row in improvement.corrective_model().disciplines] == [f"8D-{n}" for n in range(9)]


def test_five_whys_are_five() -> None:
    assert len(improvement.corrective_model().whys) == 5


def test_twelve_principles_guide_the_charter() -> None:
    principles = [row for row in standards.clauses() if row.id.startswith("4.") and row.id != "4.1"]
    assert len(principles) == 12


def test_29_clauses_are_put_in_plain_words() -> None:
    assert len([row for row in standards.clauses() if row.meaning and row.shows]) == 29


def test_nine_annexes_have_a_label() -> None:
    assert [row.id for row in standards.clauses() if row.is_annex] == list("ABCDEFGHI")


def test_five_clauses_and_principles_are_new_in_2018() -> None:
    assert [row.id for row in standards.clauses() if row.is_new] == ["4.10", "4.11", "4.12", "4.13", "5.1"]


def test_limits_are_numbered_in_order() -> None:
    assert [row.id for row in certificate.limits().limits] == [f"L{n}" for n in range(1, 14)]


def test_three_outcomes_are_honest() -> None:
    assert [row.id for row in certificate.certificate_page().outcomes] == ["A", "B", "C"]


def test_the_test_has_eight_questions_and_the_induction_eight_points() -> None:
    syllabus = training.syllabus()
    assert (len(syllabus.test), len(syllabus.induction)) == (8, 8)


def test_the_sessions_last_as_long_as_their_tasks_say() -> None:
    minutes = {1: 0, 2: 0, 3: 0}
    for module in training.syllabus().modules:
        minutes[module.session] += module.minutes
    assert minutes == {1: 60, 2: 60, 3: 75}


def test_twelve_pitfalls_and_ten_indices_belong_to_the_survey() -> None:
    model = survey.survey_model()
    assert (len(model.pitfalls), len(model.indices)) == (12, 10)


def test_people_ask_at_least_whether_how_and_how_long() -> None:
    assert {"mandatory", "difference", "duration"} <= {question.id for question in about().questions}


def test_terms_are_found_by_their_id() -> None:
    assert glossary.term("customer_charter").meaning


def test_a_customer_finds_a_number_to_call() -> None:
    assert "124" in {body.phone for body in places.place("iran").bodies if body.kind == "consumer"}


def test_every_file_is_read() -> None:
    single = (
        "about audit certificate charter corrective document_control gap glossary keys launch limits "
        "objectives plan policy records review staff_training survey training vague_words"
    )
    expected = {f"{name}.toml" for name in single.split()}
    expected |= {f"steps/s{n}.toml" for n in range(1, 9)}
    expected |= {f"questions/r{n}.toml" for n in range(1, 7)}
    expected |= {f"documents/{name.lower()}.toml" for name in (*documents.DOCUMENT_IDS, "phrases")}
    expected |= {f"sectors/{name}.toml" for name in promises.SECTOR_FILES}
    expected |= {
        f"standards/{name}.toml" for name in ("family", "iso_9001", "iso_10001", "iso_10002", "iso_10004")
    }
    expected |= {f"places/{name}.toml" for name in places.PLACE_IDS}
    assert set(content_files()) == expected
