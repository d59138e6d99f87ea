"""The company files and the window that pages are tested with."""

from tests.ui.pages.conftest import (
    _plain_window,
    company,
    locked,
    new_file,
    notices,
    sample,
    sample_file,
    shown,
)

__all__ = [
    "_plain_window",
    "company",
    "locked",
    "new_file",
    "notices",
    "sample",
    "sample_file",
    "shown",
]
