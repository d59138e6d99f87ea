"""Where the work of each task is done: the register that it fills."""

from __future__ import annotations

from collections.abc import Mapping

ELSEWHERE = "task_state"

_BY_STEP: Mapping[int, tuple[str, ...]] = {
    1: (
        "organisation",
        "context_factor",
        "party",
        "law",
        "journey_step",
        "customer_talk",
        "baseline",
        "gap_answer",
        "gap_answer",
        "gap_round",
    ),
    2: (
        "decision",
        "scope",
        "policy",
        "role",
        "objective",
        "objective_action",
        "budget_item",
        "document_control",
        "policy",
    ),
    3: (
        "promise",
        "promise",
        "promise",
        "promise",
        "indicator",
        "procedure",
        "risk",
        "complaint_rule",
        "comment",
        "communication",
        "resource",
        "pilot",
    ),
    4: (
        "skill_need",
        "training_session",
        "training_session",
        "training_session",
        "training_session",
        "authority",
        "test_result",
        ELSEWHERE,  # handing out the pocket card leaves no record but the task itself
        "attendance",
        "effect_check",
    ),
    5: (
        "display",
        "supplier_notice",
        "launch",
        "data_sheet",
        "breach",
        "complaint",
        ELSEWHERE,  # the weekly talk
        "launch",
        "charter_change",
    ),
    6: (
        "survey",
        "survey_question",
        "survey",
        "survey_answer",
        "analysis",
        "indicator_value",
        "analysis",
        "analysis",
        "analysis",
    ),
    7: (
        "action_rule",
        "action",
        "action",
        "action",
        "action",
        "action",
        "action",
        "notice",
        "retention",
    ),
    8: (
        "audit",
        "audit_check",
        "audit_check",
        "finding",
        "action",
        "gap_round",
        "review",
        "review",
        "objective",
        "document_control",
    ),
}

WORKPLACES: Mapping[str, str] = {
    f"S{step}-T{number}": code
    for step, codes in _BY_STEP.items()
    for number, code in enumerate(codes, start=1)
}
