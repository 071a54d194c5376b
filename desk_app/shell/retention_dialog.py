"""保存与销毁: what has reached its term, what is held, what was cleared; the manager's word and the paper to sign."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget
from sqlalchemy import select

from desk_app.core import clock, people, purge, reasons
from desk_app.core.declare import Choice, Field, FieldKind, Ref, Suggestion
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.holds import HOLDS, Hold
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.people import Role
from desk_app.core.purge import Due, Run
from desk_app.core.retention import DEIDENTIFIED, DESTROYED, LEVELS
from desk_app.kit import background, form_dialog, messages, printing
from desk_app.kit.dialogs import Dialog, current_key, fill_table, make_table
from desk_app.kit.progress_dialog import ProgressDialog
from desk_app.kit.text import caption
from desk_app.registers import kept
from desk_app.shell import before_clearing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy.orm import Session

    from desk_app.shell.controller import Controller

DUE, HELD, RUNS = 0, 1, 2
HEADS = {
    DUE: (
        QT_TRANSLATE_NOOP("Retention", "登记"), QT_TRANSLATE_NOOP("Retention", "处理"),
        QT_TRANSLATE_NOOP("Retention", "到期"), QT_TRANSLATE_NOOP("Retention", "冻结"),
        QT_TRANSLATE_NOOP("Retention", "最早"), QT_TRANSLATE_NOOP("Retention", "最晚"),
    ),
    HELD: (
        QT_TRANSLATE_NOOP("Retention", "编号"), QT_TRANSLATE_NOOP("Retention", "原因"),
        QT_TRANSLATE_NOOP("Retention", "依据"), QT_TRANSLATE_NOOP("Retention", "冻结人"),
        QT_TRANSLATE_NOOP("Retention", "时间"),
    ),
    RUNS: (
        QT_TRANSLATE_NOOP("Retention", "清册"), QT_TRANSLATE_NOOP("Retention", "登记"),
        QT_TRANSLATE_NOOP("Retention", "处理"), QT_TRANSLATE_NOOP("Retention", "份数"),
        QT_TRANSLATE_NOOP("Retention", "审批人"), QT_TRANSLATE_NOOP("Retention", "监销人"),
        QT_TRANSLATE_NOOP("Retention", "结束"),
    ),
}  # fmt: skip
WIDTHS = {
    DUE: (150, 110, 90, 90, 130, 0),
    HELD: (190, 110, 260, 100, 0),
    RUNS: (150, 150, 110, 80, 100, 100, 0),
}
TITLES = {
    DUE: QT_TRANSLATE_NOOP("Retention", "到期"),
    HELD: QT_TRANSLATE_NOOP("Retention", "冻结"),
    RUNS: QT_TRANSLATE_NOOP("Retention", "清理记录"),
}
EMPTY = {
    DUE: QT_TRANSLATE_NOOP("Retention", "今天没有到期要处理的登记。"),
    HELD: QT_TRANSLATE_NOOP("Retention", "没有冻结的登记,都按保存期限处理。"),
    RUNS: QT_TRANSLATE_NOOP("Retention", "还没有清理过。到期的登记脱敏或销毁后,清册列在这里。"),
}
MOST_RUNS = 200


def _suggest_witness(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    return people.offered(session, text, (Role.KZ, Role.JL, Role.DB, Role.DA, Role.AB))


HOLD_FIELDS = (
    Field("no", QT_TRANSLATE_NOOP("Retention", "编号(名册写全称)"), required=True, limit=60, span=2),
    Field(
        "kind", QT_TRANSLATE_NOOP("Retention", "原因"), FieldKind.CHOICE, required=True, span=2,
        choices=tuple(Choice(key, label) for key, label in HOLDS.items()),
    ),
    Field("reason", QT_TRANSLATE_NOOP("Retention", "依据(案号、公函号、投诉单号)"), FieldKind.LONG_TEXT, required=True, span=2, limit=200),
)  # fmt: skip
RELEASE_FIELDS = (
    Field("note", QT_TRANSLATE_NOOP("Retention", "解冻说明"), FieldKind.LONG_TEXT, required=True, span=2, limit=200),
)  # fmt: skip
DESTROY_FIELDS = (
    Field("witness", QT_TRANSLATE_NOOP("Retention", "监销人"), FieldKind.STAFF, required=True, span=2, suggest=_suggest_witness),
    Field("reason", QT_TRANSLATE_NOOP("Retention", "说明"), span=2, limit=200),
)  # fmt: skip


VERBS = {
    "clear": "retention.begin",
    "hold": "retention.hold",
    "release": "retention.release",
    "print_run": "papers.printed",
}
"""Which right each button needs; whoever has it not does not see the button."""


class RetentionDialog(Dialog):
    """Three lists: what is due, what is held, what was cleared."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(
            controller.window,
            translate("Retention", "保存与销毁"),
            width=900,
            height=480,
            name="retention_dialog",
        )
        assert controller.desk is not None
        self._desk = controller.desk
        self._kept = {one.key: one for one in kept()}
        self._due: list[Due] = []
        self.pages = QTabWidget()
        self.tables = {}
        for page, heads in HEADS.items():
            table = make_table(
                [translate("Retention", one) for one in heads], WIDTHS[page], f"retention_{page}"
            )
            self.tables[page] = table
            self.pages.addTab(table, caption(translate("Retention", TITLES[page])))
        self.content.addWidget(self.pages)
        self.add_note(
            translate(
                "Retention",
                "脱敏每晚自动进行;销毁须经理批准、另一人监销,完成后打印清册签字。期限在「设置」各登记页。",
            )
        )
        self._clear_button = self.add_button(
            translate("Retention", "处理选中的…"), self.clear, main=True, icon="trash-2", name="clear"
        )
        self.add_button(translate("Retention", "冻结…"), self.hold, name="hold")
        self.add_button(translate("Retention", "解冻…"), self.release, name="release")
        self.add_button(translate("Retention", "打印清册"), self.print_run, icon="printer", name="print_run")
        self.hide_what_is_refused(self._desk.actor, VERBS)
        self.add_close()
        self._fill()
        self._desk.changed.connect(self._fill)  # by her, or by the program beside her
        self.tables[DUE].setFocus()

    def clear(self) -> None:
        """Clear what the chosen line says, after the manager's word; destroying asks for the witness."""
        self.pages.setCurrentIndex(DUE)
        number = current_key(self.tables[DUE])
        if not isinstance(number, int) or not self._clear_button.isEnabled():
            return
        one = self._due[number]
        if not one.count:
            text = translate("Retention", "到期的都已冻结,没有可处理的。先解冻才能处理。")
            messages.tell(self, self._asked(one), text)
        elif one.level == DESTROYED:
            form_dialog.ask(
                self, title=self._asked(one), fields=DESTROY_FIELDS, context="Retention",
                main=translate("Retention", "批准销毁"),
                save=lambda values, _reasons: self._begin(one, values), desk=self._desk,
                draft=f"retention.destroy.{one.kept.key}",
            )  # fmt: skip
        elif messages.confirm(
            self, self._asked(one), translate("Retention", "姓名、号码、电话、照片等将清空,不能恢复。"),
            translate("Retention", "脱敏"), translate("Retention", "不处理"), careful=True,
        ):  # fmt: skip
            self._try(lambda: self._begin(one, {}))

    def hold(self) -> None:
        """Hold a record by its number."""
        if form_dialog.ask(
            self, title=translate("Retention", "冻结一份登记"), fields=HOLD_FIELDS, context="Retention",
            main=translate("Retention", "登记冻结"), save=self._save_hold, desk=self._desk, draft="retention.hold",
        ):  # fmt: skip
            self.pages.setCurrentIndex(HELD)

    def release(self) -> None:
        """End the chosen hold."""
        self.pages.setCurrentIndex(HELD)
        uid = current_key(self.tables[HELD])
        if isinstance(uid, str):
            form_dialog.ask(
                self, title=translate("Retention", "解冻"), fields=RELEASE_FIELDS, context="Retention",
                main=translate("Retention", "解冻"),
                save=lambda values, _reasons: self._release(uid, values), desk=self._desk,
                draft=f"retention.release.{uid}",
            )  # fmt: skip

    def print_run(self) -> None:
        """Print the chosen run's record; the first time it is archived."""
        from desk_app.reports import destruction

        self.pages.setCurrentIndex(RUNS)
        uid = current_key(self.tables[RUNS])
        if not isinstance(uid, str):
            return

        def values(session: Session) -> Mapping[str, object]:
            run = session.scalars(select(Run).where(Run.uid == uid)).one()
            return destruction.values(session, run, self._kept[run.register])

        with self._desk.read() as session:
            run = session.scalars(select(Run).where(Run.uid == uid)).one()
        if run.ended_at is None:
            messages.tell(self, run.no, translate("Retention", "这次清理还没有结束,今晚会接着做。"))
            return
        printing.print_record(
            self._desk, self, entity="purge_run", uid=uid, no=run.no, form_key=destruction.FORM, values=values
        )

    def _asked(self, one: Due) -> str:
        text = translate("Retention", "{register}:{level} {count} 份(到 {until} 为止)")
        title = translate("Tabs", one.kept.title)
        level = translate("Retention", LEVELS[one.level])
        return text.format(register=title, level=level, count=one.count, until=one.until)

    def _begin(self, one: Due, values: Mapping[str, object]) -> None:
        """Back up, then order it and have it carried out beside the window; without a backup there is no order."""
        before_clearing.back_up(self, self._desk)
        witness = values.get("witness")
        with self._desk.write() as session:
            run = purge.begin(
                session, one, witness_id=witness.id if isinstance(witness, Ref) else None,
                reason=str(values.get("reason") or ""),
            )  # fmt: skip
        actor, desk = self._desk.actor, self._desk
        assert actor is not None
        self._clear_button.setEnabled(False)
        job = background.run(
            lambda progress: purge.carry_out(desk.db, actor, desk.archive, one.kept, run, progress.tell),
            on_done=lambda _count: self._done(run.no), on_failed=lambda error: self._failed(run.no, error),
            parent=self, lasting=True,
        )  # fmt: skip
        ProgressDialog(self, translate("Retention", "正在清理"), job).show_beside()

    def _done(self, no: str) -> None:
        self._clear_button.setEnabled(True)
        self._desk.notice(translate("Retention", "{no} 已完成,请打印清册签字。").format(no=no))
        self._desk.changed.emit()

    def _failed(self, no: str, error: Exception) -> None:
        self._clear_button.setEnabled(True)
        text = translate("Retention", "{no} 没有做完,今晚会接着做。{reason}")
        reason = reasons.of(error)
        messages.tell(self, translate("Retention", "没有做完"), text.format(no=no, reason=reason))
        self._fill()

    def _save_hold(self, values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
        number = str(values["no"]).strip()
        with self._desk.write() as session:
            one, uid = purge.by_number(session, list(self._kept.values()), number)
            purge.hold(session, one, uid, kind=str(values["kind"]), reason=str(values["reason"]))

    def _release(self, uid: str, values: Mapping[str, object]) -> None:
        with self._desk.write() as session:
            purge.release(session, list(self._kept.values()), uid, note=str(values["note"]))

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except (RuleError, KnownError) as error:
            messages.tell(self, translate("Retention", "没有处理"), error.text)

    def _fill(self) -> None:
        everything = list(self._kept.values())
        with self._desk.read() as session:
            self._due = [
                one for level in (DEIDENTIFIED, DESTROYED) for one in purge.due(session, everything, level)
            ]
            held = purge.holds(session)
            runs = list(session.scalars(select(Run).order_by(Run.id.desc()).limit(MOST_RUNS)))
        self._show(DUE, [_due_row(one) for one in self._due], range(len(self._due)))
        self._show(HELD, [_hold_row(one) for one in held], [one.uid for one in held])
        self._show(RUNS, [self._run_row(one) for one in runs], [one.uid for one in runs])

    def _show(self, page: int, rows: Sequence[Sequence[str]], keys: Sequence[object]) -> None:
        table = self.tables[page]
        chosen = max(table.currentRow(), 0)
        fill_table(table, rows, keys, translate("Retention", EMPTY[page]))
        if rows:
            table.selectRow(min(chosen, len(rows) - 1))

    def _run_row(self, run: Run) -> tuple[str, ...]:
        ended = (
            f"{clock.local(run.ended_at):%Y-%m-%d %H:%M}"
            if run.ended_at
            else translate("Retention", "未完成")
        )
        title = translate("Tabs", self._kept[run.register].title)
        return (
            run.no, title, translate("Retention", LEVELS[run.level]), str(run.done), run.approver, run.witness, ended
        )  # fmt: skip


def _due_row(one: Due) -> tuple[str, ...]:
    return (
        translate("Tabs", one.kept.title), translate("Retention", LEVELS[one.level]), str(one.count), str(one.held),
        str(one.oldest or ""), str(one.newest or ""),
    )  # fmt: skip


def _hold_row(one: Hold) -> tuple[str, ...]:
    kind = translate("Retention", HOLDS[one.kind])
    return one.no, kind, one.reason, one.by_name, f"{clock.local(one.created_at):%Y-%m-%d %H:%M}"


def open_dialog(controller: Controller) -> None:
    """Open the dialog."""
    RetentionDialog(controller).exec()
