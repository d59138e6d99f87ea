"""The Tab key on every tab of every page: it passes all that takes keys, in sight, and shows where it is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests import scenes
from tests.e2e.keyboard import KeyboardUser, takes_tab, told
from tests.e2e.program import Program, let_live

_SEEN_MS = 20


def test_every_stop_of_every_tab_is_passed_and_seen(sample: Program) -> None:
    keyboard, missed = KeyboardUser(sample), []
    for scene in scenes.tabs(sample):
        scene.act(sample)
        let_live(_SEEN_MS)
        keyboard.find_a_stop()

        passed = keyboard.go_round()

        stops = [one for one in sample.frame.stack.page().findChildren(QWidget) if takes_tab(one)]
        missed += [f"{scene.name}: {told(one)}" for one in stops if one not in passed]
    assert missed == []
    assert keyboard.rings.unseen == []
