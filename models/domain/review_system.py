"""What the charter's own records say to a management review: decisions, changes, audits, people, risks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from models.domain import training
from models.domain.action_states import is_open
from models.domain.gates.criterion import place
from models.domain.gates.facts import Facts
from models.domain.gates.step8 import closed_on
from models.domain.ids import RecordId, made_at
from models.domain.marking import N_
from models.domain.records.audit import GRADES, Audit, Finding, Grade, Review, ReviewDecision
from models.domain.records.charter import Comment, Promise, Resource, Risk
from models.domain.records.correction import Action
from models.domain.records.feedback import Theme, ThemeMark
from models.domain.records.operation import CharterChange, SupplierNotice
from models.domain.records.organisation import SIDES, ContextFactor, Law
from models.domain.records.training import Attendance, SkillNeed
from models.domain.reported import MOST_NAMED, Count, Mood, Period, Report, Reported, named
from models.domain.sentences import Sentence
from models.domain.survey.results import answer_to, answers_of, questions_of, valid_answers

_HIGH_RISK = 10
_GRADE_MOODS = {Grade.MAJOR: Mood.BROKEN, Grade.MINOR: Mood.LATE, Grade.GOOD_PRACTICE: Mood.GOOD}


def is_carried_out(decision: ReviewDecision, facts: Facts) -> bool:
    """Return whether a decision is done, by itself or by the action that it became."""
    action = facts.find(Action, decision.action)
    return decision.done_on is not None or (action is not None and not is_open(action))


def last_decisions(facts: Facts, before: Review | None, period: Period) -> Report:
    """Report what happened to the decisions of the review before."""
    if before is None:
        sentence = Sentence(N_("There was no management review before this one."))
        return Report((Reported(sentence, place(Review)),))
    decisions = facts.of(ReviewDecision, "review", before.id)
    open_ = [one for one in decisions if not is_carried_out(one, facts)]
    head = Sentence(
        N_("Decisions of the review of {day}: {total}; carried out: {done}; open: {open}."),
        day=before.held_on,
        total=len(decisions),
        done=len(decisions) - len(open_),
        open=len(open_),
    )
    counts = (
        Count(Sentence(N_("carried out")), len(decisions) - len(open_), Mood.GOOD),
        Count(Sentence(N_("open")), len(open_), Mood.LATE),
    )
    lines = named(_open_decision(one, period) for one in open_)
    return Report((Reported(head, place(before), Mood.LATE if open_ else Mood.GOOD), *lines), counts)


def _open_decision(decision: ReviewDecision, period: Period) -> Reported:
    name = decision.text
    if decision.due is None:
        return Reported(Sentence(N_("Open, without a day: “{name}”"), name=name), place(decision, "due"))
    is_late = decision.due < period.end
    message = N_("Overdue since {day}: “{name}”") if is_late else N_("Open until {day}: “{name}”")
    sentence = Sentence(message, name=name, day=decision.due)
    return Reported(sentence, place(decision, "done_on"), Mood.BROKEN if is_late else Mood.PLAIN)


def changes(facts: Facts, period: Period) -> Report:
    """Report what changed inside and outside, laws, and the charter itself."""
    factors = [one for one in facts.all(ContextFactor) if period.holds(one.noted_on)]
    sides = Counter(one.side for one in factors)
    noted = Sentence(
        N_("Changes noted: {inside} inside, {outside} outside."),
        inside=sides["inside"],
        outside=sides["outside"],
    )
    laws = facts.all(Law)
    new = [one for one in laws if _is_entered(one, period)]
    checked = sum(period.holds(one.checked_on) for one in laws)
    of_laws = Sentence(
        N_("Laws and rules: {total}; new in this period: {new}; checked in it: {checked}."),
        total=len(laws),
        new=len(new),
        checked=checked,
    )
    changed = [one for one in facts.all(CharterChange) if period.holds(one.changed_on)]
    of_charter = Sentence(N_("Changes of the charter: {number}."), number=len(changed))
    lines = (
        Reported(noted, place(ContextFactor)),
        *named(_of_factor(one) for one in factors),
        Reported(of_laws, place(Law)),
        *named(Reported(Sentence(N_("New: {name}"), name=facts.name(one)), place(one)) for one in new),
        Reported(of_charter, place(CharterChange)),
        *named(_of_change(one) for one in changed),
    )
    return Report(lines)


def _is_entered(law: Law, period: Period) -> bool:
    """Return whether a law came into the list in a period of which the start is known."""
    moment = made_at(law.id)
    return period.start is not None and moment is not None and period.holds(moment.astimezone().date())


def _of_factor(factor: ContextFactor) -> Reported:
    side = Sentence(SIDES.get(factor.side, "{side}"), side=factor.side)
    return Reported(
        Sentence(N_("{side}: {matter}"), side=side, matter=factor.matter),
        place(factor),
        Mood.GOOD if factor.effect == "helps" else Mood.PLAIN,
    )


def _of_change(change: CharterChange) -> Reported:
    sentence = Sentence(N_("{day}: {what}"), day=change.changed_on, what=change.what)
    return Reported(sentence, place(change))


def audits(facts: Facts, period: Period) -> Report:
    """Report the findings of the period's audits by their grade, and where the corrective actions stand."""
    done = {one.id for one in facts.all(Audit) if period.holds(one.audited_on)}
    found = [one for one in facts.all(Finding) if one.audit in done]
    grades = Counter(one.grade for one in found)
    if done:
        still = sum(one.grade in (Grade.MAJOR, Grade.MINOR) and not closed_on(facts, one) for one in found)
        head = Sentence(
            N_(
                "Audits: {audits}; findings: {total}; major nonconformities: {major}; minor: {minor}; "
                "nonconformities still open: {open}."
            ),
            audits=len(done),
            total=len(found),
            major=grades[Grade.MAJOR],
            minor=grades[Grade.MINOR],
            open=still,
        )
        first = Reported(head, place(Finding), Mood.LATE if still else Mood.PLAIN)
    else:
        sentence = Sentence(N_("No internal audit was done in this period."))
        first = Reported(sentence, place(Audit), Mood.BROKEN)
    counts = [
        Count(Sentence(label), grades[grade], _GRADE_MOODS.get(Grade(grade), Mood.PLAIN))
        for grade, label in GRADES.items()
    ]
    return Report((first, *_of_actions(facts, period)), tuple(counts))


