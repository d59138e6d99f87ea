"""The page of documents: editions, search, menu and approval."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from models.localisation.languages import language_pairs
from tests.e2e.program import Program, let_live, wait_until
from tests.scenes.scene import Scene
from tests.scenes.showing import MOMENT_MS, show_page
from ui.dialogs.approve_document import ApproveDocumentDialog
from ui.pages.documents import DocumentsPage


def editions(_program: Program) -> Iterator[Scene]:
    """Return documents in another edition or in two languages."""
    wanted = (("D1", "", language_pairs()[0]), ("R-16", "", ""), ("R-17", "a3-cards", ""))
    for code, edition, language_code in wanted:
        act = partial(show_edition, code=code, edition=edition, language_code=language_code)
        yield Scene(f"edition_{code}_{edition}", act)


def show_edition(program: Program, code: str, edition: str, language_code: str) -> None:
    """Show an edition of a document, in the window's language where no other is named."""
    show_page(program, "documents")
    page = program.frame.stack.page()
    assert isinstance(page, DocumentsPage)
    while not page.list.codes():
        let_live(MOMENT_MS)
    page.list.choose(code)
    page.head.choose_edition(edition)
    if language_code:
        page.head.choose_language(language_code)


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


def open_document_menu(program: Program) -> None:
    """Open what else can be done with a document."""
    documents_page(program).head.more_button.click()


def ask_to_approve(program: Program) -> None:
    """Ask who approves the policy."""
    show_page(program, "documents")
    ApproveDocumentDialog.ask(program.window, program.company, "D1", date.today())
