"""Step 6 in a window."""

from tests.ui.workspaces.launch.conftest import (  # noqa: F401 - pytest finds them by name
    _plain_window,
    company,
    locked,
    new_file,
    opened,
    sample,
    sample_file,
    shown,
)
