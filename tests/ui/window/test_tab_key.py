"""The Tab key on every tab of every page: it passes all that takes keys, in sight, and shows where it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from models.content.keys import key_groups
from models.services.steps import Tab, tabs
from tests import scenes
from tests.e2e.keyboard import KeyboardUser, takes_tab, told
from tests.e2e.program import Program, is_at_work, let_live, wait_until
from ui.workspace_catalogue import WORKSPACES

_SEEN_MS = 20


def looks(program: Program) -> Iterator[scenes.Scene]:
    """Return every page, and of the steps each workspace and one tab of each other kind."""
    yield from (one for one in scenes.pages(program) if not one.name.startswith("step-"))
    known = set()
    for step in range(1, 9):
        for tab in tabs(step):
            kind = tab.key if tab.key in WORKSPACES else _kind(tab)
            if kind not in known:
                known.add(kind)
                show = partial(scenes.show_tab, key=f"step-{step}", tab=tab.key)
                yield scenes.Scene(f"step-{step}_{tab.key}", show)


def _kind(tab: Tab) -> str:
    if tab.document:
        return "a document's control data"
    return "a sheet" if tab.register.is_sheet else "a list"


def test_every_stop_of_every_kind_of_page_is_passed_and_seen(sample: Program) -> None:
    keyboard, missed = KeyboardUser(sample), []
    for scene in looks(sample):
        scene.act(sample)
        let_live(_SEEN_MS)
        # Some lists are filled beside the window's thread.
        wait_until(lambda: not is_at_work(), "the program never came to rest")
        keyboard.find_a_stop()

        passed = keyboard.go_round()

        stops = [one for one in sample.frame.stack.page().findChildren(QWidget) if takes_tab(one)]
        missed += [f"{scene.name}: {told(one)}" for one in stops if one not in passed]
    assert missed == []
    assert not keyboard.rings.unseen, "\n".join(keyboard.rings.unseen)


def test_f6_goes_round_the_parts_of_a_step_and_comes_back_to_the_place_left(sample: Program) -> None:
    keyboard = KeyboardUser(sample)
    keyboard.go("step-1")
    page, frame = keyboard.step_page, sample.frame
    keyboard.press_key(Qt.Key.Key_F6)
    assert page.work.isAncestorOf(keyboard.focus)
    keyboard.point_at(page.work.guide_button)

    passed = []
    for _time in range(4):
        keyboard.press_key(Qt.Key.Key_F6)
        passed.append(keyboard.focus)

    tasks, places, header, work = passed
    assert page.tasks.isAncestorOf(tasks)
    assert places is keyboard.nav_item("step-1")
    assert frame.header.isAncestorOf(header)
    assert work is page.work.guide_button
    keyboard.press_key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert keyboard.focus is header


def test_a_notice_is_reached_with_f6(sample: Program) -> None:
    keyboard = KeyboardUser(sample)
    keyboard.go("people")
    sample.frame.show_error("This did not work.")
    let_live(_SEEN_MS)

    keyboard.go_to_zone(sample.frame.notices)


def test_the_help_names_no_key_of_the_window_that_does_nothing(sample: Program) -> None:
    scenes.show_page(sample, "step-1")
    groups = {group.id: group for group in key_groups()}
    named = [row.keys for one in ("window", "file") for row in groups[one].rows]

    sequences = [one.key() for one in sample.window.findChildren(QShortcut)]
    sequences += [one for action in sample.window.findChildren(QAction) for one in action.shortcuts()]
    known = {one.toString(QKeySequence.SequenceFormat.PortableText) for one in sequences}
    # Tab and Escape are no shortcuts; the others stand for several keys, or for one with an arrow.
    others = {"Tab", "Esc", "Ctrl+1 … Ctrl+8", "Alt+←"}
    assert set(named) - others <= known
    assert {*(f"Ctrl+{step}" for step in range(1, 9)), "Alt+Left"} <= known
