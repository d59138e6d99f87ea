"""A grid of rows and columns whose cells each hold one of a few states, filled in like a spreadsheet."""

from ui.widgets.matrix.grid import MatrixGrid
from ui.widgets.matrix.legend import MatrixLegend
from ui.widgets.matrix.model import EMPTY, Cell, Head, HeadedModel, MatrixModel, State

__all__ = ["EMPTY", "Cell", "Head", "HeadedModel", "MatrixGrid", "MatrixLegend", "MatrixModel", "State"]
