"""Tick lists, clauses, rows of signatures: whole on paper, in order, never over a line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.documents import pages, pen
from desk_app.documents.draw import render
from desk_app.documents.fonts import printable
from desk_app.documents.form import Form
from desk_app.documents.lines import NO_END, NO_START, clean
from desk_app.documents.template import TemplateBroken, load
from tests.documents.cards import written
from tests.documents.paper import page_words, squeezed, words
from tests.documents.papers import FIELDS, agreement, permit, questions
from tests.documents.strokes import Page, Recorder, faults

LONG = "周边 10 m 内可燃物已清除或覆盖隔离,墙、地洞口已封堵,下方及隔层有人看护并设接火斗;"


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Page]]:
    Recorder.pages = [Page()]
    monkeypatch.setattr(pen, "Pen", Recorder)
    yield Recorder.pages


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return load(written(tmp_path, permit(), FIELDS))


def ticks(pdf: bytes) -> dict[str, int]:
    """Return how often each answer can be found beside its heading."""
    found = words(pdf)
    return {answer: found.count(answer) for answer in ("是", "否", "不适用")}


def test_the_answer_is_ticked_and_can_be_searched(form: Form) -> None:
    empty = ticks(render(form, {"checks": questions(14, answer="")}))
    rows = questions(14)
    rows[3]["answer"], rows[9]["answer"] = "否", "不适用"
    full = ticks(render(form, {"checks": rows}))
    assert {answer: full[answer] - empty[answer] for answer in full} == {"是": 12, "否": 1, "不适用": 1}


def test_a_ticked_box_is_darker_than_an_empty_one(form: Form, drawn: list[Page]) -> None:
    def ink(answer: str) -> int:
        picture = pages.page_image(render(form, {"checks": questions(14, answer=answer)}), 0, 60, grey=True)
        return sum(255 - value for value in picture.data)

    assert ink("是") == pytest.approx(ink("否"), rel=0.01)
    assert ink("是") > ink("") * 1.005


def test_an_answer_without_a_box_is_printed_as_a_note(form: Form) -> None:
    rows = questions(1, answer="部分", note="余下明天补")
    assert "部分·余下明天补" in words(render(form, {"checks": rows}))


def test_two_columns_are_read_downwards(form: Form, drawn: list[Page]) -> None:
    render(form, {"checks": questions(14)})
    places = {text: box for text, box in drawn[0].words if text.startswith("措施")}
    assert places["措施1号"][0] == places["措施7号"][0] < places["措施8号"][0]
    assert places["措施1号"][1] == pytest.approx(places["措施8号"][1])


def test_a_long_question_keeps_its_words_and_its_neighbours_level(form: Form, drawn: list[Page]) -> None:
    rows = questions(14)
    rows[1] |= {"text": LONG * 2, "note": "说明" + LONG}
    pdf = render(form, FIELDS | {"checks": rows})
    assert squeezed(LONG * 2) in words(pdf)
    assert squeezed("说明" + LONG) in words(pdf)
    assert faults(drawn, 210, 297) == []


def test_too_many_questions_run_on_to_the_next_page(form: Form, drawn: list[Page]) -> None:
    pdf = render(form, FIELDS | {"checks": questions(120, note=LONG)})
    found = page_words(pdf)
    assert len(found) > 1
    assert all("安全措施" in page for page in found)
    assert ["第10人" in page for page in found] == [False] * (len(found) - 1) + [True]
    assert all("".join(found).count(f"措施{at}号") == 1 for at in range(1, 121))
    assert faults(drawn, 210, 297) == []


def test_a_tick_list_without_questions_is_only_a_heading(form: Form) -> None:
    found = words(render(form, {}))
    assert "安全措施" in found
    assert "第10人" in found


WORDS = st.text(alphabet="动火措施，。（《ABCabc0123 -\U0001f600", max_size=150)


@given(st.lists(st.tuples(WORDS, WORDS, st.sampled_from(["是", "否", "", "也许"])), max_size=20))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_questions_spoil_the_paper(
    form: Form, drawn: list[Page], rows: list[tuple[str, str, str]]
) -> None:
    drawn[:] = [Page()]
    given = [{"text": text, "note": note, "answer": answer} for text, note, answer in rows]
    pdf = render(form, FIELDS | {"checks": given})
    assert faults(drawn, 210, 297) == []
    found = words(pdf)
    assert all(squeezed(printable(clean(text))) in found for text, _, _ in rows)


def test_ten_signatures_stand_in_two_rows_in_order(form: Form, drawn: list[Page]) -> None:
    render(form, FIELDS)
    places = [box for text, box in drawn[0].words if text.startswith("第") and text.endswith("人")]
    assert len(places) == 10
    assert places == sorted(places, key=lambda box: (round(box[1]), box[0]))
    assert len({round(box[1]) for box in places}) == 2
    numbers = [text for text, _ in drawn[0].words if text.isdigit()]
    assert numbers[-10:] == [str(at) for at in range(1, 11)]


def test_numbers_hang_and_headings_are_bold(tmp_path: Path, drawn: list[Page]) -> None:
    form = load(written(tmp_path, agreement(), FIELDS))
    render(form, FIELDS)
    places = dict(drawn[0].words)
    assert places["第一条"][0] == pytest.approx(18)
    assert places["1."][0] == pytest.approx(18 + 11 * 25.4 / 72)
    assert "一 保管范围" in places
    first = next(box for text, box in drawn[0].words if text.startswith("甲方将"))
    assert first[0] > places["第一条"][2]
    assert faults(drawn, 210, 297) == []


def test_no_line_of_a_clause_begins_or_ends_with_a_forbidden_mark(tmp_path: Path, drawn: list[Page]) -> None:
    form = load(written(tmp_path, agreement(), FIELDS))
    render(form, FIELDS)
    lines = [text for text, box in drawn[0].words if 30 < box[1] < 150]
    assert len(lines) > 10
    assert not any(line[0] in NO_START or line[-1] in NO_END for line in lines)


def test_full_lines_of_a_clause_end_flush(tmp_path: Path, drawn: list[Page]) -> None:
    form = load(written(tmp_path, agreement(), FIELDS))
    render(form, FIELDS)
    last = [(text, box) for text, box in drawn[0].words if 30 < box[1] < 150]
    ends = [box[2] for _, box in last]
    assert max(ends) == pytest.approx(198, abs=0.05)
    assert sum(end == pytest.approx(198, abs=0.05) for end in ends) >= 3


@pytest.mark.parametrize("value", ["# 大标题", "第九条 我说了算", "1. 甲\n2. 乙", "{handler}", "\n\n# 换行"])
def test_what_a_record_fills_in_is_no_heading_and_no_number(tmp_path: Path, value: str) -> None:
    form = load(written(tmp_path, agreement(), FIELDS))
    found = words(render(form, FIELDS | {"keys": value}))
    assert squeezed(f"编号{value}的钥匙") in found


def test_a_long_agreement_runs_on_and_is_signed_once(tmp_path: Path, drawn: list[Page]) -> None:
    form = load(written(tmp_path, agreement(), FIELDS))
    pdf = render(form, FIELDS | {"keys": "、".join(f"A-03-{at:02d}" for at in range(600))})
    found = page_words(pdf)
    assert len(found) > 1
    assert "A-03-599" in "".join(found)
    assert [page.count("第10人") for page in found] == [0] * (len(found) - 1) + [1]
    assert faults(drawn, 210, 297) == []


BROKEN: dict[str, tuple[str, str, str, str, str]] = {
    "an unknown list": (permit(), 'field = "checks"', 'field = "cheques"', "block[1].field", "cheques"),
    "an unknown answer": (permit(), 'answer = "answer"', 'answer = "reply"', "block[1].answer", "checks.reply"),
    "no question": (permit(), 'item = "text"\n', "", "block[1].item", "缺少"),
    "no number of rows": (permit(), "rows = 14\n", "", "block[1].rows", "缺少"),
    "three columns": (permit(), "columns = 2", "columns = 3", "block[1].columns", "之间"),
    "boxes too wide": (permit(), "columns = 2", "columns = 2\nanswer_width = 30", "block[1].answer_width", "太宽"),
    "six answers": (
        permit(), "columns = 2", 'columns = 2\nanswers = ["1", "2", "3", "4", "5", "6"]', "block[1].answers", "5",
    ),
    "an answer twice": (permit(), "columns = 2", 'columns = 2\nanswers = ["是", "是"]', "block[1].answers", "重复"),
    "signatures too narrow": (permit(), 'hint = "签字"\n', "stamp = 24\n", "block[2].boxes[1].width", "签字"),
    "more questions than the page holds": (permit(), "rows = 14", "rows = 60\n", "body", "放不下"),
    "a field that is not filled": (agreement(), "{keys}", "{key}", "block[1].value", "key"),
    "clauses too close": (agreement(), "leading = 1.7", "leading = 1", "block[1].leading", "之间"),
    "no clauses": (agreement(), 'kind = "clauses"', 'kind = "clause"', "block[1].kind", "clauses"),
}  # fmt: skip


@pytest.mark.parametrize(("source", "old", "new", "key", "reason"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_block_is_refused(
    tmp_path: Path, source: str, old: str, new: str, key: str, reason: str
) -> None:
    assert old in source
    with pytest.raises(TemplateBroken) as caught:
        load(written(tmp_path, source.replace(old, new, 1), FIELDS))
    assert (caught.value.path, caught.value.key) == (tmp_path / "form.toml", key)
    assert reason in caught.value.reason


def test_clauses_that_no_page_holds_are_refused(tmp_path: Path) -> None:
    source = agreement().replace("第二条", "第二条" + "长" * 6000)
    with pytest.raises(TemplateBroken) as caught:
        load(written(tmp_path, source, FIELDS))
    assert caught.value.key == "body"
    flowing: Any = source.replace("flow = false", "flow = true")
    assert pages.page_count(render(load(written(tmp_path, flowing, FIELDS)), FIELDS)) > 2
