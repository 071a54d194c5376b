"""The pages of a form, one a group of fields: built all at once, or ahead of the form in small pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from desk_app.core.declare import Field, Suggestion
from desk_app.kit.field_kinds import make_box
from desk_app.kit.fields import FieldBox
from desk_app.kit.form_page import FormPage

Look = Callable[[Field, str], Sequence[Suggestion]]


class FormPages(QStackedWidget):
    """The pages by group, the first has no name. `look(field, text)` suggests; the form that takes them sets it."""

    def __init__(self, fields: Sequence[Field], context: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages: dict[str, FormPage] = {}
        self.look: Look = lambda _field, _text: ()
        self._fields, self._context = fields, context
        self._rest = self._build()

    @property
    def boxes(self) -> dict[str, FieldBox]:
        """The boxes by field, in the order of the fields."""
        made = {box.field.key: box for page in self.pages.values() for box in page.boxes}
        return {field.key: made[field.key] for field in self._fields}

    def build_some(self) -> bool:
        """Build the next row of fields; False when nothing is left."""
        return next(self._rest, None) is not None

    def complete(self) -> None:
        """Build what is left."""
        while self.build_some():
            pass

    def _build(self) -> Iterator[bool]:
        groups = dict.fromkeys(field.group for field in self._fields)
        for group in sorted(groups, key=bool):
            page = self.pages[group] = FormPage(self)
            page.setObjectName(f"group.{group}")
            self.addWidget(page)
            for _row in page.build([one for one in self._fields if one.group == group], self._make_box):
                yield True

    def _make_box(self, field: Field, parent: QWidget) -> FieldBox:
        return make_box(field, self._context, lambda one, text: self.look(one, text), parent=parent)
