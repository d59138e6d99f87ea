from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from models.localisation.catalogue import TRANSLATIONS, po_file
from models.localisation.languages import language_rows
from models.localisation.update_catalogues import extracted, updated
from tests.translations.persian_rules import faults, placeholders

Key = tuple[str | None, object]

PO_FILES = [path for row in language_rows() if (path := po_file(row.code)).exists()]
PERSIAN = po_file("fa")
UPDATE = "run: python -m models.localisation.update_catalogues"


def read(path: Path) -> Catalog:
    with path.open("rb") as source:
        return read_po(source)


def messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def keys(catalogue: Catalog) -> set[Key]:
    return {(message.context, message.id) for message in messages(catalogue)}


def forms(texts: object) -> tuple[str, ...]:
    return tuple(texts) if isinstance(texts, (tuple, list)) else (str(texts),)


def wrong_placeholders(message: Message) -> list[str]:
    """Return the translated forms whose fields are neither those of the singular nor of the plural."""
    allowed = [placeholders(form) for form in forms(message.id)]
    *few, last = forms(message.string)
    wrong = [form for form in few if placeholders(form) not in allowed]
    return wrong if placeholders(last) == allowed[-1] else [*wrong, last]


@pytest.mark.parametrize("path", [TRANSLATIONS / "manshur.pot", *PO_FILES], ids=lambda path: path.name)
def test_a_catalogue_has_every_message_of_the_sources_and_no_other(path: Path) -> None:
    assert keys(read(path)) ^ keys(extracted()) == set(), UPDATE


@pytest.mark.parametrize("path", PO_FILES, ids=str)
def test_every_message_is_translated(path: Path) -> None:
    assert [message.id for message in messages(read(path)) if not all(forms(message.string))] == []


@pytest.mark.parametrize("path", PO_FILES, ids=str)
def test_no_translation_is_a_guess(path: Path) -> None:
    assert [message.id for message in messages(read(path)) if message.fuzzy] == []


@pytest.mark.parametrize("path", PO_FILES, ids=str)
def test_no_translation_is_left_over(path: Path) -> None:
    assert list(read(path).obsolete) == []


@pytest.mark.parametrize("path", PO_FILES, ids=str)
def test_translations_name_the_same_fields(path: Path) -> None:
    translated = (message for message in messages(read(path)) if all(forms(message.string)))
    assert [wrong for message in translated if (wrong := wrong_placeholders(message))] == []


@pytest.mark.parametrize("path", PO_FILES, ids=str)
def test_translations_keep_the_blanks_and_lines_round_a_text(path: Path) -> None:
    pairs = (
        (forms(message.id)[-1], form) for message in messages(read(path)) for form in forms(message.string)
    )
    assert [form for source, form in pairs if form and edges(source) != edges(form)] == []


def test_persian_translations_are_written_carefully() -> None:
    texts = (form for message in messages(read(PERSIAN)) for form in forms(message.string))
    assert {text: found for text in texts if (found := faults(text))} == {}


def test_catalogues_stay_as_they_are_when_nothing_changed(tmp_path: Path) -> None:
    copy_of_sources(tmp_path, {"models/a.py": '_("One")\nngettext("{n} day", "{n} days", 2)\n'})
    write(updated(tmp_path))

    assert updated(tmp_path) == {path: path.read_bytes() for path in updated(tmp_path)}


def test_an_update_keeps_translations_and_drops_what_is_gone(tmp_path: Path) -> None:
    copy_of_sources(tmp_path, {"models/a.py": '_("One")\n_("Two")\n'})
    po = po_file("fa", tmp_path / "translations")
    po.write_text(
        po.read_text("utf-8") + '\nmsgid "One"\nmsgstr "یک"\n\nmsgid "Old"\nmsgstr "کهنه"\n', "utf-8"
    )

    write(updated(tmp_path))

    assert {message.id: message.string for message in messages(read(po))} == {"One": "یک", "Two": ""}


def test_a_template_names_files_without_lines_dates_or_tools(tmp_path: Path) -> None:
    copy_of_sources(tmp_path, {"models/a.py": '# Translators: a number\n_("One")\n'})

    template = updated(tmp_path)[tmp_path / "translations" / "manshur.pot"].decode()

    assert '#. a number\n#: models/a.py\nmsgid "One"' in template
    assert not any(word in template for word in ("Date", "Babel", str(tmp_path)))


def test_every_way_to_name_a_message_is_found(tmp_path: Path) -> None:
    source = """
        _("plain"); N_("marked"); language.gettext("method"); pgettext("verb", "open")
        language.ngettext("{count} day", "{count} days", n)
        Sentence("alone", name=x); Sentence("{count} row", "{count} rows", n); Sentence(N_("inner"))
    """
    copy_of_sources(tmp_path, {"ui/a.py": "\n".join(line.strip() for line in source.splitlines())})

    assert keys(extracted(tmp_path)) == {
        *((None, text) for text in ("plain", "marked", "method", "alone", "inner")),
        ("verb", "open"),
        (None, ("{count} day", "{count} days")),
        (None, ("{count} row", "{count} rows")),
    }


def edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def write(files: dict[Path, bytes]) -> None:
    for path, wanted in files.items():
        path.write_bytes(wanted)


def copy_of_sources(root: Path, sources: dict[str, str]) -> None:
    for name, source in sources.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(source, encoding="utf-8")
    po = po_file("fa", root / "translations")
    po.parent.mkdir(parents=True)
    header = r'msgid ""' "\n" r'msgstr ""' "\n" r'"Language: fa\n"' "\n"
    po.write_text(header + r'"Content-Type: text/plain; charset=utf-8\n"' "\n", encoding="utf-8")
