import pytest

from tests.translations.persian_rules import faults, placeholders

GOOD = (
    "کتاب‌ها را می‌خوانیم.",
    "«منشور» بر پایهٔ ISO 10001:2018 است، نه ISO/IEC 17021-1؛ چرا؟",
    "فرم R-01 روی کاغذ A4 چاپ می‌شود.",
    "{count} کار مانده و ۱۲٫۵٪ انجام شده است.",
    "نشانی: info@example.com، پروندهٔ SHA-256 و https://example.com/1405/",
    "پروندهٔ «{name}» پیدا نشد.",
    "پروندهٔ .xlsx و PDF‌ها و {count}‌ها",
    "کمی بعد، قدیمی و آدمی",
    'Only English 123, "quoted"?',
    "",
)
BAD = {
    "arabic_characters": ("مشتري", "كتاب", "موسى", "٣ روز", "کتــاب"),
    "foreign_quotes": ('متن "نقل" است', "متن “نقل” است", "متن 'نقل' است"),
    "latin_marks": ("کتاب, دفتر", "چرا?", "اول; دوم"),
    "blanks_for_half_spaces": (
        "می شود",
        "این کار نمی شود",
        "کتاب ها",
        "کتاب های من",
        "بزرگ ترین",
        "{name} ها",
    ),
    "idle_half_spaces": ("کتاب‌ دفتر", "می‌", "کتاب ‌ها"),
    "stray_blanks": ("کتاب ، دفتر", "چرا ؟", "دو  بلانک", "« متن»"),
    "latin_digits": ("در 12 روز", "سال 1405"),
}


BAD_TEXTS = [(rule, text) for rule, texts in BAD.items() for text in texts]


@pytest.mark.parametrize("text", GOOD)
def test_careful_persian_has_no_faults(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(("rule", "text"), BAD_TEXTS)
def test_a_fault_is_named_by_its_rule(rule: str, text: str) -> None:
    assert rule in {fault.split(":")[0] for fault in faults(text)}


def test_placeholders_are_found_by_name() -> None:
    assert placeholders("{name} has {count} of {count}, {{not this}}") == {"name", "count"}


def test_a_broken_brace_is_an_error() -> None:
    with pytest.raises(ValueError, match="'}'"):
        placeholders("{name")
