"""恢复码: make a new code, print it once, and only then let it open the data. It is never written to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.core import clock, keys, reasons, recovery_code, rights, safekeeping, settings
from desk_app.core.database import workstation
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate
from desk_app.core.people import may
from desk_app.kit import background, messages, printing
from desk_app.kit.dialogs import Dialog
from desk_app.kit.progress_dialog import ProgressDialog
from desk_app.kit.text import plain_label

if TYPE_CHECKING:
    from desk_app.kit.desk import Desk
    from desk_app.shell.controller import Controller

FORM = "recovery_sheet"


class RecoveryDialog(Dialog):
    """Says what the code is for and since when there is one; prints a new one."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(
            controller.window, translate("Vault", "恢复码"), width=600, height=330, name="recovery_dialog"
        )
        assert controller.desk is not None
        self._desk = controller.desk
        self._state = plain_label("", "label")
        self.content.addWidget(self._state)
        why = plain_label(
            translate(
                "Vault",
                "数据是加密的,平时由这台电脑自己打开。电脑坏了、换新或重装系统后,要用印在纸上的恢复码(或管理员"
                "密码)才能打开数据和备份;没有它,谁也打不开。\n每次打印都是新码:确认打印出来后启用,"
                "原来那张纸作废。恢复码不存成文件,请封好放进保险柜,不要拍照。",
            )
        )
        why.setWordWrap(True)
        self.content.addWidget(why)
        self.content.addStretch(1)
        self.add_button(
            translate("Vault", "打印新的恢复码…"), self.make, main=True, icon="printer", name="make"
        )
        self.add_close()
        self._show_state()

    def make(self) -> None:
        """Print a new code; it opens the data once the paper is there."""
        code = recovery_code.new()
        try:
            pdf = printing.renderer(self._desk, FORM)(_values(self._desk, code))
        except KnownError as error:
            messages.tell(self, translate("Vault", "没有打印"), error.text)
            return
        if self._is_on_paper(pdf, code):
            db, actor = self._desk.db, self._desk.actor
            job = background.run(
                lambda _progress: safekeeping.put_code(db, actor, code),
                on_done=lambda _done: self._show_state(),
                on_failed=lambda error: messages.tell(
                    self, translate("Vault", "没有启用"), reasons.of(error)
                ),
                parent=self,
            )
            ProgressDialog(self, translate("Vault", "正在启用新的恢复码"), job).exec()

    def _is_on_paper(self, pdf: bytes, code: str) -> bool:
        """Preview and print; without a printer the code can be copied by hand."""
        from desk_app.kit.preview import PreviewDialog

        came_out: list[bool] = []
        preview = PreviewDialog(self, pdf, translate("Vault", "恢复码"), may_save=False)
        preview.printed.connect(came_out.append)
        preview.exec()
        preview.deleteLater()
        if came_out and came_out[-1]:
            return True
        return messages.confirm(
            self,
            translate("Vault", "没有打印,手抄也可以"),
            translate("Vault", "{code}\n抄在纸上并核对后启用;不启用时,原来的恢复码照旧。").format(
                code=recovery_code.shown(code)
            ),
            translate("Vault", "已抄好,启用"),
            translate("Vault", "不启用"),
            careful=True,
        )

    def _show_state(self) -> None:
        ring = keys.read_ring(self._desk.db.path.parent)
        slot = ring.slot(keys.RECOVERY) if ring else None
        if slot is None:
            self._state.setText(translate("Vault", "还没有恢复码:这台电脑一坏,数据就打不开了。请现在打印。"))
        else:
            since = translate("Vault", "现在的恢复码:{date} 启用。")
            self._state.setText(since.format(date=slot.made[:10]))


def _values(desk: Desk, code: str) -> dict[str, object]:
    pieces = recovery_code.groups(code)
    with desk.read() as session:
        config = settings.load(session)
    return {
        "org": config.get(settings.COMPANY) or config.get(settings.PROJECT),
        "first": "-".join(pieces[:3]),
        "second": "-".join(pieces[3:]),
        "project": config.get(settings.PROJECT),
        "site": desk.db.keys.site.hex()[:8],
        "made_at": f"{clock.local(clock.now()):%Y-%m-%d %H:%M}",
        "computer": workstation(),
        "maker": desk.actor.name if desk.actor else "",
    }


def is_missing(desk: Desk) -> bool:
    """Say whether there is no code on paper that opens the data if this computer breaks."""
    ring = keys.read_ring(desk.db.path.parent)
    return ring is None or ring.slot(keys.RECOVERY) is None


def remind(controller: Controller, *, ask: bool) -> None:
    """Say that there is no code yet, and to whom it matters; after the first start ask to print it now."""
    assert controller.desk is not None
    if not is_missing(controller.desk):
        return
    if controller.desk.actor is None or not may(controller.desk.actor, rights.PRINT_RECOVERY_CODE):
        text = translate("Vault", "还没有恢复码:请系统管理员或经理登录后打印(F10 → 恢复码)。")
        controller.desk.notice(text, "due")
        return
    if not ask:
        controller.desk.notice(translate("Vault", "还没有恢复码:请打印并封好(F10 → 恢复码)。"), "due")
        return
    later = translate("Vault", "以后再说")
    if messages.confirm(
        controller.window,
        translate("Vault", "请打印恢复码"),
        translate("Vault", "数据是加密的。电脑坏了或重装系统后,要用印在纸上的恢复码才能打开。"),
        translate("Vault", "现在打印"),
        later,
    ):
        open_dialog(controller)


def open_dialog(controller: Controller) -> None:
    """Open the dialog."""
    RecoveryDialog(controller).exec()
