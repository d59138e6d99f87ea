import csv
import hashlib
import struct
import zlib

import pytest

from models.content.titles import titles
from models.domain.registers import register_of
from tests.unit.services.sample_parts import CODES, files_of, records_of


@pytest.mark.parametrize("code", CODES)
def test_evidence_is_what_its_record_says(code: str) -> None:
    assert all(
        (evidence.size, evidence.sha256) == (len(content), hashlib.sha256(content).hexdigest())
        for evidence, content in files_of(code)
    )
    assert {evidence.media_type for evidence, _ in files_of(code)} == {"image/png", "text/plain", "text/csv"}


def test_evidence_belongs_to_records_or_content() -> None:
    known = {(register_of(record).code, str(record.id)) for record in records_of(CODES[0])}
    known |= {("task", task) for task in titles("task")}

    assert {(evidence.subject, evidence.subject_id) for evidence, _ in files_of(CODES[0])} <= known


def test_pictures_are_whole() -> None:
    pictures = [content for evidence, content in files_of("en") if evidence.media_type == "image/png"]

    for content in pictures:
        width, height = struct.unpack(">II", content[16:24])
        data = content.index(b"IDAT")
        length = struct.unpack(">I", content[data - 4 : data])[0]
        pixels = zlib.decompress(content[data + 4 : data + 4 + length])
        assert len(pixels) == height * (1 + 3 * width)


def test_notes_and_tables_say_that_they_are_samples() -> None:
    words = {"fa": "نمونه", "en": "SAMPLE"}

    for code, word in words.items():
        notes = [content for evidence, content in files_of(code) if evidence.media_type != "image/png"]
        assert all(word in note.decode("utf-8").splitlines()[0] for note in notes)


def test_tables_are_read_back_as_they_were_written() -> None:
    table = next(content for evidence, content in files_of("en") if evidence.file_name.endswith(".csv"))

    rows = list(csv.reader(table.decode("utf-8-sig").splitlines()))

    assert rows[2] == ["1", "4", "12:31", "12:49", "18"]
