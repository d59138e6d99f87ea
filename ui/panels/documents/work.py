"""What is done with documents beside the window's thread, and what asks the user where to."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QFileDialog, QWidget

from models.documents.blocks import State
from models.domain.errors import AppError
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.localisation.language import Language
from models.services import documents, issuing, word_files
from models.services.company import OpenCompany
from models.services.documents import DocumentRow
from models.services.issuing import Difference, Frozen
from ui import jobs
from ui.jobs import Job
from ui.language import _
from ui.pdf_pages import page_sizes

Source = Callable[[], bytes]


@dataclass(frozen=True)
class Paper:
    """A document as printed; without content where it cannot be."""

    content: bytes
    sizes: Sequence[QSizeF]


@dataclass(frozen=True)
class Findings:
    """What changed in a document since it was issued, and whether it can be saved for Word."""

    changes: Sequence[Difference] = ()
    for_word: bool = False


_KINDS = {
    ".pdf": (N_("Save PDF"), N_("PDF files (*.pdf)")),
    word_files.SUFFIX: (N_("Save as Word"), N_("Word files (*.docx)")),
}


def ask_for_target(parent: QWidget, name: str) -> Path | None:
    """Let the user choose where a file of that kind is saved; None when that was cancelled."""
    suffix = Path(name).suffix
    title, kind = _KINDS[suffix]
    chosen, _filter = QFileDialog.getSaveFileName(parent, _(title), name, _(kind))
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == suffix else path.with_name(f"{path.name}{suffix}")


def source_of(
    company: OpenCompany, row: DocumentRow, language_code: str, edition: str, *, is_current: bool
) -> Source:
    """Return what gives a document as it stands; an issued one exactly as it was issued.

    is_current: whether the row tells of the present text.
    """
    kept = next((one for one in row.issues if one.language == language_code and not edition), None)
    if is_current and row.state is State.ISSUED and kept is not None:
        content = issuing.reprint(company, kept)
        return lambda: content
    return partial(documents.render, company.snapshot(), row.code, language_code, edition=edition)


def looked_through(
    ledger: Ledger, language: Language, _job: Job[Sequence[DocumentRow]]
) -> Sequence[DocumentRow]:
    """Return how all documents stand."""
    return documents.document_rows(ledger, language)


def made(source: Source, code: str, job: Job[Paper]) -> Paper:
    """Make a document."""
    job.stop_if_cancelled()
    try:
        content = source()
        return Paper(content, page_sizes(content))
    except (AppError, jobs.Cancelled):
        raise
    except Exception:
        # One document that cannot be written must not take the page with it.
        logging.getLogger(__name__).exception("The document %s cannot be printed", code)
        return Paper(b"", ())


def found(ledger: Ledger, code: str, language_code: str, edition: str, job: Job[Findings]) -> Findings:
    """Look at a document again, once its pages are shown: nobody waits for this."""
    job.stop_if_cancelled()
    changes = issuing.changes_since_issue(ledger, code, language_code)
    job.stop_if_cancelled()
    document = documents.build(ledger, code, language_code, edition=edition)
    return Findings(changes, word_files.is_suitable(document))


def frozen(ledger: Ledger, row: DocumentRow, today: date, _job: Job[Frozen]) -> Frozen:
    """Return the approved revision of a document as it will be kept."""
    return issuing.freeze(ledger, row.code, row.control.approved_by, today)


def word_file(ledger: Ledger, code: str, language_code: str, edition: str) -> bytes:
    """Return a document as it stands as DOCX."""
    return word_files.render(documents.build(ledger, code, language_code, edition=edition))


def written(source: Source, target: Path, job: Job[Path]) -> Path:
    """Make and write a document; return where it is."""
    content = source()
    job.stop_if_cancelled()
    documents.write(content, target)
    return target
