import pytest

from models.localisation.language import Language, load_language
from models.localisation.languages import CalendarName, all_language_rows

LANGUAGES = [load_language(row.code, calendar) for row in all_language_rows() for calendar in CalendarName]


@pytest.fixture
def fa() -> Language:
    return load_language("fa")


@pytest.fixture
def en() -> Language:
    return load_language("en")


@pytest.fixture
def pseudo() -> Language:
    return load_language("qps")
