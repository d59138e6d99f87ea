"""Expected failures; each class words its own sentence."""

from __future__ import annotations

from typing import ClassVar

from models.domain.marking import N_
from models.domain.sentences import Sentence, Wording


class AppError(Exception):
    """A failure that the user can understand and mend.

    Subclasses set `message` to one whole sentence of the catalogue: what happened and what to do.
    Its named fields are given when the error is raised.
    """

    message: ClassVar[str] = N_("This did not work.")

    def __init__(self, **fields: object) -> None:
        super().__init__(self.message, fields)
        self.wanted = Sentence.with_fields(self.message, fields)

    def sentence(self, language: Wording) -> str:
        """Return the sentence to show, in that language."""
        return self.wanted.worded(language)

    def __str__(self) -> str:
        return self.message.format(**self.wanted.fields)
