import subprocess
import sys
from datetime import UTC, datetime

import pytest

from models.localisation.language import Language, load_language
from tests.unit.localisation.conftest import LANGUAGES


def test_a_language_is_loaded_once() -> None:
    assert load_language("fa") is load_language("fa")


def test_direction_comes_from_the_row(fa: Language, en: Language) -> None:
    assert (fa.is_rtl, en.is_rtl) == (True, False)


def test_an_untranslated_message_stays_english(fa: Language) -> None:
    assert fa.gettext("Nobody has translated this.") == "Nobody has translated this."


@pytest.mark.parametrize("language", LANGUAGES, ids=repr)
def test_an_empty_message_stays_empty(language: Language) -> None:
    assert language.gettext("") == ""


def test_a_time_is_written_with_hour_and_minute(fa: Language, en: Language) -> None:
    moment = datetime(2026, 11, 22, 9, 5, 59)
    assert (fa.time(moment), en.time(moment)) == ("۰۹:۰۵", "09:05")


def test_a_time_with_a_zone_is_written_in_the_zone_of_the_computer(en: Language) -> None:
    moment = datetime(2026, 11, 22, 9, 5, tzinfo=UTC)
    assert en.time(moment) == en.time(moment.astimezone().replace(tzinfo=None))


@pytest.mark.parametrize(
    ("octets", "size"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (1023, "1,023 bytes"),
        (1024, "1.0 KB"),
        (10 * 1024, "10 KB"),
        (50 * 1024**2, "50 MB"),
        (3 * 1024**4, "3,072 GB"),
    ],
)
def test_a_file_size_has_a_fitting_unit(en: Language, octets: int, size: str) -> None:
    assert en.file_size(octets) == size


def test_a_persian_file_size_is_all_persian(fa: Language) -> None:
    assert fa.file_size(1024**2 * 5 // 2) == "۲٫۵ مگابایت"


@pytest.mark.parametrize(
    ("items", "persian", "english"),
    [
        ([], "", ""),
        (["الف"], "الف", "الف"),
        (["a", "b"], "a و b", "a and b"),
        (["a", "b", "c"], "a، b و c", "a, b and c"),
    ],
)
def test_items_are_joined_to_an_enumeration(
    fa: Language, en: Language, items: list[str], persian: str, english: str
) -> None:
    assert (fa.join(items), en.join(items)) == (persian, english)


def test_loading_a_language_loads_neither_babel_nor_the_calendar() -> None:
    load = "from models.localisation.language import load_language; load_language('fa')"
    heavy = (
        "import sys; print([name for name in ('babel', 'persiantools', 'PySide6') if name in sys.modules])"
    )
    load_language("fa")  # so that its catalogue is compiled

    child = subprocess.run(
        [sys.executable, "-c", f"{load}; {heavy}"], capture_output=True, text=True, check=True
    )

    assert child.stdout.strip() == "[]"
