"""Beginnings: the registers that can be started from the model, and what it puts there."""

from __future__ import annotations

from datetime import date

from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.register import Register
from models.domain.sentences import Wording

_STARTED = frozenset(
    {
        "action_rule",
        "audit_check",
        "charter_text",
        "complaint_rule",
        "document_control",
        "gap_answer",
        "holiday",
        "indicator",
        "launch_point",
        "law",
        "objective",
        "policy_statement",
        "promise",
        "retention",
        "review_input",
        "role",
        "skill_need",
        "survey_question",
        "training_session",
    }
)


class NoTradeChosen(AppError):
    """Model promises were asked for, but the company's trade is not known or has none."""

    message = N_("Choose your trade in the profile first: the model promises belong to a trade.")


def has_starter(register: Register) -> bool:
    """Whether there is a model with which a register can be started."""
    return register.code in _STARTED


def starter(register: Register, ledger: Ledger, wording: Wording, today: date) -> list[Record]:
    """Return the model's records that the company has not yet, to be saved in one step.

    Args:
        register: one that has a starter.
        ledger: the company's records.
        wording: the language of texts that exist in one language only.
        today: becomes the day of what is begun now.

    Raises:
        NoTradeChosen: the model promises were asked for before the trade is known.
    """
    # Only who starts from the model waits for its content to load.
    from models.services.model_entries import ENTRIES, Start

    return ENTRIES[register.record](Start(ledger, wording, today))
