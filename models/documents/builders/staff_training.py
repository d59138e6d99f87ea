"""Slides and quiz for the staff, made of the charter as it stands."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from models.content.staff_training import Told, staff_training
from models.documents.blocks import (
    Align,
    Block,
    CellKind,
    CheckBoxes,
    Column,
    ControlBlock,
    Entry,
    Heading,
    KeepTogether,
    PageBreak,
    Paragraph,
    Spacer,
    Span,
    Table,
    Title,
    Tone,
)
from models.documents.builders.contact import deadlines, second_look, ways_to_complain
from models.documents.builders.desk import Desk
from models.documents.builders.promises import promises
from models.documents.builders.values import with_unit, working_days
from models.documents.pieces import Point, Slide, SlideStyle
from models.domain.quiz import Answer, Asked, Fixed, Question, Source, questions
from models.domain.records.charter import CharterText, ComplaintRule, Promise
from models.domain.records.training import TEST_QUESTIONS, Authority, TrainingRule
from models.domain.text import LocalText
from models.localisation.text import ascii_digits

_AUTHORITIES_SHOWN = 6


def build_slides(desk: Desk) -> tuple[Block, ...]:
    """Return the slides: why, one for each promise, complaints, data, authority, quiz and its answers."""
    slides = [
        _cover(desk),
        _told(desk, staff_training().slides.why, staff_training().why),
        *_promise_slides(desk),
        *_complaint(desk),
        _privacy(desk),
        *_authority(desk),
        *_quiz_slides(desk),
    ]
    page = desk.furniture().page_label
    return tuple(
        dataclasses.replace(slide, foot=_foot(desk), page=page(number, len(slides)))
        for number, slide in enumerate(slides, 1)
    )


def build_quiz(desk: Desk) -> tuple[Block, ...]:
    """Return the quiz on paper: room for the name, questions with boxes to tick, the answers behind."""
    words, asked = staff_training().quiz, quiz_of(desk)
    mark = desk.ledger.sheet(TrainingRule).pass_mark or 0
    numbers = {"mark": desk.number_of(mark), "questions": desk.number_of(len(asked))}
    labels = (desk.language.gettext("Name"), desk.say(desk.rules.label("date")), desk.say(words.answers))
    blocks: list[Block] = [
        Title(desk.say(words.title), desk.say(desk.organisation.name)),
        ControlBlock(tuple(Entry(label) for label in labels)),
        Paragraph(desk.say(words.introduction).format(**numbers)),
    ]
    for number, question in enumerate(asked, 1):
        label = desk.language.digits(f"{number}. ")
        options = tuple(_worded(desk, question, option) for option in question.options)
        sentence = Paragraph((Span(label + _sentence(desk, question), bold=True),))
        blocks += [Spacer(1.5), KeepTogether((sentence, CheckBoxes(options, across=_across(options))))]
    return (
        *blocks,
        PageBreak(),
        *_key(desk, asked),
        Spacer(4),
        Paragraph(_foot(desk), Tone.QUIET, Align.START),
    )


def quiz_of(desk: Desk) -> tuple[Question, ...]:
    """Return the questions of the quiz, the same in every language."""
    content = staff_training()
    source = Source(
        promises(desk.ledger),
        desk.ledger.sheet(ComplaintRule),
        desk.ledger.all(Authority),
        tuple(Fixed(one.question, one.right, one.wrong) for one in content.questions),
        content.lures,
    )
    return questions(source, TEST_QUESTIONS)


def _cover(desk: Desk) -> Slide:
    words = staff_training().slides
    name = desk.say(desk.organisation.name)
    return Slide(
        desk.say(words.title), name, points=(Point("", desk.say(words.subtitle)),), style=SlideStyle.COVER
    )


def _foot(desk: Desk) -> str:
    name = desk.say(desk.organisation.name)
    revision = desk.say(staff_training().slides.foot).format(
        revision=desk.language.digits(desk.control.revision)
    )
    return " · ".join(filter(None, (name, revision)))


def _told(desk: Desk, title: LocalText, told: Sequence[Told], kicker: str = "") -> Slide:
    points = tuple(Point(desk.say(one.name), desk.say(one.text)) for one in told)
    return Slide(desk.say(title), kicker, points=points)


def _promise_slides(desk: Desk) -> Iterator[Slide]:
    """Yield a slide for each promise; what it does not say has no card."""
    words, written = staff_training().slides, promises(desk.ledger)
    if not written:
        yield Slide(desk.say(words.none_yet))
    for number, promise in enumerate(written, 1):
        kicker = desk.say(words.promise).format(
            number=desk.number_of(number), total=desk.number_of(len(written))
        )
        who = (desk.person(promise.granted_by), desk.job(promise.granted_by))
        grant = desk.language.row.list_separator.join(filter(None, who))
        said = (
            (words.applies, desk.say(promise.conditions)),
            (words.does_not_apply, desk.say(promise.limits)),
            (words.remedy, desk.say(promise.remedy)),
            (words.claim, desk.say(promise.claim_how)),
            (words.limit, promise.remedy_limit),
            (words.granted_by, grant),
        )
        points = tuple(Point(desk.say(name), text) for name, text in said if text.strip())
        yield Slide(desk.say(promise.text), kicker, desk.number_of(number), points)


def _complaint(desk: Desk) -> Iterator[Slide]:
    """Yield the steps that everybody takes, and the route that the charter promises."""
    content, rule = staff_training(), desk.ledger.sheet(ComplaintRule)
    words = content.slides
    kicker = desk.say(words.complaint_kicker)
    told = _told(desk, words.complaint, content.complaint, kicker)
    labels = tuple(desk.number_of(number) for number in range(1, len(told.points) + 1))
    yield dataclasses.replace(told, labels=labels, style=SlideStyle.STEPS)
    said = (
        (words.ways, ways_to_complain(desk, rule)),
        (words.deadlines, deadlines(desk, rule)),
        (words.second_look, second_look(desk, rule)),
        (words.outside, desk.say(rule.outside_body)),
    )
    points = tuple(Point(desk.say(name), text) for name, text in said if text)
    if points:
        yield Slide(desk.say(words.route), kicker, points=points)


def _privacy(desk: Desk) -> Slide:
    content, own = staff_training(), desk.say(desk.ledger.sheet(CharterText).privacy)
    slide = _told(desk, content.slides.privacy, content.privacy, desk.say(content.slides.privacy_kicker))
    charter = Point(desk.title, own)
    return dataclasses.replace(slide, points=(*slide.points, charter)) if own else slide


def _authority(desk: Desk) -> Iterator[Slide]:
    """Yield who may grant what, so many lines a slide."""
    words = staff_training().slides
    lines = [_granted(desk, line) for line in desk.ledger.all(Authority) if line.job.strip()]
    for start in range(0, len(lines), _AUTHORITIES_SHOWN):
        shown = tuple(lines[start : start + _AUTHORITIES_SHOWN])
        yield Slide(desk.say(words.authority), desk.say(words.authority_kicker), points=shown)


def _granted(desk: Desk, line: Authority) -> Point:
    amount = desk.number_of(line.amount) if line.amount else ""
    text = line.remedy
    if amount:
        text = desk.say(staff_training().slides.beyond).format(remedy=line.remedy, amount=amount)
    return Point(line.job, text)


def _quiz_slides(desk: Desk) -> Iterator[Slide]:
    words, asked = staff_training().slides, quiz_of(desk)
    mark = desk.ledger.sheet(TrainingRule).pass_mark or 0
    about = desk.say(words.quiz_text).format(count=desk.number_of(len(asked)), mark=desk.number_of(mark))
    yield Slide(desk.say(words.quiz), points=(Point("", about),), style=SlideStyle.COVER)
    total = desk.number_of(len(asked))
    for number, question in enumerate(asked, 1):
        kicker = desk.say(words.question).format(number=desk.number_of(number), total=total)
        points = tuple(Point(_worded(desk, question, option)) for option in question.options)
        labels = tuple(desk.number_of(place) for place in range(1, len(points) + 1))
        yield Slide(_sentence(desk, question), kicker, "", points, labels, SlideStyle.OPTIONS)
    answers = tuple(Point(_worded(desk, question, question.answer)) for question in asked)
    labels = tuple(desk.number_of(number) for number in range(1, len(asked) + 1))
    yield Slide(desk.say(words.answers), "", "", answers, labels, SlideStyle.STEPS)


def _key(desk: Desk, asked: Sequence[Question]) -> Iterator[Block]:
    """Yield the right answers for the trainer, each with its question."""
    words = staff_training().quiz
    yield Heading(desk.say(words.right_answers))
    columns = (
        Column(desk.phrase("annexes.number"), 0.4, CellKind.NUMBER),
        Column(desk.say(words.question), 3),
        Column(desk.say(words.answer), 2),
    )
    rows = tuple(
        (desk.number_of(number), _sentence(desk, one), (Span(_worded(desk, one, one.answer), bold=True),))
        for number, one in enumerate(asked, 1)
    )
    yield Table(columns, rows)


def _across(options: Sequence[str]) -> int:
    """Return how many answers stand in a row: short ones side by side, sentences one under the other."""
    longest = max(map(len, options), default=0)
    return 4 if longest <= 20 else 2 if longest <= 42 else 1


def _sentence(desk: Desk, question: Question) -> str:
    """Return a question in words."""
    words, about = staff_training().quiz, question.about
    if question.text is not None:
        return desk.say(question.text)
    if isinstance(about, Authority):
        return desk.say(words.amount).format(job=desk.language.isolate(about.job))
    if isinstance(about, Promise):
        return _about_promise(desk, question, about)
    return desk.say(words.acknowledged if question.asked is Asked.ACKNOWLEDGED else words.answered)


def _about_promise(desk: Desk, question: Question, promise: Promise) -> str:
    words, text = staff_training().quiz, desk.say(promise.text)
    if question.asked is Asked.REMEDY:
        return desk.say(words.remedy).format(promise=desk.language.isolate(text))
    gapped = without_number(text, promise.number or Decimal(0), desk.say(words.gap))
    if gapped == text:
        return desk.say(words.number_of_promise).format(promise=desk.language.isolate(text))
    return desk.say(words.number_in_text).format(promise=desk.language.isolate(gapped))


def without_number(text: str, number: Decimal, gap: str) -> str:
    """Return a text with a gap for the number, in whatever digits it is written; as it is without it."""
    wanted = re.escape(f"{number.normalize():f}").replace(r"\.", "[.٫/]")
    found = re.search(rf"(?<![0-9.,٫٬]){wanted}(?![0-9]|[.,٫٬][0-9])", ascii_digits(text))
    return text if found is None else text[: found.start()] + gap + text[found.end() :]


def _worded(desk: Desk, question: Question, option: Answer) -> str:
    """Return an answer in words, a number with what it counts."""
    if isinstance(option, LocalText):
        return desk.say(option)
    if isinstance(option, str):
        return option
    if isinstance(question.about, Promise):
        return with_unit(desk, option, question.about.unit)
    if isinstance(question.about, Authority):
        return desk.number_of(option)
    return working_days(desk, int(option))
