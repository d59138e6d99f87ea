"""What can be found in every company: content, documents, help, pages and commands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from models.content import titles
from models.content.gap import gap_questions
from models.content.promises import sectors
from models.content.steps import Step, steps
from models.domain.gates.criterion import Place
from models.domain.register import Register
from models.domain.registers import REGISTERS
from models.domain.text import LocalText
from models.localisation.language import Language
from models.localisation.text import without_marks
from models.services.reading import TOPICS, Passage, passages
from models.services.search.targets import Command, Entry, Group, PageKey, Reading

_LONGEST_NAME = 90


def fixed_entries(
    languages: Sequence[Language], commands: Iterable[Command], edition: str = ""
) -> Iterator[Entry]:
    """Yield everything that can be found whatever is entered.

    Args:
        languages: in which it can be found; names are in the first.
        commands: pages and deeds of the window.
        edition: of ISO 9001, as the help shows it.
    """
    yield from (_command(languages, command) for command in commands)
    yield from (_register(languages, one) for one in REGISTERS if one.step is not None)
    yield from (_document(languages, code, title) for code, title in titles.titles(titles.DOCUMENT).items())
    for step in steps():
        yield from _of_step(languages, step)
    yield from _gap_questions(languages)
    yield from _sector_promises(languages)
    for topic in TOPICS:
        yield from _help(languages, topic, edition)


def _command(languages: Sequence[Language], command: Command) -> Entry:
    names = tuple(language.gettext(command.text).rstrip("…") for language in languages)
    return Entry(Group.WINDOW, command.target, names[0], names, icon=command.icon)


def _register(languages: Sequence[Language], register: Register) -> Entry:
    names = tuple(language.gettext(register.title) for language in languages)
    keys = (*names, register.form) if register.form else names
    abouts = tuple(language.gettext(register.about) for language in languages if register.about)
    return Entry(Group.WINDOW, Place(register.code), names[0], keys, abouts, step=register.step)


def _document(languages: Sequence[Language], code: str, title: LocalText) -> Entry:
    place = Place("document_control", content=code)
    keys = (code, *_every(title))
    return Entry(Group.DOCUMENTS, place, _best(languages, title), keys, detail=languages[0].island(code))


def _of_step(languages: Sequence[Language], step: Step) -> Iterator[Entry]:
    speech = languages[0]
    page = PageKey(f"step-{step.number}")
    names = (step.id, *_every(step.name), *_every(step.title), *_every(step.known_as))
    purposes = _texts(languages, step.purpose)
    yield Entry(Group.WINDOW, page, _best(languages, step.title), names, purposes, step=step.number)
    for task in step.tasks:
        place = Place("task_state", content=task.id)
        keys = (task.id, *_every(task.name))
        texts = _texts(languages, task.text)
        yield Entry(
            Group.WORK,
            place,
            _best(languages, task.name),
            keys,
            texts,
            speech.gettext("Task"),
            step=step.number,
        )
    for criterion in step.criteria:
        place = Place("step_closing", content=str(step.number))
        keys = (criterion.id, *_every(criterion.text))
        yield Entry(
            Group.WORK,
            place,
            _best(languages, criterion.text),
            keys,
            detail=speech.gettext("Exit criterion"),
            icon="gate",
            step=step.number,
        )


def _gap_questions(languages: Sequence[Language]) -> Iterator[Entry]:
    areas = titles.titles("key_area")
    for question in gap_questions():
        place = Place("gap_answer", content=question.id)
        texts = _texts(languages, question.action, *question.evidence)
        yield Entry(
            Group.QUESTIONS,
            place,
            _best(languages, question.question),
            (question.id, *_every(question.question)),
            texts,
            _best(languages, areas[question.area]),
            step=1,
        )


def _sector_promises(languages: Sequence[Language]) -> Iterator[Entry]:
    for sector in sectors():
        for promise in sector.promises:
            yield Entry(
                Group.MODELS,
                Place("promise"),
                _best(languages, promise.text),
                (promise.id, *_every(promise.text)),
                _texts(languages, promise.remedy),
                _best(languages, sector.name),
                step=3,
            )


def _help(languages: Sequence[Language], topic: str, edition: str) -> Iterator[Entry]:
    detail = languages[0].gettext(TOPICS[topic])
    for at, passage in enumerate(passages(topic, languages[0], edition)):
        name, text = _worded(passage)
        if name and not passage.is_section:
            yield Entry(
                Group.HELP,
                Reading(topic, at),
                name,
                (name, without_marks(passage.mark)),
                (text,) if text else (),
                detail,
                found_by=passage.found_by,
            )


def _worded(passage: Passage) -> tuple[str, str]:
    """Return what a passage is called, and the rest of it."""
    lines = [passage.heading, *passage.text.split("\n"), *passage.points, passage.note]
    said = [line for line in lines if line.strip()]
    if not said:
        return "", ""
    if passage.heading or len(said[0]) <= _LONGEST_NAME:
        return said[0], "\n".join(said[1:])
    return f"{said[0][:_LONGEST_NAME].rpartition(' ')[0]}…", "\n".join(said)


def _best(languages: Sequence[Language], text: LocalText) -> str:
    return text.best(languages[0].code)


def _every(text: LocalText) -> tuple[str, ...]:
    return tuple(said for _code, said in text.items())


def _texts(languages: Sequence[Language], *texts: LocalText) -> tuple[str, ...]:
    """Return every text in every language, those in the first language first."""
    return tuple(said for language in languages for text in texts if (said := text.get(language.code)))
