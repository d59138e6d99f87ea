"""Table and form of any register, written once."""

from ui.registers.news import News
from ui.registers.sheet import SheetView
from ui.registers.view import RegisterView, view_of

__all__ = ["News", "RegisterView", "SheetView", "view_of"]
