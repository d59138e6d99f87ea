"""Documents as DOCX files, from the same blocks as the PDF, for those who want to go on writing."""

from models.documents.docx.writer import render

__all__ = ["render"]
