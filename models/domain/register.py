"""What a register is: one kind of record, how it is called and where it belongs."""

from __future__ import annotations

from dataclasses import dataclass

from models.domain.fields import FieldSpec, Record, field_of, fields_of
from models.domain.ids import RecordId


@dataclass(frozen=True)
class Register:
    """One kind of record: a list, or a single sheet.

    code: stable name of the table, of the exchange formats and of references.
    title, add, about: messages of the catalogue; `add` is the button's, `about` says in one sentence what
        belongs there. A sheet has no `add`.
    step: 1 to 8, None for what runs through all steps.
    form: the record form it is printed on, "" for none.
    name: the field by which a record is called in lists.
    keeps_all: records are never deleted, only cancelled with a reason written in `cancelled_because`.
    """

    code: str
    record: type[Record]
    title: str
    name: str
    step: int | None
    about: str = ""
    add: str = ""
    form: str = ""
    keeps_all: bool = False

    @property
    def is_sheet(self) -> bool:
        """Whether there is only one record."""
        return not self.add

    @property
    def fields(self) -> tuple[FieldSpec, ...]:
        """The declared fields in their order."""
        return fields_of(self.record)

    @property
    def name_field(self) -> FieldSpec:
        """The field by which a record is called in lists."""
        return field_of(self.record, self.name)

    @property
    def sheet_id(self) -> RecordId:
        """The id of a sheet's only record."""
        return RecordId(self.code)

    def empty_record(self) -> Record:
        """Return a new record with nothing entered; the sheet's own id for a sheet."""
        return self.record(id=self.sheet_id) if self.is_sheet else self.record()


def listing(
    code: str,
    record: type[Record],
    step: int | None,
    name: str,
    *,
    title: str,
    add: str,
    about: str,
    form: str = "",
    keeps_all: bool = False,
) -> Register:
    """Return the register of a list of records."""
    return Register(code, record, title, name, step, about, add, form, keeps_all)


def sheet(code: str, record: type[Record], step: int | None, name: str, title: str) -> Register:
    """Return the register of a single record."""
    return Register(code, record, title, name, step)
