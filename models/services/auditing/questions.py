"""What can be asked about a company's own records: the one source of auditor mode and checklist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.content.gap import gap_question
from models.content.improvement import AuditQuestion, audit_model
from models.domain import health
from models.domain.fields import Record
from models.domain.gates.criterion import Place, place
from models.domain.guidance import Guidance
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.names import name_of
from models.domain.performance import Performance
from models.domain.records.charter import Indicator, Procedure, Promise
from models.domain.records.choices import STEPS
from models.domain.records.control import TaskState
from models.domain.records.feedback import IndicatorValue
from models.domain.records.operation import DataSheet, Display
from models.domain.records.organisation import GapAnswer
from models.domain.registers import register, register_of
from models.domain.scoring import TARGET, Gap, latest_answers, points
from models.domain.sentences import Sentence, Wording
from models.domain.text import LocalText
from models.localisation.text import without_isolates
from models.services.auditor_samples import samples

_CARDS = 3


class Origin(StrEnum):
    """Where a question comes from, in the order in which they are asked."""

    PROMISE = "promise"
    GAP = "gap"
    RECORD = "record"
    OVERDUE = "overdue"
    MODEL = "model"
    EARLIER = "earlier"


ORIGINS: Mapping[Origin, str] = {
    Origin.PROMISE: N_("Your promises"),
    Origin.GAP: N_("Your gaps"),
    Origin.RECORD: N_("Your records"),
    Origin.OVERDUE: N_("Overdue and broken"),
    Origin.MODEL: N_("Questions of the model"),
    Origin.EARLIER: N_("Asked before"),
}


@dataclass(frozen=True)
class Sample:
    """Something to look at for a question: what it is called, and where it stands."""

    name: object
    title: str
    place: Place

    def words(self, wording: Wording) -> str:
        """Return register and name."""
        sentence = Sentence("{title}: {name}", title=Sentence(self.title), name=self.name)
        return Sentence(self.title).worded(wording) if self.name is None else sentence.worded(wording)


@dataclass(frozen=True)
class Question:
    """What an auditor asks to be shown.

    key: stays the same for the same matter. text: what follows "show me". step: "1" to "8", "" for what
    runs through all. model: id of the model's question, "" for all others. promise: the one it is about.
    """

    key: str
    origin: Origin
    text: Sentence | LocalText
    samples: tuple[Sample, ...]
    step: str = ""
    model: str = ""
    promise: RecordId | None = None

    def words(self, wording: Wording) -> str:
        """Return the question in a language, without marks of the screen."""
        if isinstance(self.text, Sentence):
            return without_isolates(self.text.worded(wording))
        return self.text.best(wording.code)


def sample_of(record: Record, ledger: Ledger) -> Sample:
    """Return a record as something to look at."""
    own = register_of(record)
    return Sample(None if own.is_sheet else name_of(record, ledger), own.title, place(record))


def all_of(record_type: type[Record]) -> Sample:
    """Return a whole register as something to look at."""
    return Sample(None, register_of(record_type).title, place(record_type))


class Asking:
    """Makes the questions about single matters of one company on one day."""

    def __init__(self, ledger: Ledger, today: date) -> None:
        self._ledger = ledger
        self._today = today

    def known(self, promise: Promise) -> Question:
        """Ask whether people at work know a promise."""
        message = N_("Somebody at work who can say the promise “{name}”, and what follows if it is not kept")
        return self._about_promise("known", promise, "4", message)

    def shown(self, promise: Promise) -> Question:
        """Ask where customers see a promise."""
        message = N_("Where customers see the promise “{name}”, in the words of the charter")
        return self._about_promise("shown", promise, "5", message, [all_of(Display)])

    def followed(self, promise: Promise) -> Question:
        """Ask whether the work is done by the procedure of a promise."""
        own = [one for one in self._ledger.all(Procedure) if one.promise == promise.id]
        found = [sample_of(one, self._ledger) for one in own] or [all_of(Procedure)]
        message = N_("The work behind the promise “{name}”, done as its procedure says")
        return self._about_promise("followed", promise, "3", message, found)

    def recorded(self, promise: Promise) -> Question:
        """Ask for the record that shows whether a promise is kept."""
        message = N_("The record of one day that shows whether the promise “{name}” was kept")
        return self._about_promise("recorded", promise, "5", message, [all_of(DataSheet)])

    def measured(self, promise: Promise) -> Question:
        """Ask for the indicator of a promise."""
        cards = [one for one in self._ledger.all(Indicator) if one.promise == promise.id]
        found = [sample_of(one, self._ledger) for one in cards[:_CARDS]] or [all_of(Indicator)]
        message = N_("How you know that the promise “{name}” was kept last month, and who counted it")
        return self._about_promise("measured", promise, "6", message, found)

    def everything_about(self, promise: Promise) -> tuple[Question, ...]:
        """Ask all there is to ask about a promise."""
        asked = (self.followed, self.known, self.shown, self.recorded, self.measured)
        return tuple(ask(promise) for ask in asked)

    def loose_procedure(self, procedure: Procedure) -> Question:
        """Ask for a procedure that belongs to no promise."""
        return self._about_record(procedure, "followed", "3", N_("The procedure that belongs to no promise"))

    def loose_indicator(self, card: Indicator) -> Question:
        """Ask for an indicator that belongs to no promise."""
        return self._about_record(card, "measured", "6", N_("What the indicator “{name}” is for"))

    def red(self, performance: Performance) -> Question:
        """Ask what was done about a value that is red."""
        card, value = performance.indicator, performance.latest
        assert value is not None
        return Question(
            f"red:{register_of(IndicatorValue).code}:{value.id}",
            Origin.RECORD,
            Sentence(
                N_("What was done about the red value of the indicator “{name}”"),
                name=name_of(card, self._ledger),
            ),
            (sample_of(card, self._ledger),),
            "6",
            promise=card.promise,
        )

    def gap(self, gap: Gap) -> Question:
        """Ask what has changed about a gap."""
        return self._gap(gap.question.id, gap.answer, str(gap.step))

    def critical(self, guidance: Guidance) -> Iterator[Question]:
        """Ask about each critical question that is open or below its target in the newest round."""
        answers = latest_answers(self._ledger)
        for question in guidance.critical:
            answer = answers.get(question.id)
            reached = points(answer)
            if answer is None or (reached is not None and reached < TARGET):
                yield self._gap(question.id, answer, str(question.step))

    def _gap(self, question_id: str, answer: GapAnswer | None, step: str) -> Question:
        text = gap_question(question_id).question
        where = place(answer) if answer else Place(register_of(GapAnswer).code, content=question_id)
        return Question(
            f"gap:{answer.id if answer else question_id}",
            Origin.GAP,
            Sentence("What has changed since the gap analysis asked: “{question}”", question=text),
            (Sample(question_id, register_of(GapAnswer).title, where),),
            step,
        )

    def seen(self, record: Record, message: str, step: str) -> Question:
        """Ask for a single record."""
        return self._about_record(record, "seen", step, message)

    def overdue(self, found: Iterable[health.Finding]) -> Iterator[Question]:
        """Ask about what the health check found, each matter once."""
        for key, one in {_key_of(one): one for one in found}.items():
            yield Question(
                key,
                Origin.OVERDUE,
                Sentence(N_("What you have done about this: {reason}"), reason=one.sentence),
                (Sample(None, register(one.place.register).title, one.place),),
                self._step_of(one),
            )

    def _step_of(self, finding: health.Finding) -> str:
        """Return the step whose work a finding is about; a task tells it by its id."""
        task = self._ledger.find(TaskState, finding.place.record)
        about = task.task if task is not None else finding.place.content
        if about[:1] == "S" and about[1:2] in STEPS:
            return about[1]
        return str(finding.step or register(finding.place.register).step or "")

    def model(self, one: AuditQuestion) -> Question:
        """Ask a question of the model checklist."""
        found = samples(one.id, self._ledger, self._today)
        drawn = tuple(sample_of(record, self._ledger) for record in found)
        return Question(f"model:{one.id}", Origin.MODEL, one.text, drawn, str(one.step), one.id)

    def models(self) -> Iterator[Question]:
        """Ask all questions of the model checklist."""
        yield from (self.model(one) for one in audit_model().checklist)

    def _about_promise(
        self, kind: str, promise: Promise, step: str, message: str, also: Sequence[Sample] = ()
    ) -> Question:
        return Question(
            _key(kind, promise),
            Origin.PROMISE,
            Sentence(message, name=name_of(promise, self._ledger)),
            (sample_of(promise, self._ledger), *also),
            step,
            promise=promise.id,
        )

    def _about_record(self, record: Record, kind: str, step: str, message: str) -> Question:
        return Question(
            _key(kind, record),
            Origin.RECORD,
            Sentence(message, name=name_of(record, self._ledger)),
            (sample_of(record, self._ledger),),
            step,
        )


def look_at(key: str, model: str) -> LocalText:
    """Return how an auditor looks at a question, by its key and its model; nothing for others."""
    for question in audit_model().checklist:
        if question.id == model:
            return question.look
    kind = key.partition(":")[0]
    return next((one.look for one in audit_model().kinds if one.id == kind), LocalText())


def _key(kind: str, record: Record) -> str:
    return f"{kind}:{register_of(record).code}:{record.id}"


def _key_of(finding: health.Finding) -> str:
    """Return what stays the same as long as the finding does; without a record only its sentence tells."""
    where = finding.place
    about = where.record or where.content or repr(finding.sentence)
    return f"{finding.rule}:{where.register}:{about}:{where.field}"
