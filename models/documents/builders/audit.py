"""The internal audit on paper: R-14 as a form, and the parts of it that D5 contains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from models.content.documents import record_form
from models.content.improvement import audit_model
from models.documents.blocks import (
    Block,
    CellKind,
    Column,
    ControlBlock,
    Entry,
    Heading,
    Note,
    Paragraph,
    SignatureBox,
    Table,
    Tone,
)
from models.documents.builders.desk import Desk
from models.documents.builders.registers import Fill, emptied, register_table
from models.documents.builders.sections import closing, facts, form_opening, opening, titled
from models.documents.builders.training import signed_by
from models.documents.builders.values import code_of
from models.domain import audit_programme
from models.domain.gates.step8 import agreed_on, done_audits
from models.domain.records.audit import GRADES, Audit, AuditCheck, Finding
from models.domain.records.choices import STEPS
from models.domain.records.correction import Action
from models.localisation.language import load_language
from models.localisation.languages import language_rows
from models.localisation.sampled import found, line_of

_FINDINGS_TO_FILL = 4


def build(desk: Desk) -> tuple[Block, ...]:
    """Return programme, checklist and findings; before there is an audit, the model checklist to fill in."""
    blocks: list[Block] = [*opening(desk), Heading(desk.phrase("audit.programme"), 2)]
    audits = all_audits(desk)
    if not audits:
        blocks.append(desk.missing(Audit))
    blocks += [programme(desk), Heading(desk.phrase("audit.checklist"), 2)]
    if not audits:
        blocks += [Paragraph(desk.say(audit_model().prompt), Tone.STRONG), _model_checklist(desk)]
    for audit in audits:
        blocks += _of_audit(desk, audit)
    return (*blocks, Note(desk.say(audit_model().criterion_note)), *closing(desk))


def build_blank(desk: Desk) -> tuple[Block, ...]:
    """Return the checklist of the next audit to write on, or else the model checklist."""
    ahead = next((audit for audit in all_audits(desk) if not audit.audited_on), None)
    checks = checks_of(desk, ahead) if ahead else ()
    questions = [(desk.number_of(number), question_of(desk, one)) for number, one in enumerate(checks, 1)]
    report = findings_table(desk, (), desk.phrase("audit.report"))
    return (
        *form_opening(desk, desk.phrase("audit.blank_checklist")),
        _audit_block(desk, ahead or Audit()),
        Paragraph(desk.say(audit_model().prompt), Tone.STRONG),
        _checklist_to_fill(desk, questions) if questions else _model_checklist(desk),
        replace(report, empty="", blank_rows=_FINDINGS_TO_FILL),
        Note(desk.say(audit_model().criterion_note)),
        signed_by(desk, *(SignatureBox(desk.phrase(name)) for name in ("audit.auditor", "audit.auditee"))),
    )


def _audit_block(desk: Desk, audit: Audit) -> ControlBlock:
    day, area, auditor, auditee = (desk.say(title) for title in record_form("R-14").columns[:4])
    return ControlBlock(
        (
            Entry(day, desk.day(audit.planned_on)),
            Entry(area, area_of(desk, audit)),
            Entry(auditor, desk.person(audit.auditor)),
            Entry(auditee, auditees_of(desk, audit)),
        ),
        across=2,
    )


def _of_audit(desk: Desk, audit: Audit) -> Iterator[Block]:
    yield Heading(audit.title, 3)
    yield from facts([*who(desk, audit), Entry(desk.phrase("audit.criteria"), audit.criteria)])
    checks = checks_of(desk, audit)
    if not checks:
        yield desk.missing(AuditCheck)
    yield checklist(desk, checks)
    yield findings_table(desk, findings_of(desk, audit), caption=desk.phrase("audit.report"))
    for field in ("strengths", "conclusion"):
        yield from titled(desk.label(Audit, field), getattr(audit, field))


def all_audits(desk: Desk) -> Sequence[Audit]:
    """Return the audits, planned and done, in the order of their days."""
    return audit_programme.in_order(desk.ledger.all(Audit))


def newest_audit(desk: Desk) -> Audit | None:
    """Return the audit a report is about: the one done last, or else the next one planned."""
    done = done_audits(desk.facts)
    if done:
        return done[-1]
    return next(iter(all_audits(desk)), None)


def checks_of(desk: Desk, audit: Audit) -> Sequence[AuditCheck]:
    """Return the lines of an audit's checklist, by step."""
    return audit_programme.checks_of(desk.ledger, audit.id)


def findings_of(desk: Desk, audit: Audit) -> Sequence[Finding]:
    """Return the findings of an audit, the weightiest first."""
    grades = list(GRADES)
    own = [one for one in desk.ledger.all(Finding) if one.audit == audit.id]
    return sorted(own, key=lambda one: grades.index(one.grade) if one.grade in grades else len(grades))


