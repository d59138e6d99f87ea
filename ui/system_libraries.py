"""Whether the system has the libraries that Qt needs; asked before Qt itself would abort the program."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from models.domain.errors import AppError
from models.domain.marking import N_

# Library and Debian package, as the wheels of Qt 6.12 are linked.
_ALWAYS: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
}
_ON_X11: Mapping[str, str] = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

Loader = Callable[[str], object]


class LibrariesMissing(AppError):
    """Qt cannot start without libraries of the system."""

    message = N_(
        "The window needs system libraries that are missing. On Debian or Ubuntu: apt install {packages}"
    )


class WindowImpossible(AppError):
    """Qt cannot start for a reason that no known library explains."""

    message = N_("The window cannot be shown: {reason}")


class NoDisplay(AppError):
    """There is no screen to show a window on."""

    message = N_("There is no display to show a window on. What works without one: main.py --help")


def check(environment: Mapping[str, str] = os.environ, load: Loader | None = None) -> None:
    """Return when a window can be shown as far as libraries go.

    Args:
        environment: tells which display there is.
        load: loads a library by name, and raises OSError where it cannot; the system's own way unless given.

    Raises:
        LibrariesMissing, NoDisplay, WindowImpossible: it cannot; Qt was not started.
    """
    try:
        import PySide6.QtWidgets
    except ImportError as error:
        raise _explained(error, load or _load) from error
    if sys.platform == "linux" and _platform(environment) == "xcb":
        plugin = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
        try:
            (load or _load)(str(plugin))
        except OSError as error:
            raise _explained(error, load or _load) from error


def _platform(environment: Mapping[str, str]) -> str:
    """Return the display system that Qt will choose."""
    if chosen := environment.get("QT_QPA_PLATFORM", ""):
        return chosen.split(";")[0].split(":")[0]
    if environment.get("WAYLAND_DISPLAY"):
        return "wayland"
    if environment.get("DISPLAY"):
        return "xcb"
    raise NoDisplay


def _load(name: str) -> object:
    # Imported here: on other systems than Linux nobody needs it.
    import ctypes

    return ctypes.CDLL(name)


def _explained(error: Exception, load: Loader) -> AppError:
    known = {**_ALWAYS, **_ON_X11}
    missing = sorted(package for name, package in known.items() if not _loads(name, load))
    return LibrariesMissing(packages=" ".join(missing)) if missing else WindowImpossible(reason=error)


def _loads(name: str, load: Loader) -> bool:
    try:
        load(name)
    except OSError:
        return False
    return True
