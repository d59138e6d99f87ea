"""Printing the documents of a company file into a folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from models.domain.errors import AppError
from models.services import documents
from models.services.companies import open_company
from models.storage.writing import make_folder


class Wanted(NamedTuple):
    """One file to be written."""

    code: str
    edition: str
    language_code: str


def write_documents(
    path: Path,
    folder: Path,
    language_codes: Sequence[str],
    only: Sequence[str] | None = None,
    *,
    with_editions: bool = False,
) -> Iterator[Path]:
    """Write documents as PDF and yield the path of each; the folder is made where it is missing.

    One that cannot be printed does not keep the others from being written.

    Args:
        path: of the company file.
        folder: where they are written.
        language_codes: languages, or pairs for those that are made in two side by side.
        only: codes such as "D1"; None for all there are.
        with_editions: whether everything else that is printed of a document is written too.

    Raises:
        NoSuchDocument, NotSideBySide: before anything is written. AppError: what is written so far stays.
    """
    wanted = _wanted(language_codes, only, with_editions)
    company = open_company(path, read_only=True)
    refused: AppError | None = None
    try:
        make_folder(folder)
        for one in wanted:
            target = folder / documents.file_name(company, one.code, one.language_code, one.edition)
            try:
                content = documents.render(company, one.code, one.language_code, edition=one.edition)
            except AppError as error:
                refused = refused or error
                continue
            documents.write(content, target)
            yield target
    finally:
        company.close()
    if refused is not None:
        raise refused


def _wanted(
    language_codes: Sequence[str], only: Sequence[str] | None, with_editions: bool
) -> Sequence[Wanted]:
    documents.check_codes(only or ())
    wanted: list[Wanted] = []
    for code in documents.available() if only is None else only:
        editions = documents.editions(code) if with_editions else documents.editions(code)[:1]
        found = [
            Wanted(code, edition.key, language_code)
            for edition in editions
            for language_code in language_codes
            if language_code in documents.languages(code, edition.key)
        ]
        if only is not None and not found:
            raise documents.NotSideBySide(code=code)
        wanted += found
    return wanted
