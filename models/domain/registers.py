"""All registers, found by code or by record."""

from __future__ import annotations

from collections.abc import Mapping

from models.domain.fields import Record
from models.domain.records import (
    audit,
    charter,
    commitment,
    control,
    correction,
    feedback,
    operation,
    organisation,
    training,
)
from models.domain.register import Register

REGISTERS: tuple[Register, ...] = tuple(
    register
    for module in (
        control,
        organisation,
        commitment,
        charter,
        training,
        operation,
        feedback,
        correction,
        audit,
    )
    for register in module.REGISTERS
)

_BY_CODE: Mapping[str, Register] = {register.code: register for register in REGISTERS}
_BY_RECORD: Mapping[type[Record], Register] = {register.record: register for register in REGISTERS}


def register(code: str) -> Register:
    """Return the register of that code.

    Raises:
        KeyError: there is none.
    """
    return _BY_CODE[code]


def register_of(record: Record | type[Record]) -> Register:
    """Return the register that a record or a record type belongs to."""
    return _BY_RECORD[record if isinstance(record, type) else type(record)]
