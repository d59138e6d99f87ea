"""What there is to see in the program, and how each of it is brought about.

Each function here returns scenes of one kind. A new scene belongs where the thing to see does: in the module
of its step (`step_1` to `step_8`), in `every_page`, `fields`, `documents` or `gates`; in `windows` where it
is a dialog, in `passing` where it stays only for a while. How to get anywhere is in `showing`.
"""

from tests.scenes.documents import editions
from tests.scenes.every_page import guides, pages, tabs
from tests.scenes.fields import forms, popups
from tests.scenes.passing import moments
from tests.scenes.scene import Scene, Scenes
from tests.scenes.showing import show_page, show_tab
from tests.scenes.step_1 import gap
from tests.scenes.step_2 import commitment
from tests.scenes.step_3 import promises
from tests.scenes.step_4 import trainings
from tests.scenes.step_6 import imports
from tests.scenes.step_8 import audits
from tests.scenes.windows import charts, dialogs

__all__ = [
    "Scene",
    "Scenes",
    "audits",
    "charts",
    "commitment",
    "dialogs",
    "editions",
    "forms",
    "gap",
    "guides",
    "imports",
    "moments",
    "pages",
    "popups",
    "promises",
    "show_page",
    "show_tab",
    "tabs",
    "trainings",
]
