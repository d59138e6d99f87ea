"""The pages that belong to the frame: home, settings, help, history."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest

from models.domain.gates.criterion import Place
from models.domain.records.control import Person, TaskState
from models.domain.records.organisation import Organisation, Party
from models.domain.text import LocalText
from models.services.reading import TOPICS
from tests.e2e.program import Program, wait_until
from ui.pages.help import HelpPage
from ui.pages.history import HistoryPage
from ui.pages.home import HomePage
from ui.theme import Tone

SARA = Person(name=LocalText(fa="سارا نوری", en="Sara Nouri"))


def home(program: Program) -> HomePage:
    program.app.show_page("home")
    page = program.frame.stack.page()
    assert isinstance(page, HomePage)
    return page


def help_page(program: Program) -> HelpPage:
    program.app.show_page("help")
    page = program.frame.stack.page()
    assert isinstance(page, HelpPage)
    return page


def history(program: Program) -> HistoryPage:
    program.app.show_page("history")
    page = program.frame.stack.page()
    assert isinstance(page, HistoryPage)
    return page


def test_an_empty_company_is_shown_where_to_begin(opened: Program) -> None:
    page = home(opened)
    assert page.beginning.isVisible()
    assert not page.next.isVisible()

    page.beginning.begin.click()

    assert opened.frame.stack.key == "step-1"


def test_with_the_first_entry_the_next_steps_appear(opened: Program) -> None:
    opened.company.save(Party(name=LocalText(en="Regular guests")))

    page = home(opened)
    assert not page.beginning.isVisible()
    assert len(page.next.rows) == 3


def test_the_next_steps_lead_to_their_places(sample: Program) -> None:
    row = home(sample).next.rows[0]
    assert isinstance(row.thing.target, Place)

    row.button.click()

    assert sample.frame.stack.key.startswith("step-")


def test_what_is_late_is_listed_with_its_days(opened: Program) -> None:
    opened.company.save(TaskState(task="S1-T1", due=date.today() - timedelta(days=3)))

    (row,) = home(opened).late.rows
    assert row.thing.detail == "3 days late"


def test_while_nothing_is_late_the_open_criteria_stand_there(opened: Program) -> None:
    opened.company.save(Party(name=LocalText(en="Regular guests")))

    titles = [row.thing.title for row in home(opened).late.rows]
    assert len(titles) == 4
    assert home(opened).late.accessibleName() == "What step 1 still needs"


def test_home_shows_what_is_serious_and_leads_to_all_findings(sample: Program) -> None:
    page = home(sample)
    wait_until(lambda: page.found is not None, "the records were never looked through")
    assert page.found is not None
    assert page.found.isVisible()
    assert [row.thing.tone for row in page.found.list.rows] == [Tone.BROKEN]

    page.found.all_button.click()

    assert sample.frame.stack.key == "health"


def test_home_of_an_untouched_company_does_not_tell_what_is_wrong(opened: Program) -> None:
    page = home(opened)
    wait_until(lambda: page.found is not None, "the records were never looked through")

    assert page.found is not None
    assert not page.found.isVisible()


def test_the_navigation_counts_what_is_to_be_mended(sample: Program) -> None:
    wait_until(lambda: sample.health.is_current, "the records were never looked through")
    item = sample.frame.navigation._items["health"]
    latest = sample.health.latest
    assert latest is not None

    assert item.accessibleDescription() == f"{latest.to_mend} findings to be mended"


def test_a_step_of_the_path_opens(opened: Program) -> None:
    home(opened).path.chosen.emit("step-5")

    assert opened.frame.stack.key == "step-5"


def test_the_subtitle_says_what_the_company_does(opened: Program) -> None:
    sheet = opened.company.sheet(Organisation)
    opened.company.save(dataclasses.replace(sheet, field=LocalText(en="Restaurant"), staff_count=12))

    assert home(opened).subtitle() == "Restaurant · 12 people"


@pytest.mark.parametrize("topic", list(TOPICS))
def test_every_topic_of_the_help_has_something_to_read(opened: Program, topic: str) -> None:
    page = help_page(opened)

    page.show_topic(topic)

    assert page.view.toPlainText().strip()


@pytest.mark.parametrize("typed", ["شکایت", "شكايت", "complaint", "COMPLAINT"])
def test_the_help_is_searched_whatever_the_spelling(opened: Program, typed: str) -> None:
    page = help_page(opened)

    page.search.setText(typed)
    page.search.returnPressed.emit()

    assert len(page.view.passages()) > 3


def test_a_search_without_result_says_so(opened: Program) -> None:
    page = help_page(opened)

    page.search.setText("zzzz")
    page.search.returnPressed.emit()

    assert "Nothing in the help" in page.view.toPlainText()


def test_the_history_tells_before_and_after(opened: Program) -> None:
    opened.company.save(SARA)
    opened.company.save(dataclasses.replace(SARA, phone="0912"))

    text = history(opened).view.toPlainText()

    assert "Changed in “People”: \u2068Sara Nouri\u2069" in text
    assert "Telephone: “" in text
    assert "was entered" in text


def test_the_history_tells_an_undo(opened: Program) -> None:
    opened.company.save(SARA)
    opened.company.undo()

    assert "Undone" in history(opened).view.toPlainText()


def test_user_text_is_never_markup_in_the_history(opened: Program) -> None:
    opened.company.save(Person(name=LocalText(en="<b>&\"' </p> bold")))

    assert "<b>&\"' </p> bold" in history(opened).view.toPlainText()


def test_the_whole_sample_is_told_as_one_reading(sample: Program) -> None:
    assert "records were read in" in history(sample).view.toPlainText()


def test_older_changes_are_shown_on_demand(opened: Program) -> None:
    for number in range(130):
        opened.company.save(dataclasses.replace(SARA, phone=str(number)))
    page = history(opened)
    before = len(page.view.passages())

    page.older.click()

    wait_until(lambda: len(page.view.passages()) > before, "nothing older came")
    assert not page.older.isVisible()
