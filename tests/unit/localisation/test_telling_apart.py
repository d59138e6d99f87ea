from __future__ import annotations

from models.content.titles import title
from models.domain.ledger import Records
from models.domain.records.control import Person
from models.domain.text import LocalText
from models.localisation.display import Display
from models.localisation.language import load_language
from models.localisation.telling_apart import told_apart


def labels(*people: Person, code: str = "en") -> list[str]:
    writer = Display(Records(people), load_language(code), title, bare=True)
    return list(told_apart(people, writer, 40).values())


def person(name: str, job: str = "", phone: str = "") -> Person:
    return Person(name=LocalText(en=name), job=LocalText(en=job), phone=phone)


def test_different_names_stay_as_they_are() -> None:
    assert labels(person("Sara", "Waiter"), person("Reza", "Waiter")) == ["Sara", "Reza"]


def test_people_of_one_name_are_told_apart_by_their_job() -> None:
    assert labels(person("Ali", "Cook"), person("Sara"), person("ali", "Rider")) == [
        "Ali · Cook",
        "Sara",
        "ali · Rider",
    ]


def test_where_the_job_is_the_same_the_next_field_tells() -> None:
    assert labels(person("Ali", "Cook", "051"), person("Ali", "Cook", "052")) == ["Ali · 051", "Ali · 052"]


def test_one_without_a_job_needs_nothing_more() -> None:
    assert labels(person("Ali"), person("Ali", "Cook")) == ["Ali", "Ali · Cook"]


def test_people_alike_in_everything_are_numbered() -> None:
    assert labels(person("Ali"), person("Ali"), code="fa") == ["Ali · ۱", "Ali · ۲"]
