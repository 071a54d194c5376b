"""List and form of one register side by side; a room's panel holds one and says what its buttons do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk_app.core import clock, past, privacy
from desk_app.core.declare import Action, Field, Register, Row, Suggestion
from desk_app.core.i18n import translate
from desk_app.kit import theme
from desk_app.kit.desk import Desk
from desk_app.kit.guard import qt_guard
from desk_app.kit.list_reader import ListReader
from desk_app.kit.look_back import words_of
from desk_app.kit.record_form import RecordForm
from desk_app.kit.record_table import RecordTable, Store
from desk_app.kit.steady_button import SteadyButton
from desk_app.kit.text import caption, tooltip

PAST = "past"
"""The chip of the days that are shown for a reason only (core/past.py)."""

QUERY_MS = 2_000
"""How long a filter rests before it counts as a query."""


class RegisterPanel(QWidget):
    """A register on screen, used by composition.

    `title` heads the form, `main` is its filled button, `buttons` stand beside it, `extra` above the list.
    Signals: `submitted`; `action_requested(key, row or None)` from list, form and extra buttons;
    `opened(row)`; `export_requested`; `refilled` the list was read again.
    """

    submitted = Signal()
    action_requested = Signal(str, object)
    opened = Signal(object)
    export_requested = Signal()
    refilled = Signal()
    missed = Signal(int)

    def __init__(
        self,
        desk: Desk,
        register: Register,
        store: Store,
        title: str,
        main: Action,
        buttons: Sequence[Action] = (),
        extra: Sequence[Action] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.register = register
        self.setObjectName(register.key)
        self._revision: object = None
        self._view = register.views[0].key if register.views else ""
        self._why = ""
        self._card = QFrame(self)
        self._main, self._extra = main, dict[str, QPushButton]()
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(1, theme.px(12), 1, theme.px(8))
        inside.setSpacing(theme.px(8))
        self._make_bar(inside, extra)
        self._table = RecordTable(register, self._read_rows, store, self._card)
        self._reader = ListReader(desk, register, self._table)
        self._to_select = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refill_if_stale)
        self._asked = QTimer(self, singleShot=True, interval=QUERY_MS)
        self._asked.timeout.connect(self._note_query)
        form_title = translate(register.context, title)
        self.form = RecordForm(
            register.fields,
            register.context,
            form_title,
            main,
            buttons,
            self._suggest,
            self,
            desk.pages_ahead.pop(register.key, None),
        )
        inside.addWidget(self._table, 1)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.form)

    @property
    def table(self) -> RecordTable:
        """The list, up to date: what was put off until the window's next turn is done first."""
        if self._soon.isActive():
            self.refill_if_stale()
        return self._table

    @property
    def view(self) -> str:
        """The key of the view shown."""
        return self._view

    @property
    def view_words(self) -> str:
        """What the view shown is called."""
        labels = {view.key: translate(self.register.context, view.label) for view in self.register.views}
        return labels.get(self._view) or words_of(self._view)

    def refuse(self, keys: frozenset[str]) -> None:
        """Show nothing that the service would refuse: actions of rows, buttons, the form's own; "main" is its own."""
        self.table.refuse(keys)
        self.form.main_button.setVisible(self._main.key not in keys)
        for key, button in {**self.form.buttons, **self._extra, "export": self.export_button}.items():
            button.setVisible(key not in keys)
        self.form.fit_buttons()
        if PAST in self._chips:
            self._chips[PAST].setVisible(PAST not in keys)

    def refill(self) -> None:
        """Read counts, ids and the rows on screen again; the selection stays."""
        self._soon.stop()
        self._revision = self._now()
        with self.desk.read() as session:
            counts = self.register.source.counts(session)
        self._name_chips(counts)
        self._table.empty_register = not any(counts.values())
        self._fill()
        self._table.reread()
        if self._to_select:
            self._table.select_only(self._to_select)
            self._to_select = 0
        self.refilled.emit()

    def refill_if_stale(self) -> None:
        """Refill when something was written or a minute has passed since (things become late), if on screen."""
        if self.isVisible() and self._revision != self._now():
            self.refill()

    def refill_soon(self) -> None:
        """Refill in the window's next turn, after what was pressed has been answered and painted."""
        if self.isVisible() and self._revision != self._now():
            self._soon.start()

    def select_only(self, record_id: int) -> None:
        """Select a record as soon as the list is up to date; nothing is selected when it is not in it."""
        if self._soon.isActive():
            self._to_select = record_id
        else:
            self._table.select_only(record_id)

    def show_view(self, key: str) -> None:
        """Show another named part of the register."""
        self._view = key
        self._check_chip()
        self._fill()

    def show_past(self, view: str, why: str) -> None:
        """Show days that were asked for with a reason (core/past.py); whoever comes next to the desk asks anew."""
        self._why = why
        self.show_view(view)

    def _check_chip(self) -> None:
        """Mark the chip of the view shown, which a chip that only asks has taken the mark from."""
        self._chips[self._view if self._view in self._chips else PAST].setChecked(True)
        words = caption(words_of(self._view) or translate("Past", "更早…"))
        if PAST in self._chips and self._chips[PAST].text() != words:
            self._chips[PAST].setText(words)
            self._fit_bar()

    def _leave_past(self) -> None:
        if past.days_of(self._view) is not None:
            self.filter_box.clear()
            self.show_view(self.register.views[0].key)

    def _ask_past(self) -> None:
        self.action_requested.emit(PAST, None)
        self._check_chip()

    def show_record(self, record_id: int) -> bool:
        """Select a record, in another view if the one shown does not have it; False when there is none.

        In a list too long to be read at once it is selected as soon as a thread has found it, or `missed` is emitted.
        """
        if self.table.select_id(record_id):
            return True
        self.filter_box.clear()
        return self._reader.seek(record_id)

    @qt_guard(None)
    def showEvent(self, event: QShowEvent) -> None:
        """Read when older than the last write."""
        super().showEvent(event)
        self.refill_soon()

    @qt_guard(None)
    def hideEvent(self, event: QHideEvent) -> None:
        """Hand the draft over before the panel is out of sight."""
        super().hideEvent(event)
        self.form.flush_draft_if_waiting()

    @qt_guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tools their own line when chips and tools do not fit side by side."""
        super().resizeEvent(event)
        self._fit_bar()

    def _fit_bar(self) -> None:
        for gap in (8, 3):  # where the tools do not fit the export is its icon, as on a screen shown at 150 %
            self.export_button.setText(self.export_button.accessibleName() if gap == 8 else "")
            self._tool_row.setSpacing(theme.px(gap))
            tools = self._tool_row.minimumSize().width()  # the filter box gives way
            if tools + theme.px(28) <= self._card.width():
                break
        wide = self._wrap_chips() + tools + theme.px(44) <= self._card.width()
        ways = QBoxLayout.Direction
        self._bar.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def _wrap_chips(self) -> int:
        """Put the chips that do not fit on a second line; returns how wide the first one is, in pixels."""
        room, gap = self._card.width() - theme.px(28), theme.px(8)
        widths = [0 if chip.isHidden() else chip.sizeHint().width() + gap for chip in self._chips.values()]
        ends = [end - gap for end in accumulate(widths)]
        fitting = sum(end <= room for end in ends)
        if fitting != self._chip_row.count() - 1:
            for number, chip in enumerate(self._chips.values()):
                rest = number - fitting
                row, place = (self._chip_row, number) if rest < 0 else (self._chip_rest, rest)
                row.insertWidget(place, chip)
        return max((end for end in ends if end <= room), default=0)

    def _lay_out(self) -> None:
        self._card.setProperty("role", "card")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(14))
        for widget, share in ((self._card, 62), (self.form, 38)):
            policy = widget.sizePolicy()
            policy.setHorizontalPolicy(policy.Policy.Ignored)
            widget.setSizePolicy(policy)
            layout.addWidget(widget, share)

    def _make_bar(self, inside: QVBoxLayout, extra: Sequence[Action]) -> None:
        """Put chips and tools beside each other; `resizeEvent` puts them below each other when it is narrow."""
        self._bar, self._tool_row = QBoxLayout(QBoxLayout.Direction.LeftToRight), QHBoxLayout()
        inside.addLayout(self._bar)
        self._bar.setContentsMargins(theme.px(14), 0, theme.px(14), 0)
        self._bar.setSpacing(theme.px(8))
        self._bar.addWidget(self._make_chips())
        self._bar.addLayout(self._tool_row)
        self._make_tools(extra)

    def _make_chips(self) -> QWidget:
        """Make the chips on two lines of a widget of their own."""
        box = QWidget(self._card)
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(6))
        self._chip_row, self._chip_rest = QHBoxLayout(), QHBoxLayout()
        for line in (self._chip_row, self._chip_rest):
            lines.addLayout(line)
            line.setSpacing(theme.px(8))
        self._chip_rest.addStretch(1)
        self._chips: dict[str, QPushButton] = {}
        self._chip_group = QButtonGroup(self)
        for view in self.register.views:
            chip = self._add_chip(self._chip_row, view.key, translate(self.register.context, view.label))
            chip.clicked.connect(lambda _checked=False, key=view.key: self.show_view(key))
        if self.register.recent is not None:
            self._add_chip(self._chip_row, PAST, translate("Past", "更早…")).clicked.connect(self._ask_past)
        self._chip_row.addStretch(1)
        return box

    def _add_chip(self, bar: QHBoxLayout, key: str, label: str) -> QPushButton:
        chip = SteadyButton(caption(label), self._card)
        chip.setObjectName(f"view.{key}")
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setChecked(key == self._view)
        self._chip_group.addButton(chip)
        self._chips[key] = chip
        bar.addWidget(chip)
        return chip

    def _make_tools(self, extra: Sequence[Action]) -> None:
        bar = self._tool_row
        bar.addStretch(1)
        self.filter_box = QLineEdit(self._card)
        self.filter_box.setObjectName("filter")
        self.filter_box.setMaxLength(60)
        self.filter_box.setMinimumWidth(theme.px(84))  # it gives way to the buttons where letters are large
        self.filter_box.setMaximumWidth(theme.px(150))
        self.filter_box.setPlaceholderText(translate("List", "筛选  F3"))
        self.filter_box.setAccessibleName(translate("List", "筛选"))
        bar.addWidget(self.filter_box)
        self.export_button = self._make_button(Action("export", translate("List", "导出"), "table"))
        self.export_button.setAccessibleName(translate("List", "导出"))
        self.export_button.setToolTip(tooltip(translate("List", "导出")))
        self.export_button.clicked.connect(self.export_requested)
        bar.addWidget(self.export_button)
        for action in extra:
            button = self._make_button(action)
            button.clicked.connect(lambda _checked=False, key=action.key: self._on_action(key))
            self._extra[action.key] = button
            bar.addWidget(button)

    def _make_button(self, action: Action) -> QPushButton:
        button = QPushButton(caption(translate(self.register.context, action.label)), self._card)
        button.setObjectName(action.key)
        button.setAutoDefault(True)
        if action.icon:
            theme.put_icon(button, action.icon)
        if action.shortcut:  # the window owns the keys that work everywhere; here they are only shown
            button.setToolTip(tooltip(action.shortcut))
        return button

    def _connect(self) -> None:
        self.desk.changed.connect(self.refill_soon)
        self.desk.actor_changed.connect(self._leave_past)
        self.desk.actor_changed.connect(self._table.reread)
        self.filter_box.textChanged.connect(lambda _text: self._fill())
        self.filter_box.returnPressed.connect(self.into_list)
        self._reader.found.connect(self._on_found)
        self._reader.missed.connect(self.missed)
        self.form.pressed.connect(self._on_action)
        self.form.submitted.connect(self.submitted)
        self._table.action_requested.connect(self.action_requested)
        self._table.noticed.connect(lambda text: self.desk.notice(text, "due"))
        self._table.opened.connect(self.opened)
        back = QShortcut(QKeySequence("Esc"), self._card)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._on_back)

    def focus_filter(self) -> None:
        """Go to the filter box."""
        self.filter_box.setFocus()
        self.filter_box.selectAll()

    def into_list(self) -> None:
        """Go to the first row of the list."""
        self.table.setFocus()
        self.table.select_first()

    def _on_back(self) -> None:
        """Take the filter away, then go back to the form (Esc)."""
        if self.filter_box.text():
            self.filter_box.clear()
        else:
            self.form.setFocus()

    def _on_action(self, key: str) -> None:
        self.action_requested.emit(key, self.table.current_row())

    def _now(self) -> object:
        return getattr(self.desk.db, "revision", None), f"{clock.now():%H%M}"

    def _read_rows(self, ids: Sequence[int]) -> Sequence[Row]:
        with self.desk.read() as session:
            rows = self.register.source.rows(session, ids)
        return [privacy.row_for(self.desk.actor, self.register, row) for row in rows]

    def _suggest(self, field: Field, text: str, values: Mapping[str, object]) -> Sequence[Suggestion]:
        if field.suggest is None:
            return ()
        with self.desk.read() as session:
            return privacy.offers_for(self.desk.actor, field, field.suggest(session, text, values))

    def _note_query(self) -> None:
        """Note what the list was searched for, once the typing rests."""
        text = self.filter_box.text().strip()
        if len(text) > 1:
            why = self._why if past.days_of(self._view) else ""
            self.desk.note_query(self.register.key, f"{self._view} {text}", len(self._table.shown_ids()), why)

    def _fill(self) -> None:
        self._asked.start()
        self._reader.fill(self._view, self.filter_box.text().strip())

    def _on_found(self, view: str, record_id: int) -> None:
        self._view = view
        self._check_chip()
        self.table.select_id(record_id)

    def _name_chips(self, counts: Mapping[str, int]) -> None:
        for view in self.register.views:
            label = caption(translate(self.register.context, view.label))
            count = counts.get(view.key) if view.counted else None
            self._chips[view.key].setText(label if count is None else f"{label} {count}")
        self._fit_bar()
