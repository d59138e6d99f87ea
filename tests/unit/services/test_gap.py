"""The gap questionnaire at work: answering, filters, rounds and actions, in a real company file."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest

from models.content.guidance import guidance
from models.domain.records.control import Evidence, Person
from models.domain.records.correction import Action, ActionSource
from models.domain.records.organisation import GapAnswer, GapRound
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services import gap
from models.services.answering import Answering
from models.services.company import OpenCompany
from models.services.editing import ValueRefused

TODAY = date(2026, 11, 29)
ENGLISH = load_language("en")
SARA = Person(name=LocalText(fa="سارا نوری", en="Sara Nouri"))
FIRST = GapRound(title="First round", started_on=date(2026, 8, 1))


@pytest.fixture
def company(company: OpenCompany) -> OpenCompany:
    company.author = "Negar"
    company.save(SARA)
    return company


def answer(company: OpenCompany, question: str, **values: object) -> GapAnswer:
    known = gap.standing(company).answers.get(question) or GapAnswer(question=question)
    return gap.save_answer(company, known, values, ENGLISH, TODAY)


def test_the_first_answer_starts_the_first_round_and_one_undo_takes_both_back(company: OpenCompany) -> None:
    saved = answer(company, "Q101", score="2")

    (started,) = company.all(GapRound)
    assert (started.title, started.started_on, saved.round) == ("First round", TODAY, started.id)
    company.undo()
    assert (company.all(GapRound), company.all(GapAnswer)) == ((), ())


def test_an_answer_belongs_to_the_newest_round(company: OpenCompany) -> None:
    second = GapRound(title="Second round", started_on=date(2026, 11, 1))
    company.save_all([second, FIRST])

    assert answer(company, "Q101", score="2").round == second.id


def test_an_answer_to_a_round_that_is_gone_goes_to_the_newest(company: OpenCompany) -> None:
    company.save(FIRST)
    draft = GapAnswer(question="Q101", round=GapRound().id)

    saved = gap.save_answer(company, draft, {"score": "1"}, ENGLISH, TODAY)

    assert saved.round == FIRST.id


def test_what_cannot_be_kept_changes_nothing(company: OpenCompany) -> None:
    with pytest.raises(ValueRefused):
        answer(company, "Q101", score="7")

    assert company.all(GapRound) == ()


def test_a_round_counts_its_answers(company: OpenCompany) -> None:
    answer(company, "Q101", score="2")
    answer(company, "Q102", score="na")

    standing = gap.standing(company)

    assert (standing.answered, standing.first_unanswered) == (1, "Q102")


def test_a_question_that_is_no_longer_asked_is_kept_and_counted_nowhere(company: OpenCompany) -> None:
    answer(company, "Q101", score="2")
    answer(company, "Q999", score="4")

    standing = gap.standing(company)

    assert [one.question for one in standing.lost] == ["Q999"]
    assert standing.answered == 1
    assert standing.answers["Q999"].score == "4"


def test_filters_leave_out_what_does_not_fit(company: OpenCompany) -> None:
    answer(company, "Q101", score="2", is_marked=True, note="Ask the accountant")
    standing = gap.standing(company)

    def found(**wanted: object) -> list[str]:
        return [one.id for one in gap.wanted(standing, gap.Filter(**wanted))]  # type: ignore[arg-type]

    assert len(found(area="R4")) == 8
    assert len(found(weight=3)) == 14
    assert "Q101" not in found(unanswered=True)
    assert found(marked=True) == ["Q101"]
    assert found(words=("accountant",)) == ["Q101"]
    assert found(words=("q512",)) == []
    assert len(found()) == 52


def test_a_question_is_found_by_words_of_each_language(company: OpenCompany) -> None:
    standing = gap.standing(company)

    assert gap.wanted(standing, gap.Filter(words=("deputy",)))
    assert gap.wanted(standing, gap.Filter(words=("جانشین",)))


def test_a_round_starts_blank_or_with_copies_that_leave_the_old_ones_alone(company: OpenCompany) -> None:
    company.save(FIRST)
    old = answer(company, "Q101", score="3", is_marked=True, owner=SARA.id, due=TODAY, evidence="Minutes")
    company.save(Evidence(subject=gap.SUBJECT, subject_id=old.id, file_name="photo.png", sha256="0" * 64))
    second = GapRound(title="Second", started_on=TODAY)

    gap.start_round(company, second, FIRST)

    copy = gap.standing(company, second.id).answers["Q101"]
    assert (copy.score, copy.evidence) == ("3", "Minutes")
    assert (copy.is_marked, copy.owner, copy.due) == (False, None, None)
    assert gap.standing(company, FIRST.id).answers["Q101"] == old
    assert [one.file_name for one in company.evidence_of(gap.SUBJECT, copy.id)] == ["photo.png"]
    company.undo()
    assert (company.all(GapRound), company.all(GapAnswer)) == ((FIRST,), (old,))


def test_a_blank_round_has_no_answers(company: OpenCompany) -> None:
    answer(company, "Q101", score="3")

    gap.start_round(company, GapRound(title="Second", started_on=TODAY + timedelta(1)))

    assert gap.standing(company).answers == {}


def test_a_round_needs_a_name(company: OpenCompany) -> None:
    with pytest.raises(gap.NoTitle):
        gap.start_round(company, GapRound(title="  ", started_on=TODAY))


def test_the_next_round_is_called_by_its_number(company: OpenCompany) -> None:
    assert gap.title_of_next(company, ENGLISH) == "First round"
    company.save(FIRST)
    assert gap.title_of_next(company, load_language("fa")) == "نوبت ۲"


def test_a_round_is_signed_when_every_question_has_an_answer(company: OpenCompany) -> None:
    company.save(FIRST)
    with pytest.raises(gap.Unanswered) as refused:
        gap.finish_round(company, FIRST, SARA.id, TODAY, TODAY)
    every = guidance().questions
    company.save_all(GapAnswer(round=FIRST.id, question=one.id, score="2") for one in every)
    with pytest.raises(gap.NoSigner):
        gap.finish_round(company, FIRST, None, TODAY, TODAY)
    with pytest.raises(gap.NoSigningDay):
        gap.finish_round(company, FIRST, SARA.id, TODAY + timedelta(1), TODAY)

    gap.finish_round(company, FIRST, SARA.id, TODAY, TODAY)

    assert "52 of 52" in refused.value.sentence(ENGLISH)
    (signed,) = company.all(GapRound)
    assert (signed.signed_by, signed.signed_on) == (SARA.id, TODAY)


def test_gaps_become_actions_with_owner_and_day_in_one_step(company: OpenCompany) -> None:
    answers = [answer(company, question, score="1") for question in ("Q101", "Q102")]

    made = gap.make_actions(company, answers, SARA.id, TODAY, ENGLISH, TODAY)

    assert [one.no for one in company.all(Action)] == ["CA-01", "CA-02"]
    assert all(one.source == ActionSource.GAP and one.owner == SARA.id and one.due == TODAY for one in made)
    assert [one.gap for one in made] == [one.id for one in answers]
    assert made[0].problem.endswith("Score in the gap analysis: 1 · Started, now and then.")
    assert {one.owner for one in company.all(GapAnswer)} == {SARA.id}
    company.undo()
    assert company.all(Action) == ()
    assert company.all(GapAnswer) == tuple(answers)


def test_a_gap_gets_no_second_action(company: OpenCompany) -> None:
    first, second = (answer(company, question, score="1") for question in ("Q101", "Q102"))
    company.save(Action(no="CA-07", gap=first.id))

    made = gap.make_actions(company, [first, second], SARA.id, TODAY, ENGLISH, TODAY)

    assert [(one.gap, one.no) for one in made] == [(second.id, "CA-08")]


@pytest.mark.parametrize(
    ("owner", "due", "refusal"),
    [(None, TODAY, gap.NoOwner), (SARA.id, None, gap.NoDue)],
    ids=["nobody", "no day"],
)
def test_an_action_needs_owner_and_day(
    company: OpenCompany, owner: object, due: object, refusal: type[Exception]
) -> None:
    given = answer(company, "Q101", score="1")

    with pytest.raises(refusal):
        gap.make_actions(company, [given], owner, due, ENGLISH, TODAY)  # type: ignore[arg-type]


def test_the_journal_tells_who_answered_and_when(company: OpenCompany) -> None:
    given = answer(company, "Q101", score="1")
    scored = company.saved_at
    company.author = "Reza"
    changed = dataclasses.replace(given, note="Only a note")
    company.save(changed)

    trace = Answering(company).of(given.id)

    assert trace is not None
    assert (trace.author, trace.at) == ("Negar", scored)


def test_who_answers_from_now_on_is_known_without_reading_the_journal_again(company: OpenCompany) -> None:
    given = answer(company, "Q101", score="1")
    answering = Answering(company)
    assert answering.of(given.id)
    company.subscribe(answering.follow)
    company.author = "Reza"

    company.save(dataclasses.replace(given, score="3"))

    trace = answering.of(given.id)
    assert trace is not None
    assert (trace.author, trace.at) == ("Reza", company.saved_at)
