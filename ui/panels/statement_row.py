"""One commitment of the policy: its text, and opened the fields in which it is written."""

from __future__ import annotations

from ui.language import _
from ui.panels.text_row import TextRow


class StatementRow(TextRow):
    """One statement: its number and its text; opened, a field for each language and what can be done."""

    def delete_name(self) -> str:
        """Return what leaving a statement out is called."""
        return _("Leave it out of the policy (Delete)")
