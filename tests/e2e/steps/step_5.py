"""What the restaurant enters for step 5: launch, displays, four weeks of counting."""

from __future__ import annotations

from models.domain.records.charter import Promise
from models.domain.records.operation import DataSheet, Display, Launch
from tests.e2e.driver import User
from tests.e2e.restaurant import DEPUTY, ago, named, said


def work(user: User) -> None:
    """Launch the charter, show it on both channels, test the route, count four weeks."""
    result = said(user, "در یک ساعت پاسخ داده شد", "Answered within an hour")
    launch = {"launch_on": ago(45), "route_tested_on": ago(44), "route_tested_by": named(user, DEPUTY)}
    user.write(Launch, launch | {"route_result": result})
    for channel in ("premises", "phone"):
        place = {"place": said(user, "ورودی", "Entrance"), "channel": channel, "installed_on": ago(45)}
        user.add(Display, place | {"proof": said(user, "عکس", "Photo")})
    promise = user.program.company.all(Promise)[-1].text.get(user.speech.code)[:30]
    for week in range(4):
        sheet = {"week_start": ago(42 - 7 * week), "promise": promise, "cases": 20, "kept": 19}
        user.add(DataSheet, sheet)
