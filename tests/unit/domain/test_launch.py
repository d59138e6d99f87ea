"""The launch list: how far it has come, what the records say about its points, and the decision."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from models.content.launch import launch_model
from models.domain.fields import Record
from models.domain.gates.facts import Facts
from models.domain.guidance import Guidance
from models.domain.launch_list import Tally, tally
from models.domain.launch_readiness import JUDGES, old_displays
from models.domain.ledger import Records
from models.domain.records.charter import Indicator, Promise, Resource
from models.domain.records.control import DocumentControl, Holiday, Issue, Person
from models.domain.records.operation import Display, Launch, LaunchPoint, SupplierNotice
from models.domain.validation import problems
from tests.unit.domain.company import both
from tests.unit.domain.wording import SOURCE

TODAY = date(2026, 11, 22)
YESTERDAY = TODAY - timedelta(days=1)
SARA = Person(name=both("Sara"))
PROMISE = Promise(text=both("Within 25 minutes."))
UP = Display(place="Entrance", channel="premises", revision="02", installed_on=YESTERDAY)


def facts(*records: Record) -> Facts:
    return Facts(Records(records), Guidance(), TODAY)


def verdict(point: str, *records: Record) -> tuple[bool, str]:
    outcome = JUDGES[point](facts(*records))
    return outcome.is_met, outcome.reason.worded(SOURCE)


def states(*wanted: str) -> list[LaunchPoint]:
    return [LaunchPoint(state=state) for state in wanted]


def said(launch: Launch, points: Iterable[LaunchPoint] = ()) -> dict[str, str]:
    found = problems(launch, Records([launch, SARA, *points]))
    return {name: problem.sentence.worded(SOURCE) for name, problem in found.items()}


def test_points_that_are_not_needed_are_not_counted() -> None:
    assert tally(states("ready", "open", "not_needed", "")) == Tally(1, 3)
    assert tally(states("ready", "open", "")).open == 2
    assert tally([]) == Tally(0, 0)


def test_every_point_of_the_model_is_judged_and_every_judge_is_asked() -> None:
    assert [point.id for point in launch_model().points] == sorted(JUDGES, key=list_order)


def list_order(point: str) -> int:
    return [one.id for one in launch_model().points].index(point)


@pytest.mark.parametrize("point", JUDGES)
def test_nothing_is_ready_in_an_empty_company_and_the_reason_leads_somewhere(point: str) -> None:
    outcome = JUDGES[point](facts())

    assert not outcome.is_met
    assert outcome.reason.worded(SOURCE).endswith(".")
    assert outcome.place.register


@pytest.mark.parametrize(
    ("revision", "removed_on", "is_old"),
    [("01", None, True), ("02", None, False), ("", None, False), ("01", YESTERDAY, False)],
)
def test_a_display_is_old_while_it_stands_with_another_revision(
    revision: str, removed_on: date | None, is_old: bool
) -> None:
    display = Display(place="Door", revision=revision, installed_on=YESTERDAY, removed_on=removed_on)
    issue = Issue(document="D2", revision="02")

    assert (old_displays(facts(display, issue)) == [display]) is is_old


def test_before_anything_is_issued_the_approved_revision_counts() -> None:
    draft = DocumentControl(document="D2", revision="02")
    approved = DocumentControl(document="D2", revision="02", approved_by=SARA.id, approved_on=YESTERDAY)
    display = Display(place="Door", revision="01", installed_on=YESTERDAY)

    assert old_displays(facts(display, draft)) == []
    assert old_displays(facts(display, approved)) == [display]


def test_the_same_revision_everywhere_is_told_with_what_contradicts_it() -> None:
    issue = Issue(document="D2", revision="02")
    old = Display(place="Website", channel="website", revision="01", installed_on=YESTERDAY)
    bare = Display(place="Counter", channel="premises", installed_on=YESTERDAY)

    assert verdict("same_revision", issue, UP) == (True, "1 display carries revision 02.")
    assert "the first is “Website”" in verdict("same_revision", issue, UP, old)[1]
    assert "which revision hangs at “Counter”" in verdict("same_revision", issue, UP, bare)[1]


def test_remedies_are_at_hand_once_nothing_is_missing() -> None:
    have = Resource(promise=PROMISE.id, need="Desserts", have="20 a day")
    lacking = Resource(promise=PROMISE.id, need="Thermal bags", missing="four")

    assert verdict("remedies_at_hand", PROMISE, have)[0]
    assert verdict("remedies_at_hand", PROMISE, have, lacking)[0] is False


def test_suppliers_have_to_be_told_and_to_agree() -> None:
    agreed = SupplierNotice(supplier="Bakery", part="Bread", told_on=YESTERDAY, is_agreed=True)
    told = SupplierNotice(supplier="Courier", part="Riders", told_on=YESTERDAY)

    assert verdict("suppliers_told", agreed)[0]
    assert verdict("suppliers_told", agreed, told) == (
        False,
        "Courier has not been told, or has not agreed to their part yet.",
    )


def test_counting_is_ready_when_each_card_says_how_often_and_by_whom() -> None:
    card = Indicator(promise=PROMISE.id, name=both("In time"), frequency="weekly", owner=SARA.id)
    vague = Indicator(promise=PROMISE.id, name=both("In time"), owner=SARA.id)

    assert verdict("counting_ready", PROMISE, SARA, card)[0]
    assert "“Frequency” is empty" in verdict("counting_ready", PROMISE, SARA, vague)[1]
    assert not verdict("counting_ready", PROMISE)[0]


def test_holidays_count_only_while_they_lie_ahead() -> None:
    past = Holiday(name="Ashura", first=YESTERDAY)
    running = Holiday(name="Nowruz", first=YESTERDAY, last=TODAY)

    assert not verdict("holidays_set", past)[0]
    assert verdict("holidays_set", past, running)[0]


def test_going_with_open_points_asks_for_the_reason_beside_its_field() -> None:
    go = Launch(launch_on=TODAY, decision="go", decided_by=SARA.id, decided_on=TODAY)

    assert said(go, states("ready", "not_needed")) == {}
    assert said(go, states("ready", "open", "")) == {
        "decision_reason": "2 points are not ready. Write why the charter starts all the same."
    }


@pytest.mark.parametrize("decision", ["go_with_open", "no_go"])
def test_any_other_decision_needs_its_reason_and_who_and_when(decision: str) -> None:
    assert set(said(Launch(launch_on=TODAY, decision=decision))) == {
        "decided_by",
        "decided_on",
        "decision_reason",
    }
    reasoned = Launch(
        launch_on=TODAY,
        decision=decision,
        decided_by=SARA.id,
        decided_on=TODAY,
        decision_reason="Posters late.",
    )
    assert said(reasoned, states("open")) == {}


def test_before_a_decision_nobody_is_asked_for_one() -> None:
    assert said(Launch(launch_on=TODAY), states("open")) == {}
