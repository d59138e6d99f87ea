"""The command line: the same program without a window."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from models.domain.errors import AppError
from models.domain.marking import N_
from models.localisation.language import Language, load_language
from models.localisation.languages import language_rows, paper_languages
from models.localisation.text import without_isolates
from models.services.program import SUFFIX, VERSION

if TYPE_CHECKING:
    # Most starts have no arguments, and the window is not to wait for their parser.
    import argparse

    from models.services.survey.rows import Refusal

USERS_MISTAKE = 2


@dataclass(frozen=True)
class WindowOptions:
    """How the window shall open.

    file: the company to open at once. language: code, None for the user's own choice. data_dir: where the
    program keeps its own files, None for the system's usual place.
    """

    file: Path | None
    language: str | None
    data_dir: Path | None


class NothingToDo(AppError):
    """`--only` names nothing."""

    message = N_("Name at least one document after --only.")


def run(arguments: Sequence[str]) -> int | WindowOptions:
    """Carry out a command and return its exit code; without a command, return how the window shall open.

    A user's mistake is one line on standard error and exit code 2.
    """
    if not arguments:
        return WindowOptions(None, None, None)
    if arguments[0] not in (*_COMMANDS, "--help", "-h", "--version"):
        return _window_options(_window_parser().parse_args(arguments))
    options = _parser().parse_args(arguments)
    language = load_language(getattr(options, "language", None) or _language_of_system())
    try:
        return _COMMANDS[options.command].carry_out(options, language)
    except AppError as error:
        _say(error.sentence(language), sys.stderr)
        return USERS_MISTAKE


def _say(text: str, to: TextIO | None = None) -> None:
    """Print a sentence without the marks that hold its parts apart in the window: terminals show them."""
    print(without_isolates(text), file=to)


def _language_of_system() -> str:
    wanted = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    codes = [row.code for row in language_rows()]
    return next((code for code in codes if wanted.startswith(code)), codes[-1])


def _window_options(options: argparse.Namespace) -> WindowOptions:
    return WindowOptions(options.file, options.language, options.data_dir)


def _add_window_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", choices=[row.code for row in language_rows()])
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="where the program keeps its own files")


def _window_parser() -> argparse.ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser("main.py")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE")
    _add_window_options(parser)
    return parser


def _parser() -> argparse.ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser(
        "main.py",
        usage=f"main.py [FILE] [--language {'|'.join(row.code for row in language_rows())}] [--data-dir DIR]"
        "\n       main.py COMMAND …",
        description="Manshur: a customer charter in eight steps. Without a command the window opens.",
        epilog=f"FILE is a company file ({SUFFIX}). Every command exits 0 on success, 2 on a user's mistake.",
    )
    parser.add_argument("--version", action="version", version=f"Manshur {VERSION}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, command in _COMMANDS.items():
        command.add_arguments(commands.add_parser(name, help=command.help, description=command.help))
    return parser


@dataclass(frozen=True)
class _Command:
    help: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    carry_out: Callable[[argparse.Namespace, Language], int]


def _add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")


def _add_demo_arguments(parser: argparse.ArgumentParser) -> None:
    _add_file(parser)
    parser.add_argument("--language", choices=[row.code for row in language_rows()])


def _demo(options: argparse.Namespace, language: Language) -> int:
    from models.services.sample.company import write_sample

    write_sample(options.file, language.code, date.today()).close()
    return 0


def _add_status_arguments(parser: argparse.ArgumentParser) -> None:
    _add_demo_arguments(parser)
    parser.add_argument("--json", action="store_true", help="for other programs")


def _status(options: argparse.Namespace, language: Language) -> int:
    import json

    from models.services import status

    report = status.of_file(options.file, date.today())
    if options.json:
        print(json.dumps(status.plain(report, language), ensure_ascii=False, indent=2))
    else:
        print("\n".join(status.lines(report, language)))
    return 0


def _add_documents_arguments(parser: argparse.ArgumentParser) -> None:
    _add_file(parser)
    parser.add_argument("folder", type=Path, metavar="OUTDIR")
    parser.add_argument(
        "--language",
        dest="paper",
        choices=[*paper_languages(), "both"],
        help="both: one PDF a language; two joined by +: side by side in one PDF, for those made so",
    )
    parser.add_argument("--only", metavar="D1,R-12", help="these documents only")
    parser.add_argument(
        "--editions", action="store_true", help="posters, cards, blank forms and other editions too"
    )


def _documents(options: argparse.Namespace, _language: Language) -> int:
    from models.services.printing import write_documents

    codes = [row.code for row in language_rows()]
    wanted = codes if options.paper in (None, "both") else [options.paper]
    only = None
    if options.only is not None:
        only = [code.strip() for code in options.only.split(",") if code.strip()]
        if not only:
            raise NothingToDo
    written = write_documents(options.file, options.folder, wanted, only, with_editions=options.editions)
    for path in written:
        print(path)
    return 0


def _add_dossier_arguments(parser: argparse.ArgumentParser) -> None:
    _add_file(parser)
    parser.add_argument("folder", type=Path, metavar="OUTDIR")
    parser.add_argument("--language", choices=[row.code for row in language_rows()])


def _dossier(options: argparse.Namespace, language: Language) -> int:
    from models.services.dossier import write_dossier

    written = write_dossier(options.file, options.folder, language.code)
    print(written.pdf)
    print(written.archive)
    return 0


def _add_export_arguments(parser: argparse.ArgumentParser) -> None:
    _add_file(parser)
    parser.add_argument("out", type=Path, metavar="OUT.json")


def _export(options: argparse.Namespace, _language: Language) -> int:
    from models.services.exchange import export_company

    export_company(options.file, options.out)
    return 0


def _add_import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("exported", type=Path, metavar="IN.json")
    _add_file(parser)


def _import(options: argparse.Namespace, _language: Language) -> int:
    from models.services.exchange import import_company

    import_company(options.exported, options.file)
    return 0


def _add_survey_arguments(parser: argparse.ArgumentParser) -> None:
    _add_demo_arguments(parser)
    parser.add_argument("table", type=Path, metavar="TABLE.csv|TABLE.xlsx")
    parser.add_argument("--survey", required=True, metavar="CODE", help="the code of the survey")
    parser.add_argument(
        "--leave-out-refused", action="store_true", help="import the other rows when some are refused"
    )


def _import_survey(options: argparse.Namespace, language: Language) -> int:
    from models.services.companies import open_company
    from models.services.survey.importing import RowsRefused, import_table

    company = open_company(options.file)
    try:
        found = import_table(
            company, options.table, options.survey, language, without_refused=options.leave_out_refused
        )
    except RowsRefused as error:
        _print_all(error.found.refusals, language)
        raise
    finally:
        company.close()
    _print_all(found.refusals, language)
    _say(found.outcome.worded(language))
    return 0


def _print_all(refusals: Sequence[Refusal], language: Language) -> None:
    for refusal in refusals:
        _say(refusal.sentence.worded(language))


def _verify(options: argparse.Namespace, language: Language) -> int:
    from models.services.verification import verify

    found = verify(options.file)
    for problem in found.problems:
        _say(problem.worded(language), sys.stderr)
    if not found.problems:
        _say(found.sound.worded(language))
    return USERS_MISTAKE if found.problems else 0


_COMMANDS: Mapping[str, _Command] = {
    "demo": _Command("write the sample company, marked SAMPLE", _add_demo_arguments, _demo),
    "status": _Command("steps, gates, readiness and what is late", _add_status_arguments, _status),
    "documents": _Command("write the documents as PDF", _add_documents_arguments, _documents),
    "dossier": _Command("write the audit file: a PDF and a ZIP", _add_dossier_arguments, _dossier),
    "export-data": _Command("write the whole company as JSON", _add_export_arguments, _export),
    "import-data": _Command("make a company file from such a JSON", _add_import_arguments, _import),
    "import-survey": _Command("import the answers to a survey", _add_survey_arguments, _import_survey),
    "verify": _Command("check a company file, or the ZIP of an audit file", _add_file, _verify),
}
