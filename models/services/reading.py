"""The texts of the help page, in one language: glossary, clauses, questions, keys, certificates and more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from models.content.about import about
from models.content.certificate import certificate_page, limits
from models.content.glossary import Term, glossary
from models.content.keys import key_groups
from models.content.standards import (
    Clause,
    MappingRow,
    family,
    iso_9001_editions,
    iso_9001_mapping,
    iso_9001_note,
    iso_10001,
)
from models.domain.marking import N_
from models.domain.text import LocalText
from models.localisation.language import Language
from models.localisation.languages import language_rows
from models.localisation.text import search_key
from models.services.program import VERSION


@dataclass(frozen=True)
class Passage:
    """A piece of text to read.

    mark: a number or code before the heading. points: a list below the text. note: a quiet line at the end.
    is_section: a heading over the passages that follow. found_by: folded text in every language.
    """

    heading: str = ""
    text: str = ""
    points: tuple[str, ...] = ()
    note: str = ""
    mark: str = ""
    is_section: bool = False
    found_by: str = field(default="", compare=False)


GLOSSARY, CLAUSES, LINKS = "glossary", "clauses", "links"
QUESTIONS, KEYS = "questions", "keys"
CERTIFICATES, LIMITS, ABOUT = "certificates", "limits", "about"

TOPICS: Mapping[str, str] = {
    GLOSSARY: N_("Glossary"),
    CLAUSES: N_("ISO 10001 in plain words"),
    LINKS: N_("Links to other standards"),
    QUESTIONS: N_("Questions people ask"),
    KEYS: N_("Keys of the keyboard"),
    CERTIFICATES: N_("About certificates"),
    LIMITS: N_("Limits of this program"),
    ABOUT: N_("About Manshur"),
}


def passages(topic: str, language: Language, edition: str = "") -> tuple[Passage, ...]:
    """Return the passages of a topic in the order of reading.

    Args:
        topic: a key of `TOPICS`.
        language: in which they are written.
        edition: of ISO 9001, "" for the oldest one offered.
    """
    if topic == LINKS:
        return tuple(_links(language, edition or iso_9001_editions()[0].id))
    return tuple(_WRITERS[topic](language))


def found(among: Iterable[Passage], text: str) -> tuple[Passage, ...]:
    """Return the passages in which every word of a text occurs, whatever its spelling and digits."""
    words = search_key(text).split()
    return tuple(one for one in among if all(word in one.found_by for word in words))


def _best(language: Language, text: LocalText | None) -> str:
    return text.best(language.code) if text is not None else ""


def _keys(*texts: LocalText | str | None) -> str:
    every = (
        text
        for one in texts
        if one
        for text in ([one] if isinstance(one, str) else dict(one.items()).values())
    )
    return "\n".join(search_key(text) for text in every)


def _section(language: Language, title: str) -> Passage:
    return Passage(language.gettext(title), is_section=True)


def _glossary(language: Language) -> Iterator[Passage]:
    terms = sorted(glossary(), key=lambda term: language.sort_key(_best(language, term.term)))
    return (_term(language, term) for term in terms)


def _term(language: Language, term: Term) -> Passage:
    own = _best(language, term.term)
    also = term.also.get(language.code, ())
    others = [
        language.isolate(text)
        for row in language_rows()
        if row.code != language.code and (text := term.term.get(row.code))
    ]
    names = [language.gettext("also: {words}").format(words=language.join(also))] if also else []
    every_word = [word for words in term.also.values() for word in words]
    return Passage(
        own,
        _best(language, term.meaning),
        note=" · ".join([*others, *names]),
        found_by=_keys(term.term, term.meaning, *every_word),
    )


def _clauses(language: Language) -> Iterator[Passage]:
    standard = iso_10001()
    yield Passage(
        _best(language, standard.title),
        _best(language, standard.charter),
        note=_best(language, standard.summary_note),
    )
    yield from (_clause(language, clause) for clause in standard.clauses)
    yield _section(language, N_("For a small business"))
    yield Passage(points=tuple(_best(language, text) for text in standard.small_business))
    yield _section(language, N_("The standard at a glance"))
    for fact in standard.facts:
        yield Passage(_best(language, fact.label), _best(language, fact.value))


def _clause(language: Language, clause: Clause) -> Passage:
    shows = _best(language, clause.shows)
    note = language.gettext("Shown by: {things}").format(things=shows) if shows else ""
    return Passage(
        _best(language, clause.title),
        _best(language, clause.meaning),
        note=note,
        mark=_best(language, clause.label) or language.island(clause.id),
        found_by=_keys(clause.id, clause.title, clause.label, clause.meaning, clause.shows),
    )


def _links(language: Language, edition_id: str) -> Iterator[Passage]:
    yield Passage(text=_best(language, family().chain))
    for standard in family().standards:
        name = f"{standard.id}:{standard.edition}" if standard.edition else standard.id
        yield Passage(
            language.island(name),
            _best(language, standard.subject),
            note=_best(language, standard.use),
            found_by=_keys(name, standard.subject, standard.use),
        )
    edition = next(one for one in iso_9001_editions() if one.id == edition_id)
    yield Passage(_best(language, edition.name), is_section=True)
    yield Passage(text=_best(language, iso_9001_note()), note=_best(language, edition.note))
    yield from (_mapping_row(language, row) for row in iso_9001_mapping(edition_id))


def _mapping_row(language: Language, row: MappingRow) -> Passage:
    codes = [*(f"ISO 10001: {number}" for number in row.iso_10001), *row.documents, *row.records]
    return Passage(
        _best(language, row.title),
        _best(language, row.gives),
        note=" · ".join(language.island(code) for code in codes),
        mark=language.island(language.join(row.clauses)),
        found_by=_keys(row.title, row.gives, *row.clauses, *codes),
    )


def _questions(language: Language) -> Iterator[Passage]:
    known = about()
    for asked in known.questions:
        yield Passage(
            _best(language, asked.question),
            _best(language, asked.answer),
            found_by=_keys(asked.question, asked.answer),
        )
    yield Passage(_best(language, known.title), is_section=True)
    yield from (Passage(text=_best(language, text), found_by=_keys(text)) for text in known.introduction)
    yield _section(language, N_("Who needs it"))
    yield Passage(points=tuple(_best(language, need.text) for need in known.needs))
    yield _section(language, N_("What it brings"))
    for benefit in known.benefits:
        yield Passage(
            _best(language, benefit.title),
            _best(language, benefit.text),
            found_by=_keys(benefit.title, benefit.text),
        )


def _key_rows(language: Language) -> Iterator[Passage]:
    for group in key_groups():
        yield Passage(_best(language, group.title), is_section=True)
        for row in group.rows:
            keys = language.island(row.keys)
            yield Passage(_best(language, row.deed), mark=keys, found_by=_keys(row.deed, row.keys))


def _certificates(language: Language) -> Iterator[Passage]:
    page = certificate_page()
    yield Passage(text=_best(language, page.intro))
    yield Passage(
        _best(language, page.before_paying),
        points=tuple(_best(language, question.text) for question in page.questions),
        note=_best(language, page.warning),
    )
    yield _section(language, N_("Three honest outcomes"))
    for outcome in page.outcomes:
        yield Passage(_best(language, outcome.title), _best(language, outcome.text), mark=outcome.id)
    yield _section(language, N_("What you may write"))
    yield Passage(text=language.gettext("“{sentence}”").format(sentence=_best(language, page.statement)))
    yield Passage(
        language.gettext(N_("What you may not write")),
        points=tuple(_best(language, text) for text in page.forbidden),
    )
    yield _section(language, N_("What is known"))
    yield Passage(points=tuple(_best(language, text) for text in page.facts))
    yield _section(language, N_("What certification bodies do"))
    for stage in page.stages:
        yield Passage(_best(language, stage.title), _best(language, stage.text))
    yield Passage(
        _best(language, page.asked_for_intro), points=tuple(_best(language, text) for text in page.asked_for)
    )
    yield Passage(text=_best(language, page.closing))


def _limits(language: Language) -> Iterator[Passage]:
    known = limits()
    yield _section(language, N_("What this program never claims"))
    for limit in known.limits:
        instead = language.gettext("Instead: {text}").format(text=_best(language, limit.instead))
        yield Passage(text=_best(language, limit.must_not), note=instead, found_by=_keys(limit.must_not))
    yield _section(language, N_("How it treats your entries"))
    yield Passage(points=tuple(_best(language, text) for text in known.behaviour))


def _about(language: Language) -> Iterator[Passage]:
    _ = language.gettext
    name = _("Manshur")
    version = _("Version {version}").format(version=language.island(VERSION))
    yield Passage(name, _("An offline companion for building and keeping a customer charter."), note=version)
    yield Passage(
        _("Nothing leaves this computer"),
        _("The program opens no connection. Everything you enter lies in one company file."),
    )
    yield _section(language, N_("Licences"))
    for what, licence, place in _LICENCES:
        yield Passage(_(what), _(licence), note=language.island(place))


_LICENCES = (
    (N_("The program"), N_("MIT licence"), "LICENSE"),
    (N_("Typeface Vazirmatn"), N_("SIL Open Font License 1.1"), "resources/fonts/Vazirmatn-OFL.txt"),
    (N_("Symbols of DejaVu Sans"), N_("Bitstream Vera licence"), "resources/fonts/DejaVuSans-LICENSE.txt"),
    (N_("Icons of Lucide"), N_("ISC licence"), "resources/icons/LICENSE"),
)

_WRITERS: Mapping[str, Callable[[Language], Iterator[Passage]]] = {
    GLOSSARY: _glossary,
    CLAUSES: _clauses,
    QUESTIONS: _questions,
    KEYS: _key_rows,
    CERTIFICATES: _certificates,
    LIMITS: _limits,
    ABOUT: _about,
}
