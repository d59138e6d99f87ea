"""Writes the company file that stands for a schema version: `uv run python -m tests.storage.make_fixture`.

Run it once for each new schema version and keep the file: every later version of the program must open it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.records.control import Issue
from models.domain.records.feedback import ThemeMark
from models.domain.registers import register_of
from models.services.companies import create_company
from models.services.sample.records import sample_evidence, sample_records
from models.storage.own_tables import SCHEMA_VERSION

FOLDER = Path(__file__).parent / "files"
DAY = date(2026, 11, 22)
LANGUAGE = "en"
ANSWERS_KEPT = 5


def fixture_path(version: int) -> Path:
    """Return where the file of a schema version lies."""
    return FOLDER / f"schema_{version}.manshur"


def make() -> Path:
    """Write the file of the present schema version: the sample with few survey answers, and an issue."""
    path = fixture_path(SCHEMA_VERSION)
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    files = sample_evidence(LANGUAGE, DAY)
    records = sample_records(LANGUAGE, DAY)
    answers = [one for one in records if register_of(one).code == "survey_answer"]
    left_out = {one.id for one in answers[ANSWERS_KEPT:]}
    company = create_company(path, "fixture")
    company.import_all(
        [*_without(records, left_out), *(evidence for evidence, _ in files)],
        {evidence.sha256: content for evidence, content in files},
    )
    frozen = files[0][0]
    company.save(Issue(document="D1", revision="00", language="en", issued_on=DAY, sha256=frozen.sha256))
    company.delete(company.all(type(answers[0]))[:1])
    company.close()
    return path


def _without(records: list[Record], left_out: set[RecordId]) -> list[Record]:
    """Return the records without some, and without the marks of those."""
    return [
        one
        for one in records
        if one.id not in left_out and not (isinstance(one, ThemeMark) and one.answer in left_out)
    ]


if __name__ == "__main__":
    print(make())
