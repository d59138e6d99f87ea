"""The files that prove an answer."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from models.domain.errors import AppError
from models.services.gap import SUBJECT
from ui.language import current
from ui.registers.evidence_strip import EvidenceStrip
from ui.widgets.notice_bar import NoticeKind
from ui.workspaces.gap.questionnaire import Questionnaire


class AnswerEvidence(EvidenceStrip):
    """Keeps the answer before its first file, which would otherwise belong to nothing."""

    def __init__(self, questionnaire: Questionnaire, parent: QWidget | None = None) -> None:
        self._questionnaire = questionnaire
        super().__init__(questionnaire.company, parent)

    def show_answer(self) -> None:
        """Show the files of the answer to the question shown."""
        self.show_subject(SUBJECT, self._questionnaire.answer().id)

    def attach(self, paths: Iterable[Path]) -> None:
        """Keep files as evidence of the question shown; each that cannot be kept is told."""
        chosen = list(paths)
        if not chosen or self._questionnaire.is_read_only:
            return
        try:
            kept = self._questionnaire.save({})
        except AppError as error:
            self._questionnaire.tell(error.sentence(current()), NoticeKind.ERROR)
            return
        self.show_subject(SUBJECT, kept.id)
        super().attach(chosen)
