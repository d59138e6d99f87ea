"""A company that is about to be audited."""

from __future__ import annotations

import pytest

from models.services.company import OpenCompany
from tests.unit.services.auditing.autumn import AUDIT, PROMISE, SARA


@pytest.fixture
def company(company: OpenCompany) -> OpenCompany:
    company.save_all([SARA, PROMISE, AUDIT])
    return company