def programme(desk: Desk) -> Table:
    """Return the audits with day, area, auditor and the people audited."""
    day, area, auditor, auditee = (desk.say(title) for title in record_form("R-14").columns[:4])
    columns = (
        Column(day, kind=CellKind.DATE),
        Column(desk.phrase("audit.state"), 0.8),
        Column(area, 2.6),
        Column(auditor, 1.2),
        Column(auditee, 1.2),
    )
    rows = tuple(
        (
            desk.date_of(audit.audited_on or audit.planned_on),
            desk.phrase("audit.done" if audit.audited_on else "audit.planned"),
            area_of(desk, audit),
            desk.person(audit.auditor),
            auditees_of(desk, audit),
        )
        for audit in all_audits(desk)
    )
    return emptied(desk, Table(columns, rows))


def area_of(desk: Desk, audit: Audit) -> str:
    """Return the steps that an audit covers; all eight in one word."""
    if set(audit.steps) >= set(STEPS):
        return desk.phrase("audit.all_steps")
    return desk.value(audit, "steps")


def auditees_of(desk: Desk, audit: Audit) -> str:
    """Return the names of the people audited, "" where none are named."""
    return desk.value(audit, "auditees")


def who(desk: Desk, audit: Audit) -> Iterator[Entry]:
    """Yield who audits whom, and what the auditor is independent of."""
    for field in ("auditor", "auditees", "competence", "independence"):
        yield Entry(desk.phrase(f"audit.{field}"), desk.value(audit, field))


def checklist(desk: Desk, checks: Sequence[AuditCheck]) -> Table:
    """Return the lines of a checklist with what was picked and what was seen."""
    question, evidence, finding = record_form("R-14").columns[4:7]
    fills = [
        Fill(question_of, 2.2, title=question),
        Fill("evidence", 2.4, title=evidence),
        Fill("result", 1, title=finding),
    ]
    if any(check.samples for check in checks):
        fills.insert(1, Fill(samples_of, 1.4, title="audit.samples"))
    return register_table(desk, AuditCheck, fills, checks)


def question_of(desk: Desk, check: AuditCheck) -> str:
    """Return what was asked: the model's question in the document's language, others as they were written."""
    for asked in audit_model().checklist:
        if asked.id == check.model and check.question in dict(asked.text.items()).values():
            return desk.say(asked.text)
    return check.question


def samples_of(desk: Desk, check: AuditCheck) -> str:
    """Return what was picked; records that still go by their name are called as the document calls them."""
    wordings = [desk.language, *(load_language(row.code) for row in language_rows())]
    lines = []
    for line in check.samples:
        record = found(line, desk.ledger, wordings)
        lines.append(line_of(record, desk.ledger, desk.language) if record is not None else line)
    return "\n".join(lines)


def _model_checklist(desk: Desk) -> Table:
    return _checklist_to_fill(desk, ((one.id, desk.say(one.text)) for one in audit_model().checklist))


def _checklist_to_fill(desk: Desk, questions: Iterable[tuple[str, str]]) -> Table:
    """Return numbered questions with room for what was seen."""
    question, evidence, finding = (desk.say(title) for title in record_form("R-14").columns[4:7])
    columns = (
        Column(desk.phrase("annexes.number"), kind=CellKind.CODE),
        Column(question, 2.2),
        Column(evidence, 2.2),
        Column(finding, 1.1),
    )
    rows = tuple((number, text, "", "") for number, text in questions)
    return Table(columns, rows, by_hand=True)


def findings_table(desk: Desk, findings: Iterable[Finding], caption: str = "") -> Table:
    """Return the findings with criterion, statement, evidence and class."""
    titles = record_form("R-14").columns
    fills = (
        "no",
        Fill("criterion", 1.5),
        Fill("statement", 2.2, title=titles[6]),
        Fill("evidence", 2, title=titles[5]),
        Fill("grade", 1.7, title=titles[7]),
        Fill(_until, kind=CellKind.DATE, title="audit.until"),
        Fill(_action, kind=CellKind.CODE, title="audit.action"),
    )
    return register_table(desk, Finding, fills, findings, caption=caption)


def _until(desk: Desk, finding: Finding) -> str:
    if finding.closed_on:
        return desk.phrase("audit.closed", day=desk.date_of(finding.closed_on))
    return desk.date_of(agreed_on(desk.facts, finding))


def _action(desk: Desk, finding: Finding) -> str:
    action = desk.ledger.find(Action, finding.action)
    return code_of(desk, action.no) if action is not None else ""
