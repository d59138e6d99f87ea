"""The model's entries for each register that has some, made of the content.

Each function returns records that are not saved yet, and leaves out what the company already has; so it may
be asked again after some of them were deleted or changed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import TypeVar

from models.content.documents import (
    document_control,
    documents,
    record_forms,
)
from models.content.gap import gap_questions
from models.content.improvement import audit_model, corrective_model, review_model
from models.content.launch import launch_model
from models.content.places import places
from models.content.promises import charter_model
from models.content.survey import survey_model
from models.content.training import syllabus
from models.domain.fields import Record
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.audit import Audit, AuditCheck, Review, ReviewInput
from models.domain.records.charter import CharterText, ComplaintRule, Indicator, Promise
from models.domain.records.choices import STEPS
from models.domain.records.commitment import Objective, PolicyStatement, Role, RoleName
from models.domain.records.control import CompanySettings, DocumentControl, Holiday, Person
from models.domain.records.correction import ActionRule, Retention
from models.domain.records.feedback import Survey, SurveyQuestion
from models.domain.records.operation import LaunchPoint
from models.domain.records.organisation import GapAnswer, GapRound, Law, Organisation
from models.domain.records.training import SkillNeed, TrainingSession
from models.domain.sentences import Wording
from models.domain.text import LocalText
from models.domain.training import NEED, matrix
from models.services import holidays
from models.services.commitment import new_statement, objective_of, objectives_to_take, statements_to_take
from models.services.launching import is_the_models
from models.services.model_promises import has_model, model_indicator, taken, trade_of
from models.services.starters import NoTradeChosen

R = TypeVar("R", bound=Record)

# Printed for customers: no records of what was done.
_PRINTED = frozenset({"R-16", "R-17"})
_KEY_ROLES = (RoleName.CHARTER_OWNER, RoleName.COMPLAINT_OFFICER, RoleName.INTERNAL_AUDITOR)
_SURVEY_NO = "S-1"


@dataclass(frozen=True)
class Start:
    """What starters need: the company's records, the language for texts that have only one, and the day."""

    ledger: Ledger
    wording: Wording
    today: date

    def text(self, text: LocalText) -> str:
        """Return a text of the content in the language."""
        return text.best(self.wording.code)

    def latest(self, record_type: type[R], new: Callable[[], R]) -> tuple[R, list[Record]]:
        """Return the newest record of a type and nothing to save, or a new one that must be saved."""
        known = self.ledger.all(record_type)
        if known:
            return known[-1], []
        made = new()
        return made, [made]


def _gap_answers(start: Start) -> list[Record]:
    current, begun = start.latest(
        GapRound,
        lambda: GapRound(title=start.wording.gettext(N_("First round")), started_on=start.today),
    )
    known = {answer.question for answer in start.ledger.all(GapAnswer) if answer.round == current.id}
    answers = [
        GapAnswer(round=current.id, question=question.id, step=str(question.step))
        for question in gap_questions()
        if question.id not in known
    ]
    return [*begun, *answers] if answers else []


def _laws(start: Start) -> list[Record]:
    known = {law.title for law in start.ledger.all(Law)}
    laws = [law for place in places() for law in place.laws]
    return [
        Law(title=title, duty="\n".join(start.text(point) for point in law.points))
        for law in laws
        if (title := start.text(law.title)) not in known
    ]


def _policy_statements(start: Start) -> list[Record]:
    numbers = count(new_statement(start.ledger).order or 1)
    return [
        PolicyStatement(order=next(numbers), text=statement.text)
        for statement in statements_to_take(start.ledger)
    ]


def _roles(start: Start) -> list[Record]:
    known = {role.role for role in start.ledger.all(Role)}
    return [Role(role=name) for name in _KEY_ROLES if name not in known]


def _objectives(start: Start) -> list[Record]:
    return [objective_of(ready, start.today) for ready in objectives_to_take(start.ledger)]


def _promises(start: Start) -> list[Record]:
    trade = trade_of(start.ledger.sheet(Organisation).sector)
    if trade is None:
        raise NoTradeChosen
    return taken(trade, trade.promises, start.ledger)


def _indicators(start: Start) -> list[Record]:
    measured = {indicator.promise for indicator in start.ledger.all(Indicator)}
    return [
        model_indicator(promise)
        for promise in start.ledger.all(Promise)
        if has_model(promise) and promise.id not in measured
    ]


def _complaint_rule(start: Start) -> list[Record]:
    days = charter_model().defaults
    return _filled(
        start.ledger.sheet(ComplaintRule),
        acknowledge_days=days.acknowledge_days,
        answer_days=days.answer_days,
        appeal_days=days.appeal_days,
    )


def _charter_text(start: Start) -> list[Record]:
    model = charter_model()
    name = start.ledger.sheet(Organisation).name
    greeting = LocalText.of(
        {
            code: text.format(organization=name.get(code))
            for code, text in model.greeting.items()
            if name.get(code)
        }
    )
    return _filled(
        start.ledger.sheet(CharterText),
        greeting=greeting,
        expectations=model.expectations,
        privacy=model.privacy,
    )


def _action_rule(start: Start) -> list[Record]:
    triggers = "\n".join(start.text(trigger) for trigger in corrective_model().triggers)
    return _filled(start.ledger.sheet(ActionRule), rule=triggers)


def _filled(sheet: Record, **model: object) -> list[Record]:
    """Return the sheet with the model's values where it has none; nothing when it has them all."""
    missing = {name: value for name, value in model.items() if value and not getattr(sheet, name)}
    return [dataclasses.replace(sheet, **missing)] if missing else []  # type: ignore[arg-type]


