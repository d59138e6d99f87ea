"""The form of one version of a survey as a file to print or to keep."""

from __future__ import annotations

from functools import cache

from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.records.feedback import Survey
from models.domain.survey.versions import FIRST_VERSION

CODE = "R-07"
WHOLE, SMALL = "blank", "a5"
"""The editions: a form on a sheet, and two small ones on a sheet."""


def render(ledger: Ledger, survey: RecordId, language_code: str, edition: str = WHOLE) -> bytes:
    """Return the form as PDF.

    Args:
        ledger: the company's records, or a snapshot of them.
        survey: one version.
        language_code: of a language, or of a pair where the edition has both side by side.
        edition: WHOLE or SMALL.
    """
    from models.documents.builders.survey import form_of
    from models.documents.pdf import render as render_pdf
    from models.services import documents

    builder = form_of(survey, is_twice=edition == SMALL)
    return render_pdf(documents.build(ledger, CODE, language_code, edition=edition, builder=builder))


@cache
def both_languages() -> str:
    """Return the key of the first pair of languages in which the whole form is made, "" for none."""
    from models.services.documents import languages

    return next((key for key in languages(CODE, WHOLE) if key not in languages(CODE, SMALL)), "")


def file_name(survey: Survey, language_code: str, edition: str = WHOLE) -> str:
    """Return the name of the form's file, such as "S-01_2_fa.pdf"."""
    from models.services.documents import safe_name

    version = str(survey.version or FIRST_VERSION)
    parts = (survey.no or CODE, version, edition if edition != WHOLE else "", language_code)
    return "_".join(safe_name(part) for part in parts if part) + ".pdf"
