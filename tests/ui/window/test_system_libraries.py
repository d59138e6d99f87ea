"""Where the system lacks libraries, the start says which packages have them."""

from __future__ import annotations

import sys

import pytest

from ui.system_libraries import LibrariesMissing, Loader, NoDisplay, WindowImpossible, check

X11 = {"DISPLAY": ":0"}

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems bring what Qt needs")


def lacking(*names: str) -> Loader:
    """Return a loader for a system without these libraries, where plugins that need them do not load."""

    def load(name: str) -> None:
        if name.endswith("libqxcb.so") or name in names:
            raise OSError(f"{names[0] if names else name}: cannot open shared object file")

    return load


def test_missing_libraries_are_named_by_their_packages() -> None:
    with pytest.raises(LibrariesMissing, match=r"apt install libxcb-cursor0 libxcb-icccm4$"):
        check(X11, lacking("libxcb-icccm.so.4", "libxcb-cursor.so.0"))


def test_a_plugin_that_fails_for_another_reason_tells_it() -> None:
    with pytest.raises(WindowImpossible, match=r"libqxcb\.so"):
        check(X11, lacking())


def test_a_complete_system_passes() -> None:
    check(X11, lambda _name: None)


def test_without_a_display_the_commands_are_pointed_out() -> None:
    with pytest.raises(NoDisplay, match="--help"):
        check({}, lambda _name: None)


@pytest.mark.parametrize("chosen", ["offscreen", "wayland", "vnc:size=10x10"])
def test_other_platforms_need_nothing_of_x11(chosen: str) -> None:
    check({"QT_QPA_PLATFORM": chosen}, lacking("libxcb.so.1"))