def _launch_points(start: Start) -> list[Record]:
    known = start.ledger.all(LaunchPoint)
    numbers = count(max((point.order or 0 for point in known), default=0) + 1)
    return [
        LaunchPoint(order=next(numbers), point=model.text, state="open")
        for model in launch_model().points
        if not any(is_the_models(point, model) for point in known)
    ]


def _skill_needs(start: Start) -> list[Record]:
    """Every job of the staff against the modules of the syllabus; without any jobs all staff in one row."""
    known = matrix(start.ledger.all(SkillNeed))
    own = (start.text(person.job) for person in start.ledger.all(Person) if person.job)
    jobs = known.jobs or tuple(dict.fromkeys(own)) or (start.wording.gettext(N_("All staff")),)
    skills = [start.text(module.name) for module in syllabus().modules]
    return [
        SkillNeed(job=job, skill=skill, state=NEED)
        for job in jobs
        for skill in skills
        if (job, skill) not in known.needs
    ]


def _training_sessions(start: Start) -> list[Record]:
    known = {session.module for session in start.ledger.all(TrainingSession)}
    return [
        TrainingSession(topic=start.text(module.name), module=module.id, minutes=module.minutes)
        for module in syllabus().modules
        if module.id not in known
    ]


def _survey_questions(start: Start) -> list[Record]:
    survey, begun = start.latest(Survey, lambda: new_survey(start))
    present = [question for question in start.ledger.all(SurveyQuestion) if question.survey == survey.id]
    known = {question.model for question in present}
    numbers = count(max((question.order or 0 for question in present), default=0) + 1)
    questions = [
        SurveyQuestion(survey=survey.id, order=next(numbers), text=item.text, type=item.type, model=item.id)
        for item in survey_model().items
        if item.id not in known
    ]
    return [*begun, *questions] if questions else []


def new_survey(start: Start) -> Survey:
    """Return the first survey of a company, not saved yet."""
    return Survey(
        no=_SURVEY_NO,
        title=_in_one_language(start, N_("Customer satisfaction")),
        needed=survey_model().small_sample,
        start=start.today,
    )


def _in_one_language(start: Start, message: str) -> LocalText:
    return LocalText.of({start.wording.code: start.wording.gettext(message)})


def _audit_checks(start: Start) -> list[Record]:
    audit, begun = start.latest(Audit, lambda: new_audit(start))
    known = {check.model for check in start.ledger.all(AuditCheck) if check.audit == audit.id}
    checks = [
        AuditCheck(
            audit=audit.id,
            order=order,
            step=str(question.step),
            question=start.text(question.text),
            model=question.id,
        )
        for order, question in enumerate(audit_model().checklist, 1)
        if question.id not in known
    ]
    return [*begun, *checks] if checks else []


def new_audit(start: Start) -> Audit:
    """Return the first audit of a company, not saved yet."""
    return Audit(
        title=start.wording.gettext(N_("Internal audit")), steps=tuple(STEPS), planned_on=start.today
    )


def _review_inputs(start: Start) -> list[Record]:
    review, begun = start.latest(Review, lambda: Review(held_on=start.today))
    known = {one.topic for one in start.ledger.all(ReviewInput) if one.review == review.id}
    topics = [
        ReviewInput(review=review.id, topic=topic.id)
        for topic in review_model().inputs
        if topic.id not in known
    ]
    return [*begun, *topics] if topics else []


def _document_controls(start: Start) -> list[Record]:
    known = {control.document for control in start.ledger.all(DocumentControl)}
    numbers = _document_numbers(start.ledger.sheet(CompanySettings).number_prefix)
    return [
        DocumentControl(
            document=document.id,
            number=numbers[document.id],
            revision=document_control().first_revision,
            classification=document.access,
        )
        for document in documents()
        if document.id not in known
    ]


def _document_numbers(prefix: str) -> Mapping[str, str]:
    """Return prefix, type and number of each document; documents of one type are counted together."""
    counters: dict[str, int] = {}
    numbers = {}
    for document in documents():
        kind = document.types[0]
        counters[kind] = counters.get(kind, 0) + 1
        numbers[document.id] = "-".join(filter(None, (prefix, kind, f"{counters[kind]:02}")))
    return numbers


def _retentions(start: Start) -> list[Record]:
    known = {kept.form for kept in start.ledger.all(Retention)}
    return [
        Retention(record=start.text(form.title), form=form.id, years=syllabus().retention_years)
        for form in record_forms()
        if form.id not in known | _PRINTED
    ]


def _holidays(start: Start) -> list[Record]:
    year = holidays.year_to_offer(start.ledger, start.today)
    return list(holidays.missing(start.ledger, start.wording, year))


ENTRIES: Mapping[type[Record], Callable[[Start], list[Record]]] = {
    GapAnswer: _gap_answers,
    Law: _laws,
    LaunchPoint: _launch_points,
    PolicyStatement: _policy_statements,
    Role: _roles,
    Objective: _objectives,
    Promise: _promises,
    Indicator: _indicators,
    ComplaintRule: _complaint_rule,
    CharterText: _charter_text,
    ActionRule: _action_rule,
    SkillNeed: _skill_needs,
    TrainingSession: _training_sessions,
    SurveyQuestion: _survey_questions,
    AuditCheck: _audit_checks,
    ReviewInput: _review_inputs,
    DocumentControl: _document_controls,
    Retention: _retentions,
    Holiday: _holidays,
}
