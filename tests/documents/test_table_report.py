from desk_app.documents import pages
from desk_app.documents.table_report import TICK, ReportColumn, ReportGroup, ReportMeta, render_report
from tests.documents.paper import RARE, page_words, words

COLUMNS = (
    ReportColumn("序", "n", 8, "right"),
    ReportColumn("姓名", "name", 30),
    ReportColumn("房号", "room", 30),
    ReportColumn("已撤离", TICK, 14, "center"),
)
META = ReportMeta(
    lines=("中盛国际中心", "截至 2026-11-21 10:42"),
    signatures=("清点人", "消防接收人"),
    note="未打勾者视为在楼内",
)


def people(count: int, room: str) -> list[dict[str, object]]:
    return [{"n": at, "name": f"访客{at}号", "room": room} for at in range(1, count + 1)]


def test_everybody_stands_once_under_the_floor() -> None:
    pdf = render_report("在场人员清单", META, [ReportGroup("15 层", people(3, "15-08"))], COLUMNS)
    found = words(pdf)
    assert "15层3人" in found
    assert "共3人" in found
    assert [found.count(f"访客{at}号") for at in (1, 2, 3)] == [1, 1, 1]
    assert all(part in found for part in ("截至2026-11-2110:42", "清点人", "消防接收人", "未打勾者"))


def test_a_party_counts_its_people() -> None:
    found = words(render_report("清单", META, [ReportGroup("15 层", people(2, ""), count=7)], COLUMNS))
    assert "15层7人" in found
    assert "共7人" in found


def test_a_long_list_repeats_its_heading() -> None:
    groups = [ReportGroup("28 层", people(30, "28-01")), ReportGroup("15 层", people(60, "15-08"))]
    found = page_words(render_report("在场人员清单", META, groups, COLUMNS))
    assert len(found) > 2
    for number, page in enumerate(found, 1):
        assert f"第{number}页/共{len(found)}页" in page
        assert all(part in page for part in ("在场人员清单", "姓名", "已撤离", "截至2026-11-2110:42"))
    assert "15层(续)" in found[2]
    assert sum(page.count("号28-01") for page in found) == 30
    assert sum(page.count("号15-08") for page in found) == 60
    assert all("清点人" not in page for page in found[:-1])
    assert "清点人" in found[-1]


def test_nobody_inside_is_a_list_too() -> None:
    assert "共0人" in words(render_report("在场人员清单", META, [], COLUMNS))


def test_names_are_never_markup_and_rare_ones_right() -> None:
    rows: list[dict[str, object]] = [
        {"name": "<b>王</b>"},
        {"name": RARE},
        {"name": None},
        {"name": "Acme <Ltd>\ud800"},
    ]
    found = words(render_report("清单", ReportMeta(), [ReportGroup("", rows)], COLUMNS))
    assert all(part in found for part in ("<b>王</b>", RARE, "Acme<Ltd>"))


def test_equal_input_gives_equal_bytes_and_landscape_is_wide() -> None:
    meta = ReportMeta(landscape=True)
    first, again = (render_report("清单", meta, [ReportGroup("", people(2, ""))], COLUMNS) for _ in range(2))
    assert first == again
    assert pages.page_size(first).width > pages.page_size(first).height
