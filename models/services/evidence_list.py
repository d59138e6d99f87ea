"""What a piece of evidence belongs to, and whether all files are still what was attached."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from models.content import titles
from models.domain.fields import FieldSpec, Record
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.control import Evidence, TaskState
from models.domain.registers import register, register_of
from models.domain.sentences import Sentence
from models.localisation.display import Display, OrderKey
from models.localisation.language import Language
from models.localisation.text import search_key
from models.services.evidence_files import EvidenceDamaged, checked
from models.services.steps import TASK_SUBJECT, task_state
from models.storage.opening import open_file

_WHOLE_COMPANY = N_("The whole company")
_DELETED = N_("Something that was deleted")


@dataclass(frozen=True)
class Owner:
    """What a file belongs to, in words, and where that is found; None where there is nothing to go to."""

    title: str
    place: Place | None


class Owners:
    """Finds what files belong to, in one language; remembers nothing of the records."""

    def __init__(self, ledger: Ledger, language: Language) -> None:
        self._ledger = ledger
        self._language = language
        self._display = Display(ledger, language, titles.title)

    def of(self, evidence: Evidence) -> Owner:
        """Return what a file belongs to."""
        if not evidence.subject:
            return Owner(self._language.gettext(_WHOLE_COMPANY), None)
        if evidence.subject == TASK_SUBJECT:
            return self._task(evidence.subject_id)
        try:
            record_type = register(evidence.subject).record
        except KeyError:
            return Owner(self._language.gettext(_DELETED), None)
        return self._record(record_type, RecordId(evidence.subject_id))

    def _task(self, task_id: str) -> Owner:
        name = titles.title(TASK_SUBJECT, task_id).best(self._language.code) or task_id
        state = task_state(task_id, self._ledger)
        known = self._ledger.find(TaskState, state.id)
        place = Place(register_of(TaskState).code, known.id if known else None, content=task_id)
        return Owner(self._named(N_("Task"), name), place)

    def _record(self, record_type: type[Record], record_id: RecordId) -> Owner:
        record = self._ledger.find(record_type, record_id)
        if record is None:
            return Owner(self._language.gettext(_DELETED), None)
        described = register_of(record)
        if described.is_sheet:
            return Owner(self._language.gettext(described.title), Place(described.code, record.id))
        return Owner(
            self._named(described.title, self._display.name(record)), Place(described.code, record.id)
        )

    def _named(self, kind: str, name: str) -> str:
        line = " ".join(name[:200].split())
        return Sentence(N_("{kind}: {name}"), kind=Sentence(kind), name=line).worded(self._language)


_HASH_SHOWN = 12


class EvidenceDisplay(Display):
    """Writes evidence as its list shows it: what it belongs to by name, sizes in bytes, hashes shortened."""

    def __init__(self, ledger: Ledger, language: Language) -> None:
        super().__init__(ledger, language, titles.title)
        self._speech = language
        self._owners = Owners(ledger, language)

    def of(self, record: Record, spec: FieldSpec) -> str:
        """Return one field of a piece of evidence as text."""
        if isinstance(record, Evidence):
            if spec.name == "subject":
                return self._owners.of(record).title
            if spec.name == "size":
                return self._speech.file_size(record.size or 0)
            if spec.name == "sha256" and record.sha256:
                return self._speech.island(f"{record.sha256[:_HASH_SHOWN]}…")
        return super().of(record, spec)

    def found_by(self, record: Record) -> str:
        """Return the folded text in which a search looks, what the file belongs to included."""
        owner = self._owners.of(record).title if isinstance(record, Evidence) else ""
        return f"{super().found_by(record)}\n{search_key(owner)}"

    def order(self, record: Record, spec: FieldSpec) -> OrderKey | None:
        """Return what evidence is sorted by; what it belongs to by its name."""
        if spec.name == "subject":
            return self._speech.sort_key(self.of(record, spec))
        return super().order(record, spec)


def changed_files(path: Path, report: Callable[[int, int, str], object]) -> list[str]:
    """Return the names of the files that are no longer what was attached.

    Reads the company file through a connection of its own, so it may run beside the window.

    Args:
        path: of the company file.
        report: gets the number of files read, their total and the present one's name; it may raise to stop.

    Raises:
        AppError: the company file cannot be read.
    """
    file = open_file(path, read_only=True)
    try:
        loaded = next(one for one in file.load_all() if one.register is register_of(Evidence))
        known = [one for one in loaded.standing if isinstance(one, Evidence)]
        changed = []
        for number, evidence in enumerate(known):
            report(number, len(known), evidence.file_name)
            try:
                checked(evidence, file.content(evidence.sha256))
            except EvidenceDamaged:
                changed.append(evidence.file_name)
        return changed
    finally:
        file.close()
