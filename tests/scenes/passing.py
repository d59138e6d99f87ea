"""What there is to see in the program, and how each of it is brought about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from models.content.guidance import guidance
from models.content.promises import vague_words
from models.domain.fields import Kind, field_of, fields_of
from models.domain.gates import gates
from models.domain.gates.criterion import Place
from models.domain.health import Severity
from models.domain.records.charter import Promise
from models.domain.records.control import Person
from models.domain.records.feedback import Survey
from models.domain.registers import REGISTERS
from models.domain.registers import register as register_named
from models.domain.sentences import Sentence
from models.domain.sequence import in_order
from models.domain.text import LocalText
from models.localisation.dates import NotADate
from models.localisation.languages import language_pairs
from models.services.company import OpenCompany
from models.services.pasting import Misfit
from models.services.steps import open_criteria
from models.services.tables import ComputedCell, Incoming
from tests.e2e.driver import tab_buttons
from tests.e2e.program import Program, let_live, wait_until
from tests.gallery import ChartGallery
from ui.dialogs.approve_document import ApproveDocumentDialog
from ui.dialogs.close_step import CloseStepDialog
from ui.dialogs.failure import FailureDialog
from ui.dialogs.files import (
    NewCompanyDialog,
    OpenAnswersDialog,
    OpenCompanyDialog,
    OpenTableDialog,
    SaveCalendarDialog,
    SaveCopyDialog,
    SaveReportDialog,
    SaveTableDialog,
)
from ui.dialogs.import_answers import ImportAnswersDialog
from ui.dialogs.reading import ReadingDialog
from ui.language import current
from ui.page import Notice
from ui.page_catalogue import PAGES, page_of
from ui.pages.auditor import AuditorPage
from ui.pages.documents import DocumentsPage
from ui.pages.health import HealthPage
from ui.pages.step import StepPage
from ui.registers.list_page import ListPage
from ui.registers.pick_box import PickBox
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.flow_tabs import FlowTabs
from ui.widgets.notice_bar import NoticeKind
from ui.workspaces.answers.workspace import AnswersWorkspace
from ui.workspaces.gap.comparison import QUESTIONS
from ui.workspaces.gap.rounds import RoundsWorkspace
from ui.workspaces.gap.summary import BARS, ScoreSummary
from ui.workspaces.gap.workspace import LIST, QUESTION, RESULTS, GapWorkspace
from ui.workspaces.promises.workspace import PromiseWorkspace
from ui.workspaces.training.needs import NeedsWorkspace
from ui.workspaces.training.results import ResultsWorkspace

_STEPS = tuple(spec.key for spec in PAGES if spec.step is not None)
# Pages that show what the health check finds.
_LOOKED = frozenset({PAGES[0].key, "health", "auditor"})
_MOMENT_MS = 20
_GOOD_ROWS = ("no;Date;Q1;2;3;Q8;Q9;x", "901;2026-01-05;5;۴;4;10;;a", "902;1404/10/16;4;5;2;9;;b")
_BAD_ROWS = ("903;2026-13-05;6;5;2;9;;b", "904;1404/10/16;4;5;2;11;;b")
_SEARCHED = (("found", "شکایت", "complaint"), ("vain", "فضانورد", "ocean"), ("person", "سارا", "sara"))
_REPORT = "Manshur\n\nTraceback (most recent call last):\nKeyError: 'no'\n"

Part = TypeVar("Part", bound=QWidget)


@dataclass(frozen=True)
class Scene:
    """Something to see: how it is called, and what brings it about.

    is_dialog: what brings it about returns only when the dialog is closed.
    """

    name: str
    act: Callable[[Program], object]
    is_dialog: bool = False


def pages(_program: Program) -> Iterator[Scene]:
    """Return every page."""
    for spec in PAGES:
        yield Scene(spec.key, partial(show_page, key=spec.key))


def tabs(program: Program) -> Iterator[Scene]:
    """Return each tab of every page."""
    for spec in PAGES:
        show_page(program, spec.key)
        for tab in page_tabs(program):
            yield Scene(f"{spec.key}_{tab.replace(':', '-')}", partial(show_tab, key=spec.key, tab=tab))


def guides(_program: Program) -> Iterator[Scene]:
    """Return every step with its guide open."""
    for key in _STEPS:
        yield Scene(f"{key}_guide", partial(show_guide, key=key))


def forms(program: Program) -> Iterator[Scene]:
    """Return the form of a record with each kind of field, at that field."""
    for kind in Kind:
        place = place_with(kind, program.company)
        if place is not None:
            yield Scene(f"form_{kind}", partial(show_place, place=place))


def popups(program: Program) -> Iterator[Scene]:
    """Return each list that opens over the window."""
    yield Scene("popup_menu", lambda running: running.app.open_menu())
    openers: dict[Kind, Callable[[Program], object]] = {
        Kind.DATE: lambda running: focused(running, DateEdit).open_calendar(),
        Kind.PERSON: lambda running: focused(running, PickBox).open_list(),
        Kind.CHOICE: lambda running: focused(running, ChoiceBox).box.showPopup(),
    }
    for kind, opener in openers.items():
        place = place_with(kind, program.company)
        if place is not None:
            yield Scene(f"popup_{kind}", partial(show_popup, place=place, opener=opener))


def gap(_program: Program) -> Iterator[Scene]:
    """Return the gap questionnaire in each of its modes, at a gap, filtered, and the rounds of it."""
    for mode in (QUESTION, LIST, RESULTS):
        yield Scene(f"gap_{mode}", partial(show_gap, mode=mode))
    yield Scene("gap_filtered", filter_gap)
    yield Scene("gap_not_applicable", answer_not_applicable)
    yield Scene("gap_bars", show_bars)
    yield Scene("gap_round_new", ask_for_round)
    yield Scene("gap_round_questions", compare_questions)


def promises(program: Program) -> Iterator[Scene]:
    """Return the promise builder at a promise, at one that says hardly anything, and the model promises."""
    for name, act in (("card", show_promise), ("new", show_new_promise), ("models", show_models)):
        yield Scene(f"promise_{name}", act)


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


def trainings(_program: Program) -> Iterator[Scene]:
    """Return what happens in the workspaces of the training while somebody works there."""
    yield Scene("training_block", choose_block)
    yield Scene("training_menu", open_matrix_menu)
    yield Scene("training_refused", press_wrong_key)
    yield Scene("training_test_day", add_test_day)


def dialogs(program: Program) -> Iterator[Scene]:
    """Return every dialog, asked as the program asks it."""
    missing = missing_criteria(program)
    for name, is_wanted in (("close_step", False), ("close_step_with_reason", True)):
        step = next((number for number, count in missing.items() if bool(count) is is_wanted), None)
        if step is not None:
            yield _dialog(name, partial(ask_to_close, step=step))
    yield _dialog("approve_document", ask_to_approve)
    yield _dialog("reading", lambda running: ReadingDialog.ask(running.window, "certificates"))
    yield _dialog("failure", lambda running: FailureDialog.ask(running.window, _REPORT))
    yield _dialog("new_company", lambda running: NewCompanyDialog.ask(running.window))
    yield _dialog("open_company", lambda running: OpenCompanyDialog.ask(running.window, running.folder))
    yield _dialog("save_copy", lambda running: SaveCopyDialog.ask(running.window, running.company.path))
    yield _dialog("open_table", lambda running: OpenTableDialog.ask(running.window))
    yield _dialog("save_table", lambda running: SaveTableDialog.ask(running.window, "Parties"))
    yield _dialog("save_calendar", lambda running: SaveCalendarDialog.ask(running.window, "Plan"))
    yield _dialog("open_answers", lambda running: OpenAnswersDialog.ask(running.window))
    yield _dialog("import_answers", ask_for_answers)
    yield _dialog("save_report", lambda running: SaveReportDialog.ask(running.window))


def imports(_program: Program) -> Iterator[Scene]:
    """Return the dialog that imports answers when it has read a table, a good one and one with bad rows."""
    yield _dialog("import_answers_read", partial(show_answers, rows=_GOOD_ROWS))
    yield _dialog("import_answers_refused", partial(show_answers, rows=(*_GOOD_ROWS, *_BAD_ROWS)))


def charts(_program: Program) -> Iterator[Scene]:
    """Return the charts that pages may show, all at once."""
    yield Scene("charts", lambda running: ChartGallery.ask(running.window, running.company), is_dialog=True)


def editions(_program: Program) -> Iterator[Scene]:
    """Return documents in another edition or in two languages."""
    wanted = (("D1", "", language_pairs()[0]), ("R-16", "", ""), ("R-17", "a3-cards", ""))
    for code, edition, language_code in wanted:
        act = partial(show_edition, code=code, edition=edition, language_code=language_code)
        yield Scene(f"edition_{code}_{edition}", act)


def _dialog(name: str, act: Callable[[Program], object]) -> Scene:
    return Scene(f"dialog_{name}", act, is_dialog=True)


# How it is brought about


def show_page(program: Program, key: str) -> None:
    """Show a page, its guide closed."""
    program.app.show_page(key)
    if key in _LOOKED:
        wait_until(lambda: program.health.is_current, "the records were never looked through")
    page = program.frame.stack.page()
    if isinstance(page, AuditorPage):
        wait_until(lambda: page.is_drawn, "the questions were never drawn")
    if isinstance(page, StepPage):
        page.show_lists()
        page.show_guide(False)


def page_tabs(program: Program) -> dict[str, QAbstractButton]:
    """Return the tabs of the page in front, by key."""
    found: dict[str, QAbstractButton] = {}
    for strip in program.frame.stack.page().findChildren(FlowTabs):
        found |= tab_buttons(strip)
    return found


def show_tab(program: Program, key: str, tab: str) -> None:
    """Show one tab of a page."""
    show_page(program, key)
    page_tabs(program)[tab].click()


def step_page(program: Program, key: str) -> StepPage:
    """Show the page of a step and return it."""
    show_page(program, key)
    page = program.frame.stack.page()
    assert isinstance(page, StepPage)
    return page


def show_guide(program: Program, key: str) -> None:
    """Show a step with its guide open."""
    step_page(program, key).show_guide(True)


def place_with(kind: Kind, company: OpenCompany) -> Place | None:
    """Return a field of that kind that is filled in and stands on a step's page; None where there is none."""
    for register in sorted(REGISTERS, key=lambda one: one.is_sheet):
        field = next((spec for spec in fields_of(register.record) if spec.kind is kind), None)
        if field is None or page_of(Place(register.code), company) not in _STEPS:
            continue
        for record in company.all(register.record):
            if getattr(record, field.name) != field.empty:
                return Place(register.code, record.id, field.name)
    return None


