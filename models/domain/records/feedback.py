"""Step 6: what customers say and what the figures show."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from models.domain import fields
from models.domain.fields import Record, record
from models.domain.ids import RecordId
from models.domain.marking import N_
from models.domain.register import listing
from models.domain.text import LocalText

QUESTION_TYPES: Mapping[str, str] = {
    "scale5": N_("Scale 1–5"),
    "scale7": N_("Scale 1–7"),
    "scale10": N_("Scale 0–10"),
    "yes_no": N_("Yes or no"),
    "choice": N_("Choice"),
    "open": N_("Open answer"),
}

ANSWER_SOURCES: Mapping[str, str] = {
    "paper": N_("Paper"),
    "phone": N_("Telephone"),
    "web": N_("Web"),
    "messenger": N_("Messenger"),
    "import": N_("Imported table"),
}


@record
class Survey(Record):
    """One version of the survey and the rule by which customers are asked."""

    no: str = fields.code(N_("Code"), required=True)
    version: int | None = fields.integer(N_("Version"), minimum=1, maximum=999, default=1)
    replaces: RecordId | None = fields.reference(N_("Version before"), "survey", in_table=False)
    title: LocalText = fields.bilingual(N_("Title"), required=True)
    aim: str = fields.text(N_("Aim"))
    groups: str = fields.text(N_("Customer groups"), in_table=False)
    method: str = fields.text(N_("Method"), in_table=False)
    rule: str = fields.long_text(N_("Rule for choosing whom to ask"), required=True)
    population: int | None = fields.integer(N_("Number of customers"), minimum=0, in_table=False)
    needed: int | None = fields.integer(N_("Answers needed"), minimum=1, required=True)
    asked: int | None = fields.integer(N_("Customers asked"), minimum=0)
    start: date | None = fields.day(N_("From"))
    end: date | None = fields.day(N_("To"))
    owner: RecordId | None = fields.person(N_("Owner"))
    greeting: LocalText = fields.bilingual_long(N_("Words at the head of the form"))
    thanks: LocalText = fields.bilingual_long(N_("Words at its foot"))
    tested_with: int | None = fields.integer(N_("Tested with how many customers"), minimum=0, in_table=False)
    tested_on: date | None = fields.day(N_("Tested on"), in_table=False)
    shortfall_reason: str = fields.long_text(N_("Why there are fewer answers than needed"))


@record
class SurveyQuestion(Record):
    """One question of a survey."""

    survey: RecordId | None = fields.reference(N_("Survey"), "survey", required=True)
    order: int | None = fields.integer(N_("No."), minimum=1, maximum=999, required=True)
    text: LocalText = fields.bilingual_long(N_("Question"), required=True, in_table=True)
    type: str = fields.choice(N_("Kind of answer"), QUESTION_TYPES, required=True)
    options: LocalText = fields.bilingual_long(
        N_("Choices"), hint=N_("One on each line, in the same order in every language.")
    )
    weight: Decimal | None = fields.decimal(
        N_("Weight"),
        minimum=0,
        maximum=100,
        in_table=False,
        hint=N_("How important customers find this; for the weighted index."),
    )
    promise: RecordId | None = fields.reference(N_("Promise"), "promise", in_table=False)
    model: str = fields.content(N_("Model question"), "survey_item", in_table=False)


@record
class SurveyAnswer(Record):
    """One customer's answers, in the order of the survey's questions."""

    survey: RecordId | None = fields.reference(N_("Survey"), "survey", required=True)
    no: int | None = fields.integer(N_("No."), minimum=1, required=True)
    answered_on: date | None = fields.day(N_("Date"), required=True)
    source: str = fields.choice(N_("Source"), ANSWER_SOURCES)
    answers: tuple[str, ...] = fields.lines(
        N_("Answers"),
        in_table=True,
        required=True,
        hint=N_("One answer on each line, in the order of the questions; a dash where there is none."),
    )
    invalid_because: str = fields.text(N_("Invalid because"), in_table=False)


@record
class Theme(Record):
    """What several open answers of a survey are about."""

    survey: RecordId | None = fields.reference(N_("Survey"), "survey", required=True)
    name: str = fields.text(N_("Theme"), required=True)
    note: str = fields.text(N_("Note"))


@record
class ThemeMark(Record):
    """That one open answer belongs to a theme."""

    theme: RecordId | None = fields.reference(N_("Theme"), "theme", required=True)
    answer: RecordId | None = fields.reference(N_("Answers"), "survey_answer", required=True)
    question: RecordId | None = fields.reference(N_("Question"), "survey_question", required=True)


@record
class IndicatorValue(Record):
    """The value of an indicator in one period."""

    indicator: RecordId | None = fields.reference(N_("Indicator"), "indicator", required=True)
    start: date | None = fields.day(N_("From"))
    end: date | None = fields.day(N_("To"), required=True)
    value: Decimal | None = fields.decimal(N_("Value"), required=True)
    cases: int | None = fields.integer(N_("Cases"), minimum=0)
    note: str = fields.text(N_("Note"))


@record
class Analysis(Record):
    """The report on one period of measuring."""

    title: str = fields.text(N_("Report"), required=True)
    survey: RecordId | None = fields.reference(N_("Survey"), "survey", in_table=False)
    compared_with: RecordId | None = fields.reference(N_("Compared with"), "survey", in_table=False)
    start: date | None = fields.day(N_("From"))
    end: date | None = fields.day(N_("To"), required=True)
    results: str = fields.long_text(N_("Results and trend"), required=True)
    themes: tuple[str, ...] = fields.lines(N_("Themes of open answers"))
    indirect_signs: str = fields.long_text(N_("Indirect signs"))
    reasons: str = fields.long_text(N_("Reasons"))
    decisions: str = fields.long_text(N_("Decisions"), required=True)
    limits: str = fields.long_text(N_("Limits of the data"), required=True)
    signed_by: RecordId | None = fields.person(N_("Signed by"))
    signed_on: date | None = fields.day(N_("Signed on"))


REGISTERS = (
    listing(
        "survey",
        Survey,
        6,
        "title",
        title=N_("Surveys"),
        add=N_("Add survey"),
        about=N_("Whom you ask, how, and how many answers you need."),
        form="R-07",
    ),
    listing(
        "survey_question",
        SurveyQuestion,
        6,
        "text",
        title=N_("Survey questions"),
        add=N_("Add question"),
        about=N_("Up to ten questions; start from the model form."),
        form="R-07",
    ),
    listing(
        "survey_answer",
        SurveyAnswer,
        6,
        "no",
        title=N_("Survey answers"),
        add=N_("Add answers"),
        about=N_("Every answer as it was given, the bad ones too."),
        form="R-07",
    ),
    listing(
        "theme",
        Theme,
        6,
        "name",
        title=N_("Themes"),
        add=N_("Add theme"),
        about=N_("What the open answers are about."),
        form="R-07",
    ),
    listing(
        "theme_mark",
        ThemeMark,
        6,
        "theme",
        title=N_("Answers by theme"),
        add=N_("Add mark"),
        about=N_("Which open answer belongs to which theme."),
        form="R-07",
    ),
    listing(
        "indicator_value",
        IndicatorValue,
        6,
        "indicator",
        title=N_("Indicator values"),
        add=N_("Add value"),
        about=N_("The value of each indicator, period by period."),
        form="R-04",
    ),
    listing(
        "analysis",
        Analysis,
        6,
        "title",
        title=N_("Analysis reports"),
        add=N_("Add report"),
        about=N_("Result, trend, reason and decision of each period."),
        form="R-07",
    ),
)
