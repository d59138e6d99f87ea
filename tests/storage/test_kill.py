"""A process that is killed while it edits loses nothing it had acknowledged."""

from __future__ import annotations

import dataclasses
import multiprocessing
import random
import time
from multiprocessing.connection import Connection
from pathlib import Path

from models.domain.ids import RecordId
from models.domain.records.organisation import Party
from models.domain.text import LocalText
from models.services.companies import open_company, verify_company
from models.services.company import OpenCompany

ROUNDS = 100


def edit_until_killed(path: Path, acknowledge: Connection) -> None:
    """Edit for ever; send each record's id and text once its transaction has returned."""
    company = open_company(path)
    number = 0
    while True:
        number += 1
        party = Party(name=LocalText(fa=f"گروه {number} " + "م" * (number % 7 * 3000)))
        company.save(party)
        acknowledge.send((party.id, party))
        if number % 3 == 0:
            changed = dataclasses.replace(party, channel=LocalText(en=f"talk {number}"))
            company.save(changed)
            acknowledge.send((changed.id, changed))
        if number % 5 == 0:
            company.save(Party())
            company.undo()
            company.redo()


def killed_while_editing(path: Path, moment: float) -> list[tuple[str, Party]]:
    """Return what a process acknowledged before it was killed, `moment` seconds after its first edit."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["models.services.companies"])
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=edit_until_killed, args=(path, there))
    process.start()
    there.close()
    acknowledged = [here.recv()]
    end = time.monotonic() + moment
    while time.monotonic() < end:
        if here.poll(max(0.0, end - time.monotonic())):
            acknowledged.append(here.recv())
    process.kill()
    process.join()
    while here.poll():
        try:
            acknowledged.append(here.recv())
        except EOFError:
            break
    here.close()
    return acknowledged


def is_kept(acknowledged: Party, kept: dict[RecordId, Party]) -> bool:
    """Return whether the file holds the record at least as it was acknowledged; it may hold a later edit."""
    found = kept.get(acknowledged.id)
    return found is not None and acknowledged in (found, dataclasses.replace(found, channel=LocalText()))


def test_every_acknowledged_edit_survives_a_kill(company: OpenCompany) -> None:
    company.close()
    moments = random.Random(10001)
    for _ in range(ROUNDS):
        acknowledged = killed_while_editing(company.path, moments.uniform(0, 0.08))
        again = open_company(company.path)
        kept = {party.id: party for party in again.all(Party)}
        again.close()
        lost = [party for party in dict(acknowledged).values() if not is_kept(party, kept)]
        assert lost == []
    assert verify_company(company.path) == []
