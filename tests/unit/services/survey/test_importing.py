"""Answers from tables of other programs, into a real company file."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from models.domain.errors import AppError
from models.domain.records.feedback import Survey, SurveyAnswer, SurveyQuestion
from models.domain.survey.results import SCALES
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.companies import open_company, verify_company
from models.services.company import OpenCompany
from models.services.survey.answer_reading import AnswerReader
from models.services.survey.columns import DAY, NUMBER, remembered
from models.services.survey.importing import (
    MatchedTwice,
    NoQuestions,
    NoSuchSurvey,
    NothingMatched,
    NothingNew,
    RowsRefused,
    checked,
    import_table,
    looked_at,
)
from tests.unit.exchange.make_workbooks import workbook_path

EN, FA = load_language("en"), load_language("fa")
SURVEY = Survey(no="S-1", title=LocalText(fa="مهمانان", en="Guests"))


def asked(order: int, kind: str, fa: str, en: str, *options: str) -> SurveyQuestion:
    text = LocalText(fa=fa, en=en)
    return SurveyQuestion(
        survey=SURVEY.id, order=order, type=kind, text=text, options=LocalText(fa="\n".join(options))
    )


QUESTIONS = (
    asked(1, "scale5", "از غذا راضی بودید؟", "Food?"),
    asked(2, "scale10", "توصیه می‌کنید؟", "Recommend?"),
    asked(3, "yes_no", "تماس بگیریم؟", "May we call?"),
    asked(4, "choice", "کجا خوردید؟", "Where did you eat?", "سالن", "بیرون‌بر"),
    asked(5, "open", "چه چیز بهتر شود؟", "What else?"),
)
PERSIAN = ["شماره", "تاریخ", "از غذا راضى بوديد", "۲", "سوال ۳", "کجا خوردید؟", "چه چیز بهتر شود؟"]
GOOD = [
    ["۱", "۱۴۰۴/۰۹/۰۱", "۵", "۱۰", "بلی", "بیرون بر", "هیچ"],
    ["۲", "2025-11-23", "4", "0", "نه", "1", "گران،\nکم"],
]

Write = Callable[[Sequence[Sequence[object]]], Path]


@pytest.fixture
def company(company: OpenCompany) -> OpenCompany:
    company.save_all([SURVEY, *QUESTIONS])
    return company


@pytest.fixture
def table(tmp_path: Path) -> Write:
    def write(rows: Sequence[Sequence[object]]) -> Path:
        path = tmp_path / "answers.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
        return path

    return write


def answers(company: OpenCompany) -> list[tuple[str, ...]]:
    return [one.answers for one in company.all(SurveyAnswer)]


def test_a_persian_table_becomes_sheets(company: OpenCompany, table: Write) -> None:
    import_table(company, table([PERSIAN, *GOOD]), "s-1", FA)

    first, second = company.all(SurveyAnswer)
    assert first.answers == ("5", "10", "yes", "#2", "هیچ")
    assert second.answers == ("4", "0", "no", "#1", "گران، کم")
    assert (first.no, first.answered_on, first.source) == (1, date(2025, 11, 22), "import")
    assert second.answered_on == date(2025, 11, 23)


def test_an_import_is_one_step_to_undo(company: OpenCompany, table: Write) -> None:
    import_table(company, table([PERSIAN, *GOOD]), "S-1", FA)

    company.undo()

    assert answers(company) == []
    assert len(company.all(SurveyQuestion)) == 5


def test_many_rows_are_undone_and_done_again(company: OpenCompany, table: Write) -> None:
    rows = [[str(number), "2025-11-22", str(number % 5 + 1), f"I am {number}"] for number in range(1, 1_334)]
    import_table(company, table([["No.", "Date", "Food?", "What else?"], *rows]), "S-1", EN)
    imported = company.all(SurveyAnswer)
    assert [one.no for one in imported] == list(range(1, 1_334))
    assert imported[699].answers == ("1", "-", "-", "-", "I am 700")

    company.undo()
    assert company.all(SurveyAnswer) == ()
    company.redo()
    company.close()

    assert verify_company(company.path) == []
    again = open_company(company.path)
    assert again.all(SurveyAnswer) == imported
    again.close()


def test_one_row_among_many_is_refused_and_the_others_are_as_without_it(
    company: OpenCompany, table: Write
) -> None:
    rows = [
        ["Date", "Food?", "What else?"],
        *([f"2025-11-{at % 30 + 1}", "5", str(at)] for at in range(1_200)),
    ]
    rows[700] = ["2025-11-22", "6", "x"]
    rows[701] = [" ", "\t", ""]
    rows[702] = ["2025-11-22", "4"]
    rows[703] = ["2025-11-22", "", "-"]

    found = import_table(company, table(rows), "S-1", EN, without_refused=True)

    assert [(one.row, one.column) for one in found.refusals] == [(701, "Food?"), (704, "Date")]
    assert [one.no for one in company.all(SurveyAnswer)] == list(range(1, 1_198))
    assert company.all(SurveyAnswer)[699].answers == ("4", "-", "-", "-", "-")


def test_a_number_that_comes_twice_in_a_table_is_known_again(company: OpenCompany, table: Write) -> None:
    rows = [["No.", "Date", "Food?"], *([str(number), "2025-11-22", "5"] for number in range(1, 1_001))]
    rows += [["7", "2025-11-22", "5"], ["8", "2025-11-22", "4"]]

    found = import_table(company, table(rows), "S-1", EN, without_refused=True)

    assert (len(found.records), found.duplicates) == (1_000, 1)
    assert [one.row for one in found.refusals] == [1_003]


def test_sheets_without_a_number_come_behind_all_that_have_one(company: OpenCompany, table: Write) -> None:
    rows = [["No.", "Food?"], ["", "5"], ["1", "4"], ["", "3"], ["7", "2"]]

    found = import_table(company, table(rows), "S-1", EN)

    assert found.duplicates == found.refused == 0
    given = {one.no: one.answers[0] for one in company.all(SurveyAnswer)}
    assert given == {1: "4", 7: "2", 8: "5", 9: "3"}


def test_nothing_is_imported_while_a_row_is_refused(company: OpenCompany, table: Write) -> None:
    bad = ["3", "1404/09/40", "6", "11", "شاید", "حیاط", "x"]

    with pytest.raises(RowsRefused) as caught:
        import_table(company, table([PERSIAN, *GOOD, bad]), "S-1", FA)

    assert answers(company) == []
    assert caught.value.found.refused == 1
    assert [(one.row, one.column) for one in caught.value.found.refusals] == [
        (4, heading) for heading in ("از غذا راضی بودید", "۲", "سوال ۳", "کجا خوردید؟", "تاریخ")
    ]
    assert "Row 4" in caught.value.sentence(EN)


def test_refused_rows_can_be_left_out(company: OpenCompany, table: Write) -> None:
    bad = ["3", "1404/09/01", "6", "", "", "", ""]

    found = import_table(company, table([PERSIAN, *GOOD, bad]), "S-1", FA, without_refused=True)

    assert (len(answers(company)), found.refused) == (2, 1)


def test_a_second_import_brings_only_what_is_new(company: OpenCompany, table: Write) -> None:
    import_table(company, table([PERSIAN, *GOOD]), "S-1", FA)
    third = ["3", "1404/09/03", "1", "2", "", "", "-"]

    found = import_table(company, table([PERSIAN, *GOOD, third]), "S-1", FA)

    assert (found.duplicates, len(answers(company))) == (2, 3)
    with pytest.raises(NothingNew):
        import_table(company, table([PERSIAN, *GOOD, third]), "S-1", FA)


def test_customers_who_answer_alike_are_no_duplicates(company: OpenCompany, table: Write) -> None:
    rows = [["Date", "Food?"], ["2025-11-22", "5"], ["2025-11-22", "5"]]

    import_table(company, table(rows), "S-1", EN)
    found = import_table(company, table([*rows, ["2025-11-22", "5"]]), "S-1", EN)

    assert (found.duplicates, len(found.records)) == (2, 1)


def test_another_sheet_with_a_number_is_refused(company: OpenCompany, table: Write) -> None:
    import_table(company, table([PERSIAN, *GOOD]), "S-1", FA)
    other = ["2", "1404/09/02", "1", "", "", "", ""]

    with pytest.raises(RowsRefused):
        import_table(company, table([PERSIAN, other]), "S-1", FA)


def test_yes_and_no_have_no_language(company: OpenCompany, table: Write) -> None:
    rows = [["Food?", "May we call?"], ["5", "Yes"], ["4", "خیر"], ["3", "NO"], ["2", "بله"]]

    import_table(company, table(rows), "S-1", EN)

    assert [one[2] for one in answers(company)] == ["yes", "no", "no", "yes"]


def test_a_sheet_kept_in_words_is_known_again(company: OpenCompany, table: Write) -> None:
    company.save(
        SurveyAnswer(
            survey=SURVEY.id, no=1, answered_on=date(2025, 11, 22), answers=("5", "-", "خیر", "سالن", "-")
        )
    )

    with pytest.raises(NothingNew):
        import_table(
            company,
            table([["Date", "Food?", "May we call?", "Where did you eat?"], ["2025-11-22", "5", "No", "1"]]),
            "S-1",
            EN,
        )


def test_a_table_without_headings_follows_the_questions(company: OpenCompany, table: Write) -> None:
    import_table(company, table([["5", "10", "1", "2", "well"], ["4", "9", "0", "1", ""]]), "S-1", EN)

    assert answers(company) == [("5", "10", "yes", "#2", "well"), ("4", "9", "no", "#1", "-")]


def test_a_title_above_the_headings_is_passed_over(company: OpenCompany, table: Write) -> None:
    looked = looked_at(table([["نظرسنجی آذر"], PERSIAN, *GOOD]), company, SURVEY, FA, {})

    assert looked.heading_row == 2
    assert looked.matching == (NUMBER, DAY, *(question.id for question in QUESTIONS))
    assert looked.first[0][0] == "۱"


def test_what_a_heading_meant_is_remembered_in_the_file(company: OpenCompany, table: Write) -> None:
    path = table([["x", "Food?"], ["3", "5"]])
    looked = looked_at(path, company, SURVEY, EN, {})
    assert looked.matching == ("", QUESTIONS[0].id)
    import_table(company, path, "S-1", EN)

    assert remembered(company, SURVEY.id) == {"x": "", "food": QUESTIONS[0].id}


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025/11/22 10:30:15 AM GMT+3:30", date(2025, 11, 22)),
        ("45983", date(2025, 11, 22)),
        ("۱۴۰۴۰۹۰۱", date(2025, 11, 22)),
        ("1 آذر 1404", date(2025, 11, 22)),
    ],
)
def test_days_are_read_as_programs_write_them(
    company: OpenCompany, table: Write, written: str, day: date
) -> None:
    import_table(company, table([["Timestamp", "Food?"], [written, "5"]]), "S-1", EN)

    assert company.all(SurveyAnswer)[0].answered_on == day


def test_a_workbook_with_formulas_and_merged_cells_is_told_cell_by_cell(
    company: OpenCompany, tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for cells in (["No.", "Date", "Food?", "What else?"], [1, date(2025, 11, 22), "=2+3", "a"]):
        sheet.append(cells)
    sheet.append([2, date(2025, 11, 23), 5, "=cmd|' /C calc'!A0"])
    sheet["D3"].data_type = "s"
    sheet.append([3, date(2025, 11, 23), 4, "c"])
    sheet.append([4, date(2025, 11, 23), 4, "c"])
    sheet.merge_cells("C4:C5")
    path = tmp_path / "a.xlsx"
    book.save(path)

    with pytest.raises(RowsRefused) as caught:
        import_table(company, path, "S-1", EN)

    assert [(one.row, one.column) for one in caught.value.found.refusals] == [(2, "Food?"), (5, "Food?")]
    import_table(company, path, "S-1", EN, without_refused=True)
    assert answers(company)[0][4] == "=cmd|' /C calc'!A0"


def test_what_cannot_be_begun_is_told(company: OpenCompany, table: Write) -> None:
    path = table([["a", "b"], ["c", "d"]])

    for code, expected in (("S-2", NoSuchSurvey), ("S-1", NothingMatched)):
        with pytest.raises(expected):
            import_table(company, path, code, EN)
    company.save(Survey(no="S-3", title=LocalText(en="Empty")))
    with pytest.raises(NoQuestions):
        import_table(company, path, "S-3", EN)


def test_two_columns_for_one_question_are_refused(company: OpenCompany, table: Write) -> None:
    looked = looked_at(table([["Food?", "b"], ["5", "4"]]), company, SURVEY, EN, {})

    with pytest.raises(MatchedTwice):
        checked(looked, (QUESTIONS[0].id,) * 2, company, SURVEY, EN, date(2025, 11, 22))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.type)
@given(data=st.data(), language=st.sampled_from([EN, FA]))
def test_what_is_kept_is_read_again_as_it_is(
    question: SurveyQuestion, data: st.DataObject, language: object
) -> None:
    reader = AnswerReader(question, (FA, EN))
    scale = SCALES.get(question.type)
    values = st.sampled_from(scale).map(str) if scale else st.text(max_size=30)
    text = FA.digits(data.draw(values)) if language is FA else data.draw(values)

    try:
        kept = reader.read(text)
    except AppError:
        assert scale is None
        assert question.type != "open"
        return

    assert reader.read(kept) == kept
    assert "\n" not in kept
    assert kept


def test_a_workbook_of_libreoffice_becomes_sheets(company: OpenCompany) -> None:
    import_table(company, workbook_path("answers"), "S-1", FA)

    assert answers(company) == [("5", "10", "yes", "#1", "هیچ"), ("4", "0", "no", "#2", "گران")]
    assert company.all(SurveyAnswer)[1].answered_on == date(2025, 11, 23)


def test_a_formula_counts_by_its_result_and_is_refused_without_one(company: OpenCompany) -> None:
    with pytest.raises(RowsRefused) as caught:
        import_table(company, workbook_path("formulas"), "S-1", FA)

    refused = [(one.row, one.column) for one in caught.value.found.refusals]
    assert refused == [(3, "از غذا راضی بودید"), (4, "از غذا راضی بودید")]
    assert answers(company) == []
    import_table(company, workbook_path("formulas"), "S-1", FA, without_refused=True)
    assert [one[0] for one in answers(company)] == ["5"]


def test_a_merged_cell_is_told_and_nothing_is_guessed(company: OpenCompany) -> None:
    with pytest.raises(RowsRefused) as caught:
        import_table(company, workbook_path("merged"), "S-1", FA)

    assert [(one.row, one.column) for one in caught.value.found.refusals] == [(3, "تاریخ")]
    assert answers(company) == []
