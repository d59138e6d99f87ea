import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from models.content.certificate import limits
from models.domain.records.control import Person
from models.domain.text import LocalText
from models.localisation.text import search_key
from models.services.sample.records import sample_records
from models.services.sample.source import FOLDER, BrokenSampleError
from tests.translations.persian_rules import faults
from tests.unit.services.sample_parts import CODES, SATURDAY

Texts = dict[str, Any]


def texts(value: Any) -> Iterator[Texts]:
    """Yield every text in several languages of the source."""
    if isinstance(value, dict) and value.keys() & set(CODES):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)


@cache
def source_texts() -> tuple[tuple[str, Texts], ...]:
    return tuple(
        (path.name, found)
        for path in sorted(FOLDER.glob("*.toml"))
        for found in texts(tomllib.loads(path.read_text(encoding="utf-8")))
    )


def written(texts_of_code: str | list[str]) -> list[str]:
    return [texts_of_code] if isinstance(texts_of_code, str) else texts_of_code


def test_every_text_stands_in_every_language() -> None:
    incomplete = [
        (file, text) for file, text in source_texts() if set(text) != set(CODES) or not all(text.values())
    ]

    assert incomplete == []
    assert len(source_texts()) > 800


def test_lists_have_the_same_length_in_every_language() -> None:
    uneven = [text for _, text in source_texts() if len({len(written(part)) for part in text.values()}) > 1]

    assert uneven == []


def test_persian_is_written_by_its_rules() -> None:
    found = [
        f"{file}: {fault}"
        for file, text in source_texts()
        for part in text.values()
        for line in written(part)
        for fault in faults(line)
    ]

    assert found == []


def test_nothing_claims_a_certificate() -> None:
    claims = {code: [search_key(claim) for claim in limits().claims[code]] for code in CODES}
    found = [
        f"{file}: {line}"
        for file, text in source_texts()
        for code, part in text.items()
        for line in written(part)
        if any(claim in search_key(line) for claim in claims[code])
    ]

    assert found == []


BASE = "[calendar]\nweek_starts = 5\nweekend = [4]\n"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[dragon]]", "a.toml: there is no register “dragon”"),
        ("[[role]]\nrole = 'trainer'\nperson = 'nobody'", "a.toml: role 1: person: .*'nobody'"),
        ("[[role]]\nrole = 'jester'", "role 1: role: 'jester' is none of"),
        ("[[role]]\nhat = 'red'", "role 1: role has no field hat"),
        ("[[complaint]]\nreceived_on = -1", "complaint 1: received_on: day -1 is a day off"),
        ("[[complaint]]\nreceived_on = 'soon'", "complaint 1: received_on: 'soon' is no whole number"),
        ("[[person]]\nkey = 'a'\n[[person]]\nkey = 'a'", "person a: the key “a” stands twice"),
    ],
)
def test_a_fault_in_the_source_is_named_with_its_place(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "a.toml").write_text(BASE + text, encoding="utf-8")

    with pytest.raises(BrokenSampleError, match=complaint):
        sample_records("en", SATURDAY, tmp_path)


def test_a_source_without_a_calendar_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenSampleError, match="no file has a table"):
        sample_records("en", SATURDAY, tmp_path)


def test_a_day_counts_from_the_first_day_of_the_week(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(
        BASE + "[[person]]\nname.fa = 'ن'\nname.en = 'N'\nstarted_on = -7", encoding="utf-8"
    )

    (person,) = sample_records("en", date(2026, 11, 26), tmp_path)

    assert isinstance(person, Person)
    assert (person.started_on, person.name) == (date(2026, 11, 14), LocalText(fa="ن", en="N"))