def show_place(program: Program, place: Place) -> None:
    """Show a field in its form."""
    show_page(program, page_of(place, program.company))
    program.frame.stack.show_place(place)
    let_live(_MOMENT_MS)


def workspace(program: Program, step: int, tab: str, kind: type[Part]) -> Part:
    """Show the workspace of a tab and return it."""
    show_tab(program, f"step-{step}", tab)
    body = step_page(program, f"step-{step}").work.current_body()
    assert isinstance(body, kind)
    return body


def show_gap(program: Program, mode: str) -> GapWorkspace:
    """Show the gap questionnaire at a question with a gap, in one of its modes."""
    body = workspace(program, 1, "gap_answer", GapWorkspace)
    body.show_mode(mode)
    body.filters.clear()
    body.questionnaire.go("Q304")
    return body


def filter_gap(program: Program) -> None:
    """Show the critical questions of the questionnaire."""
    filters = show_gap(program, QUESTION).filters
    filters.weight.box.setCurrentIndex(filters.weight.box.findData("C"))
    filters.weight.commit()


def answer_not_applicable(program: Program) -> None:
    """Ask why a question does not apply."""
    show_gap(program, QUESTION).question_page.sheet.give("na")


def show_bars(program: Program) -> None:
    """Show the results with bars."""
    body = show_gap(program, RESULTS)
    body.findChildren(ScoreSummary)[0].kinds.buttons[BARS].click()


