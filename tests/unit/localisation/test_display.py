from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar, cast

from models.domain.fields import Record, field_of
from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.records.charter import Procedure, Promise, Risk
from models.domain.records.commitment import Decision, Role, Scope
from models.domain.records.control import DocumentControl, Person
from models.domain.records.operation import Complaint
from models.domain.records.organisation import GapAnswer, Law, Party
from models.domain.records.training import Attendance
from models.domain.text import LocalText
from models.localisation.display import Display, display
from models.localisation.language import Language, load_language
from models.localisation.languages import CalendarName
from models.localisation.text import search_key

R = TypeVar("R", bound=Record)
ENGLISH = load_language("en")
PERSIAN = load_language("fa")
SARA = Person(name=LocalText(fa="سارا نوری", en="Sara Nouri"))
REZA = Person(name=LocalText(en="Reza Tavakoli"))


def titles(collection: str, content_id: str) -> LocalText:
    known = {("gap_question", "Q101"): LocalText(fa="تصمیم مکتوب", en="Written decision")}
    return known.get((collection, content_id), LocalText())


def shown(record: Record, name: str, language: Language = ENGLISH, bare: bool = False) -> str:
    ledger = Records([SARA, REZA, record])
    spec = field_of(type(record), name)
    return display(spec, getattr(record, name), ledger, language, titles, bare=bare)


def writer(*records: Record, language: Language = ENGLISH) -> Display:
    return Display(Records([SARA, REZA, *records]), language, titles)


def test_days_and_numbers_follow_the_language() -> None:
    risk = Promise(number=Decimal("12.5"), checked_on=date(2026, 11, 22))

    assert shown(risk, "number", PERSIAN) == "۱۲٫۵"
    assert shown(risk, "checked_on", PERSIAN) == "۱۴۰۵/۰۹/۰۱"
    assert shown(risk, "checked_on", ENGLISH) == "2026-11-22"


def test_the_calendar_may_be_chosen_apart() -> None:
    promise = Promise(checked_on=date(2026, 11, 22))

    assert shown(promise, "checked_on", load_language("en", CalendarName.JALALI)) == "1405/09/01"


def test_choices_are_worded() -> None:
    assert shown(Party(priority="high"), "priority") == "High"


def test_an_unknown_choice_is_shown_as_it_is() -> None:
    assert shown(Party(priority="enormous"), "priority") == "enormous"


def test_a_text_in_another_language_is_better_than_none() -> None:
    assert shown(Role(person=REZA.id), "person", PERSIAN) == "Reza Tavakoli"


def test_people_are_listed_by_name() -> None:
    names = shown(Decision(present=(SARA.id, REZA.id)), "present", bare=True)

    assert names == "Sara Nouri and Reza Tavakoli"


def test_several_choices_are_listed() -> None:
    assert shown(Scope(channels=("phone", "email")), "channels") == "Telephone and E-mail"


def test_content_is_shown_by_its_title() -> None:
    assert shown(GapAnswer(question="Q101"), "question", PERSIAN) == "تصمیم مکتوب"


def test_content_that_is_not_known_is_shown_by_its_id() -> None:
    assert shown(GapAnswer(question="Q999"), "question") == "Q999"


def test_a_code_is_an_island_unless_it_leaves_the_program() -> None:
    document = DocumentControl(number="CS-PO-01")

    assert shown(document, "number") == "\u2066CS-PO-01\u2069"
    assert shown(document, "number", bare=True) == "CS-PO-01"


def test_nothing_is_shown_as_nothing() -> None:
    empty = [Promise(), Complaint(), Decision(), Scope(), GapAnswer()]

    assert {
        writer().of(record, spec)
        for record in empty
        for spec in (field_of(type(record), name) for name in _empty_fields(record))
    } == {""}


def _empty_fields(record: Record) -> list[str]:
    return [name for name in vars(record) if name != "id" and getattr(record, name) is not False]


def test_what_refers_to_nothing_any_more_is_shown_as_nothing() -> None:
    assert shown(Role(person=RecordId("gone")), "person") == ""


def test_a_record_without_a_name_is_called_by_the_first_thing_it_says() -> None:
    assert writer().name(Law(duty="Keep it")) == "Keep it"


def test_a_record_that_says_nothing_is_said_to_have_no_name() -> None:
    assert writer().name(Law()) == "Not named yet"


def test_a_name_may_be_the_name_of_something_else() -> None:
    promise = Promise(text=LocalText(en="Served in 25 minutes"))

    assert writer(promise).name(Procedure(promise=promise.id)) == "Served in 25 minutes"
    assert writer().name(Attendance(person=SARA.id)) == "Sara Nouri"


def test_user_text_is_not_touched() -> None:
    hostile = "<b>&\"'\u202e🙂 12 ي"

    assert shown(Law(title=hostile), "title", PERSIAN) == hostile


def test_everything_in_a_record_is_found() -> None:
    role = Role(role="trainer", person=SARA.id, authority=LocalText(fa="توقف سفارش", en="Stop an order"))

    found = writer(language=PERSIAN).found_by(role)

    assert search_key("stop an ORDER") in found
    assert search_key("نوري") in found


def ordered_by(records: Sequence[R], name: str, language: Language = ENGLISH) -> list[R]:
    spec = field_of(type(records[0]), name)
    return sorted(records, key=lambda record: cast("int", writer(language=language).order(record, spec)))


def test_levels_are_ordered_by_weight() -> None:
    parties = [Party(priority=level) for level in ("high", "low", "medium")]

    assert [party.priority for party in ordered_by(parties, "priority")] == ["low", "medium", "high"]


def test_nothing_has_no_order() -> None:
    assert writer().order(Party(), field_of(Party, "priority")) is None


def test_numbers_are_ordered_by_value() -> None:
    promises = [Promise(number=Decimal(value)) for value in (10, -2, 3)]

    assert [promise.number for promise in ordered_by(promises, "number")] == [-2, 3, 10]


def test_texts_are_ordered_as_in_the_dictionary_of_the_language() -> None:
    laws = [Law(title=title) for title in ("یک", "پدر", "آب", "گل")]

    assert [law.title for law in ordered_by(laws, "title", PERSIAN)] == ["آب", "پدر", "گل", "یک"]


def test_each_risk_names_its_promise() -> None:
    promise = Promise(text=LocalText(en="Served in 25 minutes"))

    assert writer(promise).of(Risk(promise=promise.id), field_of(Risk, "promise")) == "Served in 25 minutes"
