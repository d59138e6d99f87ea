"""D2: the customer charter, its public part first and its internal annexes behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from models.content.promises import charter_model
from models.documents.blocks import (
    Align,
    Block,
    Bullets,
    Entry,
    InColumns,
    Inline,
    Missing,
    Numbered,
    Paragraph,
    Span,
    Tone,
)
from models.documents.builders import scope
from models.documents.builders.annexes import annexes
from models.documents.builders.contact import (
    contacts,
    deadlines,
    outside_body,
    second_look,
    ways_to_complain,
)
from models.documents.builders.desk import Desk
from models.documents.builders.promises import promises
from models.documents.builders.sections import (
    Writer,
    brief,
    closing,
    numerals,
    opening,
    sections_of,
)
from models.documents.builders.values import from_record, labelled, listed, target_of
from models.domain.records.charter import CharterText, ComplaintRule, Indicator, Promise
from models.domain.records.commitment import Objective, Role, RoleName
from models.domain.records.correction import Notice
from models.domain.records.organisation import Organisation

_TERMS = ("customer", "working_day", "complaint", "remedy")


def build(desk: Desk) -> tuple[Block, ...]:
    """Return the charter: what customers read, what only the organisation needs, and who approved it."""
    return (*public(desk), *annexes(desk), *closing(desk))


def public(desk: Desk) -> tuple[Block, ...]:
    """Return the part of the charter that customers read."""
    return (*opening(desk), InColumns(tuple(sections_of(desk, SECTIONS, level=2))))


def word(desk: Desk) -> Iterator[Block]:
    """Yield the greeting and the name of the one who speaks for the organisation."""
    yield from greeting(desk)
    names = _top_manager(desk)
    yield Paragraph(names, Tone.STRONG, Align.END) if names else desk.missing(Role)


def _top_manager(desk: Desk) -> str:
    """Return name and job of the one who speaks for the organisation, "" before it is known."""
    owner = next((role for role in desk.ledger.all(Role) if role.role == RoleName.TOP_MANAGER), None)
    if owner is None:
        return ""
    names = filter(None, (desk.person(owner.person), desk.job(owner.person)))
    return desk.language.row.list_separator.join(names)


def greeting(desk: Desk) -> Iterator[Block]:
    """Yield the word to the customers: the organisation's own, or else the model's with its name."""
    texts = desk.ledger.sheet(CharterText)
    own = desk.say(texts.greeting)
    name = desk.say(desk.organisation.name)
    if not name:
        yield desk.missing(Organisation, "name")
    if own or name:
        quoted = desk.language.isolate(name)
        said = own or desk.say(charter_model().greeting).format(organization=quoted)
        yield Paragraph(from_record(said, texts, "greeting"))


def _purpose(desk: Desk) -> Iterator[Block]:
    objectives = [desk.say(one.text) for one in desk.ledger.all(Objective) if one.text]
    if not objectives:
        yield desk.missing(Objective)
        return
    names = listed(map(desk.language.isolate, objectives))
    yield Paragraph(desk.phrase("charter.purpose", objectives=names))


def _validity(desk: Desk) -> Iterator[Block]:
    yield from scope.lacking(desk)
    yield from brief(scope.covered(desk))
    yield from scope.left_out(desk)
    texts = desk.ledger.sheet(CharterText)
    start, end = desk.control.effective_date, texts.valid_until
    days = {"start": desk.day(start), "end": desk.day(end)}
    if start is None:
        yield desk.missing(desk.control, "effective_date")
    else:
        said = desk.phrase("charter.valid_until" if end else "charter.valid_from", **days)
        yield Paragraph(from_record(said, texts, "valid_until"))


def _terms(desk: Desk) -> Iterator[Block]:
    yield from brief(
        (
            Entry(desk.phrase(f"charter.term_{term}"), desk.phrase(f"charter.meaning_{term}"))
            for term in _TERMS
        ),
    )


def _promises(desk: Desk) -> Iterator[Block]:
    yield from per_promise(desk, lambda promise: (Span(desk.say(promise.text), bold=True),), "text")


def _conditions(desk: Desk) -> Iterator[Block]:
    yield from lacking(desk, "conditions", "limits")
    yield from per_promise(desk, lambda promise: conditions(desk, promise), "conditions", "limits")


def conditions(desk: Desk, promise: Promise) -> str:
    """Return when a promise applies and when it does not, each in a line."""
    model, quote = charter_model(), desk.language.isolate
    lines = []
    if promise.conditions:
        lines.append(desk.say(model.applies).format(conditions=quote(desk.say(promise.conditions))))
    if promise.limits:
        lines.append(desk.say(model.does_not_apply).format(limits=quote(desk.say(promise.limits))))
    return "\n".join(lines)


def _remedies(desk: Desk) -> Iterator[Block]:
    yield from lacking(desk, "remedy")
    yield from per_promise(desk, lambda promise: remedy(desk, promise), "remedy", "claim_how")
    yield Paragraph(desk.phrase("charter.rights"))


def remedy(desk: Desk, promise: Promise) -> str:
    """Return what customers get when a promise is not kept, and how."""
    return " ".join(filter(None, (desk.say(promise.remedy), desk.say(promise.claim_how))))


def made_up(desk: Desk, promise: Promise) -> str:
    """Return the remedy as a sentence that stands alone, "" where there is none."""
    text = remedy(desk, promise)
    return desk.phrase("customers.remedy", remedy=text) if text else ""


def lacking(desk: Desk, *fields: str) -> Iterator[Block]:
    """Yield what promises lack of these fields."""
    for promise in promises(desk.ledger):
        for field in fields:
            if not getattr(promise, field):
                yield desk.missing(promise, field)


def per_promise(desk: Desk, say: Callable[[Promise], Inline], *fields: str) -> Iterator[Block]:
    """Yield a list of what fields of each promise say, under the promise's own number."""
    everything = promises(desk.ledger)
    if not everything:
        yield desk.missing(Promise)
    labels = numerals(desk, len(everything))
    said = [
        (label, from_record(text, one, *fields))
        for label, one in zip(labels, everything, strict=True)
        if (text := say(one))
    ]
    if said:
        yield Numbered(tuple(text for _, text in said), tuple(label for label, _ in said))