def rounds(program: Program) -> RoundsWorkspace:
    """Show the rounds of the questionnaire."""
    return workspace(program, 1, "gap_round", RoundsWorkspace)


def ask_for_round(program: Program) -> None:
    """Ask for what a new round needs."""
    rounds(program).ask_for_round()


def compare_questions(program: Program) -> None:
    """Compare two rounds question by question."""
    shown = rounds(program)
    shown.start.cancel_button.click()
    shown.comparison.kinds.buttons[QUESTIONS].click()


def promise_builder(program: Program) -> PromiseWorkspace:
    """Show the promise builder and return it."""
    return workspace(program, 3, "promise", PromiseWorkspace)


def show_promise(program: Program) -> None:
    """Show the first promise in its form; where there is none, the list."""
    builder = promise_builder(program)
    builder.show_place(next((one.id for one in in_order(program.company.all(Promise))), None))
    let_live(_MOMENT_MS)


def show_new_promise(program: Program) -> None:
    """Begin a promise as many would: with vague words, in every language; it is not kept."""
    builder = promise_builder(program)
    words = {code: " ".join(found[:3]) for code, found in vague_words().words.items()}
    builder.show_new(Promise(order=1, text=LocalText.of(words)), "text")
    let_live(_MOMENT_MS)


def show_models(program: Program) -> None:
    """Show the model promises of a trade, one of them ticked."""
    builder = promise_builder(program)
    builder.show_models()
    builder.models.show_trade("clinic")
    builder.models.rows[0].tick(True)
    let_live(_MOMENT_MS)


def show_popup(program: Program, place: Place, opener: Callable[[Program], object]) -> None:
    """Show a field in its form and open its list."""
    show_place(program, place)
    opener(program)


def focused(program: Program, kind: type[Part]) -> Part:
    """Return the editor that has the focus."""
    focus = program.window.focusWidget()
    assert focus is not None
    return next(one for one in program.window.findChildren(kind) if one.isAncestorOf(focus))


