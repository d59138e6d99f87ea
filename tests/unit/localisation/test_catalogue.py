import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.localisation.catalogue import load_catalogue, po_file
from models.localisation.language import Language
from models.localisation.languages import language_row
from models.localisation.pseudo import lengthened

HEADER = r"""msgid ""
msgstr ""
"Language: fa\n"
"Plural-Forms: nplurals=1; plural=0;\n"
"Content-Type: text/plain; charset=utf-8\n"
"""
FA = language_row("fa")


@pytest.fixture
def translations(tmp_path: Path) -> Path:
    translate(tmp_path, "سلام")
    return tmp_path


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the user's cache folder, whatever the system calls it."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name, **_: folder / name)
    return folder


def translate(translations: Path, greeting: str) -> Path:
    po = po_file("fa", translations)
    po.parent.mkdir(parents=True, exist_ok=True)
    days = 'msgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] "{n} روز"\n'
    unsure = '#, fuzzy\nmsgid "Perhaps"\nmsgstr "شاید"\n'
    verb = 'msgctxt "verb"\nmsgid "Open"\nmsgstr "باز کردن"\n'
    hello = f'msgid "Hello"\nmsgstr "{greeting}"\n'
    po.write_text("\n".join([HEADER, hello, days, unsure, verb]), encoding="utf-8")
    return po


def greeting(translations: Path) -> str:
    return load_catalogue(FA, translations).gettext("Hello")


def test_messages_plurals_and_contexts_are_translated(translations: Path) -> None:
    catalogue = load_catalogue(FA, translations)

    assert catalogue.gettext("Hello") == "سلام"
    assert catalogue.ngettext("{n} day", "{n} days", 3) == "{n} روز"
    assert catalogue.pgettext("verb", "Open") == "باز کردن"


def test_an_unsure_translation_is_not_used(translations: Path) -> None:
    assert load_catalogue(FA, translations).gettext("Perhaps") == "Perhaps"


def test_a_language_without_translations_speaks_english(translations: Path) -> None:
    assert load_catalogue(language_row("en"), translations).gettext("Hello") == "Hello"


def test_a_catalogue_is_compiled_once(translations: Path) -> None:
    greeting(translations)
    compiled = po_file("fa", translations).with_suffix(".mo")
    first = compiled.stat().st_ino

    greeting(translations)

    assert compiled.stat().st_ino == first


def test_a_newer_translation_replaces_the_compiled_one(translations: Path) -> None:
    greeting(translations)

    po = translate(translations, "درود")
    os.utime(po, (po.stat().st_atime, po.stat().st_mtime + 10))

    assert greeting(translations) == "درود"


def test_an_earlier_translation_put_back_replaces_the_compiled_one(translations: Path) -> None:
    greeting(translations)

    po = translate(translations, "درود")
    os.utime(po, (po.stat().st_atime, po.stat().st_mtime - 1000))

    assert greeting(translations) == "درود"


@pytest.mark.parametrize("damage", [b"", b"not a catalogue", b"\xde\x12\x04\x95\x00\x00"])
def test_a_damaged_catalogue_is_compiled_again(translations: Path, damage: bytes) -> None:
    greeting(translations)
    po = po_file("fa", translations)
    po.with_suffix(".mo").write_bytes(damage)
    os.utime(po.with_suffix(".mo"), ns=(po.stat().st_atime_ns, po.stat().st_mtime_ns))

    assert greeting(translations) == "سلام"


def test_no_unfinished_file_is_left(translations: Path) -> None:
    greeting(translations)

    assert sorted(path.name for path in po_file("fa", translations).parent.iterdir()) == [
        "manshur.mo",
        "manshur.po",
    ]


def test_where_the_folder_cannot_be_written_the_cache_is_used(translations: Path, cache: Path) -> None:
    po_file("fa", translations).with_suffix(".mo").mkdir()  # nothing can be put in its place, even by root

    assert greeting(translations) == "سلام"
    assert [path.name for path in cache.rglob("*.mo*")] == ["fa.mo"]
    assert not list(translations.rglob("*.mo.*"))
    assert greeting(translations) == "سلام"


def test_where_nothing_can_be_written_the_language_still_speaks(translations: Path, cache: Path) -> None:
    po_file("fa", translations).with_suffix(".mo").mkdir()
    (cache / "manshur").write_text("in the way")

    assert greeting(translations) == "سلام"


def test_the_pseudo_language_marks_every_message(pseudo: Language) -> None:
    texts = (
        pseudo.gettext("Save"),
        pseudo.ngettext("{n} day", "{n} days", 2),
        pseudo.pgettext("verb", "Open"),
    )
    assert all(text.startswith("⟦") and text.endswith("⟧") for text in texts)


@given(st.text(min_size=1))
def test_a_pseudo_text_begins_with_the_message_and_is_longer(message: str) -> None:
    pseudo = lengthened(message)
    assert pseudo.startswith(f"⟦{message}")
    assert 1.3 * len(message) <= len(pseudo) <= 1.5 * len(message) + 3


def test_named_fields_survive_in_a_pseudo_text() -> None:
    assert "five of {7}" in lengthened("{count} of {{{total}}}").format(count="five", total=7)
