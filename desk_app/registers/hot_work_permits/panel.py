"""动火证 on screen: the application form, and each step from the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from desk_app.core import people
from desk_app.core.declare import Action, Field, Ref, Row
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.people import Role
from desk_app.kit import messages, printing
from desk_app.kit.desk import Desk
from desk_app.kit.register_work import RegisterWork
from desk_app.registers.hot_work_permits import asked, paper, service, site, views
from desk_app.registers.hot_work_permits.register import REGISTER

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from desk_app.registers.hot_work_permits.records import HotWorkPermit

MAIN = Action("receive_now", QT_TRANSLATE_NOOP("HotWork", "收件"), shortcut="Ctrl+S")
DRAFT = Action("save_draft", QT_TRANSLATE_NOOP("HotWork", "存草稿"), "save")
HINTED = ("starts", "ends", "level")
Values = Mapping[str, object]


class Panel:
    """The hot-work permits' panel."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self.work = RegisterWork(
            desk,
            REGISTER,
            parent,
            title=QT_TRANSLATE_NOOP("HotWork", "申请动火"),
            main=MAIN,
            save=service.apply,
            saved_text=QT_TRANSLATE_NOOP("HotWork", "已收件"),
            buttons=(DRAFT,),
            handlers={**self._desk_handlers(), **self._site_handlers()},
        )
        for key in HINTED:
            self.work.widget.form.boxes[key].edited.connect(self._hint)

    def _desk_handlers(self) -> dict[str, Callable[[Row], object]]:
        return {
            "save_draft": lambda _row: self._save_draft(),
            "receive": lambda row: self._act(row, service.receive, translate("HotWork", "已收件")),
            "checklist": self._checklist,
            "review": lambda row: self._approve(row, service.review, translate("HotWork", "工程主管审核"), (Role.GC,)),
            "inspect": self._inspect,
            "approve": self._final,
            "issue": self._issue,
            "edit": lambda row: self._take_up(str(row["uid"])),
            "withdraw": self._withdraw,
            "reject": lambda row: self._why(row, partial(_by_reason, service.reject), translate("HotWork", "驳回申请"), translate("HotWork", "已驳回")),
            "discard": lambda row: self._why(row, partial(_by_reason, service.discard), translate("HotWork", "放弃申请"), translate("HotWork", "已放弃")),
            "print": lambda row: self._print_uid(str(row["uid"])),
            "void": self._void,
            "extend": lambda row: self._act(row, service.extend, ""),
            "copy": self._copy,
        }  # fmt: skip

    def _site_handlers(self) -> dict[str, Callable[[Row], object]]:
        return {
            "start": self._start,
            "patrol": lambda row: self.work.ask_verb(row, translate("HotWork", "登记巡查"), asked.VISIT, site.patrol, translate("HotWork", "巡查已登记")),
            "pause": lambda row: self._why(row, partial(_by_reason, site.pause), translate("HotWork", "暂停作业"), translate("HotWork", "已暂停")),
            "resume": lambda row: self._act(row, site.resume, translate("HotWork", "已复工")),
            "finish": lambda row: self.work.ask_verb(row, translate("HotWork", "完工"), asked.FINISH, site.finish, translate("HotWork", "已完工,等待复查")),
            "abort": lambda row: self.work.ask_verb(row, translate("HotWork", "中止作业"), asked.ABORT, site.abort, translate("HotWork", "已中止,等待复查")),
            "recheck": lambda row: self.work.ask_verb(row, translate("HotWork", "完工复查"), (*asked.VISIT, asked.PHOTOS), partial(site.recheck, archive=self._desk.archive), translate("HotWork", "复查已登记")),
            "restored": lambda row: self.work.ask_verb(row, translate("HotWork", "消防设施恢复"), asked.RESTORED, site.restored, translate("HotWork", "恢复已登记")),
            "take_back": lambda row: self._act(row, site.take_back, translate("HotWork", "已收证")),
            "collect": lambda row: self._act(row, site.take_back, translate("HotWork", "已收证")),
        }  # fmt: skip

    def show_record(self, uid: str) -> None:
        """Show one permit; a draft goes straight into the form."""
        self.work.show_record(uid)
        row = self.work.widget.table.current_row()
        if row is not None and row["uid"] == uid and row["state"] == "draft":
            self._take_up(uid)

    def _save_draft(self) -> None:
        self.work.save_as(service.save, QT_TRANSLATE_NOOP("HotWork", "草稿已存"), complete=False)

    def _take_up(self, uid: str) -> None:
        self.work.content.take_up(uid, translate("HotWork", "继续办理这张申请"))
        self._hint()

    def _withdraw(self, row: Row) -> None:
        uid = str(row["uid"])
        if self.work.act(lambda s: service.withdraw(s, uid), translate("HotWork", "已撤回,可以修改")):
            self._take_up(uid)

    def _act(self, row: Row, verb: Callable[[Session, str], object], said: str) -> bool:
        return self.work.act(lambda session: verb(session, str(row["uid"])), said)

    def _why(self, row: Row, verb: Callable[[Session, str, str], object], title: str, said: str) -> None:
        self.work.ask_and_act(row, lambda session, why: verb(session, str(row["uid"]), why), title, said)

    def _approve(
        self,
        row: Row,
        verb: Callable[..., object],
        title: str,
        roles: Sequence[Role],
        more: Sequence[Field] = (),
    ) -> bool:
        """Ask who agreed, the only one with the role preset."""
        with self._desk.read() as session:
            offered = people.offered(session, "", roles)

        def agree(session: Session, uid: str, approver: Ref | None = None, **given: object) -> None:
            verb(session, uid, approver.id if approver else None, **given)

        values = {"approver": offered[0].value} if len(offered) == 1 else None
        fields = (asked.approver(roles), *more, asked.NOTE)
        return self.work.ask_verb(
            row, title, fields, agree, translate("HotWork", "{what}已登记").format(what=title), values=values
        )

    def _inspect(self, row: Row) -> None:
        """Let the checklist be finished first, then ask for the visit."""
        uid = str(row["uid"])
        with self._desk.read() as session:
            complete = views.complete(session, uid)
        if not complete and not self._checklist(row):
            return
        verb = partial(service.inspect, archive=self._desk.archive)
        self._approve(row, verb, translate("HotWork", "安保主管现场查验"), (Role.AB,), (asked.PHOTOS,))

    def _final(self, row: Row) -> None:
        with self._desk.read() as session:
            roles = views.waiting_for(session, str(row["uid"]))
        self._approve(row, service.approve, translate("HotWork", "消防安全责任人批准"), roles)

    def _checklist(self, row: Row) -> bool:
        """Show the checklist; True when it was saved."""
        from desk_app.registers.hot_work_permits.checklist_dialog import ChecklistDialog

        uid = str(row["uid"])
        with self._desk.read() as session:
            known = views.answers(session, uid)

        def save(answers: Mapping[str, tuple[str, str]]) -> None:
            with self._desk.write() as session:
                service.answer(session, uid, answers)
            self._desk.notice(translate("HotWork", "{no} 安全措施已存").format(no=row["no"]))

        title = translate("HotWork", "安全措施 {place}").format(place=row["place"])
        dialog = ChecklistDialog(self.work.widget, title, known, save, self._desk, uid)
        done = bool(dialog.exec())
        dialog.deleteLater()
        return done

    def _issue(self, row: Row) -> None:
        uid = str(row["uid"])
        made: list[HotWorkPermit] = []
        render = printing.renderer(self._desk, paper.FORM)

        def said() -> str:
            return translate("HotWork", "{no} 已发证").format(no=made[-1].no)

        if self.work.act(lambda s: made.append(service.issue(s, uid, self._desk.archive, render)), said):
            self._print_uid(uid)

    def _start(self, row: Row) -> None:
        fields = asked.START if row["outdoors"] else asked.START[:1]
        self.work.ask_verb(
            row, translate("HotWork", "看火人签到开工"), fields, site.start, translate("HotWork", "已开工")
        )

    def _void(self, row: Row) -> None:
        def verb(session: Session, uid: str, approver: Ref | None = None, **given: object) -> None:
            service.void(session, uid, approver_id=approver.id if approver else None, **given)  # type: ignore[arg-type]

        title, said = translate("HotWork", "作废"), translate("HotWork", "已作废")
        if self.work.ask_verb(row, title, asked.VOID, verb, said):
            question = translate("HotWork", "要重办一张新证吗?")
            if messages.confirm(self.work.widget, question, self.work.describe(row)):
                self._copy(row)

    def _copy(self, row: Row) -> None:
        made: list[HotWorkPermit] = []
        uid = str(row["uid"])
        said = translate("HotWork", "已存为新的草稿,时间、措施和审批须重新办理")
        if self.work.act(lambda s: made.append(service.copy_as_new(s, uid)), said):
            self._take_up(made[-1].uid)

    def _print_uid(self, uid: str) -> None:
        printing.show_copy(
            self._desk, self.work.widget, lambda session: service.reprint(session, uid, self._desk.archive)
        )

    def _hint(self) -> None:
        """Say what follows from level and times: until when at most, who approves, what raised it."""
        form = self.work.widget.form
        with self._desk.read() as session:
            form.set_hint(views.window_hint(session, form.known()))


def _by_reason(verb: Callable[..., object], session: Session, uid: str, reason: str) -> object:
    return verb(session, uid, reason=reason)
