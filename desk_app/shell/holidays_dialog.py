"""节假日与调休: the editable table behind every working-day deadline, and which years are complete."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from desk_app.core import clock, holidays
from desk_app.core.declare import Choice, Field, FieldKind
from desk_app.core.errors import RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.workdays import DayKind
from desk_app.kit import form_dialog, messages
from desk_app.kit.dialogs import Dialog, current_key, fill_table, make_table
from desk_app.kit.inputs import ChoiceInput
from desk_app.kit.text import plain_label

if TYPE_CHECKING:
    from desk_app.shell.controller import Controller

KINDS = tuple(Choice(kind.value, label, "Holidays") for kind, label in holidays.KIND_LABELS.items())
FIELDS = (
    Field("day", QT_TRANSLATE_NOOP("Holidays", "日期"), FieldKind.DATE, required=True),
    Field(
        "kind",
        QT_TRANSLATE_NOOP("Holidays", "放假还是上班"),
        FieldKind.CHOICE,
        required=True,
        choices=KINDS,
        default="off",
    ),
    Field("name", QT_TRANSLATE_NOOP("Holidays", "名称,例如:春节"), span=2, limit=40),
)
HEADS = (
    QT_TRANSLATE_NOOP("Holidays", "日期"),
    QT_TRANSLATE_NOOP("Holidays", "星期"),
    QT_TRANSLATE_NOOP("Holidays", "类别"),
    QT_TRANSLATE_NOOP("Holidays", "名称"),
)


VERBS = {"add": "holidays.add", "strike": "holidays.strike", "mark": "holidays.mark_year"}
"""Which right each button needs; whoever has it not does not see the button."""


class HolidaysDialog(Dialog):
    """One year at a time."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller.window, translate("Holidays", "节假日与调休"), name="holidays_dialog")
        assert controller.desk is not None
        self._desk = controller.desk
        self._year = ChoiceInput()
        self._year.setObjectName("year")
        self._year.setAccessibleName(translate("Holidays", "年份"))
        this = clock.today().year
        for year in range(this - 2, this + 3):
            self._year.addItem(str(year), year)
        self._year.setCurrentText(str(this))
        self._year.currentIndexChanged.connect(lambda _index: self._fill())
        self._state = plain_label("", "muted")
        self._state.setWordWrap(True)
        line = QHBoxLayout()
        self.content.addLayout(line)
        label = plain_label(translate("Holidays", "年份"), "label")
        label.setBuddy(self._year)
        line.addWidget(label)
        line.addWidget(self._year)
        line.addWidget(self._state, 1)
        heads = [translate("Holidays", text) for text in HEADS]
        self._table = make_table(heads, (140, 100, 140, 0), "holidays")
        self.content.addWidget(self._table)
        self.add_button(translate("Holidays", "增加一天"), self.add, main=True, icon="plus", name="add")
        self.add_button(translate("Holidays", "删去这一天"), self.strike, name="strike")
        self.add_button(translate("Holidays", "本年已录全 / 未录全"), self.mark, name="mark")
        self.hide_what_is_refused(self._desk.actor, VERBS)
        self.add_close()
        self._fill()

    def add(self) -> None:
        """Add one day."""
        form_dialog.ask(
            self, title=translate("Holidays", "增加一天"), fields=FIELDS, context="Holidays",
            main=translate("Holidays", "增加"), save=self._save, desk=self._desk, draft="holidays.add",
        )  # fmt: skip
        self._fill()

    def strike(self) -> None:
        """Take the chosen day out of force."""
        uid = current_key(self._table)
        if isinstance(uid, str):
            self._try(lambda session: holidays.strike(session, uid))

    def mark(self) -> None:
        """Say that the year's notice is wholly in, or take that back."""
        year = int(self._year.currentData())
        with self._desk.read() as session:
            complete = year in holidays.complete_years(session)
        self._try(lambda session: holidays.mark_year(session, year, complete=not complete))

    def _save(self, values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
        day = values["day"]
        assert isinstance(day, date)
        with self._desk.write() as session:
            holidays.add(session, day, DayKind(str(values["kind"])), str(values.get("name") or ""))

    def _try(self, verb: form_dialog.Verb) -> None:
        try:
            with self._desk.write() as session:
                verb(session)
        except RuleError as error:
            messages.tell(self, translate("Holidays", "没有修改"), error.text)
        self._fill()

    def _fill(self) -> None:
        year = int(self._year.currentData())
        with self._desk.read() as session:
            days = holidays.rows(session, year)
            complete = year in holidays.complete_years(session)
        weekdays = translate("Holidays", "一 二 三 四 五 六 日").split()
        rows = [
            (
                d.day.isoformat(),
                weekdays[d.day.weekday()],
                translate("Holidays", holidays.KIND_LABELS[DayKind(d.kind)]),
                d.name,
            )
            for d in days
        ]
        fill_table(self._table, rows, [d.uid for d in days])
        yes = translate("Holidays", "{year} 年已录全,工作日按此表计算。")
        no = translate(
            "Holidays",
            "{year} 年未录全:落在这一年的工作日只按周末推算,到期时间会注明。请按国务院放假通知录入。",
        )
        self._state.setText((yes if complete else no).format(year=year))


def open_dialog(controller: Controller) -> None:
    """Open the dialog."""
    HolidaysDialog(controller).exec()
