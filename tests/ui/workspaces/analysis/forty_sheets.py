"""A survey that forty customers answered, three of them with a comment."""

from __future__ import annotations

from datetime import date, timedelta

from models.domain.records.charter import Promise
from models.domain.records.feedback import Analysis, Survey, SurveyAnswer, SurveyQuestion
from models.domain.text import LocalText

SURVEY = Survey(no="S-1", title=LocalText(en="Guests"), asked=100, population=500)
PROMISE = Promise(order=1, text=LocalText(en="We serve within ten minutes"))
FIRST = date(2026, 4, 1)


def question(order: int, kind: str, text: str, **more: object) -> SurveyQuestion:
    return SurveyQuestion(survey=SURVEY.id, order=order, type=kind, text=LocalText(en=text), **more)  # type: ignore[arg-type]


QUESTIONS = (
    question(1, "scale5", "Overall, how satisfied are you?", model="SV-1", promise=PROMISE.id),
    question(2, "scale10", "Would you recommend us?", model="SV-8"),
    question(3, "open", "What should we do better?"),
)
COMMENTS = ("Serve faster, call 0912 345 6789", "The parking is small", "Serve faster please")


def sheet(number: int, good: int, comment: str = "-") -> SurveyAnswer:
    """Return the sheet of a customer; the first `good` ones are satisfied and promoters."""
    answers = ("5", "9", comment) if number <= good else ("2", "3", comment)
    day = FIRST + timedelta(days=number % 20)
    return SurveyAnswer(survey=SURVEY.id, no=number, answered_on=day, source="paper", answers=answers)


SHEETS = tuple(
    sheet(number, 34, COMMENTS[number - 1] if number <= len(COMMENTS) else "-") for number in range(1, 41)
)
REPORT = Analysis(title="Spring", survey=SURVEY.id, start=FIRST, end=date(2026, 4, 30))
