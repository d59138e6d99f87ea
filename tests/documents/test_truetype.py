"""Subsets: valid fonts with the outlines asked for, shifted ones included."""

import uharfbuzz as hb

from models.documents.typesetting.codes import Code, Codes
from models.documents.typesetting.embedding import to_unicode
from models.documents.typesetting.faces import Face, load_face
from models.documents.typesetting.truetype import Drawing, subset

FACE = load_face("Vazirmatn-Regular")
FALLBACK = load_face("DejaVuSans-Symbols")


def glyph_of(character: str, face: Face = FACE) -> int:
    glyph = face.font.get_nominal_glyph(ord(character))
    assert glyph
    return int(glyph)


def extents(data: bytes, glyph: int) -> hb.GlyphExtents:
    return hb.Font(hb.Face(hb.Blob(data))).get_glyph_extents(glyph)


def test_a_subset_holds_the_outline_of_each_glyph() -> None:
    for face, characters in ((FACE, "اب۱Aé(«"), (FALLBACK, "αЖ✔☺")):
        glyphs = [glyph_of(character, face) for character in characters]
        data, numbers = subset(face, [Drawing(glyph, 0, 0) for glyph in glyphs])
        for glyph, number in zip(glyphs, numbers, strict=True):
            assert extents(data, number) == extents(face.data, glyph)


def test_a_shift_moves_the_outline() -> None:
    glyph = glyph_of("ب")
    data, (plain, moved) = subset(FACE, [Drawing(glyph, 0, 0), Drawing(glyph, 500, -250)])

    before, after = extents(data, plain), extents(data, moved)

    assert after.x_bearing - before.x_bearing == FACE.units_per_em // 2
    assert after.y_bearing - before.y_bearing == -FACE.units_per_em // 4


def test_a_subset_is_small_and_the_same_each_time() -> None:
    drawings = [Drawing(glyph_of(character), 0, 0) for character in "سلام"]

    assert subset(FACE, drawings) == subset(FACE, drawings)
    assert len(subset(FACE, drawings)[0]) < 3000


def test_blank_glyphs_share_one_outline() -> None:
    _, numbers = subset(FACE, [Drawing(FACE.space, 0, 0), Drawing(FACE.space, 100, 0)])

    assert numbers[0] == numbers[1]


def test_codes_are_numbered_by_first_use_and_differ_by_serial() -> None:
    table = Codes().of(FACE)

    first, second = table.hex(Code("a", 5, 500)), table.inkless("\u200f", 50)

    assert (first, second) == ("0100", "0101")
    assert table.hex(Code("a", 5, 500)) == first
    assert table.inkless("\u200f", 50, serial=1) == "0102"


def test_texts_beyond_the_first_plane_are_written_as_pairs() -> None:
    assert "<0100> <D83DDE00>" in to_unicode([Code("😀", 1, 500)])


def test_texts_are_written_in_blocks_of_a_hundred() -> None:
    written = to_unicode([Code("a", glyph, 500) for glyph in range(250)])

    assert [written.count(f"{count} beginbfchar") for count in (100, 50)] == [2, 1]
