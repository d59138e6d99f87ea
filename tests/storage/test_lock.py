"""The right to write to a file, taken and given back by different threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from models.services.companies import open_company
from models.services.company import OpenCompany


def test_a_file_opened_in_one_thread_and_closed_in_another_can_be_written_again(
    company: OpenCompany, company_path: Path
) -> None:
    company.close()
    with ThreadPoolExecutor(1) as thread:
        thread.submit(open_company, company_path).result().close()

    again = open_company(company_path)

    assert not again.is_read_only
    again.close()


def test_closing_takes_the_lock_file_away(company: OpenCompany, company_path: Path) -> None:
    company.close()

    assert [path.name for path in company_path.parent.iterdir()] == [company_path.name]
