"""Exit criteria of step 2, commitment and scope."""

from __future__ import annotations

from models.domain.gates.criterion import Criterion, Outcome, Place, met, place, unmet
from models.domain.gates.facts import Facts, label
from models.domain.records.commitment import (
    ROLES,
    Exclusion,
    Objective,
    Policy,
    Role,
    RoleName,
    Scope,
)
from models.domain.records.control import DocumentControl
from models.domain.sentences import Sentence

POLICY = "D1"
OBJECTIVES = 2

_SCOPE = ("products", "sites", "channels", "customer_groups")
_OBJECTIVE = ("text", "baseline", "target", "due", "owner")
_ROLES = (RoleName.CHARTER_OWNER, RoleName.COMPLAINT_OFFICER, RoleName.INTERNAL_AUDITOR)


def policy_approved(facts: Facts) -> Outcome:
    """Judge whether the policy is signed and dated."""
    control = facts.controls.get(POLICY, DocumentControl())
    field = facts.blank(control, "approved_by", "approved_on")
    if field:
        reason = Sentence("The policy is not approved: “{field}” is empty.", field=label(control, field))
        return unmet(reason, control_place(facts, POLICY, field))
    reason = Sentence(
        "{name} approved the policy on {day}.",
        name=facts.who(control.approved_by),
        day=control.approved_on,
    )
    return met(reason, place(control))


def scope_written(facts: Facts) -> Outcome:
    """Judge whether the scope is written, and for each exclusion its reason."""
    scope = facts.sheet(Scope)
    if field := facts.blank(scope, *_SCOPE):
        reason = Sentence("The scope is not complete: “{field}” is empty.", field=label(scope, field))
        return unmet(reason, place(scope, field))
    exclusions = facts.all(Exclusion)
    for exclusion in exclusions:
        if field := facts.blank(exclusion, "what", "reason"):
            reason = Sentence(
                "The exclusion “{name}” is not complete: “{field}” is empty.",
                name=facts.name(exclusion),
                field=label(exclusion, field),
            )
            return unmet(reason, place(exclusion, field))
    if not exclusions and not scope.nothing_excluded:
        reason = Sentence("It is not written what the scope leaves out, nor that it leaves nothing out.")
        return unmet(reason, place(scope, "nothing_excluded"))
    if exclusions:
        return met(Sentence("The scope is written, with what it leaves out and why."), place(scope))
    return met(Sentence("The scope is written; it leaves nothing out."), place(scope))


def roles_named(facts: Facts) -> Outcome:
    """Judge whether charter owner, deputy, complaint officer and an independent auditor are named."""
    for role in _ROLES:
        if not facts.holders(role):
            return _nobody(facts, role)
    owner = facts.holders(RoleName.CHARTER_OWNER)[0]
    if facts.blank(owner, "deputy") or owner.deputy == owner.person:
        reason = Sentence("Nobody else is named as the charter owner’s deputy.")
        return unmet(reason, place(owner, "deputy"))
    for auditor in facts.holders(RoleName.INTERNAL_AUDITOR):
        if auditor.person in facts.charter_people:
            reason = Sentence(
                "{name} cannot audit the charter while being its owner or the owner’s deputy.",
                name=facts.who(auditor.person),
            )
            return unmet(reason, place(auditor, "person"))
    reason = Sentence("The four roles are named, and the internal auditor is independent.")
    return met(reason, place(Role))


def objectives_set(facts: Facts) -> Outcome:
    """Judge whether at least two objectives have baseline, target, date and owner."""
    loose = [(one, field) for one in facts.all(Objective) if (field := facts.blank(one, *_OBJECTIVE))]
    complete = len(facts.all(Objective)) - len(loose)
    if complete >= OBJECTIVES:
        reason = Sentence(
            "{count} objective has baseline, target, date and owner.",
            "{count} objectives have baseline, target, date and owner.",
            complete,
        )
        return met(reason, place(Objective))
    if loose:
        first, field = loose[0]
        reason = Sentence(
            "{count} objective is complete, {needed} are needed; in “{first}”, “{field}” is empty.",
            "{count} objectives are complete, {needed} are needed; in “{first}”, “{field}” is empty.",
            complete,
            needed=OBJECTIVES,
            first=facts.name(first),
            field=label(first, field),
        )
        return unmet(reason, place(first, field))
    reason = Sentence(
        "There is {count} objective; at least {needed} are needed.",
        "There are {count} objectives; at least {needed} are needed.",
        complete,
        needed=OBJECTIVES,
    )
    return unmet(reason, place(Objective))


def policy_announced(facts: Facts) -> Outcome:
    """Judge whether it is recorded when and how staff were told of the policy."""
    policy = facts.sheet(Policy)
    if field := facts.blank(policy, "announced_on", "announced_how"):
        reason = Sentence(
            "It is not recorded that staff were told of the policy: “{field}” is empty.",
            field=label(policy, field),
        )
        return unmet(reason, place(policy, field))
    reason = Sentence("Staff were told of the policy on {day}.", day=policy.announced_on)
    return met(reason, place(policy))


CRITERIA = (
    Criterion("S2-E1", "S2-T3", policy_approved),
    Criterion("S2-E2", "S2-T2", scope_written),
    Criterion("S2-E3", "S2-T4", roles_named),
    Criterion("S2-E4", "S2-T5", objectives_set),
    Criterion("S2-E5", "S2-T9", policy_announced),
)


def control_place(facts: Facts, document: str, field: str) -> Place:
    """Return where a field of a document's control data is filled in, also while there are none."""
    control = facts.controls.get(document)
    return Place("document_control", control.id if control else None, field, document)


def _nobody(facts: Facts, role: RoleName) -> Outcome:
    reason = Sentence("Nobody who is here holds the role “{role}”.", role=Sentence(ROLES[role]))
    appointed = facts.of(Role, "role", role)
    return unmet(reason, place(appointed[0], "person") if appointed else place(Role))
