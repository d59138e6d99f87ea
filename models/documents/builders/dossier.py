"""The audit file: what stands in it round the documents themselves, and where in it each thing is proved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.content.gap import gap_model, key_areas
from models.content.steps import step as step_content
from models.documents.blocks import (
    Align,
    Anchor,
    Block,
    CellKind,
    Column,
    Contents,
    Document,
    Entry,
    Heading,
    Inline,
    KeyValues,
    PageBreak,
    Paragraph,
    SignatureBox,
    Signatures,
    Spacer,
    Span,
    State,
    Table,
    Title,
    Tone,
)
from models.documents.builders.desk import Desk, OpenPoint
from models.documents.builders.sections import references
from models.documents.builders.values import NOTHING
from models.domain.gates import CriterionState
from models.domain.health import SEVERITIES, Finding
from models.domain.progress import StepState
from models.domain.records.choices import STEPS
from models.domain.records.commitment import ROLES, Role, RoleName
from models.domain.records.control import DocumentControl, Evidence, StepClosing
from models.domain.records.organisation import SCORES, GapAnswer, Score
from models.domain.scoring import answers_with_files, is_claimed, latest_answers

_PAGE = "000"
"""Stands where a page number will, and keeps its room."""

_COVER_TOP, _COVER_GAP = 34.0, 14.0

_SIGNERS = (
    ("prepared_by", RoleName.CHARTER_OWNER),
    ("reviewed_by", RoleName.INTERNAL_AUDITOR),
    ("approved_by", RoleName.TOP_MANAGER),
)


@dataclass(frozen=True)
class Filed:
    """A document of the audit file and how it stands.

    edition: the one whose pages stand in the file. has_pages: whether any could be printed.
    """

    code: str
    title: str
    number: str
    control: DocumentControl
    state: State
    steps: tuple[int, ...] = ()
    open_points: Sequence[OpenPoint] = ()
    edition: str = ""
    has_pages: bool = True

    @property
    def anchor(self) -> str:
        """The name of the place where it begins."""
        return f"document:{self.code}"

    def is_in_date(self, today: date) -> bool:
        """Return whether its next review is not over."""
        return self.control.next_review is None or self.control.next_review >= today


@dataclass(frozen=True)
class Proof:
    """A piece of evidence: its number in the audit file, such as "E-007", and what it belongs to in words."""

    number: str
    evidence: Evidence
    belongs_to: str

    @property
    def anchor(self) -> str:
        """The name of the place where it is listed."""
        return f"proof:{self.evidence.id}"


@dataclass(frozen=True)
class Standing:
    """How the company stands on the day of the audit file."""

    steps: Sequence[StepState]
    findings: Sequence[Finding]


def cover(desk: Desk, filed: Sequence[Filed], proofs: Sequence[Proof], standing: Standing) -> Iterator[Block]:
    """Yield the cover: whose file it is, how it stands, and the boxes to sign."""
    yield Paragraph(desk.say(desk.organisation.name) or NOTHING, Tone.STRONG, Align.CENTRE)
    yield Spacer(_COVER_TOP)
    yield Title(desk.phrase("dossier.title"), desk.phrase("dossier.subtitle"))
    yield Spacer(_COVER_GAP)
    number = desk.number_of
    closed = sum(one.is_closed for one in standing.steps)
    approved = sum(one.state is not State.DRAFT for one in filed)
    open_points = sum(len(one.open_points) for one in filed) + len(_unmet(standing))
    yield KeyValues(
        (
            Entry(desk.phrase("dossier.made_on"), desk.day(desk.today)),
            Entry(desk.phrase("dossier.steps_closed"), _of(desk, closed, len(standing.steps))),
            Entry(desk.phrase("dossier.documents_approved"), _of(desk, approved, len(filed))),
            Entry(desk.phrase("dossier.proofs"), number(len(proofs))),
            Entry(desk.phrase("dossier.open_points"), number(open_points)),
            Entry(desk.phrase("dossier.standards"), references(desk).value),
        )
    )
    yield Paragraph(desk.statement_on_guidance(), Tone.QUIET)
    yield Spacer(_COVER_GAP)
    yield Paragraph(desk.phrase("dossier.sign_off"), Tone.STRONG)
    yield _signatures(desk)


def _of(desk: Desk, part: int, whole: int) -> str:
    return desk.phrase("dossier.of", part=desk.number_of(part), whole=desk.number_of(whole))


def _signatures(desk: Desk) -> Signatures:
    holders = {role.role: role.person for role in reversed(desk.ledger.all(Role))}
    boxes = (
        SignatureBox(
            desk.say(desk.rules.label(label)),
            desk.person(holders.get(role)),
            desk.job(holders.get(role)) or desk.language.gettext(ROLES[role]),
        )
        for label, role in _SIGNERS
    )
    return Signatures(
        tuple(boxes),
        desk.language.gettext("Name"),
        desk.say(desk.rules.label("date")),
        desk.say(desk.rules.label("signature")),
    )


def index(desk: Desk, filed: Sequence[Filed]) -> Iterator[Block]:
    """Yield the table of contents, and the list of documents with what an auditor asks of each first."""
    yield Contents(desk.phrase("common.contents"), of_parts=True)
    yield PageBreak()
    yield Heading(desk.phrase("dossier.index"))
    columns = (
        Column(desk.label(DocumentControl, "number"), kind=CellKind.CODE),
        Column(desk.phrase("dossier.document"), 3),
        Column(desk.label(DocumentControl, "revision"), kind=CellKind.CODE),
        Column(desk.phrase("dossier.complete"), 0.9),
        Column(desk.phrase("dossier.approved"), 0.8),
        Column(desk.phrase("dossier.in_date"), 0.8),
        Column(desk.phrase("dossier.page"), kind=CellKind.NUMBER),
    )
    yield Table(columns, tuple(_index_row(desk, one) for one in filed))


def _index_row(desk: Desk, filed: Filed) -> tuple[Inline, ...]:
    count = len(filed.open_points)
    complete = desk.phrase("dossier.still_open", count=desk.number_of(count)) if count else _yes(desk, True)
    is_approved = filed.state is not State.DRAFT
    return (
        filed.number,
        filed.title,
        desk.language.digits(filed.control.revision),
        complete,
        _yes(desk, is_approved),
        _yes(desk, is_approved and filed.is_in_date(desk.today)),
        (_page_of(filed.anchor),),
    )


def _yes(desk: Desk, is_so: bool) -> str:
    return desk.phrase("dossier.yes" if is_so else "dossier.no")


def _page_of(anchor: str) -> Span:
    return Span(_PAGE, page_of=anchor)


def matrix(desk: Desk, filed: Sequence[Filed], proofs: Sequence[Proof]) -> Iterator[Block]:
    """Yield, for each gap question, its score, its evidence and the pages that show it."""
    yield Title(desk.phrase("dossier.matrix"))
    yield Paragraph(desk.phrase("dossier.matrix_note"), Tone.QUIET)
    answers, with_files = latest_answers(desk.ledger), answers_with_files(desk.ledger)
    by_answer = _grouped(proofs)
    columns = (
        Column(desk.phrase("dossier.question_no"), kind=CellKind.CODE),
        Column(desk.phrase("dossier.question"), 3.2),
        Column(desk.phrase("dossier.score"), 1.3),
        Column(desk.phrase("dossier.evidence"), 3),
        Column(desk.phrase("dossier.where"), 1.5),
    )
    for area in key_areas():
        rows = []
        for question in area.questions:
            answer = answers.get(question.id)
            files = by_answer.get(answer.id, ()) if answer else ()
            rows.append(
                (
                    question.id,
                    desk.say(question.question),
                    _score(desk, answer, with_files),
                    answer.evidence if answer else "",
                    _places(filed, files, question.step),
                )
            )
        yield Table(columns, rows, caption=desk.say(area.title))


def _grouped(proofs: Iterable[Proof]) -> Mapping[str, Sequence[Proof]]:
    groups: dict[str, list[Proof]] = {}
    for proof in proofs:
        groups.setdefault(proof.evidence.subject_id, []).append(proof)
    return groups


def _score(desk: Desk, answer: GapAnswer | None, with_files: frozenset[str]) -> str:
    if answer is None or not answer.score:
        return desk.phrase("gap.unanswered")
    words = desk.language.gettext(SCORES[answer.score])
    if answer.score == Score.NOT_APPLICABLE:
        return f"{words}\n{answer.reason}" if answer.reason else words
    return f"{words}\n{desk.say(gap_model().claimed)}" if is_claimed(answer, with_files) else words


def _places(filed: Sequence[Filed], proofs: Iterable[Proof], step: int) -> Inline:
    """Return the files of a question and the documents of its step, a line each, with their pages."""
    named = [(proof.number, proof.anchor) for proof in proofs]
    named += [(one.number, one.anchor) for one in filed if one.code.startswith("D") and step in one.steps]
    spans: list[Span] = []
    for code, anchor in named:
        end = "\n" if spans else ""
        spans += [Span(f"{end}"), Span(code, island=True), Span(": "), _page_of(anchor)]
    return tuple(span for span in spans if span.text)


def evidence_list(desk: Desk, proofs: Sequence[Proof]) -> Iterator[Block]:
    """Yield every file with its number and its fingerprint."""
    yield Title(desk.phrase("dossier.evidence_list"))
    yield Paragraph(desk.phrase("dossier.evidence_note"), Tone.QUIET)
    columns = (
        Column(desk.phrase("dossier.question_no"), kind=CellKind.CODE),
        Column(desk.label(Evidence, "file_name"), 1.6),
        Column(desk.phrase("dossier.belongs_to"), 1.8),
        Column(desk.label(Evidence, "note"), 1.4),
        Column(desk.label(Evidence, "added_on"), kind=CellKind.DATE),
        Column(desk.label(Evidence, "size"), 0.8),
        Column(desk.label(Evidence, "sha256"), 2.3),
    )
    rows = [_proof_row(desk, proof) for proof in proofs]
    anchors = [proof.anchor for proof in proofs]
    yield Table(columns, rows, empty=desk.phrase("dossier.no_evidence"), anchors=anchors)


def _proof_row(desk: Desk, proof: Proof) -> tuple[Inline, ...]:
    evidence = proof.evidence
    half = len(evidence.sha256) // 2
    return (
        proof.number,
        (Span(evidence.file_name, island=True),),
        proof.belongs_to,
        evidence.note,
        desk.date_of(evidence.added_on),
        desk.language.file_size(evidence.size or 0),
        # In two halves, so that no line breaks it elsewhere.
        (Span(f"{evidence.sha256[:half]}\n{evidence.sha256[half:]}", island=True),),
    )


def open_points(desk: Desk, filed: Sequence[Filed], standing: Standing) -> Iterator[Block]:
    """Yield all that is still open: criteria, steps closed all the same, documents, the health check."""
    yield Title(desk.phrase("dossier.open_points"))
    yield Heading(desk.phrase("dossier.criteria"), 2)
    yield _criteria_table(desk, standing)
    yield Heading(desk.phrase("dossier.forced"), 2)
    yield _forced_table(desk, standing)
    yield Heading(desk.phrase("dossier.lacking"), 2)
    yield _lacking_table(desk, filed)
    yield Heading(desk.phrase("dossier.health"), 2)
    yield _health_table(desk, standing)


def _unmet(standing: Standing) -> list[tuple[int, CriterionState]]:
    return [(one.step, state) for one in standing.steps for state in one.criteria if not state.is_met]


def _criteria_table(desk: Desk, standing: Standing) -> Table:
    texts = {
        criterion.id: desk.say(criterion.text)
        for one in standing.steps
        for criterion in step_content(one.step).criteria
    }
    columns = (
        Column(desk.phrase("dossier.step"), 1.2),
        Column(desk.phrase("dossier.criterion"), 2.4),
        Column(desk.phrase("dossier.missing"), 2.4),
    )
    rows = [
        (_step_name(desk, step), texts[state.id], state.reason.worded(desk.language))
        for step, state in _unmet(standing)
    ]
    return Table(columns, rows, empty=desk.phrase("dossier.all_met"))


def _step_name(desk: Desk, step: int) -> str:
    return desk.language.gettext(STEPS[str(step)])


def _forced_table(desk: Desk, standing: Standing) -> Table:
    columns = (
        Column(desk.phrase("dossier.step"), 1.2),
        Column(desk.label(StepClosing, "closed_on"), kind=CellKind.DATE),
        Column(desk.label(StepClosing, "closed_by"), 1.2),
        Column(desk.label(StepClosing, "reason"), 3),
    )
    rows = [
        (_step_name(desk, one.step), desk.date_of(at.closed_on), desk.person(at.closed_by), at.reason)
        for one in standing.steps
        if (at := one.closing) is not None and at.reason
    ]
    return Table(columns, rows, empty=desk.phrase("dossier.none_forced"))


def _lacking_table(desk: Desk, filed: Sequence[Filed]) -> Table:
    columns = (
        Column(desk.label(DocumentControl, "number"), kind=CellKind.CODE),
        Column(desk.phrase("dossier.document"), 1.6),
        Column(desk.phrase("dossier.missing"), 3),
    )
    rows = [
        (one.number, one.title, point.sentence.worded(desk.language))
        for one in filed
        for point in one.open_points
    ]
    return Table(columns, rows, empty=desk.phrase("dossier.none_lacking"))


def _health_table(desk: Desk, standing: Standing) -> Table:
    columns = (
        Column(desk.phrase("dossier.severity"), 1),
        Column(desk.phrase("dossier.step"), 1.3),
        Column(desk.phrase("dossier.missing"), 4),
    )
    rows = [
        (
            desk.language.gettext(SEVERITIES[one.severity]),
            _step_name(desk, one.step) if one.step else "",
            one.sentence.worded(desk.language),
        )
        for one in standing.findings
    ]
    return Table(columns, rows, empty=desk.phrase("dossier.none_found"))


def statement(desk: Desk) -> Iterator[Block]:
    """Yield the one sentence about the standard that the organisation may use, and what it does not mean."""
    yield Title(desk.phrase("dossier.statement"))
    yield Paragraph(desk.statement_on_guidance(), Tone.STRONG)
    yield KeyValues((references(desk),))
    yield Paragraph(desk.own_furniture("").footer)


def begun(filed: Filed, document: Document) -> Document:
    """Return a document with the name of its place before it."""
    return replace(document, blocks=(Anchor(filed.anchor), *document.blocks))
