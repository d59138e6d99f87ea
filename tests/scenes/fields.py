"""Each kind of field in its form, and the lists that open over the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from models.domain.fields import Kind, fields_of
from models.domain.gates.criterion import Place
from models.domain.registers import REGISTERS
from models.services.company import OpenCompany
from tests.e2e.program import Program
from tests.scenes.scene import Scene
from tests.scenes.showing import STEPS, Part, show_place
from ui.page_catalogue import page_of
from ui.registers.pick_box import PickBox
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_edit import DateEdit


def forms(program: Program) -> Iterator[Scene]:
    """Return the form of a record with each kind of field, at that field."""
    for kind in Kind:
        place = place_with(kind, program.company)
        if place is not None:
            yield Scene(f"form_{kind}", partial(show_place, place=place))


def popups(program: Program) -> Iterator[Scene]:
    """Return each list that opens over the window."""
    yield Scene("popup_menu", lambda running: running.app.open_menu())
    openers: dict[Kind, Callable[[Program], object]] = {
        Kind.DATE: lambda running: focused(running, DateEdit).open_calendar(),
        Kind.PERSON: lambda running: focused(running, PickBox).open_list(),
        Kind.CHOICE: lambda running: focused(running, ChoiceBox).box.showPopup(),
    }
    for kind, opener in openers.items():
        place = place_with(kind, program.company)
        if place is not None:
            yield Scene(f"popup_{kind}", partial(show_popup, place=place, opener=opener))


def place_with(kind: Kind, company: OpenCompany) -> Place | None:
    """Return a field of that kind that is filled in and stands on a step's page; None where there is none."""
    for register in sorted(REGISTERS, key=lambda one: one.is_sheet):
        field = next((spec for spec in fields_of(register.record) if spec.kind is kind), None)
        if field is None or page_of(Place(register.code), company) not in STEPS:
            continue
        for record in company.all(register.record):
            if getattr(record, field.name) != field.empty:
                return Place(register.code, record.id, field.name)
    return None


def show_popup(program: Program, place: Place, opener: Callable[[Program], object]) -> None:
    """Show a field in its form and open its list."""
    show_place(program, place)
    opener(program)


def focused(program: Program, kind: type[Part]) -> Part:
    """Return the editor that has the focus."""
    focus = program.window.focusWidget()
    assert focus is not None
    return next(one for one in program.window.findChildren(kind) if one.isAncestorOf(focus))
