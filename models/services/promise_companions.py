"""What makes a promise real: indicator, procedure, risk, survey question, training and audit question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from models.domain.fields import Record
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.audit import Audit, AuditCheck
from models.domain.records.charter import Indicator, Procedure, Promise, Risk
from models.domain.records.control import Person
from models.domain.records.feedback import Survey, SurveyQuestion
from models.domain.records.training import SkillNeed
from models.domain.register import Register
from models.domain.registers import register_of
from models.domain.sentences import Wording
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.localisation.languages import language_rows
from models.localisation.text import search_key, shortened
from models.services.model_promises import has_model, model_indicator

# Long enough for every promise that keeps to the limit of words.
_QUOTED = 200


@dataclass(frozen=True)
class Start:
    """What a new companion is made from: the promise, the company, its language and the day."""

    promise: Promise
    ledger: Ledger
    wording: Wording
    today: date

    def quoted(self) -> str:
        """Return the beginning of the promise in the language."""
        return shortened(_bare(self.promise.text.best(self.wording.code)), _QUOTED)


@dataclass(frozen=True)
class Companion:
    """A kind of record that belongs to a promise.

    add: message of the button that makes one. field: by which it refers to the promise; "" for records that
    have no such field and are found by quoting the promise in `quoting`.
    """

    record: type[Record]
    add: str
    icon: str
    make: Callable[[Start], list[Record]]
    field: str = "promise"
    quoting: str = ""

    @property
    def register(self) -> Register:
        """Where these records are kept."""
        return register_of(self.record)

    def of(self, promise: Promise, ledger: Ledger) -> Sequence[Record]:
        """Return the records of this kind that belong to a promise, oldest first."""
        if self.field:
            return [one for one in ledger.all(self.record) if getattr(one, self.field) == promise.id]
        quotes = _quotes(promise)
        return [
            one
            for one in ledger.all(self.record)
            if any(quote in _folded(getattr(one, self.quoting)) for quote in quotes)
        ]

    def started(self, start: Start) -> list[Record]:
        """Return a new record for a promise, not saved yet and the last one, and before it what it needs."""
        return self.make(start)


@lru_cache(maxsize=4_096)
def _folded(text: str) -> str:
    return search_key(text)


def _bare(text: str) -> str:
    return text.strip().rstrip(".")


def _quotes(promise: Promise) -> Iterable[str]:
    quotes = (shortened(_bare(text), _QUOTED).rstrip("…") for _code, text in promise.text.items())
    return [search_key(quote) for quote in quotes if quote.strip()]


def _in_every_language(message: str, promise: LocalText) -> LocalText:
    """Return a message with the promise in it, in each language that the promise has."""
    return LocalText.of(
        {
            row.code: load_language(row.code).gettext(message).format(promise=shortened(_bare(text), _QUOTED))
            for row in language_rows()
            if (text := promise.get(row.code))
        }
    )


def _indicator(start: Start) -> list[Record]:
    promise = start.promise
    if has_model(promise):
        return [model_indicator(promise)]
    card = Indicator(
        promise=promise.id,
        name=_in_every_language(N_("Kept: {promise}"), promise.text),
        formula=_in_every_language(N_("Cases in which it was kept ÷ all cases × 100"), promise.text),
        unit=LocalText.of({row.code: row.percent for row in language_rows()}),
        comparison="at_least",
        frequency="monthly",
        owner=promise.owner,
    )
    return [card]


def _procedure(start: Start) -> list[Record]:
    return [Procedure(promise=start.promise.id, on_failure=start.promise.remedy.best(start.wording.code))]


def _risk(start: Start) -> list[Record]:
    return [Risk(promise=start.promise.id, owner=start.promise.owner)]


def _survey_question(start: Start) -> list[Record]:
    from models.services import model_entries

    beginning = model_entries.Start(start.ledger, start.wording, start.today)
    survey, begun = beginning.latest(Survey, lambda: model_entries.new_survey(beginning))
    asked = (one.order or 0 for one in start.ledger.all(SurveyQuestion) if one.survey == survey.id)
    question = SurveyQuestion(
        survey=survey.id,
        order=max(asked, default=0) + 1,
        text=_in_every_language(
            N_("How satisfied are you with how we keep this promise: “{promise}”?"), start.promise.text
        ),
        type="scale5",
        promise=start.promise.id,
    )
    return [*begun, question]


def _training(start: Start) -> list[Record]:
    owner = start.ledger.find(Person, start.promise.owner)
    skill = start.wording.gettext(N_("Keeping the promise “{promise}”")).format(promise=start.quoted())
    return [
        SkillNeed(job=owner.job.best(start.wording.code) if owner else "", skill=skill, state="need"),
    ]


def _audit_check(start: Start) -> list[Record]:
    from models.services import model_entries

    beginning = model_entries.Start(start.ledger, start.wording, start.today)
    audit, begun = beginning.latest(Audit, lambda: model_entries.new_audit(beginning))
    question = start.wording.gettext(
        N_("how the promise “{promise}” is kept: the procedure, a record and the latest figure")
    ).format(promise=start.quoted())
    check = AuditCheck(audit=audit.id, step="3", question=question, promise=start.promise.id)
    return [*begun, check]


COMPANIONS: Sequence[Companion] = (
    Companion(Indicator, N_("Make indicator"), "indicator", _indicator),
    Companion(Procedure, N_("Write procedure"), "tasks", _procedure),
    Companion(Risk, N_("Note risk"), "warning", _risk),
    Companion(SurveyQuestion, N_("Ask customers"), "comment", _survey_question),
    Companion(SkillNeed, N_("Train for it"), "step-4", _training, field="", quoting="skill"),
    Companion(AuditCheck, N_("Audit it"), "step-8", _audit_check, field="", quoting="question"),
)
