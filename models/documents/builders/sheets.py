"""Which way the sheet of a document lies."""

LANDSCAPE = frozenset(
    {"R-01", "R-02", "R-03", "R-05", "R-08", "R-09", "R-12", "R-13", "R-18", "R-20", "R-22"}
)
"""Documents whose table needs the width of the sheet."""

ACROSS = 3
ACROSS_WIDE = 5
"""How many entries of the control block stand side by side, on an upright sheet and on a wide one."""
