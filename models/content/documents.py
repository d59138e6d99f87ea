"""The six documents, the record forms, the rules common to them, model policy and objectives."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from models.content.clause_links import ClauseLinks
from models.content.document_ids import DOCUMENT_IDS as DOCUMENT_IDS
from models.content.loading import load
from models.domain.text import LocalText


@dataclass(frozen=True, kw_only=True)
class Section:
    """A section of a document: its heading and what goes in."""

    id: str
    heading: LocalText
    content: LocalText


@dataclass(frozen=True, kw_only=True)
class Annex:
    """An internal annex of a document."""

    id: str
    label: LocalText
    heading: LocalText


@dataclass(frozen=True, kw_only=True)
class Document:
    """One of the six documents.

    name for lists, title for the paper. types: codes of document types, the first one numbers it. access:
    "public", "internal" or "confidential". steps: numbers of the steps that feed it. auditor_asks: what an
    auditor looks for in it.
    """

    id: str
    name: LocalText
    title: LocalText
    types: tuple[str, ...]
    access: str
    steps: tuple[int, ...]
    clauses: ClauseLinks
    sections: tuple[Section, ...]
    extent: LocalText | None = None
    annexes: tuple[Annex, ...] = ()
    auditor_asks: tuple[LocalText, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RecordForm:
    """One of the 22 record forms; `documents` are those it belongs to, `step` is where it is begun."""

    id: str
    title: LocalText
    type: str
    step: int
    columns: tuple[LocalText, ...]
    documents: tuple[str, ...] = ()
    note: LocalText | None = None


@dataclass(frozen=True, kw_only=True)
class CodeName:
    """A code and what it is called, such as PO for policy."""

    id: str
    name: LocalText


@dataclass(frozen=True, kw_only=True)
class BlockLabel:
    """A label of the control block; `page` has the fields page and pages."""

    id: str
    label: LocalText


@dataclass(frozen=True, kw_only=True)
class CommonHeading:
    """A heading that stands in every document."""

    id: str
    heading: LocalText


@dataclass(frozen=True, kw_only=True)
class DocumentControl:
    """The rules and words that all documents share; `references` has the field edition."""

    prefix: str
    first_revision: str
    review_months: int
    numbering: LocalText
    draft: LocalText
    sample: LocalText
    draft_rule: LocalText
    approval_rule: LocalText
    references: LocalText
    types: tuple[CodeName, ...]
    access: tuple[CodeName, ...]
    block: tuple[BlockLabel, ...]
    headings: tuple[CommonHeading, ...]

    def label(self, label_id: str) -> LocalText:
        """Return a label of the control block.

        Raises:
            KeyError: there is no such label.
        """
        return {label.id: label.label for label in self.block}[label_id]

    def heading(self, heading_id: str) -> LocalText:
        """Return a common heading.

        Raises:
            KeyError: there is no such heading.
        """
        return {heading.id: heading.heading for heading in self.headings}[heading_id]


@dataclass(frozen=True, kw_only=True)
class PolicyStatement:
    """A model commitment of management."""

    id: str
    text: LocalText


@dataclass(frozen=True, kw_only=True)
class ModelPolicy:
    """The model statements and how many should stay."""

    at_least: int
    at_most: int
    note: LocalText
    statements: tuple[PolicyStatement, ...]


@dataclass(frozen=True, kw_only=True)
class ReadyObjective:
    """A ready-made objective.

    comparison: "at_least" with number as the target, or "change" with number added to the baseline within
    `months`; months is 0 where no time is set.
    """

    id: str
    text: LocalText
    indicator: LocalText
    comparison: str
    number: Decimal
    unit: LocalText
    target: LocalText
    months: int = 0


@dataclass(frozen=True, kw_only=True)
class _RecordsFile:
    forms: tuple[RecordForm, ...]


@dataclass(frozen=True, kw_only=True)
class _ObjectivesFile:
    note: LocalText
    objectives: tuple[ReadyObjective, ...]


def documents() -> tuple[Document, ...]:
    """Return the six documents, D1 to D6."""
    return tuple(document(document_id) for document_id in DOCUMENT_IDS)


@cache
def document(document_id: str) -> Document:
    """Return one document; only its own file is read.

    Raises:
        KeyError: there is no such document.
    """
    if document_id not in DOCUMENT_IDS:
        raise KeyError(document_id)
    return load(f"documents/{document_id.lower()}.toml", Document)


@cache
def record_forms() -> tuple[RecordForm, ...]:
    """Return the record forms, R-01 to R-22."""
    return load("records.toml", _RecordsFile).forms


def record_form(form_id: str) -> RecordForm:
    """Return one record form.

    Raises:
        KeyError: there is no such form.
    """
    return {form.id: form for form in record_forms()}[form_id]


@cache
def document_control() -> DocumentControl:
    """Return what all documents share."""
    return load("document_control.toml", DocumentControl)


@cache
def model_policy() -> ModelPolicy:
    """Return the model statements of the policy."""
    return load("policy.toml", ModelPolicy)


@cache
def _objectives_file() -> _ObjectivesFile:
    return load("objectives.toml", _ObjectivesFile)


def ready_objectives() -> tuple[ReadyObjective, ...]:
    """Return the ready-made objectives."""
    return _objectives_file().objectives


def objectives_note() -> LocalText:
    """Return the advice that stands beside the ready-made objectives."""
    return _objectives_file().note
