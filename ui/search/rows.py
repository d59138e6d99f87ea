"""The rows of what a search found: a heading for each group, and its hits."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.localisation.text import without_marks
from models.services.search.targets import GROUP_TITLES, Found, Hit, HitGroup
from ui.language import _, current

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Row: TypeAlias = HitGroup | Hit


class ResultModel(QAbstractListModel):
    """A heading for each group, and its hits below it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: Found | None = None
        self._rows: list[Row] = []

    def show_found(self, found: Found | None) -> None:
        """Show what was found; None for nothing at all."""
        self.beginResetModel()
        self.found = found
        groups = found.groups if found is not None else ()
        self._rows = []
        for group in groups:
            self._rows += [group, *group.hits]
        self.endResetModel()

    def row(self, at: int) -> Row:
        """Return a group, whose heading it is, or a hit."""
        return self._rows[at]

    def hit_rows(self) -> list[int]:
        """Return the rows that can be chosen."""
        return [at for at, row in enumerate(self._rows) if isinstance(row, Hit)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own way
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only hits be chosen."""
        if isinstance(self._rows[index.row()], Hit):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says, for those who hear it."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self._rows[index.row()]
        if isinstance(row, HitGroup):
            return group_title(row)
        said = (row.name, detail(row), row.passage)
        return without_marks(" · ".join(text for text in said if text))


def group_title(group: HitGroup) -> str:
    """Return the heading of a group; it tells how many there are where not all are shown."""
    title = _(GROUP_TITLES[group.group])
    if group.total <= len(group.hits):
        return title
    speech = current()
    return _("{title} · {shown} of {total}").format(
        title=title, shown=speech.number(len(group.hits)), total=speech.number(group.total)
    )


def detail(hit: Hit) -> str:
    """Return where a hit belongs, "" where that says nothing more."""
    if hit.step is None:
        return hit.detail
    number = current().number(hit.step)
    if not hit.detail:
        return _("Step {number}").format(number=number)
    return _("Step {number} · {text}").format(number=number, text=hit.detail)
