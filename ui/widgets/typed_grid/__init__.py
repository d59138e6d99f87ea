"""A grid whose cells are typed and pasted as in a spreadsheet; what cannot be kept stays in its cell."""

from ui.widgets.typed_grid.grid import TypedGrid, row_beyond
from ui.widgets.typed_grid.model import Content, Refusal, TypedModel

__all__ = ["Content", "Refusal", "TypedGrid", "TypedModel", "row_beyond"]
