"""What every block needs to know to be written: the file, the language, the room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from docx.document import Document as File
from docx.shared import Pt

from models.documents.blocks import Align, Inline
from models.documents.docx.figures import Figure
from models.documents.docx.paragraphs import Paragraphs
from models.documents.docx.words import Voice
from models.documents.docx.xml import element
from models.documents.layout.text import Typist


@dataclass
class Setting:
    """Where blocks are written; width and height of the text in points."""

    file: File
    paragraphs: Paragraphs
    voice: Voice
    typist: Typist
    width: float
    height: float
    language: str
    """Of the document; only headings in it stand in tables of contents."""
    is_draft: bool
    numbers: Iterator[int]
    contents: Sequence[tuple[str, int]] = ()
    """The headings of the document with their levels."""
    headings: Iterator[int] = field(default_factory=lambda: count(1))
    """The place of the next heading among them."""

    def inside(self, width: float, voice: Voice | None = None) -> Setting:
        """Return the setting of a cell or a passage."""
        if voice is None or voice == self.voice:
            return replace(self, width=width)
        typist = self.typist.in_language(voice.language, voice.is_rtl, voice.font)
        return replace(self, width=width, voice=voice, typist=typist)

    def text(
        self, content: Inline, style: str = "Normal", align: Align = Align.START, *properties: Any
    ) -> Any:
        """Return a paragraph in the language of the setting."""
        return self.paragraphs.text(content, self.voice, style, align, *properties)

    def figure(self, figure: Figure, align: Align = Align.CENTRE) -> Any:
        """Return a paragraph with a picture."""
        inline = self.file.part.new_pic_inline(figure.file, width=Pt(figure.width))
        run = element("w:r", element("w:drawing", inline))
        return self.paragraphs.made([run], self.voice, "Normal", align)

    def bookmarked(self, paragraph: Any, name: str) -> Any:
        """Return a paragraph that links and page numbers can name."""
        number = next(self.numbers)
        start = element("w:bookmarkStart", w_id=number, w_name=name)
        paragraph.insert(1, start)
        paragraph.append(element("w:bookmarkEnd", w_id=number))
        return paragraph
