"""What stands beside the work or over the page for a while."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.domain.fields import field_of
from models.domain.gates.criterion import Place
from models.domain.health import Severity
from models.domain.records.control import Person
from models.domain.registers import register as register_named
from models.domain.sentences import Sentence
from models.localisation.dates import NotADate
from models.services.pasting import Misfit
from models.services.tables import ComputedCell, Incoming
from tests.e2e.program import Program, wait_until
from tests.scenes.documents import open_document_menu, search_document
from tests.scenes.gates import missing_criteria, press_close
from tests.scenes.scene import Scene
from tests.scenes.showing import show_page, show_place, step_page
from tests.scenes.step_6 import enter_sheet
from ui.language import current
from ui.page import Notice
from ui.page_catalogue import PAGES
from ui.pages.auditor import AuditorPage
from ui.pages.health import HealthPage
from ui.registers.list_page import ListPage
from ui.widgets.notice_bar import NoticeKind

_SEARCHED = (("found", "شکایت", "complaint"), ("vain", "فضانورد", "ocean"), ("person", "سارا", "sara"))


def moments(program: Program) -> Iterator[Scene]:
    """Return what stands beside the work or over the page for a while."""
    step = next((number for number, missing in missing_criteria(program).items() if missing), 1)
    yield Scene("gate_asked", partial(press_close, step=step))
    yield Scene("task", partial(open_task, step=2))
    for register, field in (("charter_text", "privacy"), ("promise", "text"), ("policy", "purpose")):
        yield Scene(f"writing_{register}", partial(write, register=register, field=field))
    yield Scene("health_filtered", partial(filter_health, severity=Severity.WARNING))
    yield Scene("auditor_samples", partial(ask_model_question, model="A7"))
    yield Scene("sheet_begun", partial(enter_sheet, keys="543"))
    yield Scene("sheet_refused", partial(enter_sheet, keys="59"))
    yield Scene("document_search", partial(search_document, wanted="ISO"))
    yield Scene("document_more", open_document_menu)
    yield Scene("table_menu", open_list_menu)
    yield Scene("table_refused", refuse_table)
    for name, persian, english in _SEARCHED:
        yield Scene(f"search_{name}", partial(search_everything, wanted=(persian, english)))
    for kind in NoticeKind:
        yield Scene(f"notice_{kind}", partial(tell, kind=kind))


def open_task(program: Program, step: int) -> None:
    """Show the details of a step's first task."""
    page = step_page(program, f"step-{step}")
    page.open_task(next(iter(page.tasks.rows)))


def write(program: Program, register: str, field: str) -> None:
    """Write in a field of a register that a document beside it shows."""
    known = program.company.all(register_named(register).record)
    show_place(program, Place(register, known[-1].id if known else None, field))
    focus = program.window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Space)


def filter_health(program: Program, severity: Severity) -> None:
    """Show the findings of one severity only."""
    show_page(program, "health")
    page = program.frame.stack.page()
    assert isinstance(page, HealthPage)
    if not page.tiles[severity].isChecked():
        page.tiles[severity].click()


def ask_model_question(program: Program, model: str) -> None:
    """Show a question of the model checklist in the auditor mode."""
    show_page(program, "auditor")
    page = program.frame.stack.page()
    assert isinstance(page, AuditorPage)
    page.list.choose(next(one.check.id for one in page.questions() if one.check.model == model))


def list_in_front(program: Program) -> ListPage:
    """Show the people and return their list."""
    show_page(program, "people")
    return program.frame.stack.page().findChildren(ListPage)[0]


def open_list_menu(program: Program) -> None:
    """Open what else can be done with a list."""
    list_in_front(program).toolbar.more_button.click()


def refuse_table(program: Program) -> None:
    """Show what is wrong with a table that was to be imported."""
    reasons = {"job": ComputedCell(), "started_on": NotADate(text="1405/13/40", example="1405/09/01")}
    misfits = tuple(
        Misfit(row, field_of(Person, name).label, error.wanted)
        for row, (name, error) in enumerate(reasons.items(), start=2)
    )
    list_in_front(program).tables.take(Incoming("People.xlsx", (), 0, 0, 0, (), misfits))


def search_everything(program: Program, wanted: tuple[str, str]) -> None:
    """Search in everything, in Persian or in another language."""
    show_page(program, PAGES[0].key)
    program.frame.search.read()
    wait_until(lambda: program.frame.search.is_ready, "the entries were never read")
    program.app.actions["search"].trigger()
    text = wanted[0 if current().is_rtl else 1]
    program.frame.header.search.setText(text)
    wait_until(lambda: program.frame.search.shown_for == text, "nothing was shown")


def tell(program: Program, kind: NoticeKind) -> None:
    """Show a notice of a kind."""
    show_page(program, PAGES[0].key)
    sentence = Sentence("{name} was moved to the bin.", name="R-01")
    program.frame.show_notice(Notice(sentence.worded(current()), kind, kind is NoticeKind.UNDO))
