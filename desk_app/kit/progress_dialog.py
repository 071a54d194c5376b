"""The dialog that shows how far a long work is, with a button that ends it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desk_app.core.i18n import translate
from desk_app.kit import theme
from desk_app.kit.background import Job
from desk_app.kit.text import plain_label

_PATIENCE_MS = 800
"""Shorter work shows no progress."""


class ProgressDialog(QDialog):
    """Shows a job's progress with a cancel button; closes itself when the job ends."""

    def __init__(self, parent: QWidget | None, title: str, job: Job) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(theme.px(380))
        self._job = job
        self.words = plain_label(title)
        self.words.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.cancel_button = QPushButton(translate("Background", "取消"))
        self.cancel_button.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(14))
        layout.setSpacing(theme.px(12))
        for widget in (self.words, self.bar):
            layout.addWidget(widget)
        row = QHBoxLayout()
        layout.addLayout(row)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        job.progressed.connect(self._on_progress)
        job.ended.connect(self.accept)
        self.finished.connect(self.deleteLater)
        self.rejected.connect(job.cancel)

    def show_beside(self) -> None:
        """Show the progress of what takes longer than a moment; the desk works on, and types on."""
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        QTimer.singleShot(_PATIENCE_MS, self, self.show)

    def _on_progress(self, done: int, total: int, text: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if text:
            self.words.setText(text)
