"""The sample company: a full one, marked as a sample, made from a readable source and dated to this week.

It shows what a finished file looks like and claims nothing: its people, figures and papers are invented.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import UUID

from models.domain.fields import Record, fields_of
from models.domain.ids import RecordId
from models.domain.records.control import Evidence
from models.services.sample.files import content_of
from models.services.sample.source import FOLDER, BrokenSampleError, Line, Source, read_source
from models.services.sample.values import Reader

_OPENING = time(6, 30, tzinfo=UTC)  # ten in the morning in Mashhad, where everything is typed in


def sample_records(language_code: str, today: date, folder: Path = FOLDER) -> list[Record]:
    """Return all records of the sample company but its evidence.

    Language and week decide what they are, ids included. Texts that a field holds in one language only are
    in the given one, or else in English. Ids lie on the days on which the records would have been entered,
    so that the real day of entry agrees with the story.

    Raises:
        BrokenSampleError: the source in the folder says something that cannot be.
    """
    source = read_source(folder)
    ids = _ids(source, today)
    reader = _reader(source, ids, language_code, today)
    return [_record(reader, line, record_id) for line, record_id in zip(source.lines, ids, strict=False)]


def sample_evidence(language_code: str, today: date) -> list[tuple[Evidence, bytes]]:
    """Return the sample company's files, each with its content.

    They belong to the records that `sample_records` gives for the same day.
    """
    source = read_source()
    ids = _ids(source, today)
    reader = _reader(source, ids, language_code, today)
    own_ids = ids[len(source.lines) :]
    return [
        content_of(reader, line, record_id) for line, record_id in zip(source.files, own_ids, strict=True)
    ]


def _ids(source: Source, today: date) -> list[RecordId]:
    """Return the id of each line, those of the files after those of the records."""
    return [
        _record_id(source.calendar.day(line.entered, today), number, line)
        for number, line in enumerate((*source.lines, *source.files))
    ]


def _record_id(entered: date, number: int, line: Line) -> RecordId:
    """Return a version 7 UUID (RFC 9562) of that day; those of one day are in the order of the source."""
    if line.register.is_sheet:
        return line.register.sheet_id
    milliseconds = int(datetime.combine(entered, _OPENING).timestamp() * 1000) + number
    return RecordId(str(UUID(int=milliseconds << 80 | 7 << 76 | 0b10 << 62 | number)))


def _reader(source: Source, ids: list[RecordId], language_code: str, today: date) -> Reader:
    known: dict[tuple[str, str], RecordId] = {}
    for line, record_id in zip((*source.lines, *source.files), ids, strict=True):
        name = (line.register.code, line.key)
        if line.key and name in known:
            raise BrokenSampleError(f"{line.place}: the key “{line.key}” stands twice")
        known[name] = record_id
    return Reader(language_code, today, source.calendar, known)


def _record(reader: Reader, line: Line, record_id: RecordId) -> Record:
    specs = {spec.name: spec for spec in fields_of(line.register.record)}
    unknown = set(line.values) - set(specs)
    if unknown:
        raise BrokenSampleError(f"{line.place}: {line.register.code} has no field {sorted(unknown)[0]}")
    values = {name: reader.value(specs[name], written, line.place) for name, written in line.values.items()}
    return line.register.record(id=record_id, **values)
