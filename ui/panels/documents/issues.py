"""What was issued of a document, to be printed again byte for byte, and what changed since."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.domain.records.control import Issue
from models.localisation.languages import paper_language_name
from models.services.issuing import Difference
from ui import icons, theme
from ui.language import _, current, ngettext
from ui.theme import TextRole, Tone
from ui.widgets.buttons import SecondaryButton
from ui.widgets.labels import PlainLabel, WrapLabel
from ui.widgets.page_scroll import PageScroll

_MOST_CHANGES = 30
_DIGITS_OF_HASH = 12


class IssueLine(QWidget):
    """One issue: revision, language, day, who; its fingerprint, and what can be done with its file."""

    def __init__(self, issued: Issue, who: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.issued = issued
        speech = current()
        pieces = [
            _("Revision {number}").format(number=speech.digits(issued.revision)),
            speech.isolate(paper_language_name(issued.language)),
            speech.medium_date(issued.issued_on) if issued.issued_on else "",
            speech.isolate(who) if who else "",
        ]
        self.text = WrapLabel(" · ".join(piece for piece in pieces if piece))
        short = speech.island(issued.sha256[:_DIGITS_OF_HASH] + "…")
        self.fingerprint = PlainLabel(_("SHA-256: {hash}").format(hash=short), TextRole.SMALL, Tone.QUIET)
        self.fingerprint.setToolTip(issued.sha256)
        self.save_button = SecondaryButton(_("Save PDF…"), small=True)
        self.open_button = SecondaryButton(_("Open PDF"), small=True)
        for button in (self.save_button, self.open_button):
            button.setAccessibleDescription(self.text.text())
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.text)
        words.addWidget(self.fingerprint)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.space(2))
        line.addLayout(words, 1)
        line.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)


class DocumentIssues(QWidget):
    """The issues of a document, the newest first; above them what changed since, in words.

    Signals:
        save_requested, open_requested: an `Issue`.
    """

    save_requested = Signal(object)
    open_requested = Signal(object)

    def __init__(self, name_of: Callable[[Issue], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._issues: Sequence[Issue] = ()
        self._since = ""
        self._changes: Sequence[Difference] = ()
        self.lines: list[IssueLine] = []
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._scroll: PageScroll | None = None
        self._fill()

    def show_issues(self, issues: Sequence[Issue], since: str) -> None:
        """Show the issues of a document; since: the revision from which it differs, "" for none."""
        if (tuple(issues), since) != (tuple(self._issues), self._since):
            self._issues, self._since, self._changes = tuple(issues), since, ()
            self._fill()

    def show_changes(self, changes: Sequence[Difference]) -> None:
        """Show what changed."""
        if tuple(changes) != tuple(self._changes):
            self._changes = tuple(changes)
            self._fill()

    def _fill(self) -> None:
        if self._scroll is not None:
            self._outer.removeWidget(self._scroll)
            self._scroll.hide()
            self._scroll.deleteLater()
        board = QWidget()
        column = QVBoxLayout(board)
        column.setContentsMargins(theme.space(4.5), theme.space(4), theme.space(4.5), theme.space(4))
        column.setSpacing(theme.space(3))
        if self._since:
            self._add_changes(column)
        self.lines = [IssueLine(issued, self._name_of(issued)) for issued in self._issues]
        for line in self.lines:
            line.save_button.clicked.connect(partial(self.save_requested.emit, line.issued))
            line.open_button.clicked.connect(partial(self.open_requested.emit, line.issued))
            column.addWidget(line)
        if not self.lines:
            sentence = _(
                "Nothing was issued yet. An approved document is issued: from then on this revision can be "
                "printed again byte for byte."
            )
            column.addWidget(WrapLabel(sentence, tone=Tone.QUIET))
        column.addStretch()
        self._scroll = PageScroll(board)
        self._outer.addWidget(self._scroll)

    def _add_changes(self, column: QVBoxLayout) -> None:
        title = WrapLabel(changed_since(self._since))
        theme.set_role(title, TextRole.BODY, strong=True)
        column.addWidget(title)
        for change in self._changes[:_MOST_CHANGES]:
            column.addLayout(_change_line(change))
        more = len(self._changes) - _MOST_CHANGES
        if more > 0:
            text = ngettext("and {count} more change", "and {count} more changes", more)
            column.addWidget(WrapLabel(text.format(count=current().number(more)), TextRole.SMALL, Tone.QUIET))
        issued = WrapLabel(_("Issued revisions"))
        theme.set_role(issued, TextRole.BODY, strong=True)
        column.addWidget(issued)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()


def changed_since(revision: str) -> str:
    """Return the line that says from which revision a document differs."""
    return _("Changed since revision {number}").format(number=current().digits(revision))


def _change_line(change: Difference) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(theme.space(2))
    sign = QLabel()
    icons.set_icon(sign, "forward", "quiet")
    before, after = change.before or _("New"), change.after or _("Removed")
    line.addWidget(WrapLabel(before, TextRole.SMALL, Tone.QUIET), 1, Qt.AlignmentFlag.AlignTop)
    line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(WrapLabel(after, TextRole.SMALL), 1, Qt.AlignmentFlag.AlignTop)
    return line
