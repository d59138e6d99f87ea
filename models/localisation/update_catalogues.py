"""Brings the template and every .po up to date with the sources.

Run it as `python -m models.localisation.update_catalogues`. What it writes changes only with the sources:
no dates, no line numbers, sorted by message.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from models.localisation.catalogue import DOMAIN, TRANSLATIONS, po_file
from models.localisation.languages import language_rows

ROOT = TRANSLATIONS.parent
SOURCES = ("main.py", "models", "ui")

_COMMENT_TAG = "Translators:"
_Spec = tuple[int | tuple[int, int] | tuple[int, str], ...] | None
_PLURAL: _Spec = (1, 2)
_KEYWORDS: dict[str, dict[int | None, _Spec] | _Spec] = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": _PLURAL,
    "pgettext": ((1, "c"), 2),
    # One message, or singular, plural, number and perhaps fields.
    "Sentence": {None: (1,)} | dict.fromkeys(range(3, 10), _PLURAL),
}
_FICKLE_HEADERS = (
    "Report-Msgid-Bugs-To",
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Generated-By",
)
_HEADER_COMMENT = "# Texts of Manshur."


def extracted(root: Path = ROOT) -> Catalog:
    """Return the messages of the sources below a folder."""
    template = Catalog(project="Manshur", version="1", header_comment=_HEADER_COMMENT, fuzzy=False)
    for source in _source_files(root):
        place = [(source.relative_to(root).as_posix(), 0)]
        for _, message, comments, context in extract_from_file(
            "python", source, keywords=_KEYWORDS, comment_tags=[_COMMENT_TAG], strip_comment_tags=True
        ):
            template.add(message, locations=place, auto_comments=comments, context=context)
    return template


def updated(root: Path = ROOT) -> dict[Path, bytes]:
    """Return what the template and each .po should contain.

    A .po is wanted for every language that has one. New messages come in untranslated, never guessed from
    similar ones; translations of messages that are gone are dropped.
    """
    template = extracted(root)
    translations = root / TRANSLATIONS.name
    files = {translations / f"{DOMAIN}.pot": _written(template)}
    for row in language_rows():
        po = po_file(row.code, translations)
        if po.exists():
            files[po] = _merged(po, template)
    return files


def main() -> None:
    """Write the files that are out of date and name them."""
    for path, wanted in updated().items():
        if not path.exists() or path.read_bytes() != wanted:
            path.write_bytes(wanted)
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")


def _source_files(root: Path) -> Iterator[Path]:
    for source in SOURCES:
        path = root / source
        yield from [path] if path.is_file() else sorted(path.rglob("*.py"))


def _merged(po: Path, template: Catalog) -> bytes:
    with po.open("rb") as source:
        catalogue = read_po(source)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.fuzzy = False
    catalogue.header_comment = _HEADER_COMMENT
    return _written(catalogue)


def _written(catalogue: Catalog) -> bytes:
    po = BytesIO()
    write_po(po, catalogue, width=100, sort_output=True, ignore_obsolete=True, include_lineno=False)
    lines = po.getvalue().splitlines(keepends=True)
    fickle = tuple(f'"{name}:'.encode() for name in _FICKLE_HEADERS)
    return b"".join(line for line in lines if not line.startswith(fickle))


if __name__ == "__main__":
    main()
