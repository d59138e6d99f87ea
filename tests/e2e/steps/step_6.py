"""What the restaurant enters for step 6: a survey, values of the indicators, the analysis."""

from __future__ import annotations

from models.domain.records.charter import Indicator
from models.domain.records.feedback import Analysis, IndicatorValue, Survey, SurveyAnswer, SurveyQuestion
from tests.e2e.driver import User
from tests.e2e.restaurant import OWNER, ago, named, said


def work(user: User) -> None:
    """Ask two customers, measure each promise twice, sign the analysis."""
    user.start_from_model(SurveyQuestion)
    (survey,) = user.program.company.all(Survey)
    why = said(user, "تنها دو مهمان خواستند", "Only two guests wanted to")
    user.change(survey, {"needed": 2, "rule": said(user, "هر مهمان", "Every guest"), "shortfall_reason": why})
    for no in (1, 2):
        answer = {
            "survey": named(user, survey.title),
            "no": no,
            "answered_on": ago(20),
            "answers": ("5", "4"),
        }
        user.add(SurveyAnswer, answer)
    values = user.show(IndicatorValue)
    for card in user.program.company.all(Indicator):
        for end in (ago(30), ago(2)):
            values.add_record()
            values.form.board.rows["indicator"].editor.choose(card.id)
            user.fill(values.form, {"end": end, "value": 96})
            values.show_table()
    words = said(user, "نان بیشتر", "More bread")
    report = {"title": words, "end": ago(2), "results": words, "decisions": words, "limits": words}
    user.add(Analysis, report | {"signed_by": named(user, OWNER), "signed_on": ago(1)})
