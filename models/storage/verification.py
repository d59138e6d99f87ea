"""Checking a company file through and through: structure, journal, records, evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from models.domain.edits import Deed
from models.domain.encoding import encoded
from models.domain.marking import N_
from models.domain.records.control import Evidence, Issue
from models.domain.registers import register_of
from models.domain.sentences import Sentence
from models.storage.company_file import CompanyFile, Moment

_LOST = "lost"
_STANDS = "stands"
_BINNED = "binned"


def problems_of(file: CompanyFile, *, is_in_use: bool = False) -> list[Sentence]:
    """Return everything that is wrong with a file, a sentence each; empty when it is sound.

    Compares each record with what the journal says of it last, so that a single changed bit is found.

    is_in_use: another process may write to the file meanwhile; it never waits long. Of the evidence only
        the content is checked then, not how it lies in the file.

    Raises:
        DamagedFile: the file cannot even be read.
    """
    moment = file.moment(is_in_use=is_in_use)
    structure = [
        Sentence(N_("The structure of the file is broken: {detail}."), detail=line)
        for line in moment.structure
    ]
    # Records are compared with the journal only when the journal itself is sound.
    broken = structure or list(_journal_problems(moment))
    return broken or [*_record_problems(moment), *_evidence_problems(file, moment)]


def _journal_problems(moment: Moment) -> Iterator[Sentence]:
    before = ""
    for entry in reversed(moment.entries):
        if entry.expected_digest(before) != entry.digest:
            yield Sentence(
                N_("The change journal does not agree with itself at {moment}."), moment=str(entry.at)
            )
            return
        before = entry.digest


def _record_problems(moment: Moment) -> Iterator[Sentence]:
    expected = _last_images(moment)
    found: dict[tuple[str, str], tuple[str, object]] = {}
    for loaded in moment.loaded:
        for state, records in ((_STANDS, loaded.standing), (_BINNED, loaded.binned)):
            for record in records:
                found[loaded.register.code, record.id] = (state, encoded(record))
    for key in sorted(expected.keys() | found.keys()):
        if expected.get(key, (_LOST, None)) != found.get(key, (_LOST, None)):
            yield Sentence(
                N_("A record of {register} differs from the change journal ({record})."),
                register=key[0],
                record=key[1],
            )


def _last_images(moment: Moment) -> dict[tuple[str, str], tuple[str, object]]:
    """Return the state of every record that the journal knows, by register code and id."""
    images: dict[tuple[str, str], tuple[str, object]] = {}
    for entry in reversed(moment.entries):
        for edit in entry.decoded_edits():
            record = edit.record
            key = (register_of(record).code, record.id)
            if edit.deed is Deed.REMOVE:
                images.pop(key, None)
            else:
                images[key] = (_BINNED if edit.deed is Deed.BIN else _STANDS, encoded(record))
    return images


def _evidence_problems(file: CompanyFile, moment: Moment) -> Iterator[Sentence]:
    names: dict[str, str] = {}
    for loaded in moment.loaded:
        for record in (*loaded.standing, *loaded.binned):
            if isinstance(record, Evidence):
                names[record.sha256] = record.file_name
            elif isinstance(record, Issue):
                names[record.sha256] = record.number
    for sha256 in sorted(names.keys() | set(moment.content_hashes)):
        content = file.content(sha256)
        if content is None or hashlib.sha256(content).hexdigest() != sha256:
            yield Sentence(
                N_("The evidence file {file} is not what was attached."), file=names.get(sha256, sha256)
            )
