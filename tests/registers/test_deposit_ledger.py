"""押金台账: opening + taken - back = closing, whatever happened; the sheet says what the records say."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some
from openpyxl import load_workbook

from desk_app.core import deposit_ledger
from desk_app.core.deposit_ledger import Account
from desk_app.core.deposits import Asked, Held, Refund
from desk_app.core.refund_outside import Outside
from desk_app.registers.entry_passes import figures, holding, refunding
from desk_app.registers.entry_passes.register import REGISTER
from desk_app.reports import deposit_ledger as sheet
from desk_app.reports import monthly
from tests.registers.papers import render
from tests.registers.pass_desk import SATURDAY

START = date(2026, 1, 1)
MONTHS = [(date(2026, n, 1), date(2026, n + 1, 1) - timedelta(1)) for n in range(1, 12)]
DEPOSITS = some.tuples(some.integers(1, 9999), some.integers(0, 330), some.none() | some.integers(0, 200), some.floats(0, 1))  # fmt: skip


def account(amount: int, taken: int, after: int | None, part: float) -> Account:
    day = START + timedelta(taken)
    held = Held("pass", "出入证押金", amount, "", (), day, day)
    if after is None:
        return Account("CR", "", held)
    back = Refund(kind="pass", amount=amount, deduction=int(amount * part), day=day + timedelta(after))
    return Account("CR", "", held, back)


@given(some.lists(DEPOSITS.map(lambda one: account(*one)), max_size=12), some.integers(0, 400))
def test_opening_and_taken_less_back_is_closing_and_opens_the_next_month(accounts, today) -> None:
    before = 0
    for first, last in MONTHS:
        found = [deposit_ledger.line(one, first, last, START + timedelta(today)) for one in accounts]
        lines = [one for one in found if one is not None]
        total = deposit_ledger.summed(lines)
        assert total.opening + total.taken - total.back == total.closing
        assert total.opening == before
        assert all(one.opening + one.taken - one.back == one.closing for one in lines)
        assert all(one.due in (0, one.closing) and 0 <= one.deduction <= one.back for one in lines)
        taken = sum(one.held.amount for one in accounts if first <= one.held.taken <= last)
        back = sum(one.refund.amount for one in accounts if one.refund and first <= one.refund.day <= last)
        assert (total.taken, total.back) == (taken, back)
        before = total.closing


def test_a_deposit_grows_old_by_whole_months() -> None:
    taken = date(2026, 1, 15)
    days = (date(2026, 4, 14), date(2026, 4, 15), date(2026, 7, 14), date(2026, 7, 15), date(2027, 1, 15))
    assert [deposit_ledger.age(taken, day) for day in days] == [0, 1, 1, 2, 3]


def test_the_sheet_has_a_row_a_deposit_with_what_the_records_say(passes, tmp_path) -> None:
    crew, ended = passes.crew, []
    for name in ("张伟", "王芳", "赵敏", "孙丽"):
        ended.append(passes.issued(name=name).uid)
    with passes.unit() as session:
        for uid in ended[:3]:
            holding.give_back(session, uid, condition="good", on=SATURDAY, by="本人", note="")
    passes.at(SATURDAY + timedelta(1))
    with passes.unit() as session:
        said = Asked(
            2000, "证件破损", "当面告知", False, payee="张伟", way="cash", note="遗失声明已收",
            paid_by=crew.other_qt.staff_id, approver=crew.manager.staff_id,
        )  # fmt: skip
        done = refunding.refund(session, ended[0], said, passes.archive, render)
    with passes.unit(crew.supervisor) as session:
        outside = Outside(SATURDAY, "0315", "财务周会计")
        refunding.note_refunded(session, ended[1], refunding.KIND, outside)
    with passes.db.read() as session:
        path = monthly.write(session, 2026, 11, tmp_path / "月报.xlsx", maker="李敏", registers=[REGISTER])
        kept = figures.held(session, date(2026, 11, 1), date(2026, 11, 30))[0]
    rows = [row for row in load_workbook(path)[sheet.NAME].iter_rows(values_only=True) if row[0]]
    head = next(number for number, row in enumerate(rows) if row[0] == "证/单号")
    told = [dict(zip(rows[head], row, strict=True)) for row in rows[head + 1 :]]
    assert "期初 0.00  本期收 200.00  本期退 100.00  期末余额 100.00" in str(rows[head - 3][0])
    assert rows[head - 2][0] == "期末余额账龄:0–3 月 100.00  3–6 月 0.00  6–12 月 0.00  12 月以上 0.00"
    one, two, three, four = told[:4]
    assert (one["退款单号"], one["其中扣款"], one["扣款原因"], one["收据原件"]) == (
        done.no,
        20,
        "证件破损",
        "无原件",
    )
    assert (two["退款方式"], two["收据原件"]) == ("本系统外已退(补录)", "纸质 0315")
    assert (three["期末余额"], three["到期可退未退"], three["账龄"]) == (50, 50, "0–3 月")
    assert (four["期末余额"], four["到期可退未退"], four["可退日"]) == (50, None, None)
    assert told[4]["期末余额"] == kept == 100
    assert told[4]["期初"] + told[4]["本期收"] - told[4]["本期退"] == told[4]["期末余额"]
