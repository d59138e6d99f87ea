"""R-02: the organisation's surroundings, and what could stop its promises."""

from __future__ import annotations

from collections.abc import Iterable

from models.content.documents import record_form
from models.documents.blocks import Block, CellKind, Heading, Note, Table
from models.documents.builders.desk import Desk
from models.documents.builders.promises import named, number_of
from models.documents.builders.registers import Fill, register_table
from models.documents.builders.sections import closing, opening
from models.domain.records.charter import Risk
from models.domain.records.organisation import ContextFactor
from models.domain.text import LocalText

_BANDS = ((20, "very_high"), (10, "high"), (5, "medium"), (1, "low"))


def build(desk: Desk) -> tuple[Block, ...]:
    """Return the context sheet and the risk register."""
    note = record_form("R-02").note
    blocks: list[Block] = [*opening(desk), Heading(desk.phrase("annexes.context"), 2)]
    context = context_table(desk, by_hand=True)
    if not context.rows:
        blocks.append(desk.missing(ContextFactor))
    blocks += [context, Heading(desk.phrase("annexes.risks"), 2)]
    risks = risk_table(desk, desk.ledger.all(Risk), by_hand=True)
    if not risks.rows:
        blocks.append(desk.missing(Risk))
    blocks.append(risks)
    if note is not None:
        blocks.append(Note(desk.say(note)))
    return (*blocks, *closing(desk))


def context_table(desk: Desk, *, by_hand: bool = False) -> Table:
    """Return the matters inside and outside, those inside first."""
    factors = sorted(desk.ledger.all(ContextFactor), key=lambda one: one.side)
    matter = Fill("matter", 4, title=record_form("R-02").columns[0])
    fills = (Fill("side", 0.8), matter, Fill("effect", 0.8), "noted_on")
    return register_table(desk, ContextFactor, fills, factors, by_hand=by_hand)


def risk_table(desk: Desk, risks: Iterable[Risk], *, by_hand: bool = False) -> Table:
    """Return the risks with everything that is planned against them."""
    fills = (
        Fill(lambda at, risk: named(at, risk.promise), 2.2),
        Fill("cause", 1.9),
        "likelihood",
        "effect",
        Fill(level, kind=CellKind.MARK),
        Fill("prevention", 1.9),
        Fill("fallback", 1.7),
        "owner",
        "reviewed_on",
    )
    return register_table(desk, Risk, fills, risks, titles=_titles(), by_hand=by_hand)


def brief_risk_table(desk: Desk, risks: Iterable[Risk]) -> Table:
    """Return the risks for a narrow page: promises by their number, the three figures in one column."""
    _, cause, *_, level_, prevention, fallback, owner, _ = _titles()
    fills = (
        Fill(
            lambda at, risk: number_of(at, risk.promise), kind=CellKind.NUMBER, title="annexes.promise_number"
        ),
        Fill("cause", 1.9, title=cause),
        Fill(_calculated_level, 1.4, title=level_),
        Fill("prevention", 1.8, title=prevention),
        Fill("fallback", 1.6, title=fallback),
        Fill("owner", 1.3, title=owner),
    )
    return register_table(desk, Risk, fills, risks)


def _titles() -> tuple[LocalText, ...]:
    return record_form("R-02").columns[1:]


def level(desk: Desk, risk: Risk) -> str:
    """Return the level of a risk as figure and word, "" while one of its figures is missing."""
    if risk.level is None:
        return ""
    word = next(name for lowest, name in _BANDS if risk.level >= lowest)
    return desk.phrase(f"annexes.{word}", level=desk.number_of(risk.level))


def _calculated_level(desk: Desk, risk: Risk) -> str:
    if risk.level is None:
        return ""
    likelihood, effect = desk.number_of(risk.likelihood), desk.number_of(risk.effect)
    return f"{likelihood} × {effect} = {level(desk, risk)}"
