"""Message catalogues: what translators write (.po), compiled (.mo) where that is missing or out of date."""

from __future__ import annotations

import os
import struct
from contextlib import suppress
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from models.localisation.languages import LanguageRow
from models.localisation.pseudo import PseudoTranslations

TRANSLATIONS = Path(__file__).resolve().parents[2] / "translations"
DOMAIN = "manshur"


def load_catalogue(row: LanguageRow, translations: Path = TRANSLATIONS) -> NullTranslations:
    """Return the catalogue of a language; one without a .po speaks English, the language of the sources."""
    if row.for_tests:
        return PseudoTranslations()
    po = po_file(row.code, translations)
    if not po.exists():
        return NullTranslations()
    beside = po.with_suffix(".mo")
    return _read(beside, po) or _read(_cached(po), po) or _compiled(po)


def po_file(code: str, translations: Path = TRANSLATIONS) -> Path:
    """Return where the translations of a language stand."""
    return translations / code / "LC_MESSAGES" / f"{DOMAIN}.po"


def _read(mo: Path, po: Path) -> GNUTranslations | None:
    """Return a compiled catalogue, None when it is missing, unreadable or not made from this very .po."""
    try:
        # A .mo carries the time of its .po: so going back to an earlier .po is noticed as well.
        if mo.stat().st_mtime_ns == po.stat().st_mtime_ns:
            return GNUTranslations(BytesIO(mo.read_bytes()))
    except (OSError, struct.error):
        pass
    return None


def _cached(po: Path) -> Path:
    # Imported here: needed only where the .mo beside its .po is no good.
    from platformdirs import user_cache_path

    return user_cache_path(DOMAIN, appauthor=False) / "translations" / f"{po.parents[1].name}.mo"


def _compiled(po: Path) -> GNUTranslations:
    """Compile a .po and keep the result beside it or, where that is not allowed, in the user's cache."""
    # Imported here: a catalogue is compiled once, and read at every start.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with po.open("rb") as source:
        write_mo(compiled, read_po(source))
    for mo in (po.with_suffix(".mo"), _cached(po)):
        if _kept(mo, compiled.getvalue(), po):
            break
    compiled.seek(0)
    return GNUTranslations(compiled)


def _kept(mo: Path, compiled: bytes, po: Path) -> bool:
    """Write a compiled catalogue in one step and say whether that was possible."""
    part = mo.with_name(f"{mo.name}.{os.getpid()}")
    times = po.stat()
    try:
        mo.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(compiled)
        os.utime(part, ns=(times.st_atime_ns, times.st_mtime_ns))
        part.replace(mo)
    except OSError:
        with suppress(OSError):
            part.unlink()
        return False
    return True
