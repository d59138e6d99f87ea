"""The documents, one builder each: from records to blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

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
    objectives,
    policy,
    review,
    risks,
    roles,
    survey,
    training,
    training_records,
)
from models.documents.builders.desk import Desk
from models.documents.builders.sheets import LANDSCAPE

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

__all__ = ["BUILDERS", "LANDSCAPE", "Builder"]
