"""Documents that show every kind of block, and lines that mix everything readers stumble over."""

import random
from datetime import date

from models.documents.blocks import (
    Bullets,
    CellKind,
    Column,
    Contents,
    ControlBlock,
    Document,
    Entry,
    Furniture,
    Heading,
    KeyValues,
    Missing,
    Note,
    Numbered,
    Paragraph,
    SignatureBox,
    Signatures,
    Span,
    State,
    Table,
    Title,
    WriteLines,
)
from models.localisation.languages import Direction

DAY = date(2026, 11, 22)
PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")

LINES = [
    "شمارهٔ مدرک CS-AC-012 است.",
    "فرم CS-FR-012 را پر کنید و به info@example.com بفرستید.",
    "تاریخ ۱۴۰۵/۰۹/۰۱ (2026-11-22) ساعت ۱۲:۴۱",
    "می\u200cشود و نمی\u200cشود، خانه\u200cها و کتاب\u200cها",
    "رضایت مشتری ۹۵٪ بود و هدف ۹۸٪ است.",
    "«منشور مشتری\u200cمداری» (ویرایش ۲) چاپ شد.",
    "جلسهٔ هفتهٔ گذشته، صورت\u200cجلسهٔ ۱۲، بند ۴-۲-۱",
    "تلفن ۰۲۱-۸۸۸۸۱۲۳۴ و موبایل 0912-345-6789",
    "استاندارد ISO 10001:2018 (راهنما)، ISO 10002:2018",
    "پرسش: آیا «رضایت» را می\u200cسنجید؟ بله/خیر",
    "مبلغ ۱۲٬۵۰۰٬۰۰۰ ریال (حدود ۱۲٫۵ میلیون)",
    "C++ و C# و 25°C",
    "الله و لله و اللّه",
    "گزارش QMS/PR-07 بازنگری ۰۳",
    "کارشناس: نگار احمدی؛ مدیر: رضا توکلی",
    "«الف»، «ب» و «پ»",
    "(همه) [چیز] {خوب} <است>",
    "۱. بند نخست: ۲. بند دوم",
    "تخفیف ۱۰٪، ۱۵٪ و ۲۰٪.",
    "NPS برابر ۴۲ و CSAT برابر ۴٫۲ از ۵",
    "رستوران Toos (شعبهٔ ۱) در مشهد",
    "نشانی https://example.com/a/b?c=d است",
    "R-01…R-22",
    "CS-PO-01",
]

_WORDS = [
    "سلام",
    "مشتری",
    "رضایت",
    "منشور",
    "سازمان",
    "می\u200cشود",
    "خانه\u200cها",
    "جلسهٔ",
    "گزارش",
    "است",
    "را",
    "که",
    "از",
    "به",
    "در",
    "این",
    "تعهد",
    "نمی\u200cخواهیم",
]
_CODES = ("CS-FR-012", "QMS/PR-07", "R-14", "ISO 10001:2018", "D1", "info@example.com", "www.toos.ir", "15%")
_NUMBERS = ("۱۴۰۵/۰۹/۰۱", "2026-11-22", "۱۲:۴۱", "۹۵٪", "۱۲٫۵", "۱۲٬۵۰۰", "42", "۵۰-۶۰", "۷")


def random_lines(seed: int, count: int) -> list[str]:
    """Return lines of words, codes, numbers, brackets and punctuation in random order."""
    chance = random.Random(seed)
    lines = []
    for _ in range(count):
        words = [_random_word(chance) for _ in range(chance.randint(4, 11))]
        lines.append(" ".join(words) + chance.choice([".", "", "؟", ":"]))
    return lines


def _random_word(chance: random.Random) -> str:
    word = chance.choice(_WORDS)
    kind = chance.random()
    if kind < 0.6:
        return word
    if kind < 0.72:
        return chance.choice(_CODES)
    if kind < 0.83:
        return chance.choice(_NUMBERS)
    if kind < 0.9:
        return chance.choice(["({})", "«{}»", "[{}]"]).format(word)
    return word + chance.choice(["،", "؛", ":", ".", "؟", "!"])


