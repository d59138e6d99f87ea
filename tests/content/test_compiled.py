"""Content files in compiled form say what the files themselves say."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from models.content.compiled import parsed, table_of
from models.content.loading import CONTENT


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "content" / "steps" / "s1.toml"
    path.parent.mkdir(parents=True)
    path.write_text('name.fa = "گام"', encoding="utf-8")
    return path


def table(source: Path) -> object:
    folder = source.parents[2]
    return table_of(source, folder / "content", folder / "compiled")


def compiled(source: Path) -> Path:
    return source.parents[2] / "compiled" / "steps-s1.bin"


def test_the_second_reading_says_the_same(source: Path) -> None:
    first = table(source)

    assert compiled(source).exists()
    assert table(source) == first == {"name": {"fa": "گام"}}


def test_a_changed_file_is_read_anew(source: Path) -> None:
    table(source)
    source.write_text('name.fa = "قدم"', encoding="utf-8")
    os.utime(source, ns=(0, 1))

    assert table(source) == {"name": {"fa": "قدم"}}


@pytest.mark.parametrize("content", [b"", b"nothing of the kind", b"\xfb\x00", b"N"])
def test_a_damaged_compiled_file_is_made_anew(source: Path, content: bytes) -> None:
    table(source)
    compiled(source).write_bytes(content)

    assert table(source) == {"name": {"fa": "گام"}}


def test_decimal_fractions_are_kept_exactly(source: Path) -> None:
    source.write_text("share = 0.10", encoding="utf-8")

    assert str(table(source)) == "{'share': Decimal('0.10')}"
    assert not compiled(source).exists()


def test_where_nothing_can_be_written_the_file_is_parsed(source: Path) -> None:
    compiled(source).parent.write_bytes(b"a file where the folder should be")

    assert table(source) == {"name": {"fa": "گام"}}


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.toml")), ids=lambda path: path.stem)
def test_every_content_file_reads_the_same_compiled(path: Path, tmp_path: Path) -> None:
    table_of(path, CONTENT, tmp_path)

    assert table_of(path, CONTENT, tmp_path) == parsed(path)
