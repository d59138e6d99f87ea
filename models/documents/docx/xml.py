"""Elements of a DOCX file that python-docx has no words for."""

from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

TWIPS = 20
"""Twentieths of a point, in which Word measures."""


def element(tag: str, *children: Any, **attributes: object) -> Any:
    """Return an element such as "w:bidi" with its children; attribute `w_val` is written "w:val"."""
    made: Any = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(name.replace("_", ":", 1)), str(value))
    made.extend(children)
    return made


def text(tag: str, content: str) -> Any:
    """Return an element with a text whose blanks at both ends count."""
    made = element(tag)
    made.text = content
    if content != content.strip():
        made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def twips(points: float) -> int:
    """Return a distance in points as Word counts it."""
    return round(points * TWIPS)
