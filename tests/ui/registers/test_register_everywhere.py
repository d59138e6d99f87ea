from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.domain.fields import FieldSpec, Kind, Record
from models.domain.register import Register
from models.domain.registers import REGISTERS
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.localisation.languages import all_language_rows
from models.services.company import OpenCompany
from tests.ui.stage import SARA
from ui import language
from ui.registers import RegisterView, view_of

CODES = [row.code for row in all_language_rows()]
# The work of a step page has this width where the window has 1366 pixels.
NARROW = 750
HOSTILE = "<b>&\"'\u202e🙂 " + "long words " * 40


def full(one: Register) -> Record:
    """Return a record of which every field holds something awkward."""
    values = {spec.name: _value(spec) for spec in one.fields}
    record = one.empty_record()
    return type(record)(id=record.id, **{name: value for name, value in values.items() if value is not None})


def _value(spec: FieldSpec) -> object:
    texts = {Kind.TEXT: HOSTILE, Kind.LONG_TEXT: HOSTILE * 9, Kind.CODE: "+98 (21) 1234-5"}
    if spec.kind in texts:
        return texts[spec.kind]
    if spec.kind in (Kind.BILINGUAL, Kind.BILINGUAL_LONG):
        return LocalText(fa="نوشته " * 30, en=HOSTILE)
    several = {
        Kind.LINES: (HOSTILE,) * 5,
        Kind.CHOICE: next(iter(spec.choices), ""),
        Kind.CHOICES: tuple(spec.choices),
        Kind.PERSON: SARA.id,
        Kind.PEOPLE: (SARA.id,),
        Kind.BOOLEAN: True,
    }
    return several.get(spec.kind)


def code_of(one: Register) -> str:
    return one.code


@pytest.mark.parametrize("one", REGISTERS, ids=code_of)
def test_a_register_fits_its_place_in_every_language(
    company: OpenCompany, qtbot: QtBot, qapp: QApplication, one: Register
) -> None:
    record = full(one)
    company.save(record)
    view = view_of(company, one)
    qtbot.addWidget(view)
    view.resize(NARROW, 600)
    view.show()
    view.show_place(record.id, one.fields[-1].name)

    for code in CODES:
        language.set_current(load_language(code))
        qapp.processEvents()

        assert view.width() == NARROW
        assert view.minimumSizeHint().width() <= NARROW
        assert view.form.board.width() <= NARROW


@pytest.mark.parametrize("one", [one for one in REGISTERS if not one.is_sheet], ids=code_of)
def test_an_empty_register_can_be_begun(company: OpenCompany, qtbot: QtBot, one: Register) -> None:
    company.delete(company.all(one.record))
    view = RegisterView(company, one)
    qtbot.addWidget(view)
    view.show()

    assert view.list.pages.currentWidget() is view.list.empty
    assert view.list.empty.action.isVisible()