def press_close(program: Program, step: int) -> None:
    """Press the button that closes a step."""
    step_page(program, f"step-{step}").gate.close_button.click()


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


def documents_page(program: Program) -> DocumentsPage:
    """Return the page of documents, shown with the pages of its first one."""
    show_page(program, "documents")
    page = program.frame.stack.page()
    assert isinstance(page, DocumentsPage)
    wait_until(lambda: page.paper.preview.is_drawn, "the pages were never drawn")
    return page


def search_document(program: Program, wanted: str) -> None:
    """Search in the preview of a document."""
    paper = documents_page(program).paper
    paper.open_search()
    paper.search.field.setText(wanted)
    wait_until(lambda: bool(paper.search.finder.hits), "nothing was found")
    wait_until(lambda: paper.preview.is_drawn, "the pages were never drawn")


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


def open_document_menu(program: Program) -> None:
    """Open what else can be done with a document."""
    documents_page(program).head.more_button.click()


def show_edition(program: Program, code: str, edition: str, language_code: str) -> None:
    """Show an edition of a document, in the window's language where no other is named."""
    show_page(program, "documents")
    page = program.frame.stack.page()
    assert isinstance(page, DocumentsPage)
    while not page.list.codes():
        let_live(_MOMENT_MS)
    page.list.choose(code)
    page.head.choose_edition(edition)
    if language_code:
        page.head.choose_language(language_code)


def tell(program: Program, kind: NoticeKind) -> None:
    """Show a notice of a kind."""
    show_page(program, PAGES[0].key)
    sentence = Sentence("{name} was moved to the bin.", name="R-01")
    program.frame.show_notice(Notice(sentence.worded(current()), kind, kind is NoticeKind.UNDO))


def missing_criteria(program: Program) -> dict[int, int]:
    """Return how many exit criteria each step still misses."""
    states = gates(program.company, guidance(), date.today())
    return {step: len(open_criteria(of_step)) for step, of_step in states.items()}


def ask_to_close(program: Program, step: int) -> None:
    """Ask who signs off a step."""
    show_page(program, f"step-{step}")
    states = gates(program.company, guidance(), date.today())[step]
    CloseStepDialog.ask(program.window, program.company, step, states, date.today())


def ask_to_approve(program: Program) -> None:
    """Ask who approves the policy."""
    show_page(program, "documents")
    ApproveDocumentDialog.ask(program.window, program.company, "D1", date.today())


def choose_block(program: Program) -> None:
    """Choose some cells of the training matrix."""
    grid = workspace(program, 4, "skill_need", NeedsWorkspace).grid
    grid.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_End):
        QTest.keyClick(grid, key, Qt.KeyboardModifier.ShiftModifier)


def open_matrix_menu(program: Program) -> None:
    """Open the menu of a cell of the training matrix."""
    grid = workspace(program, 4, "skill_need", NeedsWorkspace).grid
    grid.setFocus()
    grid.menu_requested.emit(grid.viewport().mapToGlobal(grid.visualRect(grid.currentIndex()).center()))


def press_wrong_key(program: Program) -> None:
    """Press a key that sets nothing in the training matrix."""
    grid = workspace(program, 4, "skill_need", NeedsWorkspace).grid
    grid.setFocus()
    QTest.keyClicks(grid, "q")


def add_test_day(program: Program) -> None:
    """Add a day to the results of the test."""
    workspace(program, 4, "test_result", ResultsWorkspace).add_button.click()


def survey_of(program: Program) -> Survey:
    """Return the survey that asks something, or an empty one that was saved for it."""
    surveys = program.company.all(Survey)
    return surveys[0] if surveys else Survey(title=LocalText(fa="نظرسنجی", en="Survey"))


def enter_sheet(program: Program, keys: str) -> None:
    """Press keys of answers on the sheet that is being entered."""
    show_tab(program, "step-6", "survey_answer")
    body = program.frame.stack.page().findChild(AnswersWorkspace)
    if body is not None and body.entry.isVisible():
        body.entry.focus_sheet()
        QTest.keyClicks(body.entry.board, keys)


def ask_for_answers(program: Program) -> None:
    """Ask for the table of a survey's answers."""
    show_page(program, "step-6")
    ImportAnswersDialog.ask(program.window, program.company, survey_of(program), date.today())


def show_answers(program: Program, rows: Sequence[str]) -> None:
    """Look at a table of a survey's answers with such rows."""
    show_page(program, "step-6")
    dialog = ImportAnswersDialog(program.company, survey_of(program), date.today(), program.window)
    path = program.folder / "answers.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    dialog.show_file(path)
    dialog.exec()
    dialog.deleteLater()
