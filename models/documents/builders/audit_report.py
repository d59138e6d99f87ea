"""D5: the report of the internal audit, with the corrective actions that follow from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from models.content.improvement import audit_model
from models.documents.blocks import Block, Entry, Note, Paragraph, SignatureBox
from models.documents.builders import audit as parts
from models.documents.builders.actions import counted, effect_table, overview, report
from models.documents.builders.desk import Desk
from models.documents.builders.sections import Writer, facts, history, references, report_opening, sections_of
from models.documents.builders.training import signed_by
from models.domain.records.audit import Audit, AuditCheck, Finding, Grade
from models.domain.records.commitment import Role, RoleName
from models.domain.records.correction import Action

_NONCONFORMITIES = (Grade.MAJOR, Grade.MINOR)


def build(desk: Desk) -> tuple[Block, ...]:
    """Return the report on the newest audit; its last section is signed."""
    return (*report_opening(desk), *sections_of(desk, _SECTIONS), *history(desk))


def _aim(desk: Desk) -> Iterator[Block]:
    yield Paragraph(desk.phrase("audit.aim"))
    audit = parts.newest_audit(desk)
    if audit is None:
        yield desk.missing(Audit)
    elif not audit.criteria:
        yield desk.missing(audit, "criteria")
    entries = [Entry(desk.phrase("audit.scope"), parts.area_of(desk, audit))] if audit else []
    entries += [Entry(desk.phrase("audit.criteria"), audit.criteria)] if audit else []
    yield from facts((*entries, references(desk)))
    yield Note(desk.say(audit_model().criterion_note))


def _programme(desk: Desk) -> Iterator[Block]:
    table = parts.programme(desk)
    yield table if table.rows else desk.missing(Audit)


def _auditor(desk: Desk) -> Iterator[Block]:
    audit = parts.newest_audit(desk)
    if audit is None:
        yield desk.missing(Audit)
        return
    fields = ("auditor", "competence", "independence")
    for field in fields:
        if not getattr(audit, field):
            yield desk.missing(audit, field)
    yield from facts(parts.who(desk, audit))


def _checklist(desk: Desk) -> Iterator[Block]:
    audit = parts.newest_audit(desk)
    checks = parts.checks_of(desk, audit) if audit else ()
    yield parts.checklist(desk, checks) if checks else desk.missing(AuditCheck)


def _findings(desk: Desk) -> Iterator[Block]:
    findings = _own_findings(desk)
    yield parts.findings_table(desk, findings) if findings else desk.missing(Finding)


def _own_findings(desk: Desk) -> Sequence[Finding]:
    audit = parts.newest_audit(desk)
    return parts.findings_of(desk, audit) if audit else ()


def _strengths(desk: Desk) -> Iterator[Block]:
    yield from _text(desk, "strengths")


def _conclusion(desk: Desk) -> Iterator[Block]:
    yield from _text(desk, "conclusion")


def _text(desk: Desk, field: str) -> Iterator[Block]:
    audit = parts.newest_audit(desk)
    text = getattr(audit, field) if audit else ""
    yield Paragraph(text) if text else desk.missing(audit or Audit, field)


def _reports(desk: Desk) -> Iterator[Block]:
    for finding in _own_findings(desk):
        if finding.grade in _NONCONFORMITIES and desk.ledger.find(Action, finding.action) is None:
            yield desk.missing(finding, "action")
    for action in _followed(desk):
        yield from report(desk, action, level=2)


def _followed(desk: Desk) -> Sequence[Action]:
    """Return the actions that findings of this audit led to, each once, in the order of the findings."""
    found = (desk.ledger.find(Action, finding.action) for finding in _own_findings(desk))
    return list({action.id: action for action in found if action is not None}.values())


def _states(desk: Desk) -> Iterator[Block]:
    actions = desk.ledger.all(Action)
    if not actions:
        yield desk.missing(Action)
        return
    yield from facts(counted(desk, actions))
    yield overview(desk, actions)


def _effects(desk: Desk) -> Iterator[Block]:
    actions = [one for one in desk.ledger.all(Action) if one.done_on or one.check_on]
    yield effect_table(desk, actions) if actions else desk.missing(Action, "check_on")


def _signatures(desk: Desk) -> Iterator[Block]:
    label = desk.say(desk.rules.label("distribution"))
    yield from facts([Entry(label, desk.control.distribution)])
    audit = parts.newest_audit(desk)
    owner = next((one for one in desk.ledger.all(Role) if one.role == RoleName.TOP_MANAGER), None)
    auditor, manager = audit.auditor if audit else None, owner.person if owner else None
    signed = desk.day(audit.signed_on) if audit else ""
    yield signed_by(
        desk,
        SignatureBox(desk.phrase("audit.auditor"), desk.person(auditor), desk.job(auditor), signed),
        SignatureBox(desk.phrase("audit.auditee"), parts.auditees_of(desk, audit) if audit else ""),
        SignatureBox(desk.phrase("audit.owner"), desk.person(manager), desk.job(manager)),
    )


_SECTIONS: Mapping[str, Writer] = {
    "D5-02": _aim,
    "D5-03": _programme,
    "D5-04": _auditor,
    "D5-05": _checklist,
    "D5-06": _findings,
    "D5-07": _strengths,
    "D5-08": _conclusion,
    "D5-09": _reports,
    "D5-10": _states,
    "D5-11": _effects,
    "D5-12": _signatures,
}
