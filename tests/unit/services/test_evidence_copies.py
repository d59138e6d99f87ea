"""Copies of evidence that other programs may open."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.domain.records.control import Evidence
from models.services.evidence_copies import EvidenceCopies, safe_name


def evidence(name: str, digest: str = "0" * 64) -> Evidence:
    return Evidence(file_name=name, sha256=digest)


def test_a_copy_cannot_be_changed_and_goes_at_the_end() -> None:
    copies = EvidenceCopies()
    path = copies.write(evidence("letter.txt"), b"Dear customer,")

    assert path.read_bytes() == b"Dear customer,"
    assert not path.stat().st_mode & 0o222
    copies.remove()
    assert not path.parent.parent.exists()


def test_the_same_file_is_copied_once() -> None:
    copies = EvidenceCopies()

    assert copies.write(evidence("a.txt"), b"a") == copies.write(evidence("a.txt"), b"a")
    copies.remove()


def test_two_files_of_one_name_stand_side_by_side() -> None:
    copies = EvidenceCopies()
    one = copies.write(evidence("a.txt", "1" * 64), b"one")
    other = copies.write(evidence("a.txt", "2" * 64), b"other")

    assert one.read_bytes() + other.read_bytes() == b"oneother"
    copies.remove()


def test_nothing_to_remove_is_no_failure() -> None:
    EvidenceCopies().remove()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("letter.pdf", "letter.pdf"),
        ("نامه.pdf", "نامه.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ('a<b>:"c|?*.txt', "a_b___c___.txt"),
        ("", "file"),
        ("...", "file"),
        ("no ending", "no ending"),
    ],
)
def test_names_are_made_safe_for_every_system(name: str, expected: str) -> None:
    assert safe_name(name) == expected


def test_a_long_name_keeps_its_ending() -> None:
    made = safe_name("ب" * 255 + ".pdf")

    assert made.endswith(".pdf")
    assert len(made.encode()) <= 200


def test_no_path_leads_out_of_the_folder() -> None:
    assert Path(safe_name("..\\..\\x")).name == safe_name("..\\..\\x")