def expectations(desk: Desk) -> Iterator[Block]:
    """Yield what is asked of customers."""
    texts = desk.ledger.sheet(CharterText)
    said = desk.say(texts.expectations or charter_model().expectations)
    yield Paragraph(from_record(said, texts, "expectations"))


def privacy(desk: Desk) -> Iterator[Block]:
    """Yield what is done with what customers tell."""
    texts = desk.ledger.sheet(CharterText)
    said = desk.say(texts.privacy or charter_model().privacy)
    yield Paragraph(from_record(said, texts, "privacy"))


def _complaints(desk: Desk) -> Iterator[Block]:
    yield from lacking_contact(desk)
    yield from brief(contacts(desk))
    if text := complaint_route(desk):
        yield Paragraph(text)


def lacking_contact(desk: Desk) -> Iterator[Missing]:
    """Yield what is not settled yet of how customers complain."""
    rule = desk.ledger.sheet(ComplaintRule)
    if not desk.organisation.phone:
        yield desk.missing(desk.organisation, "phone")
    for field in ("channels", "acknowledge_days", "answer_days", "decision_by"):
        if getattr(rule, field) in (None, ()):
            yield desk.missing(rule, field)


def complaint_route(desk: Desk) -> str:
    """Return how customers complain, when they are answered and who decides, as far as that is settled."""
    rule = desk.ledger.sheet(ComplaintRule)
    sentences = [ways_to_complain(desk, rule), deadlines(desk, rule)]
    if rule.decision_by:
        name = desk.language.isolate(desk.person(rule.decision_by))
        sentences.append(desk.phrase("charter.decided_by", name=name))
    return " ".join(filter(None, sentences))


def _appeal(desk: Desk) -> Iterator[Block]:
    rule = desk.ledger.sheet(ComplaintRule)
    if not rule.outside_body:
        yield desk.missing(rule, "outside_body")
    if not rule.appeal and rule.appeal_days is None:
        yield desk.missing(rule, "appeal")
    if text := second_look(desk, rule):
        yield Paragraph(from_record(text, rule))
    yield from brief([outside_body(desk, rule)])


def _measuring(desk: Desk) -> Iterator[Block]:
    cards = desk.ledger.all(Indicator)
    if not cards:
        yield desk.missing(Indicator)
        return
    yield Paragraph(desk.phrase("charter.measured_by"))
    yield Bullets(tuple(from_record(target, card) for target, card in zip(targets(desk), cards, strict=True)))
    yield from reported(desk)


def targets(desk: Desk) -> tuple[str, ...]:
    """Return the indicators with their targets."""
    return tuple(_target(desk, card) for card in desk.ledger.all(Indicator))


def reported(desk: Desk) -> Iterator[Block]:
    """Yield where customers read what came of it."""
    places = sorted({notice.place for notice in desk.ledger.all(Notice) if notice.place})
    if places:
        names = listed(map(desk.language.isolate, places))
        yield Paragraph(desk.phrase("charter.reported_at", places=names))


def _target(desk: Desk, card: Indicator) -> str:
    name, target = desk.say(card.name), target_of(desk, card)
    if not target:
        return name
    return labelled(desk.language.isolate(name), target)


def formats(desk: Desk) -> Iterator[Block]:
    """Yield in which other forms the charter is to be had."""
    texts = desk.ledger.sheet(CharterText)
    if texts.other_formats:
        yield Paragraph(from_record(desk.say(texts.other_formats), texts, "other_formats"))
    else:
        yield desk.missing(texts, "other_formats")


def _review(desk: Desk) -> Iterator[Block]:
    control = desk.control
    sentences = [desk.phrase("charter.review", revision=desk.language.digits(control.revision))]
    if control.next_review:
        sentences.append(desk.phrase("common.next_review", day=desk.day(control.next_review)))
    yield Paragraph(" ".join(sentences))


def _statement(desk: Desk) -> Iterator[Block]:
    yield Paragraph(desk.statement_on_guidance())


SECTIONS: Mapping[str, Writer] = {
    "D2-02": word,
    "D2-03": _purpose,
    "D2-04": _validity,
    "D2-05": _terms,
    "D2-06": _promises,
    "D2-07": _conditions,
    "D2-08": _remedies,
    "D2-09": expectations,
    "D2-10": privacy,
    "D2-11": _complaints,
    "D2-12": _appeal,
    "D2-13": _measuring,
    "D2-14": formats,
    "D2-15": _review,
    "D2-16": _statement,
}
