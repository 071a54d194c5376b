import pytest
from PySide6.QtGui import QFont, QFontMetrics

from desk_app.kit.steady_button import SteadyButton


@pytest.mark.parametrize("role", ["chip", "tab"])
@pytest.mark.parametrize("text", ["Expired and void 12", "在访 10"])
def test_a_checked_button_has_room_for_its_bold_text_and_keeps_its_width(qtbot, dressed, role, text):
    button = SteadyButton(text)
    qtbot.addWidget(button)
    button.setProperty("role", role)
    button.setCheckable(True)
    button.show()
    before = button.sizeHint().width()
    button.setChecked(True)
    bold = QFont(button.font())
    bold.setBold(True)
    assert before >= QFontMetrics(bold).horizontalAdvance(text) + 22
    assert button.sizeHint().width() == before
