from desk_app.documents import fonts
from tests.documents.paper import RARE


def test_the_font_has_the_rare_characters_of_names() -> None:
    assert fonts.missing(RARE + "·〓—…□№ABCabc019") == set()


def test_a_missing_glyph_is_found_and_replaced() -> None:
    assert fonts.missing("王\U0001f600") == {"\U0001f600"}
    assert fonts.printable("王\U0001f600") == "王〓"


def test_registering_twice_is_harmless() -> None:
    fonts.register()
    fonts.register()
    assert fonts.width("中", 10) == 10
    assert fonts.width("中文", 10, bold=True) == 20
