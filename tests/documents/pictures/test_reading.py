"""Pictures that users bring: upright, in colours that paper knows, small enough, or refused in a sentence."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from models.documents.pictures import reading, strips
from models.documents.pictures.errors import NotAPicture, PictureTooLarge
from models.localisation.language import load_language
from tests.documents.pictures.files import BLUE, GREEN, RED, endless_png, jpeg, noise, png, stripes, wide_png

ROOT = Path(__file__).resolve().parents[3]


def near(point: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(point, tuple)
    return all(abs(one - other) < 40 for one, other in zip(point, colour, strict=True))


def held(picture: Image.Image, orientation: int) -> Image.Image:
    """Return a picture as a camera held in that way would store it."""
    turns = Image.Transpose
    stored = {
        2: turns.FLIP_LEFT_RIGHT,
        3: turns.ROTATE_180,
        4: turns.FLIP_TOP_BOTTOM,
        5: turns.TRANSPOSE,
        6: turns.ROTATE_90,
        7: turns.TRANSVERSE,
        8: turns.ROTATE_270,
    }
    return picture.transpose(stored[orientation]) if orientation in stored else picture


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_is_turned_upright(orientation: int) -> None:
    picture = reading.read(jpeg(held(stripes(), orientation), orientation), "photo", (500, 500))

    assert picture.size == (60, 40)
    assert near(picture.getpixel((10, 2)), BLUE)
    assert near(picture.getpixel((10, 30)), RED)
    assert near(picture.getpixel((50, 30)), GREEN)


def test_the_note_of_a_png_is_followed_too() -> None:
    notes = Image.Exif()
    notes[0x0112] = 3

    picture = reading.read(png(stripes(), exif=notes), "photo", (500, 500))

    assert near(picture.getpixel((10, 38)), BLUE)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_read(mode: str) -> None:
    picture = reading.read(png(noise(mode, 50, 40)), "picture", (500, 500))

    assert picture.mode in ("L", "RGB")
    assert picture.size == (50, 40)


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_every_kind_of_jpeg_is_read(mode: str) -> None:
    picture = reading.read(jpeg(stripes().convert(mode)), "picture", (500, 500))

    assert picture.mode == ("L" if mode == "L" else "RGB")


def test_colours_for_printers_become_colours_for_screens() -> None:
    picture = reading.read(jpeg(stripes().convert("CMYK")), "picture", (500, 500))

    assert near(picture.getpixel((10, 30)), RED)
    assert near(picture.getpixel((50, 30)), GREEN)


def test_what_is_transparent_becomes_white() -> None:
    clear = Image.new("RGBA", (20, 20), (255, 0, 0, 0))
    clear.paste((0, 0, 255, 255), (0, 0, 10, 20))

    picture = reading.read(png(clear), "logo", (500, 500))

    assert picture.getpixel((15, 10)) == (255, 255, 255)
    assert picture.getpixel((5, 10)) == BLUE


def test_a_colour_that_stands_for_transparency_becomes_white() -> None:
    picture = reading.read(png(stripes(), transparency=RED), "logo", (500, 500))

    assert picture.getpixel((10, 30)) == (255, 255, 255)
    assert picture.getpixel((50, 30)) == GREEN


def test_sixteen_bits_of_grey_keep_their_brightness() -> None:
    grey = Image.new("I;16", (10, 10), 0x8000)

    assert reading.read(png(grey), "picture", (500, 500)).getpixel((5, 5)) == 0x80


def test_a_large_picture_is_made_smaller_in_its_shape() -> None:
    assert reading.read(png(stripes(900, 600)), "logo", (300, 300)).size == (300, 200)
    assert reading.read(jpeg(stripes(900, 600)), "logo", (300, 300)).size == (300, 200)


def test_a_small_picture_stays_as_it_is() -> None:
    assert reading.read(png(stripes(60, 40)), "logo", (300, 300)).size == (60, 40)


KINDS = [("1", 0), ("L", 0), ("LA", 0), ("P", 2), ("P", 4), ("P", 16), ("P", 256), ("RGB", 0), ("RGBA", 0)]


@pytest.mark.parametrize(("mode", "colours"), KINDS)
def test_a_picture_read_in_strips_looks_as_if_read_at_once(
    mode: str, colours: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = png(noise(mode, 331, 257, colours))
    at_once = reading.read(data, "picture", (100, 100))
    monkeypatch.setattr(reading, "_TAKEN_WHOLE", 0)
    monkeypatch.setattr(strips, "_STRIP_POINTS", 4000)

    in_strips = reading.read(data, "picture", (100, 100))

    difference = ImageChops.difference(at_once.convert("L"), in_strips.convert("L"))
    assert in_strips.size == at_once.size
    assert ImageStat.Stat(difference).mean[0] < 12


def test_a_picture_of_twenty_thousand_pixels_needs_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "wide.png"
    path.write_bytes(wide_png(20_000, 8_000, BLUE))
    source = (
        "import resource, sys; from pathlib import Path; from models.documents.pictures import reading;"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "picture = reading.read(Path(sys.argv[1]).read_bytes(), 'wide', (800, 800));"
        "after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "print(picture.size, picture.getpixel((400, 100)), (after - before) // 1024)"
    )

    done = subprocess.run(
        [sys.executable, "-c", source, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )

    said, megabytes = done.stdout.rsplit(maxsplit=1)
    assert said == "(800, 320) (0, 0, 255)"
    assert int(megabytes) < 160


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        b"GIF89a" + bytes(50),
        b"\xff\xd8" + bytes(100),
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        png(stripes())[:90],
        jpeg(stripes())[:300],
    ],
    ids=range(8),
)
def test_a_broken_file_is_refused_by_its_name(data: bytes) -> None:
    with pytest.raises(NotAPicture) as refusal:
        reading.read(data, "logo.png", (300, 300))

    assert "logo.png" in str(refusal.value)


def test_a_broken_strip_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_TAKEN_WHOLE", 0)
    data = wide_png(300, 200, RED)

    with pytest.raises(NotAPicture):
        reading.read(data[: len(data) // 2], "logo.png", (30, 30))


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize("whole", [True, False])
def test_damage_anywhere_is_survived(whole: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_TAKEN_WHOLE", 10**9 if whole else 0)
    chance = random.Random(3)
    for file in (png(noise("P", 60, 40, 16)), png(noise("RGBA", 60, 40)), jpeg(stripes(), 6)):
        for _ in range(150):
            damaged = bytearray(file)
            for _ in range(chance.choice((1, 3, 20))):
                damaged[chance.randrange(8, len(damaged))] = chance.randrange(256)
            try:
                picture = reading.read(bytes(damaged), "damaged", (50, 50))
            except (NotAPicture, PictureTooLarge):
                continue
            assert picture.mode in ("L", "RGB")


def test_a_picture_without_end_is_refused() -> None:
    with pytest.raises((PictureTooLarge, NotAPicture)):
        reading.read(endless_png(), "bomb.png", (300, 300))


@pytest.mark.parametrize("file", [png(stripes(600, 400)), jpeg(stripes(600, 400), 6)])
def test_a_file_made_small_is_upright_of_its_kind_and_the_same_each_time(file: bytes) -> None:
    small = reading.made_small(file, "logo", (100, 100))

    assert reading.is_photograph(small) == reading.is_photograph(file)
    assert small == reading.made_small(file, "logo", (100, 100))
    assert reading.read(small, "logo", (1000, 1000)).size == reading.read(file, "logo", (100, 100)).size


@pytest.mark.parametrize("file", [b"", b"<svg/>", endless_png()])
def test_what_is_no_picture_is_not_made_small(file: bytes) -> None:
    with pytest.raises((PictureTooLarge, NotAPicture)):
        reading.made_small(file, "logo", (100, 100))


def test_the_refusals_are_sentences_in_both_languages() -> None:
    for error in (NotAPicture(file="نشان.png"), PictureTooLarge(file="logo.png")):
        for code in ("fa", "en"):
            assert error.sentence(load_language(code)).strip("⁨⁩").endswith(".")
