"""How long a search takes among 50,000 records, beside a plain scan of the same texts.

Run with `uv run python -m tests.benchmarks.search [ROUNDS]`. Complaints, actions and people with texts of
ordinary length are read into the index; then whole words, beginnings, insides, several words and single
letters are looked for. Of several rounds the best counts. The plain scan looks through the folded texts one
by one and ranks nothing.
"""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from random import Random
from time import perf_counter

from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.records.control import Person
from models.domain.records.correction import Action
from models.domain.records.operation import Complaint
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.localisation.text import search_key
from models.services.search.finder import Finder
from models.services.search.records import RecordWriter

RECORDS = 50_000
ROUNDS = 5
HIGHEST_MS = 50.0
WANTED = ("خدمات", "سارا", "رستو", "می‌ر", "ار", "م", "K-1234", "customer late", "غذای سرد مشتری", "e", "zzzz")
_FA = (
    "مشتری غذای سرد دیر رسید پیک رستوران صندوق فاکتور خدمات تعهد زمان پاسخ شکایت میز گارسون آشپزخانه سفارش "
    "می‌رسد نمی‌شود بسته‌بندی کیفیت تماس مدیر شعبه تخفیف جبران پرداخت اشتباه حساب تأخیر برخورد کارکنان"
)
_EN = (
    "customer order late cold food delivery courier refund invoice kitchen waiter table promise answer "
    "complaint branch manager call quality packing wrong bill delay staff remedy service time online payment"
)
_GIVEN = ("سارا", "علی", "مریم", "رضا", "نگار", "حسین", "زهرا", "امیر")
_FAMILY = ("نوری", "کریمی", "احمدی", "یوسفی", "رحیمی", "صادقی", "موسوی", "بهرامی")


def records(count: int) -> Iterator[Record]:
    """Yield people, complaints and actions with texts that look like texts."""
    chance = Random(10001)
    persian, english = _FA.split(), _EN.split()

    def said(words: Sequence[str], length: int) -> str:
        # A third of all words are rare ones, as in real texts.
        rare = (f"{chance.choice(words)}{chance.randrange(800)}" for _ in range(length // 3))
        return " ".join([*chance.choices(words, k=length), *rare])

    people = [
        Person(name=LocalText(fa=f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)} {no}", en=f"Person {no}"))
        for no in range(count // 100)
    ]
    yield from people
    for no in range(count - len(people)):
        who = chance.choice(people).id
        if no % 2:
            yield Complaint(no=f"K-{no}", text=said(persian, 24), assigned=RecordId(who))
        else:
            yield Action(no=f"CA-{no}", problem=said(english, 24), owner=RecordId(who))


def best(times: int, deed: Callable[[], object]) -> float:
    """Return the shortest time a deed took, in milliseconds."""
    taken = []
    for _round in range(times):
        begin = perf_counter()
        deed()
        taken.append(perf_counter() - begin)
    return 1000 * min(taken)


def scan(texts: Sequence[str], wanted: str) -> int:
    """Return in how many texts every word stands."""
    words = search_key(wanted).split()
    return sum(all(word in text for word in words) for text in texts)


def measure(times: int, say: Callable[[str], object]) -> bool:
    """Measure, say what came out, and return whether every search is fast enough."""
    ledger = Records(records(RECORDS))
    finder, language = Finder(()), load_language("fa")
    begin = perf_counter()
    finder.read(ledger, lambda: None)
    say(f"{RECORDS} records were read in {perf_counter() - begin:.1f} s")
    writer = RecordWriter(ledger, [language, load_language("en")])
    every = (record for kind in (Person, Complaint, Action) for record in ledger.all(kind))
    texts = [search_key("\n".join(writer.keys(record))) for record in every]
    finder.find("x", (), ledger, language)
    say(f"{'best of ' + str(times):20} {'found':>8} {'search':>9} {'scan':>9}   ratio")
    slowest = 0.0
    for wanted in WANTED:
        found = finder.find(wanted, (), ledger, language)
        search = best(times, lambda text=wanted: finder.find(text, (), ledger, language))  # type: ignore[misc]
        plain = best(times, lambda text=wanted: scan(texts, text))  # type: ignore[misc]
        count = sum(group.total for group in found.groups)
        say(f"{wanted:20} {count:8} {search:6.1f} ms {plain:6.1f} ms {search / plain:7.2f}")
        slowest = max(slowest, search)
    return slowest <= HIGHEST_MS


def memory(say: Callable[[str], object]) -> None:
    """Say how much memory the index takes."""
    ledger, finder = Records(records(RECORDS)), Finder(())
    tracemalloc.start()
    finder.read(ledger, lambda: None)
    say(f"The index takes {tracemalloc.get_traced_memory()[0] / 2**20:.0f} MB.")
    tracemalloc.stop()


def main(arguments: Sequence[str], say: Callable[[str], object] = print) -> int:
    """Measure and return 0 where every search is fast enough."""
    is_fast = measure(int(arguments[0]) if arguments else ROUNDS, say)
    memory(say)
    return 0 if is_fast else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
