"""The pages of an open company: each is built when it is first shown, and kept."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from models.domain.gates.criterion import Place
from models.services.search.targets import Reading
from ui import theme
from ui.context import AppContext
from ui.page import Page
from ui.page_catalogue import PAGES, page_of, page_spec

_PAGES_REMEMBERED = 50


class PageStack(QStackedWidget):
    """Shows one page at a time and takes jumps from page to page.

    Signals:
        page_shown: the key of the page now in front.
        page_built: a new `Page`, for whoever listens to it.
        heading_changed: the page in front is called otherwise.
    """

    page_shown = Signal(str)
    page_built = Signal(object)
    heading_changed = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._context = context
        self._pages: dict[str, Page] = {}
        self._key = ""
        self._before: list[str] = []
        theme.herald().redressing.connect(self.keep_front)

    @property
    def key(self) -> str:
        """The key of the page in front, "" while there is none."""
        return self._key

    def page(self) -> Page:
        """Return the page in front.

        Raises:
            KeyError: none was shown yet.
        """
        return self._pages[self._key]

    def pages(self) -> tuple[Page, ...]:
        """Return the pages built so far."""
        return tuple(self._pages.values())

    def show_page(self, key: str) -> None:
        """Bring a page to the front."""
        if key != self._key:
            self.commit()
            self._before = [*self._before, self._key][-_PAGES_REMEMBERED:] if self._key else []
            self._bring(key)

    def show_place(self, place: Place) -> None:
        """Bring the page to the front on which the place is edited, and the place into view."""
        self.show_page(page_of(place, self._context.company))
        # The page has to be laid out before anything in it can be scrolled to.
        QTimer.singleShot(0, self.page(), lambda: self.page().reveal(place))

    def show_reading(self, reading: Reading) -> None:
        """Bring the help to the front, at one of its passages."""
        from ui.pages.help import HelpPage

        self.show_page("help")
        page = self.page()
        assert isinstance(page, HelpPage)
        QTimer.singleShot(0, page, lambda: page.show_passage(reading))

    def go_back(self) -> None:
        """Bring the page before this one to the front again."""
        if self._before:
            self.commit()
            self._bring(self._before.pop())

    def commit(self) -> None:
        """Take what is being typed."""
        if self._key:
            self.page().commit()

    def keep_front(self) -> None:
        """Throw away the pages behind the one in front; they are built again when they are shown."""
        for key in [key for key in self._pages if key != self._key]:
            page = self._pages.pop(key)
            self.removeWidget(page)
            page.deleteLater()
            # Dressing all widgets anew would not wait for the event loop.
            QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)

    def build_all(self) -> None:
        """Build every page, so that all of them can be looked at."""
        for spec in PAGES:
            self._built(spec.key)

    def _bring(self, key: str) -> None:
        page = self._built(key)
        self._key = key
        self.setCurrentWidget(page)
        self.page_shown.emit(key)

    def _built(self, key: str) -> Page:
        if key not in self._pages:
            # Each move to another parent would style everything in it anew.
            page = page_spec(key).make(self._context, self)
            page.page_requested.connect(self.show_page)
            page.place_requested.connect(self.show_place)
            page.heading_changed.connect(self._tell_heading)
            self._pages[key] = page
            # Filled before it is shown, a page is laid out and styled only once.
            page.bring_up_to_date()
            self.addWidget(page)
            self.page_built.emit(page)
        return self._pages[key]

    def _tell_heading(self) -> None:
        if self._key and self.sender() is self.page():
            self.heading_changed.emit()
