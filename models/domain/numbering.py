"""How controlled documents are numbered."""

from __future__ import annotations

from models.domain.ledger import Ledger
from models.domain.records.control import DocumentControl

_ORDER_WITHIN_TYPE = {"D4": 2, "D5": 3}


def document_number(prefix: str, document_type: str, document_id: str) -> str:
    """Return the number a document gets unless another was entered, such as "CS-PO-01".

    Record forms keep their own number ("R-12" is …-12); of the six documents the three reports are counted.
    """
    form, _, number = document_id.partition("-")
    own = int(number) if number else _ORDER_WITHIN_TYPE.get(form, 1)
    return f"{prefix}-{document_type}-{own:02}"


def control_of(ledger: Ledger, document_id: str) -> DocumentControl | None:
    """Return the control data of a document; the oldest where several were entered, None for none."""
    return next((one for one in ledger.all(DocumentControl) if one.document == document_id), None)