def _of_actions(facts: Facts, period: Period) -> Iterator[Reported]:
    actions = facts.all(Action)
    open_ = [one for one in actions if is_open(one)]
    late = [one for one in open_ if one.due_now is not None and one.due_now < period.end]
    waiting = [one for one in actions if not is_open(one) and not one.checked_on and not one.closed_on]
    sentence = Sentence(
        N_(
            "Corrective actions: {total}; open: {open}, of these overdue: {late}; "
            "waiting for the effect check: {waiting}; closed: {closed}."
        ),
        total=len(actions),
        open=len(open_),
        late=len(late),
        waiting=len(waiting),
        closed=sum(one.closed_on is not None for one in actions),
    )
    yield Reported(sentence, place(Action), Mood.LATE if late else Mood.PLAIN)
    for one in late[:MOST_NAMED]:
        reason = Sentence(N_("Action {no} was due on {day}."), no=facts.name(one), day=one.due_now)
        yield Reported(reason, place(one), Mood.BROKEN)


def people_and_means(facts: Facts) -> Report:
    """Report how many were trained, what still has to be learned, and what is missing."""
    known = training.summary(facts)
    trained = Sentence(
        N_("Trained: {trained} of {all}; passed the test: {passed} of {all}."),
        trained=known.trained.count,
        passed=known.passed.count,
        all=known.trained.total,
    )
    facing = Sentence(
        N_("Passed of those who meet customers: {passed} of {all}; open training needs: {needs}."),
        passed=known.facing_passed.count,
        all=known.facing_passed.total,
        needs=known.open_needs,
    )
    lacking = [one for one in facts.all(Resource) if one.missing.strip()]
    missing = Sentence(N_("Resources missing: {number}."), number=len(lacking))
    is_behind = known.passed.count < known.passed.total
    return Report(
        (
            Reported(trained, place(Attendance), Mood.LATE if is_behind else Mood.GOOD),
            Reported(facing, place(SkillNeed)),
            Reported(missing, place(Resource), Mood.LATE if lacking else Mood.PLAIN),
            *named(_of_resource(facts, one) for one in lacking),
        )
    )


def _of_resource(facts: Facts, resource: Resource) -> Reported:
    promise = facts.find(Promise, resource.promise)
    fields: dict[str, object] = {"missing": resource.missing}
    if promise is None:
        return Reported(Sentence.with_fields(N_("Missing: {missing}"), fields), place(resource))
    fields["promise"] = facts.name(promise)
    return Reported(Sentence.with_fields(N_("Missing for “{promise}”: {missing}"), fields), place(resource))


