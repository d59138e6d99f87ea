"""The names of content by collection: what a field that holds a content id can choose from and show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from models.domain.text import LocalText


def names(collection: str) -> Mapping[str, LocalText]:
    """Return the name of every entry of a collection by its id, in the order of the content.

    Args:
        collection: the `target` of a content field, such as "gap_question".

    Raises:
        KeyError: there is no such collection.
    """
    return _COLLECTIONS[collection]()


def collections() -> tuple[str, ...]:
    """Return the names of all collections."""
    return tuple(_COLLECTIONS)


# Each function imports its module itself: a page that shows tasks does not pay for the survey.
@cache
def _steps() -> Mapping[str, LocalText]:
    from models.content.steps import steps

    return {step.id: step.name for step in steps()}


@cache
def _tasks() -> Mapping[str, LocalText]:
    from models.content.steps import steps

    return {task.id: task.name for step in steps() for task in step.tasks}


@cache
def _key_areas() -> Mapping[str, LocalText]:
    from models.content.gap import key_areas

    return {area.id: area.name for area in key_areas()}


@cache
def _gap_questions() -> Mapping[str, LocalText]:
    from models.content.gap import gap_questions

    return {question.id: question.question for question in gap_questions()}


@cache
def _clauses() -> Mapping[str, LocalText]:
    from models.content.standards import clauses

    return {clause.id: clause.title for clause in clauses()}


@cache
def _documents() -> Mapping[str, LocalText]:
    from models.content.documents import documents

    return {document.id: document.title for document in documents()}


@cache
def _record_forms() -> Mapping[str, LocalText]:
    from models.content.documents import record_forms

    return {form.id: form.title for form in record_forms()}


@cache
def _policy_statements() -> Mapping[str, LocalText]:
    from models.content.documents import model_policy

    return {statement.id: statement.text for statement in model_policy().statements}


@cache
def _ready_objectives() -> Mapping[str, LocalText]:
    from models.content.documents import ready_objectives

    return {objective.id: objective.text for objective in ready_objectives()}


@cache
def _sectors() -> Mapping[str, LocalText]:
    from models.content.promises import sectors

    return {sector.id: sector.name for sector in sectors()}


@cache
def _sector_promises() -> Mapping[str, LocalText]:
    from models.content.promises import sectors

    return {promise.id: promise.text for sector in sectors() for promise in sector.promises}


@cache
def _training_modules() -> Mapping[str, LocalText]:
    from models.content.training import syllabus

    return {module.id: module.name for module in syllabus().modules}


@cache
def _survey_items() -> Mapping[str, LocalText]:
    from models.content.survey import survey_model

    return {item.id: item.text for item in survey_model().items}


@cache
def _audit_questions() -> Mapping[str, LocalText]:
    from models.content.improvement import audit_model

    return {question.id: question.text for question in audit_model().checklist}


@cache
def _review_inputs() -> Mapping[str, LocalText]:
    from models.content.improvement import review_model

    return {topic.id: topic.text for topic in review_model().inputs}


@cache
def _terms() -> Mapping[str, LocalText]:
    from models.content.glossary import glossary

    return {term.id: term.term for term in glossary()}


_COLLECTIONS: Mapping[str, Callable[[], Mapping[str, LocalText]]] = {
    "step": _steps,
    "task": _tasks,
    "key_area": _key_areas,
    "gap_question": _gap_questions,
    "clause": _clauses,
    "document": _documents,
    "record_form": _record_forms,
    "policy_statement": _policy_statements,
    "ready_objective": _ready_objectives,
    "sector": _sectors,
    "sector_promise": _sector_promises,
    "training_module": _training_modules,
    "survey_item": _survey_items,
    "audit_question": _audit_questions,
    "review_input": _review_inputs,
    "term": _terms,
}
