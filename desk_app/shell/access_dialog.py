"""访问日志: who looked at, searched, printed, took out or was refused what; read and checked by the manager."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from desk_app.core import access, access_review, clock
from desk_app.core.access import Access, Kind, Wanted
from desk_app.core.declare import Field, FieldKind
from desk_app.core.errors import RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import form_dialog, messages
from desk_app.kit.dialogs import Dialog, fill_table, make_table
from desk_app.kit.inputs import ChoiceInput
from desk_app.kit.record_words import verb_label
from desk_app.kit.text import plain_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desk_app.shell.controller import Controller

HEADS = (
    QT_TRANSLATE_NOOP("Access", "时间"),
    QT_TRANSLATE_NOOP("Access", "人员"),
    QT_TRANSLATE_NOOP("Access", "类别"),
    QT_TRANSLATE_NOOP("Access", "对象"),
    QT_TRANSLATE_NOOP("Access", "条件与内容"),
    QT_TRANSLATE_NOOP("Access", "数量"),
    QT_TRANSLATE_NOOP("Access", "原因"),
    QT_TRANSLATE_NOOP("Access", "终端"),
)
CHECK_FIELDS = (
    Field(
        "found", QT_TRANSLATE_NOOP("Access", "抽查结果"), FieldKind.LONG_TEXT, required=True, span=2, limit=400,
        phrases=(QT_TRANSLATE_NOOP("Access", "未见异常"),), default="",
        placeholder=QT_TRANSLATE_NOOP("Access", "例如:未见异常;/ 选常用语"),
    ),
)  # fmt: skip


WORDS = {
    "staff.add": QT_TRANSLATE_NOOP("Access", "新增人员"),
    "staff.change": QT_TRANSLATE_NOOP("Access", "改姓名、岗位或在职"),
    "settings.change": QT_TRANSLATE_NOOP("Access", "改设置"),
    "accounts.begin": QT_TRANSLATE_NOOP("Access", "设第一位管理员"),
    "accounts.give_code": QT_TRANSLATE_NOOP("Access", "发一次性代码"),
    "accounts.unlock": QT_TRANSLATE_NOOP("Access", "解锁账号"),
    "accounts.set_password": QT_TRANSLATE_NOOP("Access", "设自己的密码"),
    "accounts.set_pin": QT_TRANSLATE_NOOP("Access", "设自己的 PIN"),
    "accounts.sign_in": QT_TRANSLATE_NOOP("Access", "用密码登录"),
    "accounts.recover": QT_TRANSLATE_NOOP("Access", "凭恢复码重置"),
    "accounts.new_recovery": QT_TRANSLATE_NOOP("Access", "新的管理员恢复码"),
    "delegations.lend": QT_TRANSLATE_NOOP("Access", "代岗开始"),
    "delegations.end": QT_TRANSLATE_NOOP("Access", "代岗结束"),
    "premises.import": QT_TRANSLATE_NOOP("Access", "导入名册"),
    "keys.import": QT_TRANSLATE_NOOP("Access", "导入钥匙清单"),
    "retention.hold": QT_TRANSLATE_NOOP("Access", "冻结"),
    "retention.release": QT_TRANSLATE_NOOP("Access", "解冻"),
    "retention.deidentify": QT_TRANSLATE_NOOP("Access", "按期脱敏"),
    "retention.destroy": QT_TRANSLATE_NOOP("Access", "按期销毁"),
    "met": QT_TRANSLATE_NOOP("Access", "遇到限制来访"),
    "key": QT_TRANSLATE_NOOP("Access", "按键锁屏"),
    "idle": QT_TRANSLATE_NOOP("Access", "无人操作锁屏"),
    "system": QT_TRANSLATE_NOOP("Access", "系统锁屏"),
    "minimised": QT_TRANSLATE_NOOP("Access", "最小化时锁屏"),
    "sleep": QT_TRANSLATE_NOOP("Access", "电脑休眠后锁屏"),
    "long": QT_TRANSLATE_NOOP("Access", "登录到时锁屏"),
}
"""What the log keeps by a name of the program, in words."""


class AccessDialog(Dialog):
    """The newest lines of the part that is chosen: by days, person and kind."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(
            controller.window, translate("Access", "访问日志"), width=1180, height=620, name="access_dialog"
        )
        assert controller.desk is not None
        self.resize(self.size().boundedTo(controller.window.size()))
        self._desk = controller.desk
        self._lines: Sequence[Access] = ()
        self.days, self.person, self.kind = ChoiceInput(), ChoiceInput(), ChoiceInput()
        self._fill_choices()
        row = QHBoxLayout()
        self.content.addLayout(row)
        for box, name, text in (
            (self.days, "days", translate("Access", "期间")),
            (self.person, "person", translate("Access", "人员")),
            (self.kind, "kind", translate("Access", "类别")),
        ):
            label = plain_label(text, "label")
            label.setBuddy(box)
            box.setObjectName(name)
            box.setAccessibleName(text)
            row.addWidget(label)
            row.addWidget(box, 1)
            box.currentIndexChanged.connect(lambda _index: self.look())
        heads = [translate("Access", text) for text in HEADS]
        self.table = make_table(heads, (186, 84, 104, 228, 202, 68, 170, 80), "access_list")
        self.content.addWidget(self.table, 1)
        self.count = plain_label("", "muted")
        self.count.setWordWrap(True)
        self.content.addWidget(self.count)
        self.add_button(
            translate("Access", "月度抽查…"), self.check_off, main=True, icon="check", name="check_off"
        )
        self.add_button(translate("Access", "导出…"), self.export, icon="table", name="export")
        self.add_close()
        self.look()

    def wanted(self) -> Wanted:
        """Return what part of the log is chosen."""
        first, last = self.days.currentData()
        kind = self.kind.currentData()
        return Wanted(first, last, self.person.currentData(), Kind(kind) if kind else None)

    def conditions(self) -> str:
        """Return what is chosen in words."""
        return " ".join(box.currentText() for box in (self.days, self.person, self.kind))

    def look(self) -> None:
        """Read what is chosen; that it was read is noted."""
        try:
            with self._desk.write() as session:
                total = access.number_of(session, self.wanted())
                self._lines = access_review.look(session, self.wanted(), self.conditions())
        except RuleError as error:
            self.count.setText(error.text)
            return
        fill_table(self.table, [self._told(line) for line in self._lines])
        text = translate(
            "Access", "共 {total} 条,显示最近 {n} 条。只追加,不能修改;保存期限见「设置」。{check}"
        )
        self.count.setText(text.format(total=total, n=len(self._lines), check=self._check_words()))

    def check_off(self) -> None:
        """Note that last month's log was looked through, and what came of it."""
        month, _last = access_review.month_of(clock.today().replace(day=1) - timedelta(days=1))

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                row = access_review.check_off(session, month, found=str(values["found"]))
            text = translate("Access", "{month} 的访问日志已抽查,共 {n} 条")
            self._desk.notice(text.format(month=row.month, n=row.lines))

        form_dialog.ask(
            self, title=translate("Access", "抽查 {month} 的访问日志").format(month=f"{month:%Y-%m}"),
            fields=CHECK_FIELDS, context="Access", main=translate("Access", "已抽查"), save=save,
            desk=self._desk, draft=f"access.{month:%Y-%m}",
        )  # fmt: skip
        self.look()

    def export(self) -> None:
        """Write what is chosen to a workbook: an export like any other."""
        from desk_app.shell.access_export import export_log

        heads = [translate("Access", text) for text in HEADS]
        export_log(self, self._desk, self.conditions(), heads, [self._told(one) for one in self._lines])
        self.look()

    def _told(self, line: Access) -> tuple[str, ...]:
        numbers = {one.prefix: one for one in self._desk.registers.values()}
        register = self._desk.registers.get(line.entity) or numbers.get(line.no.partition("-")[0])
        thing = translate(register.context, register.title) if register else ""
        kind = translate("Access", access.LABELS[Kind(line.kind)]) if line.kind in set(Kind) else line.kind
        count = "" if line.count is None else str(line.count)
        return (
            f"{clock.local(line.at):%Y-%m-%d %H:%M:%S}", line.who, kind, " ".join(filter(None, (thing, line.no))),
            self._condition(line), count, line.reason, line.workstation,
        )  # fmt: skip

    def _condition(self, line: Access) -> str:
        """Return what a line is about in words: of a verb its name, of a paper nothing, for its number says which."""
        if line.kind in (Kind.PRINT, Kind.REPRINT) and line.conditions.isascii():
            return ""
        room = line.conditions.partition(".")[0]
        register = self._desk.registers.get(room)
        if line.conditions in WORDS:
            return translate("Access", WORDS[line.conditions])
        return verb_label(register, line.conditions) if register else line.conditions

    def _check_words(self) -> str:
        with self._desk.read() as session:
            month = access_review.unchecked(session)
        if month is None:
            return ""
        return " " + translate("Access", "{month} 还没有抽查。").format(month=f"{month:%Y-%m}")

    def _fill_choices(self) -> None:
        today = clock.today()
        this, last = (
            access_review.month_of(today),
            access_review.month_of(today.replace(day=1) - timedelta(days=1)),
        )
        for text, span in (
            (translate("Access", "今天"), (today, today)),
            (translate("Access", "近 7 天"), (today - timedelta(days=6), today)),
            (translate("Access", "本月"), this),
            (translate("Access", "上月"), last),
            (translate("Access", "全部"), (None, None)),
        ):
            self.days.addItem(text, span)
        self.person.addItem(translate("Access", "所有人"), None)
        with self._desk.read() as session:
            for number, who in sorted(access.people_in(session).items()):
                self.person.addItem(who, number)
        self.kind.addItem(translate("Access", "所有类别"), "")
        for kind, label in access.LABELS.items():
            self.kind.addItem(translate("Access", label), str(kind))


def open_dialog(controller: Controller) -> None:
    """Open the dialog, for the manager."""
    assert controller.desk is not None
    actor = controller.desk.actor
    if actor is None or not access_review.may_read(actor):
        text = translate("Access", "访问日志由经理查看。")
        messages.tell(controller.window, translate("Access", "访问日志"), text)
        return
    AccessDialog(controller).exec()
