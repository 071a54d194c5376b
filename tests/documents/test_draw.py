import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.core import privacy
from desk_app.documents import fonts, pages
from desk_app.documents.draw import render, render_checked
from desk_app.documents.lines import clean
from desk_app.documents.values import last_four
from tests.documents.paper import KEYS, RARE, codes, items, page_words, sample, shipped, squeezed, words

SLIP = shipped()


def slip(**changes: Any) -> bytes:
    return render(SLIP, sample() | changes, copies=["存根联"])


@pytest.mark.parametrize("key", KEYS)
def test_every_value_of_the_sample_comes_back_from_the_paper(key: str) -> None:
    form, values = shipped(key), sample(key)
    found = words(render(form, values, copies=[form.copies[0].name]))
    rows = [row for value in values.values() if isinstance(value, list) for row in value]
    for value in [*values.values(), *(cell for row in rows for cell in row.values())]:
        if isinstance(value, str):
            assert squeezed(value) in found


@pytest.mark.parametrize("key", KEYS)
def test_a_form_without_values_can_be_printed(key: str) -> None:
    pdf = render(shipped(key), {})
    assert pages.page_count(pdf) == len(shipped(key).copies)
    assert shipped(key).title in words(pdf)


def test_all_copies_come_in_one_print_each_with_its_name() -> None:
    found = page_words(render(SLIP, sample()))
    assert len(found) == 3
    for page, name in zip(found, ("第一联存根联", "第二联客户联", "第三联门岗联"), strict=True):
        assert name in page


def test_a_single_copy_can_be_printed() -> None:
    assert pages.page_count(slip()) == 1


def test_a_copy_more_costs_few_bytes_and_shows_all_the_same() -> None:
    form, values = shipped(), {**sample(), "items": items(10)}
    one, three = (render(form, values, copies=names) for names in ([form.copies[0].name], None))
    assert len(three) < 1.2 * len(one)
    assert [page.count("货1号") for page in page_words(three)[::2]] == [1, 1, 1]
    assert codes(three, 4) == codes(one)


def test_letters_made_of_two_parts_are_drawn() -> None:
    """A composite glyph brings its parts along when the face is cut."""
    with_marks, without = (render(shipped(), {"customer": text}) for text in ("ÄÖÅ", ""))
    assert pages.page_image(with_marks, 0, 100).data != pages.page_image(without, 0, 100).data
    assert "ÄÖÅ" in words(with_marks)


def test_an_unknown_copy_is_refused() -> None:
    with pytest.raises(KeyError):
        render(SLIP, sample(), copies=["保安联"])


def test_the_gates_copy_shows_no_phone_and_four_letters_of_a_number() -> None:
    values = sample() | {"id_checked": privacy.Clear("身份证 11010519491231002X")}
    office, _, gate = page_words(render(SLIP, values))
    assert "11010519491231002X" in office
    assert "139****5521" in office
    assert "**002X" in gate
    assert "0105194912310" not in gate
    assert "139****5521" not in gate


def test_short_numbers_are_left_alone_when_masked() -> None:
    assert last_four("身份证 已核验 尾号 002X") == "身份证 已核验 尾号 002X"


def test_the_codes_read_back_from_the_page() -> None:
    for index in range(3):
        assert codes(render(SLIP, sample()), index) == {
            ("QR Code", "FX-20261121-003"),
            ("Code 128", "FX-20261121-003"),
        }


def test_the_visitors_code_reads_back() -> None:
    assert codes(render(shipped("visitor_slip"), sample("visitor_slip"))) == {("QR Code", "LF-20261121-017")}


def test_a_draft_has_no_bars() -> None:
    assert {kind for kind, _ in codes(slip(number="草稿-0007"))} == {"QR Code"}


def test_equal_input_gives_equal_bytes() -> None:
    assert render(SLIP, sample()) == render(SLIP, sample())
    assert render(SLIP, sample()) != render(SLIP, sample() | {"plate": "粤B·D12346"})


def test_another_process_gives_the_same_bytes() -> None:
    script = (
        "import hashlib; from tests.documents.paper import sample, shipped;"
        "from desk_app.documents.draw import render;"
        "print(hashlib.sha256(render(shipped(), sample())).hexdigest())"
    )
    root = Path(__file__).resolve().parents[2]
    hashes = {
        subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, check=True).stdout
        for _ in range(2)
    }
    assert len(hashes) == 1


