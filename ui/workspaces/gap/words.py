"""How questions, scores and weights are called in the current language."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from models.content.gap import GapQuestion, Weight, band, gap_model
from models.domain.records.organisation import GapAnswer, Score
from models.domain.scoring import band as band_of
from models.domain.scoring import is_answered, points, whole
from ui.language import _, current
from ui.theme import Tone

NOTHING = "—"

WEIGHT_TONES: Mapping[Weight, Tone] = {
    Weight.CRITICAL: Tone.BROKEN,
    Weight.MAJOR: Tone.ACCENT,
    Weight.MINOR: Tone.QUIET,
}


def area_name(area_id: str) -> str:
    """Return the short name of a key area."""
    names = {area.id: area.name for area in gap_model().key_areas}
    return names[area_id].best(current().code)


def weight_name(weight: Weight) -> str:
    """Return what a weight is called."""
    names = {row.id: row.name for row in gap_model().weights}
    return names[weight].best(current().code)


def score_label(answer: GapAnswer | None) -> str:
    """Return a score in words, "" for none."""
    if answer is None or not answer.score:
        return ""
    model, code = gap_model(), current().code
    if answer.score == Score.NOT_APPLICABLE:
        return model.not_applicable.label.best(code)
    label = next(level.label for level in model.scale if str(level.score) == answer.score)
    text = _("{score} · {words}")
    return text.format(score=current().digits(answer.score), words=label.best(code))


def score_tone(answer: GapAnswer | None, *, is_claimed: bool) -> Tone | None:
    """Return the tone of an answer; None while the question is open."""
    if answer is None or not is_answered(answer):
        return None
    reached = points(answer)
    if reached is None:
        return Tone.QUIET
    if is_claimed:
        return Tone.LATE
    return Tone.GOOD if reached >= gap_model().target else Tone.PRIMARY


def in_words(question: GapQuestion, answer: GapAnswer | None, *, is_claimed: bool) -> str:
    """Return a question and how it stands in one line, for tooltips and assistive technology."""
    parts = [current().island(question.id)]
    if answer is not None and is_answered(answer):
        parts.append(score_label(answer))
        if is_claimed:
            parts.append(gap_model().claimed.best(current().code))
    else:
        parts.append(_("Not answered yet"))
    if answer is not None and answer.is_marked:
        parts.append(_("Marked for review"))
    return " · ".join(parts)


def share_figure(share: Fraction | None) -> str:
    """Return a score as shown, 0 to 100; a dash where there is none."""
    return NOTHING if share is None else current().number(whole(share))


def band_name(share: Fraction | None) -> str:
    """Return the band of a score, "" where there is none."""
    return "" if share is None else band(band_of(share)).name.best(current().code)
