import shutil

import pytest

from desk_app.core.errors import KnownError
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


@pytest.mark.parametrize("what", ["gone", "empty"])
def test_a_font_that_goes_while_the_program_runs_is_told_with_what_to_do(tmp_path, what) -> None:
    path = tmp_path / "font.ttf"
    shutil.copyfile(fonts.FOLDER / fonts.FILES[fonts.REGULAR], path)
    face = fonts._load("Going", path).face
    if what == "gone":
        path.unlink()
    else:
        path.write_bytes(b"")
    with pytest.raises(KnownError, match=r"读不到打印字体 .*font\.ttf.*请重新安装程序"):
        face.makeSubset([65])
