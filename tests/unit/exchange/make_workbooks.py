"""Writes the workbooks that LibreOffice saves: `uv run python -m tests.unit.exchange.make_workbooks`.

LibreOffice Calc has to be installed. The files are kept, so that the tests need nothing but them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

FOLDER = Path(__file__).parent / "files"

Cell = str | tuple[str, str]
"""A text, or what LibreOffice calls the type and the value of a cell: a formula where that is its type."""

HEADINGS = ("شماره", "تاریخ", "از غذا راضى بوديد", "۲", "سوال ۳", "کجا خوردید؟", "چه چیز بهتر شود؟")
SHEETS: dict[str, list[list[Cell]]] = {
    "answers": [
        list(HEADINGS),
        [("float", "1"), ("date", "2025-11-22"), ("float", "5"), ("float", "10"), "بله", "سالن", "هیچ"],
        [("float", "2"), ("date", "2025-11-23"), ("float", "4"), ("float", "0"), "خیر", "بیرون‌بر", "گران"],
    ],
    "formulas": [
        list(HEADINGS),
        [("float", "1"), ("date", "2025-11-22"), ("formula", "of:=2+3"), ("float", "9"), "بله", "سالن", "-"],
        [("float", "2"), ("date", "2025-11-23"), ("formula", "of:=1/0"), ("float", "8"), "خیر", "سالن", "-"],
        [("float", "3"), ("date", "2025-11-24"), ("percentage", "0.5"), ("float", "7"), "", "سالن", "=1+1"],
    ],
    "merged": [
        list(HEADINGS),
        [("float", "1"), ("merged", "2025-11-22"), ("float", "3"), ("float", "6"), "بله", "سالن", "اول"],
        [("float", "2"), ("covered", ""), ("float", "2"), ("float", "5"), "بله", "سالن", "دوم"],
    ],
}

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
 xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>
<number:date-style style:name="D"><number:year number:style="long"/><number:text>-</number:text>
<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>
</number:date-style>
<style:style style:name="day" style:family="table-cell" style:data-style-name="D"/></office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="پاسخ‌ها">"""
_FOOT = "</table:table></office:spreadsheet></office:body></office:document>"


def workbook_path(name: str) -> Path:
    """Return where a workbook lies."""
    return FOLDER / f"{name}.xlsx"


def make() -> None:
    """Write all workbooks anew.

    Raises:
        FileNotFoundError: LibreOffice is not there.
        subprocess.CalledProcessError: it could not do it.
    """
    office = shutil.which("soffice")
    if office is None:
        raise FileNotFoundError("soffice")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        sources = []
        for name, rows in SHEETS.items():
            source = Path(place) / f"{name}.fods"
            source.write_text(_HEAD + "".join(map(_row, rows)) + _FOOT, encoding="utf-8")
            sources.append(str(source))
        profile = f"-env:UserInstallation=file://{place}/profile"
        command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(FOLDER), *sources]
        subprocess.run(command, check=True, capture_output=True)


def _row(cells: list[Cell]) -> str:
    return f"<table:table-row>{''.join(map(_cell, cells))}</table:table-row>"


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return (
            f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
        )
    kind, value = cell
    if kind == "covered":
        return "<table:covered-table-cell/>"
    day = f'table:style-name="day" office:value-type="date" office:date-value="{value}"'
    known = {
        "formula": f'table:formula="{escape(value)}" office:value-type="float"',
        "date": day,
        "merged": f'{day} table:number-rows-spanned="2" table:number-columns-spanned="1"',
    }
    attributes = known.get(kind, f'office:value-type="{kind}" office:value="{value}"')
    return f"<table:table-cell {attributes}/>"


if __name__ == "__main__":
    make()
    sys.stdout.write("\n".join(str(path) for path in sorted(FOLDER.glob("*.xlsx"))) + "\n")