def persian_rows(count: int) -> list[tuple[str, ...]]:
    """Return rows of a register in Persian, some of more than one line."""
    parties = ("مشتریان حضوری رستوران", "مشتریان تلفنی و اینترنتی (پیک)", "کارکنان آشپزخانه")
    needs = ("غذای سالم، گرم و به‌موقع", "رسیدن سفارش در کمتر از ۴۵ دقیقه و بسته‌بندی سالم", "آموزش")
    return [
        (
            str(number).translate(PERSIAN_DIGITS),
            parties[number % 3],
            needs[number % 3],
            f"CS-FR-{number:03d}",
            "۱۴۰۵/۰۹/۰۱",
        )
        for number in range(1, count + 1)
    ]


def persian_table(count: int) -> Table:
    """Return a table of a register in Persian."""
    columns = (
        Column("ردیف", kind=CellKind.NUMBER),
        Column("ذی‌نفع", 2),
        Column("نیازها و انتظارها", 3),
        Column("مدرک", kind=CellKind.CODE),
        Column("تاریخ", kind=CellKind.DATE),
    )
    return Table(columns, persian_rows(count), caption="جدول ۱: ذی‌نفعان")


def persian(state: State = State.DRAFT, is_sample: bool = True, rows: int = 40) -> Document:
    """Return a Persian document with every kind of block."""
    blocks = (
        ControlBlock(
            (
                Entry("نام سازمان", "رستوران نمونهٔ توس"),
                Entry("شمارهٔ مدرک", "CS-PO-01", is_code=True),
                Entry("شمارهٔ بازنگری", "۰۰"),
                Entry("عنوان مدرک", "خط‌مشی مشتری‌مداری"),
                Entry("تاریخ صدور", "۱۴۰۵/۰۹/۰۱ (2026-11-22)"),
            )
        ),
        Title("خط‌مشی مشتری‌مداری", "سخن ما با شما"),
        Contents("فهرست"),
        Heading("معرفی سازمان", 1, "۱."),
        Paragraph(" ".join(LINES[:8])),
        Heading("تعهدات", 2, "۲-۱"),
        Paragraph((Span("این منشور", bold=True), Span(" در "), Span("a/b-c", island=True), Span(" است."))),
        Bullets(("غذای اصلی حداکثر ۲۵ دقیقه پس از سفارش سر میز است.", "۱۰٪ تخفیف می‌گیرید؛ همیشه.")),
        Numbered(("ثبت در فرم CS-FR-012", "پاسخ در ۲۴ ساعت"), ("۱.", "۲.")),
        Missing("مسئول هنوز تعیین نشده است."),
        Note("استاندارد ISO 10001 راهنماست.", "توجه"),
        Heading("ذی‌نفعان", 1, "۲."),
        persian_table(rows),
        KeyValues((Entry("نشانی", "مشهد، پلاک ۱۲"), Entry("رایانامه", "info@toos-example.ir", is_code=True))),
        Heading("تصویب", 1, "۳."),
        Signatures(
            (SignatureBox("تهیه‌کننده", "نگار احمدی"), SignatureBox("تصویب‌کننده")), "نام", "تاریخ", "امضا"
        ),
        WriteLines("یادداشت", 2),
    )
    furniture = Furniture(
        footer="ادعای گواهی یا انطباق نیست.",
        running="CS-PO-01 · خط‌مشی مشتری‌مداری",
        draft_mark="پیش‌نویس",
        sample_mark="نمونه",
        page_label=lambda page, pages: f"صفحهٔ {page} از {pages}".translate(PERSIAN_DIGITS),
        page_number=lambda page: str(page).translate(PERSIAN_DIGITS),
    )
    return Document(
        "CS-PO-01",
        "خط‌مشی مشتری‌مداری",
        "fa",
        Direction.RTL,
        blocks,
        DAY,
        state,
        is_sample,
        author="نگار احمدی",
        furniture=furniture,
    )


def english(*blocks: object, state: State = State.DRAFT, is_sample: bool = False) -> Document:
    """Return an English document of the given blocks."""
    furniture = Furniture(
        footer="Not a claim of certification.",
        running="CS-PO-01 · Policy",
        draft_mark="DRAFT",
        sample_mark="SAMPLE",
        page_label=lambda page, pages: f"Page {page} of {pages}",
    )
    return Document(
        "CS-PO-01",
        "Policy",
        "en",
        Direction.LTR,
        blocks,  # type: ignore[arg-type]
        DAY,
        state,
        is_sample,
        author="Negar Ahmadi",
        furniture=furniture,
    )
