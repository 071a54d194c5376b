"""Photos on paper: upright, in their place, small; broken ones do no harm."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from desk_app.documents import pages, pictures
from desk_app.documents.draw import render
from desk_app.documents.form import Form
from tests.documents.cards import FIELDS, card_form, photo
from tests.documents.paper import words


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return card_form(tmp_path)


def darkness(pdf: bytes, x: float, y: float) -> int:
    """Return the grey value of the first page at (x, y) mm, 0 is black."""
    picture = pages.page_image(pdf, 0, 127, grey=True)
    return picture.data[round(y * 5) * picture.stride + round(x * 5)]


def test_a_photo_stands_in_its_place(form: Form) -> None:
    pdf = render(form, FIELDS | {"photo": photo()})
    assert darkness(pdf, 8, 18) < 60
    assert darkness(pdf, 22, 36) > 240
    assert "照片" not in words(pdf)


def test_a_photo_may_be_a_file(form: Form, tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(photo(kind="PNG"))
    assert darkness(render(form, FIELDS | {"photo": path}), 8, 18) < 60


def test_a_photo_taken_upside_down_is_turned(form: Form) -> None:
    exif = Image.Exif()
    exif[0x0112] = 3
    pdf = render(form, FIELDS | {"photo": photo(exif=exif)})
    assert darkness(pdf, 8, 18) > 240
    assert darkness(pdf, 22, 36) < 60


def test_the_place_and_owner_in_a_photo_stay_behind(form: Form) -> None:
    exif = Image.Exif()
    exif[0x010E] = "SECRET PLACE"
    made = pictures.prepare(photo(exif=exif), 22, 28, cover=True)
    assert made is not None
    assert b"SECRET" in photo(exif=exif)
    assert b"SECRET" not in made.jpeg


@pytest.mark.parametrize(
    "source", [b"", b"no picture", photo()[:400], photo(kind="PNG")[:80], Path("/nowhere")]
)
def test_a_broken_photo_leaves_an_empty_frame(form: Form, source: object) -> None:
    pdf = render(form, FIELDS | {"photo": source})
    assert "照片" in words(pdf)
    assert darkness(pdf, 4, 30) < 200


def test_words_are_never_taken_for_the_path_of_a_photo(form: Form, tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(photo(kind="PNG"))
    assert "照片" in words(render(form, FIELDS | {"photo": str(path)}))


def test_a_large_photo_becomes_a_small_file(form: Form) -> None:
    noise = Image.effect_noise((2400, 3200), 80)
    target = io.BytesIO()
    noise.save(target, "JPEG", quality=95)
    pdf = render(form, FIELDS | {"photo": target.getvalue()})
    assert len(target.getvalue()) > 2_000_000
    assert len(pdf) < 250_000


def test_a_picture_of_too_many_pixels_is_not_decoded() -> None:
    target = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(target, "PNG")
    assert pictures.prepare(target.getvalue(), 22, 28, cover=True) is None


def test_a_whole_picture_keeps_its_shape_in_its_place() -> None:
    wide = pictures.prepare(photo(400, 100), 20, 20, cover=False)
    assert wide is not None
    assert [wide.across, wide.down] == pytest.approx([1, 0.25], abs=0.02)
    high = pictures.prepare(photo(100, 400), 20, 20, cover=False)
    assert high is not None
    assert [high.across, high.down] == pytest.approx([0.25, 1], abs=0.02)


def test_what_is_transparent_is_white_on_paper(form: Form) -> None:
    for mode in ("RGBA", "LA", "P"):
        target = io.BytesIO()
        image = Image.new("RGBA", (60, 80), (0, 0, 0, 0)).convert(mode)
        image.save(target, "PNG", **({"transparency": 0} if mode == "P" else {}))
        assert darkness(render(form, FIELDS | {"photo": target.getvalue()}), 15, 28) > 240


def test_equal_photos_give_equal_papers(form: Form) -> None:
    assert render(form, FIELDS | {"photo": photo()}) == render(form, FIELDS | {"photo": photo()})


@pytest.mark.filterwarnings("ignore::UserWarning")
@given(at=st.integers(0, 2000), byte=st.integers(0, 255), kind=st.sampled_from(["JPEG", "PNG"]))
@settings(max_examples=150, deadline=None)
def test_no_damaged_photo_stops_the_print(at: int, byte: int, kind: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = bytearray(photo(kind=kind, exif=exif))
    data[at % len(data)] = byte
    made = pictures.prepare(bytes(data), 22, 28, cover=True)
    assert made is None or made.jpeg.startswith(b"\xff\xd8")
