"""The rounds of the questionnaire, each with how far it is and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.content.guidance import guidance
from models.domain.ids import RecordId
from models.domain.records.organisation import GapRound
from models.services.gap import Standing
from ui import icons, theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.row_button import PressableRow
from ui.widgets.showing import show_if
from ui.workspaces.gap.words import band_name, share_figure


@dataclass(frozen=True)
class RoundLine:
    """A round and how it stands."""

    round: GapRound
    standing: Standing


class RoundRow(PressableRow):
    """One round: its name and day, what is answered, its score and band, and whether it is signed."""

    def __init__(self, round_id: RecordId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.round_id = round_id
        self._sign = QLabel()
        self._title = ElidedLabel()
        self._detail = ElidedLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self._score = PlainLabel(role=TextRole.TITLE)
        self._band = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self._score.set_at_end()
        self._band.set_at_end()
        for label in (self._sign, self._title, self._detail, self._score, self._band):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._title)
        texts.addWidget(self._detail)
        figures = QVBoxLayout()
        figures.setSpacing(0)
        figures.addWidget(self._score)
        figures.addWidget(self._band)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2))
        row.setSpacing(theme.space(3))
        row.addWidget(self._sign)
        row.addLayout(texts, 1)
        row.addLayout(figures)

    def show_line(self, line: RoundLine, *, is_chosen: bool) -> None:
        """Show how a round stands."""
        speech, standing, round_ = current(), line.standing, line.round
        tone = Tone.PRIMARY if is_chosen else Tone.TEXT
        theme.set_role(self._title, TextRole.BODY, tone, strong=True)
        self._title.setText(round_.title or _("A round without a name"))
        answered = _("{count} of {total} answered").format(
            count=speech.number(standing.answered), total=speech.number(len(guidance().questions))
        )
        day = speech.date(round_.started_on) if round_.started_on else ""
        signed = _("signed") if round_.signed_on else ""
        self._detail.setText(" · ".join(filter(None, (day, answered, signed))))
        icons.set_icon(
            self._sign, "met" if round_.signed_on else "unmet", "good" if round_.signed_on else "quiet"
        )
        overall = standing.scores.overall if standing.answered else None
        self._score.setText(share_figure(overall))
        self._band.setText(band_name(overall))
        show_if(self._band, overall is not None)
        words = (self._title.whole_text(), self._detail.whole_text(), self._score.text())
        self.setAccessibleName(" · ".join(words))


class RoundList(QWidget):
    """Tells by `chosen` the id of the round that was pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[RecordId, RoundRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(1))

    def show_lines(self, lines: list[RoundLine], chosen: RecordId | None) -> None:
        """Show rounds in their order."""
        if [line.round.id for line in lines] != list(self.rows):
            self._build(lines)
        for line in lines:
            self.rows[line.round.id].show_line(line, is_chosen=line.round.id == chosen)

    def _build(self, lines: list[RoundLine]) -> None:
        for row in self.rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {line.round.id: RoundRow(line.round.id, self) for line in lines}
        for row in self.rows.values():
            row.clicked.connect(self._choose)
            self._column.addWidget(row)

    def _choose(self) -> None:
        row = self.sender()
        if isinstance(row, RoundRow):
            self.chosen.emit(row.round_id)
