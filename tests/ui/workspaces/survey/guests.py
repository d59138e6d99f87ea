"""A survey of guests with three questions, and one sheet of answers."""

from __future__ import annotations

from models.domain.records.feedback import Survey, SurveyAnswer, SurveyQuestion
from models.domain.text import LocalText

SURVEY = Survey(no="S-01", title=LocalText(en="Guests", fa="مهمانان"), needed=30, population=100)
FOOD = SurveyQuestion(
    survey=SURVEY.id, order=1, type="scale5", text=LocalText(en="All in all, the food?", fa="در مجموع، غذا؟")
)
PLACE = SurveyQuestion(
    survey=SURVEY.id,
    order=2,
    type="choice",
    text=LocalText(en="Where?", fa="کجا؟"),
    options=LocalText(en="Hall\nHome", fa="سالن\nخانه"),
)
LAST = SurveyQuestion(survey=SURVEY.id, order=3, type="open", text=LocalText(en="What else?"))
SHEET = SurveyAnswer(survey=SURVEY.id, no=1, answers=("5", "#1", "-"))
