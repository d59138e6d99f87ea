"""Checking what a user hands over: a company file, or the ZIP of an audit file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.domain.marking import N_
from models.domain.sentences import Sentence
from models.services.companies import verify_company
from models.services.dossier import is_dossier, verify_dossier

_SOUND_COMPANY = Sentence(N_("The file is sound: structure, change journal, records and evidence agree."))
_SOUND_DOSSIER = Sentence(N_("The audit file is sound: every file in it is as its manifest says."))


@dataclass(frozen=True)
class Found:
    """What is wrong with a file, a sentence each, and what is said when nothing is."""

    problems: Sequence[Sentence]
    sound: Sentence


def verify(path: Path) -> Found:
    """Return what is wrong with a company file or with the ZIP of an audit file.

    Raises:
        AppError: it is neither, or cannot be opened.
    """
    if is_dossier(path):
        return Found(verify_dossier(path), _SOUND_DOSSIER)
    return Found(verify_company(path), _SOUND_COMPANY)
