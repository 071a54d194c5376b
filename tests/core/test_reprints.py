"""An issued paper printed again: counted by what came out, limited for the desk, never another file (§5.3)."""

from __future__ import annotations

import pytest

from desk_app.core import attachments
from desk_app.core.attachments import Archive
from desk_app.core.errors import KnownError, RuleError


def test_beyond_the_permitted_reprints_a_lead_prints(db, desk, tmp_path):
    archive = Archive(tmp_path)
    with db.write(desk.qt) as session:
        paper = archive.store(session, entity="x", record_uid="u", no="X-1", form="slip", pdf=b"%PDF issued")
        for nth in range(3):
            copy = attachments.copy_of(session, archive, paper, most=2, void=False)
            assert (copy.paper, copy.pdf, copy.nth, copy.void) == (paper, b"%PDF issued", nth, False)
            attachments.printed(session, paper.id)
        with pytest.raises(RuleError, match="已补打 2 次,再补打须由当班负责人操作"):
            attachments.copy_of(session, archive, paper, most=2, void=False)
    with db.write(desk.lead) as session:
        assert attachments.copy_of(session, archive, paper, most=2, void=True).void


def test_a_file_that_was_changed_is_not_printed(db, desk, tmp_path):
    archive = Archive(tmp_path)
    with db.write(desk.qt) as session:
        paper = archive.store(session, entity="x", record_uid="u", no="X-1", form="slip", pdf=b"%PDF issued")
        (tmp_path / paper.path).write_bytes(b"%PDF other")
        with pytest.raises(KnownError, match="与开具时不一致"):
            attachments.copy_of(session, archive, paper, most=2, void=False)