def suppliers(facts: Facts, period: Period) -> Report:
    """Report which suppliers were told their part of a promise, and who agreed to it."""
    notices = facts.all(SupplierNotice)
    told = [one for one in notices if one.told_on is not None and one.told_on <= period.end]
    refused = [one for one in notices if not one.is_agreed]
    head = Sentence(
        N_("Suppliers told their part: {told} of {total}; agreed: {agreed}."),
        told=len(told),
        total=len(notices),
        agreed=len(notices) - len(refused),
    )
    counts = (
        Count(Sentence(N_("agreed")), len(notices) - len(refused), Mood.GOOD),
        Count(Sentence(N_("not agreed")), len(refused), Mood.LATE),
    )
    lines = named(
        Reported(Sentence(N_("Not agreed: {supplier}"), supplier=one.supplier), place(one), Mood.LATE)
        for one in refused
    )
    return Report(
        (Reported(head, place(SupplierNotice), Mood.LATE if refused else Mood.PLAIN), *lines), counts
    )


def risks(facts: Facts, period: Period) -> Report:
    """Report the highest risks by their level, and the opportunities noted in the period."""
    known = sorted(facts.all(Risk), key=lambda one: -(one.level or 0))
    high = [one for one in known if (one.level or 0) >= _HIGH_RISK]
    seen = sum(period.holds(one.reviewed_on) for one in known)
    head = Sentence(
        N_("Risks: {total}; high or very high: {high}; looked at in this period: {seen}."),
        total=len(known),
        high=len(high),
        seen=seen,
    )
    helpful = [
        one for one in facts.all(ContextFactor) if one.effect == "helps" and period.holds(one.noted_on)
    ]
    chances = Sentence(N_("Opportunities noted: {number}."), number=len(helpful))
    return Report(
        (
            Reported(head, place(Risk), Mood.LATE if high else Mood.PLAIN),
            *named(_of_risk(one) for one in high),
            Reported(chances, place(ContextFactor)),
        ),
        tuple(_by_level(known)),
    )


def _of_risk(risk: Risk) -> Reported:
    sentence = Sentence(N_("Level {level}: {cause}"), level=risk.level, cause=risk.cause)
    return Reported(sentence, place(risk), Mood.LATE)


def _by_level(known: Iterable[Risk]) -> Iterator[Count]:
    levels = [one.level for one in known if one.level is not None]
    bands = (
        (N_("Low (1–4)"), 1, 4, Mood.PLAIN),
        (N_("Medium (5–9)"), 5, 9, Mood.PLAIN),
        (N_("High (10–16)"), 10, 16, Mood.LATE),
        (N_("Very high (20–25)"), 17, 25, Mood.BROKEN),
    )
    for label, first, last, mood in bands:
        yield Count(Sentence(label), sum(first <= level <= last for level in levels), mood)


def suggestions(facts: Facts, period: Period, surveys: Collection[RecordId]) -> Report:
    """Report what the audit, customers and staff proposed."""
    audited = {one.id for one in facts.all(Audit) if period.holds(one.audited_on)}
    ideas = [one for one in facts.of(Finding, "grade", Grade.OPPORTUNITY) if one.audit in audited]
    comments = [one for one in facts.all(Comment) if period.holds(one.given_on)]
    themes = [one for one in facts.all(Theme) if one.survey in surveys]
    open_answers = sum(_open_answers(facts, survey) for survey in surveys)
    head = Sentence(
        N_("Opportunities the audit found: {ideas}; comments: {comments}; open answers: {answers}."),
        ideas=len(ideas),
        comments=len(comments),
        answers=open_answers,
    )
    marks = Counter(one.theme for one in facts.all(ThemeMark))
    ranked = sorted(themes, key=lambda one: -marks[one.id])
    return Report(
        (
            Reported(head, place(Finding)),
            *named(_of_idea(one) for one in ideas),
            *named(_of_comment(one) for one in comments),
            *named(_of_theme(one, marks[one.id]) for one in ranked),
        )
    )


def _of_idea(finding: Finding) -> Reported:
    return Reported(Sentence(N_("From the audit: {text}"), text=finding.statement), place(finding))


def _of_comment(comment: Comment) -> Reported:
    return Reported(Sentence(N_("Comment: {text}"), text=comment.text), place(comment))


def _of_theme(theme: Theme, marks: int) -> Reported:
    sentence = Sentence(N_("Customers on “{theme}”: {number}"), theme=theme.name, number=marks)
    return Reported(sentence, place(theme))


def _open_answers(facts: Facts, survey: RecordId) -> int:
    questions = questions_of(facts.ledger, survey)
    places = [at for at, one in enumerate(questions) if one.type == "open"]
    sheets = valid_answers(answers_of(facts.ledger, survey))
    return sum(bool(answer_to(sheet, at)) for sheet in sheets for at in places)
