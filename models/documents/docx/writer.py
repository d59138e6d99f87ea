"""Documents to DOCX files."""

from __future__ import annotations

import zipfile
from datetime import datetime, time
from io import BytesIO
from itertools import count
from typing import Any

import docx
from docx.document import Document as File
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Pt

from models.documents.blocks import Document, State
from models.documents.docx import fonts
from models.documents.docx.flow import written
from models.documents.docx.furniture import Surroundings
from models.documents.docx.paragraphs import Paragraphs
from models.documents.docx.setting import Setting
from models.documents.docx.styles import add_styles
from models.documents.docx.words import Voice, writable
from models.documents.docx.xml import element
from models.documents.layout.contents import headings_in
from models.documents.layout.style import MILLIMETRE, margins
from models.documents.layout.text import Typist

_WRITTEN = (1980, 1, 1, 0, 0, 0)
"""The moment noted for each part of the file: the earliest that a ZIP file knows."""

_PRODUCER = "Manshur"


def render(document: Document) -> bytes:
    """Return a document as a DOCX file; equal documents give equal bytes.

    Text, tables, control block, signatures and page numbers can be worked on in Word and LibreOffice;
    charts and codes are pictures.

    Raises:
        AppError: a picture or a QR code cannot be shown.
    """
    file = docx.Document()
    voice = Voice.of(document.language, document.direction, document.font)
    width, height = _prepare_section(file, document, voice)
    add_styles(file, voice)
    fonts.embed(file, document.font)
    _follow_present_rules(file)
    _note_facts(file, document)
    paragraphs = Paragraphs({style.name: style.style_id for style in file.styles if style.name})
    setting = Setting(
        file=file,
        paragraphs=paragraphs,
        voice=voice,
        typist=Typist(document.language, voice.is_rtl, document.font),
        width=width,
        height=height,
        language=document.language,
        is_draft=document.state is State.DRAFT,
        numbers=count(1),
        contents=_contents(document),
        headings=count(1),
    )
    Surroundings(file, document, paragraphs, width).write()
    body: Any = file.element.body
    end = body.sectPr
    for thing in written(document.blocks, setting):
        end.addprevious(thing)
    if body[-2:-1] and body[-2].tag != element("w:p").tag:
        end.addprevious(paragraphs.gap(1))
    return _packed(file)


def _contents(document: Document) -> tuple[tuple[str, int], ...]:
    headings = headings_in(document.blocks, document.language)
    return tuple((f"{one.number} {one.text}".strip(), one.level) for one in headings)


def _prepare_section(file: File, document: Document, voice: Voice) -> tuple[float, float]:
    """Set sheet and margins, and return width and height of the text in points."""
    sheet = [side * MILLIMETRE for side in document.paper.value]
    width, height = reversed(sheet) if document.landscape else sheet
    edge = margins(width, height)
    section = file.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if document.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.left_margin = section.right_margin = Pt(edge.side)
    section.top_margin, section.bottom_margin = Pt(edge.top), Pt(edge.bottom)
    section.header_distance, section.footer_distance = Pt(30), Pt(18)
    if voice.is_rtl:
        properties: Any = section._sectPr
        place = properties.find(element("w:docGrid").tag)
        properties.insert(len(properties) if place is None else properties.index(place), element("w:bidi"))
    return width - 2 * edge.side, height - edge.top - edge.bottom


def _follow_present_rules(file: File) -> None:
    """Let Word lay the file out by its present rules, by which the edges of tables and text agree."""
    settings: Any = file.settings.element
    for setting in settings.iter(element("w:compatSetting").tag):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _note_facts(file: File, document: Document) -> None:
    facts = file.core_properties
    facts.title, facts.author = writable(document.title)[:255], writable(document.author)[:255]
    facts.subject = writable(document.subject or document.number)[:255]
    facts.language, facts.comments, facts.keywords = document.language, "", ""
    facts.last_modified_by = _PRODUCER
    facts.created = facts.modified = datetime.combine(document.created, time())
    facts.revision = 1


def _packed(file: File) -> bytes:
    """Return the file with no moment of writing in it."""
    first, last = BytesIO(), BytesIO()
    file.save(first)
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(last, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _WRITTEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return last.getvalue()
