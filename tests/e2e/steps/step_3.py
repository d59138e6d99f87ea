"""What the restaurant enters for step 3: promises, an indicator, a comment, the complaint route."""

from __future__ import annotations

from models.domain.records.charter import Comment, ComplaintRule, Indicator, Promise
from models.domain.text import LocalText
from tests.e2e.driver import User
from tests.e2e.restaurant import DEPUTY, OWNER, PROMISE, ago, approve, named, said


def work(user: User) -> None:
    """Choose promises, one of them in one's own words, and write the complaint route."""
    take_model_promises(user, "restaurant")
    minutes = LocalText(fa="دقیقه", en="minutes")
    rule = LocalText(fa="همهٔ روزها", en="On all days")
    user.add(
        Promise,
        {
            "text": PROMISE,
            "number": 15,
            "unit": minutes,
            "time_limit": minutes,
            "conditions": rule,
            "remedy": rule,
        },
    )
    for promise in user.program.company.all(Promise):
        legal = {"is_lawful": True, "checked_by": named(user, DEPUTY), "checked_on": ago(55)}
        user.change(promise, {"owner": named(user, OWNER), "conditions": rule} | legal)
    own = user.program.company.all(Promise)[-1]
    card = {"promise": own.text.get(user.speech.code)[:30], "name": rule, "target": 95}
    user.add(Indicator, card)
    comment = {"who": said(user, "یک مهمان", "A guest"), "text": said(user, "خوب است", "Good")}
    user.add(Comment, comment | {"decision": "accepted"})
    user.start_from_model(ComplaintRule)
    body = LocalText(fa="اتحادیهٔ صنفی", en="The trade association")
    route = {"channels": ["Telephone"], "decision_by": named(user, DEPUTY), "outside_body": body}
    user.write(ComplaintRule, route)
    approve(user, 3, "D2")


def take_model_promises(user: User, trade: str) -> None:
    """Choose a trade on the page of model promises, tick all of them and take them."""
    toolbar = user.show(Promise).list.toolbar
    user.choose_action(toolbar.more_button, toolbar.model_action)
    page = user.step_page.work.current_body().models
    user.enter(page.trade, trade)
    user.press(page.all_button)
    user.press(page.take_button)
