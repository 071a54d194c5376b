"""Why a record is kept beyond its term: lawsuit, police, an open complaint (domain.md §1.7, 冻结)."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.core.records import Audited, Base, length, one_of

HOLDS = {
    "lawsuit": QT_TRANSLATE_NOOP("Retention", "涉诉"),
    "police": QT_TRANSLATE_NOOP("Retention", "警方调取"),
    "complaint": QT_TRANSLATE_NOOP("Retention", "未结投诉"),
    "other": QT_TRANSLATE_NOOP("Retention", "其他"),
}


class Hold(Audited, Base):
    """Why a record must not be purged, while `released_at` is empty; several may stand on one record."""

    __tablename__ = "purge_hold"
    __table_args__ = (one_of("kind", *HOLDS), length("reason", 200), length("release_note", 200))

    register: Mapped[str]
    record_uid: Mapped[str] = mapped_column(index=True)
    no: Mapped[str]
    kind: Mapped[str]
    reason: Mapped[str]
    by_name: Mapped[str]
    released_at: Mapped[datetime | None]
    released_by: Mapped[str] = mapped_column(default="")
    release_note: Mapped[str] = mapped_column(default="")

    @property
    def history_uid(self) -> str:
        """File a hold under its record."""
        return self.record_uid
