"""The values of indicators in a window."""

from tests.ui.pages.conftest import (  # noqa: F401 - pytest finds them by name
    _plain_window,
    company,
    locked,
    new_file,
    sample,
    sample_file,
)
from tests.ui.workspaces.launch.conftest import opened  # noqa: F401
