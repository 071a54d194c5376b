"""访客牌与工牌: the stock of badges, who holds which, new ones, lost ones found again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desk_app.core import badges
from desk_app.core.declare import Choice, Field, FieldKind
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import form_dialog
from desk_app.kit.dialogs import Dialog, current_key, fill_table, make_table
from desk_app.kit.text import show_time

if TYPE_CHECKING:
    from desk_app.shell.controller import Controller

KINDS = (
    Choice("visitor", QT_TRANSLATE_NOOP("Badges", "访客牌")),
    Choice("contractor", QT_TRANSLATE_NOOP("Badges", "上门人员牌")),
)
FIELDS = (
    Field(
        "kind",
        QT_TRANSLATE_NOOP("Badges", "类别"),
        FieldKind.CHOICE,
        required=True,
        choices=KINDS,
        default="visitor",
    ),
    Field("prefix", QT_TRANSLATE_NOOP("Badges", "字母前缀"), required=True, limit=8, default="A"),
    Field("first", QT_TRANSLATE_NOOP("Badges", "从第几号"), FieldKind.INTEGER, required=True, default=1),
    Field("last", QT_TRANSLATE_NOOP("Badges", "到第几号"), FieldKind.INTEGER, required=True, default=60),
)
HEADS = (
    QT_TRANSLATE_NOOP("Badges", "牌号"),
    QT_TRANSLATE_NOOP("Badges", "类别"),
    QT_TRANSLATE_NOOP("Badges", "状态"),
    QT_TRANSLATE_NOOP("Badges", "持有人"),
)


VERBS = {"add": "badges.add", "found": "badges.found"}
"""Which right each button needs; whoever has it not does not see the button."""


class BadgesDialog(Dialog):
    """The stock of badges."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller.window, translate("Badges", "访客牌与工牌"), name="badges_dialog")
        assert controller.desk is not None
        self._desk = controller.desk
        heads = [translate("Badges", text) for text in HEADS]
        self._table = make_table(heads, (100, 120, 140, 0), "badges")
        self.content.addWidget(self._table)
        self.add_button(translate("Badges", "增加一批"), self.add, main=True, icon="plus", name="add")
        self.add_button(translate("Badges", "挂失的牌已找回"), self.found, name="found")
        self.hide_what_is_refused(self._desk.actor, VERBS)
        self.add_close()
        self._fill()

    def add(self) -> None:
        """Put a run of badges into stock."""
        form_dialog.ask(
            self, title=translate("Badges", "增加一批牌"), fields=FIELDS, context="Badges",
            main=translate("Badges", "增加"), save=self._save, desk=self._desk, draft="badges.add",
        )  # fmt: skip
        self._fill()

    def found(self) -> None:
        """Put the chosen lost badge back into stock."""
        code = current_key(self._table)
        if isinstance(code, str):
            with self._desk.write() as session:
                badges.found(session, code)
            self._fill()

    def _save(self, values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
        with self._desk.write() as session:
            new = badges.add(
                session,
                str(values["kind"]),
                str(values["prefix"]),
                int(str(values["first"])),
                int(str(values["last"])),
            )
        self._desk.notice(translate("Badges", "新增 {n} 块牌").format(n=new))

    def _fill(self) -> None:
        with self._desk.read() as session:
            stock = badges.stock(session)
        rows = [
            (badge.code, _kind(badge), _state(badge, loan), loan.holder_name if loan else "")
            for badge, loan in stock
        ]
        fill_table(self._table, rows, [badge.code for badge, _loan in stock])


def _kind(badge: badges.Badge) -> str:
    return next(translate("Badges", kind.label) for kind in KINDS if kind.key == badge.kind)


def _state(badge: badges.Badge, loan: badges.BadgeLoan | None) -> str:
    if badge.lost:
        return translate("Badges", "挂失")
    if loan:
        return translate("Badges", "已发 {time}").format(time=show_time(loan.out_at))
    return translate("Badges", "在库")


def open_dialog(controller: Controller) -> None:
    """Open the dialog."""
    BadgesDialog(controller).exec()
