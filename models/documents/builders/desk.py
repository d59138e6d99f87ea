"""The desk at which a document is written: the records, the language, and what every document has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from models.content.certificate import certificate_page, limits
from models.content.documents import Document, RecordForm, document, document_control, record_form
from models.content.phrases import phrase
from models.content.titles import title
from models.documents.blocks import (
    Block,
    ControlBlock,
    Entry,
    Furniture,
    Image,
    Missing,
    Paragraph,
    SignatureBox,
    Signatures,
    Tone,
)
from models.documents.builders.attached import Attached, logo_of
from models.documents.builders.sheets import ACROSS, ACROSS_WIDE, Edition, editions_of
from models.documents.origin import Origin
from models.domain.fields import Record, field_of
from models.domain.gates.criterion import Place
from models.domain.gates.facts import Facts
from models.domain.guidance import Guidance
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.numbering import control_of, document_number
from models.domain.records.choices import STEPS
from models.domain.records.control import CompanySettings, DocumentControl, Person
from models.domain.records.organisation import Organisation
from models.domain.registers import register_of
from models.domain.sentences import Sentence
from models.domain.text import LocalText
from models.localisation.display import Display
from models.localisation.language import Language


@dataclass(frozen=True)
class OpenPoint:
    """What a document lacks, and where it is filled in."""

    sentence: Sentence
    place: Place


class Desk:
    """Everything a builder needs to write one document in one language.

    today: the day that stands on a draft. control: the document's control data, found where it is not given.
    edition: the way in which it is printed, the controlled one where none is given. open_points: what the
    builder found missing, in its order.
    """

    def __init__(
        self,
        ledger: Ledger,
        language: Language,
        code: str,
        today: date,
        control: DocumentControl | None = None,
        edition: Edition | None = None,
    ) -> None:
        self.ledger = ledger
        self.language = language
        self.code = code
        self.edition = edition or editions_of(code)[0]
        self.today = today
        self.open_points: list[OpenPoint] = []
        self.settings = ledger.sheet(CompanySettings)
        self.organisation = ledger.sheet(Organisation)
        self.rules = document_control()
        self.control = control or control_of(ledger, code) or DocumentControl(document=code)
        self._display = Display(ledger, language, title)

    def control_of(self, code: str) -> DocumentControl:
        """Return the control data of any document; an empty one before it is begun."""
        return control_of(self.ledger, code) or DocumentControl(document=code)

    @property
    def is_draft(self) -> bool:
        """Whether nobody approved the document yet."""
        return not self.control.is_approved

    @cached_property
    def facts(self) -> Facts:
        """The records as the rules look them up."""
        return Facts(self.ledger, Guidance(), self.today)

    @property
    def content(self) -> Document | RecordForm:
        """What the content says of the document."""
        return record_form(self.code) if self.code.startswith("R") else document(self.code)

    @property
    def title(self) -> str:
        """The document's title."""
        return self.say(self.content.title)

    @property
    def number(self) -> str:
        """The document's number: the one entered, or else the one that follows from its type."""
        return self.control.number or document_number(
            self.settings.number_prefix, self.document_type, self.code
        )

    @property
    def document_type(self) -> str:
        """The code of the document's type."""
        content = self.content
        return content.type if isinstance(content, RecordForm) else content.types[0]

    def say(self, text: LocalText) -> str:
        """Return a text in the document's language, or else in one it has."""
        return text.best(self.language.code)

    def phrase(self, phrase_id: str, **fields: str) -> str:
        """Return a phrase of the content with its fields filled in; users' texts come isolated."""
        return self.say(phrase(phrase_id)).format(**fields)

    def label(self, record_type: type[Record], field: str) -> str:
        """Return how a field is called."""
        return self.language.gettext(field_of(record_type, field).label)

    def value(self, record: Record, field: str) -> str:
        """Return one field of a record as text, "" for nothing."""
        return self._display.of(record, field_of(type(record), field))

    def name(self, record: Record | None) -> str:
        """Return how a record is called, "" where there is none."""
        return self._display.name(record) if record is not None else ""

    def number_of(self, value: Any, decimals: int | None = None) -> str:
        """Return a number in the language's digits, "" for none."""
        return "" if value is None else self.language.number(value, decimals)

    def date_of(self, day: date | None) -> str:
        """Return a day in the language's calendar, "" for none."""
        return self.language.date(day) if day else ""

    def day(self, day: date | None) -> str:
        """Return a day in both calendars, "" for none."""
        return self.language.both_calendars(day) if day else ""

    def period(self, start: date | None, end: date | None) -> str:
        """Return the days from and to, as far as they are known."""
        if start and end:
            return self.phrase("common.from_to", start=self.date_of(start), end=self.date_of(end))
        return self.date_of(start or end)

    def person(self, person_id: RecordId | None) -> str:
        """Return a person's name, "" where there is none."""
        person = self.ledger.find(Person, person_id)
        return self.say(person.name) if person else ""

    def job(self, person_id: RecordId | None) -> str:
        """Return a person's job, "" where it is not known."""
        person = self.ledger.find(Person, person_id)
        return self.say(person.job) if person else ""

    def missing(self, of: Record | type[Record], field: str = "") -> Missing:
        """Return the block that says what is missing, and note it as an open point, once."""
        register = register_of(of)
        record_id = None if isinstance(of, type) else of.id
        what = field_of(register.record, field).label if field else register.title
        where = Sentence(STEPS[str(register.step)]) if register.step else Sentence(register.title)
        sentence = Sentence(
            N_("Still missing: “{what}”. Enter it under {where}."), what=Sentence(what), where=where
        )
        where_to = Place(register.code, record_id, field)
        if all(point.place != where_to for point in self.open_points):
            self.open_points.append(OpenPoint(sentence, where_to))
        origin = Origin(record_id, (field,)) if record_id else None
        return Missing(sentence.worded(self.language), origin)

    @property
    def logo(self) -> Image | None:
        """The organisation's logo; None where there is none that can be printed."""
        return self._logo.image

    @cached_property
    def _logo(self) -> Attached:
        return logo_of(self.ledger)

    def lacking_logo(self) -> Iterator[Missing]:
        """Yield why the attached logo cannot be printed, and note it as an open point; mostly nothing."""
        yield from self.lacking_picture(self._logo, self.organisation, "logo")

    def lacking_picture(self, attached: Attached, of: Record, field: str) -> Iterator[Missing]:
        """Yield why an attached picture cannot be printed, and note it as an open point; mostly nothing."""
        refusal = attached.refusal
        if refusal is not None:
            where_to = Place(register_of(type(of)).code, of.id, field)
            if all(point.place != where_to for point in self.open_points):
                self.open_points.append(OpenPoint(refusal.wanted, where_to))
            yield Missing(refusal.sentence(self.language))

    def nothing(self) -> Paragraph:
        """Return what an approved document says where a section has nothing to say."""
        return Paragraph(self.phrase("common.nothing"), Tone.QUIET)

    def filled(self, blocks: Iterator[Block]) -> Iterator[Block]:
        """Yield the blocks of a section; one that stays empty says so once the document is approved."""
        says_something = False
        for block in blocks:
            says_something = says_something or not isinstance(block, Missing)
            yield block
        if not says_something and not self.is_draft:
            yield self.nothing()

    def control_block(self) -> ControlBlock:
        """Return the frame with number, revision, dates and people."""
        labels = [
            *("organization", "number", "revision", "title", "issue_date", "effective_date"),
            *("class", "next_review", "approved_by"),
            *(["distribution"] if self.control.distribution else []),
        ]
        across = ACROSS_WIDE if self.edition.landscape else ACROSS
        return ControlBlock(tuple(map(self._entry, labels)), across, self.logo)

    def short_control_block(self, *more: str) -> ControlBlock:
        """Return the frame of what is handed out: organisation, number and revision, and what these name."""
        labels = ("organization", "number", "revision", *more)
        return ControlBlock(tuple(map(self._entry, labels)), len(labels), self.logo)

    @property
    def classification(self) -> str:
        """Who may see the document: as entered, or else as the content proposes."""
        content = self.content
        proposed = content.access if isinstance(content, Document) else "internal"
        return self.control.classification or proposed

    def _class(self) -> str:
        names = {access.id: access.name for access in self.rules.access}
        return self.say(names[self.classification])

    def _entry(self, label_id: str) -> Entry:
        control = self.control
        values = {
            "organization": self.say(self.organisation.name),
            "number": self.number,
            "revision": self.language.digits(control.revision),
            "title": self.title,
            "issue_date": self.day(control.issue_date),
            "effective_date": self.day(control.effective_date),
            "class": self._class(),
            "next_review": self.day(control.next_review),
            "approved_by": self.person(control.approved_by),
            "distribution": control.distribution,
        }
        return Entry(self.say(self.rules.label(label_id)), values[label_id], is_code=label_id == "number")

    def signatures(self) -> Signatures:
        """Return the boxes for those who prepare, review and approve."""
        control = self.control
        signers = (
            ("prepared_by", control.prepared_by, control.prepared_on),
            ("reviewed_by", control.reviewed_by, control.reviewed_on),
            ("approved_by", control.approved_by, control.approved_on),
        )
        boxes = (
            SignatureBox(self.say(self.rules.label(label)), self.person(who), self.job(who), self.day(when))
            for label, who, when in signers
        )
        return Signatures(
            tuple(boxes),
            self.language.gettext("Name"),
            self.say(self.rules.label("date")),
            self.say(self.rules.label("signature")),
        )

    def furniture(self) -> Furniture:
        """Return the words round the text of every page."""
        return self.own_furniture(self.title, self.number)

    def own_furniture(self, title: str, document_number: str = "") -> Furniture:
        """Return the words round the pages of what has a title of its own, with or without a number."""
        page = self.say(self.rules.label("page"))
        number = self.language.number
        named = (self.language.isolate(title), self.language.island(document_number))

        def label(current: int, last: int) -> str:
            return page.format(page=number(current), pages=number(last))

        return Furniture(
            footer=self.say(limits().disclaimer).format(app=self.language.gettext("Manshur")),
            running=" · ".join(named if document_number else named[:1]),
            draft_mark=self.say(self.rules.draft),
            sample_mark=self.say(self.rules.sample),
            page_label=label,
            page_number=number,
        )

    def statement_on_guidance(self) -> str:
        """Return the one sentence about the standard that a document may carry."""
        return self.say(certificate_page().statement)
