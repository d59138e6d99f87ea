"""Printing the documents of a company file into a folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from models.services import documents
from models.services.companies import open_company
from models.storage.writing import make_folder


def write_documents(
    path: Path, folder: Path, language_codes: Sequence[str], only: Sequence[str] | None = None
) -> Iterator[Path]:
    """Write documents as PDF and yield the path of each; the folder is made where it is missing.

    only: codes such as "D1"; None for all there are.

    Raises:
        NoSuchDocument: before anything is written. AppError: what is written so far stays.
    """
    codes = only if only is not None else documents.available()
    documents.check_codes(codes)
    company = open_company(path, read_only=True)
    try:
        make_folder(folder)
        for code in codes:
            for language_code in language_codes:
                target = folder / documents.file_name(company, code, language_code)
                documents.write(documents.render(company, code, language_code), target)
                yield target
    finally:
        company.close()
