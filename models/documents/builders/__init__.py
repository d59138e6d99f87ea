"""The documents, one builder each: from records to blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from models.documents.blocks import Block
from models.documents.builders import (
    actions,
    audit,
    audit_report,
    charter,
    complaints,
    customers,
    feedback,
    gap,
    indicators,
    lists,
    master_list,
    notice,
    objectives,
    policy,
    public_charter,
    review,
    risks,
    roles,
    suppliers,
    survey,
    training,
    training_records,
)
from models.documents.builders.desk import Desk
from models.documents.builders.sheets import LANDSCAPE
from models.documents.pieces import PosterStyle

Builder = Callable[[Desk], tuple[Block, ...]]

BUILDERS: Mapping[str, Builder] = {
    "D1": policy.build,
    "D2": charter.build,
    "D3": training_records.build,
    "D4": feedback.build,
    "D5": audit_report.build,
    "D6": objectives.build,
    "R-01": lists.build,
    "R-02": risks.build,
    "R-03": lists.build,
    "R-04": indicators.build,
    "R-05": training.build_plan,
    "R-06": training.build_attendance,
    "R-07": survey.build,
    "R-08": complaints.build,
    "R-09": lists.build,
    "R-10": actions.build,
    "R-11": review.build,
    "R-12": master_list.build,
    "R-13": lists.build,
    "R-14": audit.build,
    "R-15": roles.build,
    "R-16": customers.build_leaflet,
    "R-17": customers.build_poster,
    "R-18": lists.build,
    "R-19": lists.build,
    "R-20": gap.build,
    "R-21": lists.build,
    "R-22": lists.build,
}
"""Builders by the id of their document or record form, in the order documents are listed."""

EDITION_BUILDERS: Mapping[tuple[str, str], Builder] = {
    ("D2", "public"): public_charter.build,
    ("R-06", "blank"): training.build_blank_attendance,
    ("R-07", "blank"): survey.build_blank,
    ("R-07", "a5"): survey.build_twice,
    ("R-08", "blank"): complaints.build_blank,
    ("R-10", "notice-a4"): notice.build,
    ("R-10", "notice-a5"): notice.build,
    ("R-14", "blank"): audit.build_blank,
    ("R-16", "flat"): customers.build_flat_leaflet,
    ("R-17", "a4-band"): partial(customers.build_poster, style=PosterStyle.BAND),
    ("R-17", "a4-cards"): partial(customers.build_poster, style=PosterStyle.CARDS),
    ("R-17", "a3-frame"): customers.build_poster,
    ("R-17", "a3-band"): partial(customers.build_poster, style=PosterStyle.BAND),
    ("R-17", "a3-cards"): partial(customers.build_poster, style=PosterStyle.CARDS),
    ("R-17", "table-card"): customers.build_table_card,
    ("R-19", "letters"): suppliers.build_letters,
}
"""Builders of the editions beside the controlled documents, by document and key."""


def builder_of(code: str, edition: str = "") -> Builder:
    """Return what builds an edition of a document, "" for the controlled one.

    Raises:
        KeyError: there is no such document or edition.
    """
    return EDITION_BUILDERS[code, edition] if edition else BUILDERS[code]


__all__ = ["BUILDERS", "EDITION_BUILDERS", "LANDSCAPE", "Builder", "builder_of"]
