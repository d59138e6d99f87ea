"""The main figures of a survey side by side, each with its interval and its number of answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.domain.survey.analysis import SurveyAnalysis, main_figure
from models.services.survey.words import figure_text, index_name, interval_text, question_name
from ui import theme
from ui.language import _, current, ngettext
from ui.theme import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.labels import PlainLabel, WrapLabel

_COLUMNS = 4
_WITHOUT_INDEX = 3


class Tile(NamedTuple):
    """One figure in words."""

    figure: str
    name: str
    detail: str


class FigureTile(Card):
    """A large figure, what it is, and how sure it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.figure = PlainLabel(role=TextRole.HEADING)
        self.name = WrapLabel()
        self.detail = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        column = QVBoxLayout()
        column.setSpacing(theme.space(0.5))
        for label in (self.figure, self.name, self.detail):
            column.addWidget(label)
        column.addStretch(1)
        self.body.addLayout(column)

    def show_tile(self, tile: Tile) -> None:
        """Show a figure."""
        self.figure.setText(tile.figure)
        self.name.setText(tile.name)
        self.detail.setText(tile.detail)
        self.setAccessibleName(f"{tile.name}: {tile.figure}")
        self.setAccessibleDescription(tile.detail)


class FigureTiles(QWidget):
    """As many tiles as there are figures, four in a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: list[FigureTile] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.space(3))
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def show_figures(self, found: SurveyAnalysis) -> None:
        """Show the figures of a survey."""
        shown = list(_tiles(found))
        while len(self.tiles) < len(shown):
            tile = FigureTile(self)
            place = len(self.tiles)
            self._grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
            self.tiles.append(tile)
        for place, tile in enumerate(self.tiles):
            tile.setVisible(place < len(shown))
            if place < len(shown):
                tile.show_tile(shown[place])


def _tiles(found: SurveyAnalysis) -> Iterator[Tile]:
    speech = current()
    yield _response(found)
    scaled = [one for one in found.results if main_figure(one) is not None]
    indexed = [one for one in scaled if index_name(one, speech)] or scaled[:_WITHOUT_INDEX]
    for result in indexed:
        name = index_name(result, speech) or question_name(result, speech)
        count = ngettext("{count} answer", "{count} answers", result.answers)
        detail = [count.format(count=speech.number(result.answers))]
        ends = interval_text(result, speech)
        detail.append(_("95% interval {interval}").format(interval=ends) if ends else _("small sample"))
        yield Tile(figure_text(result, speech), name, " · ".join(detail))
    weighted = found.weighted
    if weighted is not None and not found.is_small:
        lowest = _("Of 100; the lowest possible value is {lowest}.").format(lowest=speech.number(20))
        yield Tile(speech.number(weighted, 0), _("Weighted index"), lowest)


def _response(found: SurveyAnalysis) -> Tile:
    speech, details = current(), []
    rate = found.response_rate
    if rate is not None:
        asked = _("{rate} of {asked} asked")
        details.append(asked.format(rate=speech.percent(rate), asked=speech.number(found.survey.asked or 0)))
    if found.invalid:
        set_aside = sum(found.invalid.values())
        invalid = ngettext("{count} set aside as invalid", "{count} set aside as invalid", set_aside)
        details.append(invalid.format(count=speech.number(set_aside)))
    return Tile(speech.number(found.sheets), _("Valid answers"), " · ".join(details))
