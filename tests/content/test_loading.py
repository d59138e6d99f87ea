from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest

from models.content.loading import (
    BrokenContentError,
    MissingFieldError,
    UnknownFieldError,
    UnreadableContentError,
    WrongValueError,
    read,
)
from models.domain.text import LocalText


class Size(StrEnum):
    SMALL = "small"


@dataclass(frozen=True, kw_only=True)
class Part:
    id: str
    text: LocalText


@dataclass(frozen=True, kw_only=True)
class Whole:
    number: int
    size: Size
    parts: tuple[Part, ...]
    share: Decimal | None = None


GOOD = """
number = 3
size = "small"
share = 99.5
[[parts]]
id = "P1"
text.fa = "متن"
text.en = "Text"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "parts.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_becomes_typed_records(tmp_path: Path) -> None:
    whole = read(written(tmp_path, GOOD), Whole)

    assert whole == Whole(
        number=3,
        size=Size.SMALL,
        share=Decimal("99.5"),
        parts=(Part(id="P1", text=LocalText(fa="متن", en="Text")),),
    )


def test_a_whole_number_is_a_good_decimal(tmp_path: Path) -> None:
    assert read(written(tmp_path, GOOD.replace("99.5", "99")), Whole).share == Decimal(99)


def test_an_optional_field_may_be_left_out(tmp_path: Path) -> None:
    assert read(written(tmp_path, GOOD.replace("share = 99.5", "")), Whole).share is None


BROKEN = {
    "a missing text": (GOOD.replace("text.", "other."), UnknownFieldError, ("P1", "other")),
    "a missing field": (GOOD.replace("number = 3", ""), MissingFieldError, ("parts", "number")),
    "a missing id": (GOOD.replace('id = "P1"', ""), MissingFieldError, ("parts", "parts.1.id")),
    "a field nobody reads": (GOOD.replace("number", "numbr = 3\nnumber"), UnknownFieldError, ("numbr",)),
    "an empty text": (GOOD.replace('"Text"', '" "'), WrongValueError, ("P1", "text.en")),
    "a number as a text": (GOOD.replace('"Text"', "5"), WrongValueError, ("P1", "text.en")),
    "a text in one language": (
        GOOD.replace("text.", "#").replace('id = "P1"', 'id = "P1"\ntext = "x"'),
        WrongValueError,
        ("P1", "text"),
    ),
    "yes for a number": (GOOD.replace("= 3", "= true"), WrongValueError, ("number",)),
    "a text for a number": (GOOD.replace("99.5", '"99.5"'), WrongValueError, ("share",)),
    "an unknown choice": (GOOD.replace("small", "tiny"), WrongValueError, ("size",)),
    "one for many": (GOOD.replace("[[parts]]", "[parts]"), WrongValueError, ("parts",)),
    "no TOML": ("number =", UnreadableContentError, ()),
}


@pytest.mark.parametrize(("text", "error", "named"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_refused_with_file_entry_and_field(
    tmp_path: Path, text: str, error: type[BrokenContentError], named: tuple[str, ...]
) -> None:
    with pytest.raises(error) as refusal:
        read(written(tmp_path, text), Whole)

    assert [part for part in ("parts.toml", *named) if part not in str(refusal.value)] == []


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableContentError, match=r"parts\.toml"):
        read(tmp_path / "parts.toml", Whole)


def test_a_file_of_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "parts.toml"
    path.write_bytes(GOOD.encode("utf-16"))

    with pytest.raises(UnreadableContentError):
        read(path, Whole)
