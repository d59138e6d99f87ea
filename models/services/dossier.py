"""The audit file: all documents, where each question is proved, and every file of evidence, to hand over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from models.content.guidance import guidance
from models.content.improvement import audit_model
from models.documents.blocks import Block, Document, Paper, State
from models.documents.builders import dossier as builder
from models.documents.builders.desk import Desk, OpenPoint
from models.documents.builders.dossier import Filed, Proof, Standing
from models.domain.errors import AppError
from models.domain.gates.criterion import Place
from models.domain.gates.facts import Facts
from models.domain.health import findings_of
from models.domain.ledger import Ledger
from models.domain.progress import states_of
from models.domain.records.control import CompanySettings, DocumentControl, Evidence
from models.domain.records.organisation import Organisation
from models.domain.registers import register_of
from models.domain.sentences import Sentence
from models.exchange import manifest
from models.exchange.manifest import ArchiveWriter
from models.localisation.language import Language, load_language
from models.localisation.languages import language_row
from models.services import documents, issuing
from models.services.companies import open_company
from models.services.company import OpenCompany
from models.services.evidence_list import Owners
from models.storage.writing import make_folder, replacing, worded

Report = Callable[[int, int, str], object]
"""Gets how many things are done, of how many, and the name of the present one; it may raise to stop."""

_MOST_OF_A_NAME = 80
_OWN_PARTS = 6
"""Cover, index, matrix, evidence list, open points and statement."""


@dataclass(frozen=True)
class Written:
    """The two files of an audit file, and how many pages the PDF has."""

    pdf: Path
    archive: Path
    pages: int


def file_stem(ledger: Ledger, language_code: str) -> str:
    """Return the name of both files without their endings, such as "CS-audit-file_fa"."""
    prefix = ledger.sheet(CompanySettings).number_prefix
    return documents.safe_name(f"{prefix}-audit-file_{language_code}")


def write_dossier(
    path: Path,
    folder: Path,
    language_code: str,
    today: date | None = None,
    report: Report = lambda _done, _total, _item: None,
) -> Written:
    """Write the audit file of a company file into a folder: one PDF, and one ZIP with everything.

    It reads the company file through a connection of its own, so it may run beside the window. Existing files
    are replaced when both new ones are complete.

    Raises:
        AppError, and what `report` raises: nothing was written.
    """
    company = open_company(path, read_only=True)
    try:
        make_folder(folder)
        stem = folder / file_stem(company, language_code)
        targets = stem.with_name(f"{stem.name}.pdf"), stem.with_name(f"{stem.name}.zip")
        work = _Work(company, load_language(language_code), today or date.today(), report)
        with replacing(*targets) as (pdf, archive):
            pages = work.write(pdf, archive, targets[0].name)
        return Written(*targets, pages)
    finally:
        company.close()


def is_dossier(path: Path) -> bool:
    """Return whether a file may be the ZIP of an audit file; one that cannot be read is none."""
    try:
        return manifest.is_archive(path)
    except OSError:
        return False


def verify_dossier(path: Path) -> list[Sentence]:
    """Return everything in which the ZIP of an audit file differs from its manifest; empty when sound.

    Raises:
        AppError: it is none, or cannot be read.
    """
    try:
        return manifest.problems_of(path)
    except OSError as error:
        raise worded(error, path.name) from error


class _Work:
    """One audit file under way."""

    def __init__(self, company: OpenCompany, language: Language, today: date, report: Report) -> None:
        self._company = company
        self._language = language
        self._today = today
        self._report = report
        self._done = 0
        self._filed = filed(company, language, today)
        self._proofs = proofs(company, language)
        self._total = 2 * len(self._filed) + _OWN_PARTS + len(self._proofs) + 1

    def write(self, pdf: Path, archive: Path, name: str) -> int:
        """Write both files and return the number of pages of the PDF, which the ZIP holds by its name."""
        from models.documents.pdf import printed

        prints = [self._printed(one) for one in self._filed]
        self._filed = tuple(one for one, _content in prints)
        own = list(parts(self._company, self._language, self._today, self._filed, self._proofs))
        whole = printed(own, is_bundle=True, begins=lambda place: self._say(own[place].title))
        pdf.write_bytes(whole.content)
        name_of_company = self._company.sheet(Organisation).name.best(self._language.code)
        facts = {"company": name_of_company, "language": self._language.code}
        with ArchiveWriter(archive, self._today, **facts) as writer:
            self._say(name)
            writer.add(name, whole.content)
            for one, content in prints:
                if content:
                    writer.add(f"documents/{self._file_name(one)}", content)
            for proof in self._proofs:
                self._say(proof.evidence.file_name)
                proven = self._company.evidence_bytes(proof.evidence)
                writer.add(f"evidence/{_archived_name(proof)}", proven)
        return whole.pages

    def _say(self, item: str) -> None:
        self._report(self._done, self._total, item)
        self._done += 1

    def _file_name(self, one: Filed) -> str:
        return documents.file_name(self._company, one.code, self._language.code, one.edition)

    def _printed(self, one: Filed) -> tuple[Filed, bytes]:
        """Return a document with its PDF: an issued one byte for byte as it was issued.

        A sheet that cannot hold its text gives way to another edition; where none can, there is no PDF, and
        the reason is an open point.
        """
        self._say(one.title)
        kept = self._kept(one)
        if kept:
            return one, kept
        refusals = []
        for edition in documents.editions(one.code):
            try:
                content = self._rendered(one, edition.key)
            except AppError as error:
                refusals.append(error)
            else:
                return replace(one, edition=edition.key), content
        place = Place(register_of(DocumentControl).code, content=one.code)
        point = OpenPoint(refusals[0].wanted, place)
        return replace(one, has_pages=False, open_points=(*one.open_points, point)), b""

    def _rendered(self, one: Filed, edition: str) -> bytes:
        return documents.render(self._company, one.code, self._language.code, self._today, edition=edition)

    def _kept(self, one: Filed) -> bytes:
        code, language_code = one.code, self._language.code
        if one.state is State.ISSUED:
            issues = documents.standing(self._company, code).issues
            kept = next((issue for issue in issues if issue.language == language_code), None)
            if kept is not None:
                return issuing.reprint(self._company, kept)
        return b""


def _archived_name(proof: Proof) -> str:
    name = Path(proof.evidence.file_name)
    stem = documents.safe_name(name.stem)[:_MOST_OF_A_NAME]
    return f"{proof.number}_{stem}{documents.safe_name(name.suffix)[:10]}"


def filed(ledger: Ledger, language: Language, today: date) -> tuple[Filed, ...]:
    """Return all documents in the order in which an auditor reads them."""
    rows = {row.code: row for row in documents.document_rows(ledger, language, today)}
    return tuple(
        Filed(
            code,
            rows[code].title.best(language.code),
            rows[code].number,
            rows[code].control,
            rows[code].state,
            rows[code].steps,
            rows[code].open_points,
        )
        for code in _order()
        if not rows[code].is_broken
    )


def _order() -> Sequence[str]:
    """Return the codes of all documents: the six, the records an auditor asks for, then the others."""
    bundle = [code for part in audit_model().bundle for code in (*part.documents, *part.records)]
    return list(dict.fromkeys((*bundle, *documents.available())))


def proofs(ledger: Ledger, language: Language) -> tuple[Proof, ...]:
    """Return the evidence in the order in which it was attached, numbered."""
    owners = Owners(ledger, language)
    return tuple(
        Proof(f"E-{number:03}", one, owners.of(one).title)
        for number, one in enumerate(ledger.all(Evidence), start=1)
    )


def parts(
    ledger: Ledger, language: Language, today: date, filed: Sequence[Filed], proofs: Sequence[Proof]
) -> Iterator[Document]:
    """Yield the documents of which the audit file is made, in their order."""
    facts = Facts(ledger, guidance(), today)
    standing = Standing(states_of(facts), findings_of(facts))
    desk = Desk(ledger, language, "", today)
    say = desk.phrase
    yield _own(desk, say("dossier.title"), builder.cover(desk, filed, proofs, standing))
    yield _own(desk, say("dossier.index"), builder.index(desk, filed))
    for one in filed:
        if one.has_pages:
            document = documents.build(ledger, one.code, language.code, today, edition=one.edition)
            yield builder.begun(one, document)
    yield _own(desk, say("dossier.matrix"), builder.matrix(desk, filed, proofs), landscape=True)
    yield _own(desk, say("dossier.evidence_list"), builder.evidence_list(desk, proofs), landscape=True)
    yield _own(desk, say("dossier.open_points"), builder.open_points(desk, filed, standing))
    yield _own(desk, say("dossier.statement"), builder.statement(desk))


def _own(desk: Desk, title: str, blocks: Iterator[Block], *, landscape: bool = False) -> Document:
    """Return a part that stands in the audit file only."""
    language = desk.language
    return Document(
        number="",
        title=title,
        language=language.code,
        direction=language.row.direction,
        blocks=tuple(blocks),
        created=desk.today,
        state=State.ISSUED,
        is_sample=desk.settings.is_sample,
        author=desk.say(desk.organisation.name),
        subject=desk.statement_on_guidance(),
        furniture=desk.own_furniture(title),
        paper=Paper.A4,
        landscape=landscape,
        font=language_row(language.code).font,
    )