def test_a_long_list_runs_on_with_everything_repeated() -> None:
    found = page_words(slip(items=items(40)))
    assert len(found) > 3
    for number, page in enumerate(found, 1):
        assert f"第{number}页/共{len(found)}页" in page
        assert all(
            part in page for part in ("物品放行条", "FX-20261121-003", "搬出单位", "规格/颜色", "大写")
        )
    assert all("接下页" in page and "门岗核验" not in page for page in found[:-1])
    assert all(part in found[-1] for part in ("以下空白", "合计", "门岗核验", "货40号"))
    assert "接下页" not in found[-1]


@pytest.mark.parametrize("count", range(1, 14))
def test_every_row_is_printed_once_and_the_blank_is_marked(count: int) -> None:
    found = words(slip(items=items(count)))
    assert [found.count(f"货{at}号") for at in range(1, count + 1)] == [1] * count
    assert found.count("以下空白") == 1


def test_an_open_list_has_no_blank_mark() -> None:
    assert "以下空白" not in words(render(shipped("contractor_slip"), sample("contractor_slip")))


def test_rare_characters_are_right_when_copied() -> None:
    result = render_checked(SLIP, sample() | {"applicant": RARE, "customer": RARE})
    assert words(result.pdf).count(RARE) == 6
    assert result.missing == ()


def test_what_the_font_lacks_is_shown_and_named() -> None:
    result = render_checked(SLIP, sample() | {"applicant": "ئۇيغۇر王"}, copies=["存根联"])
    assert set(result.missing) == set("ئۇيغر")
    found = words(result.pdf)
    assert "〓〓〓〓〓〓王" in found
    assert "U+0626" in found


@pytest.mark.parametrize(
    "name",
    [
        "<b>粗</b>",
        "Acme <Ltd> Co",
        "&amp;&lt;",
        "{number}",
        "%(x)s",
        "<para><img src='file:///etc/passwd'/>",
        "(\\) Tj",
    ],
)
def test_user_text_is_never_markup(name: str) -> None:
    assert squeezed(name) in words(slip(customer=name))


def test_values_that_cannot_be_printed_do_no_harm() -> None:
    pdf = slip(customer="恒泰\ud800\x00\x1b贸易\u202e公司", applicant=None, remark=7, items="no list")
    assert "恒泰贸易公司" in words(pdf)
    assert pages.looks_whole(pdf)


LONG = {
    "customer": "新疆维吾尔自治区乌鲁木齐市天山区阿克苏供应链管理与国际贸易发展集团股份有限公司",
    "applicant": "阿卜杜热合曼·买买提吐尔逊·尼亚孜(租户授权签字人)",
    "carrier": "Maximilian-Alexander von Hohenzollern-Sigmaringen-Weissenfels",
}


def test_the_longest_values_are_printed_whole() -> None:
    found = words(slip(**LONG))
    assert all(squeezed(value) in found for value in LONG.values())


def test_long_descriptions_are_printed_whole() -> None:
    spec = "Precision 7865 Tower · AMD 5995WX/512GB/RTX6000Ada×2 · 黑色,带防静电包装与原厂锁具"
    rows = [{"name": "图形工作站", "spec": spec, "serial": f"SN{at:06d}"} for at in range(30)]
    found = words(slip(items=rows, **LONG))
    assert found.count(squeezed(spec)) == 30
    assert all(f"SN{at:06d}" in found for at in range(30))


ANY = st.text(max_size=40)


@given(name=ANY, company=ANY, remark=ANY, thing=ANY)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_in_any_field_prints_and_comes_back(
    name: str, company: str, remark: str, thing: str
) -> None:
    pdf = slip(applicant=name, customer=company, remark=remark, items=[{"name": thing}])
    assert pages.looks_whole(pdf)
    found = words(pdf)
    for text in (company, remark):
        assert squeezed(fonts.printable(clean(text))) in found


def test_a_cold_import_of_what_the_window_needs_loads_no_printing() -> None:
    script = (
        "import sys, desk_app.documents.template, desk_app.documents.pages, desk_app.documents.lines;"
        "print([name for name in ('reportlab', 'pypdf', 'pypdfium2', 'segno') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"
