"""The editor of every kind of field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from models.domain.fields import FieldSpec, Kind
from models.domain.records.choices import WEEKDAYS
from models.domain.registers import register
from models.services.company import OpenCompany
from ui.language import _, current
from ui.registers.boxes import ContentBox, PeopleBox, PersonBox, ReferenceBox
from ui.registers.files import FileBox
from ui.registers.picture_box import PictureBox
from ui.widgets.bilingual_edit import BilingualEdit
from ui.widgets.check_edit import CheckEdit
from ui.widgets.choice_box import Choice, ChoiceBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.editor import Editor
from ui.widgets.lines_edit import LinesEdit
from ui.widgets.long_text import LongText
from ui.widgets.multi_choice import MultiChoice
from ui.widgets.number_edit import NumberEdit
from ui.widgets.text_edit import ShortText

# Fields take in far more than is kept: a text that is too long is refused with a sentence, never cut off.
ROOM = 1_000_000_000

Maker = Callable[[FieldSpec, OpenCompany], Editor[Any]]


def editor_for(spec: FieldSpec, company: OpenCompany) -> Editor[Any]:
    """Return a new editor for the values of a field, worded in the current language."""
    editor = _MAKERS[spec.kind](spec, company)
    word(editor, spec)
    return editor


def word(editor: Editor[Any], spec: FieldSpec) -> None:
    """Word what the editor of a field offers in the current language."""
    if isinstance(editor, ChoiceBox | MultiChoice):
        editor.set_choices(Choice(key, _(spec.choices[key])) for key in _offered(spec))
    elif isinstance(editor, CheckEdit):
        editor.set_text(_(spec.label))


def _offered(spec: FieldSpec) -> Sequence[str]:
    """Return the choices of a field in their order; the days of a week from the one it begins with here."""
    keys = tuple(spec.choices)
    first = current().row.first_weekday if spec.choices == WEEKDAYS else 0
    return keys[first:] + keys[:first]


# What makes the editor of a kind; bounds and lengths are the domain's to check, with its own sentences.
_MAKERS: Mapping[Kind, Maker] = {
    Kind.TEXT: lambda _spec, _company: ShortText(limit=ROOM),
    Kind.CODE: lambda _spec, _company: ShortText(code=True, limit=ROOM),
    Kind.LONG_TEXT: lambda _spec, _company: LongText(limit=ROOM),
    Kind.BILINGUAL: lambda _spec, _company: BilingualEdit(limit=ROOM),
    Kind.BILINGUAL_LONG: lambda _spec, _company: BilingualEdit(long=True, rows=2, limit=ROOM),
    Kind.LINES: lambda _spec, _company: LinesEdit(limit=ROOM),
    Kind.INTEGER: lambda _spec, _company: NumberEdit(whole=True),
    Kind.DECIMAL: lambda _spec, _company: NumberEdit(),
    Kind.BOOLEAN: lambda _spec, _company: CheckEdit(),
    Kind.DATE: lambda _spec, _company: DateEdit(),
    Kind.CHOICE: lambda spec, _company: ChoiceBox(optional=not spec.required),
    Kind.CHOICES: lambda _spec, _company: MultiChoice(),
    Kind.PERSON: lambda _spec, company: PersonBox(company),
    Kind.PEOPLE: lambda _spec, company: PeopleBox(company),
    Kind.REFERENCE: lambda spec, company: ReferenceBox(company, register(spec.target)),
    Kind.CONTENT: lambda spec, _company: ContentBox(spec.target),
    Kind.FILE: lambda spec, company: PictureBox(company) if spec.is_picture else FileBox(company),
}
