"""What customers are told of what they said: lines of the notice, suggested by closed actions."""

from __future__ import annotations

from models.domain.action_states import is_checked
from models.domain.encoding import texts_of
from models.domain.fields import field_of
from models.domain.ids import derived_id
from models.domain.ledger import Ledger
from models.domain.records.correction import Action, ActionSource, Notice
from models.domain.text import LocalText

_OF_CUSTOMERS = (ActionSource.COMPLAINT, ActionSource.BREACH, ActionSource.SURVEY)


def notice_offers(ledger: Ledger) -> tuple[Notice, ...]:
    """Return the lines that closed actions from customers suggest and that are not on the notice yet."""
    return tuple(
        draft
        for action in ledger.all(Action)
        if is_checked(action) and action.source in _OF_CUSTOMERS
        if ledger.find(Notice, (draft := notice_from(action)).id) is None
    )


def notice_from(action: Action) -> Notice:
    """Return a line of the notice, not saved: what was wrong, and what was done about it."""
    return Notice(
        id=derived_id(action.id, Notice.__name__),
        said=_texts_in(action.problem),
        did=_texts_in(" ".join(step if step[-1:] in ".!؟?" else f"{step}." for step in action.steps if step)),
    )


def _texts_in(text: str) -> LocalText:
    limit = field_of(Notice, "said").limit
    return texts_of(" ".join(text.split())[:limit])
