"""Keys on paper: a label tells no room, the agreement is archived, the code list is on record."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from desk_app.core import audit
from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.errors import RuleError
from desk_app.core.paths import FORMS
from desk_app.core.people import Actor
from desk_app.documents import draw, template
from desk_app.registers.keys import lookup, paper, service
from desk_app.registers.keys.records import CodeList
from tests.documents.paper import codes, words
from tests.registers.key_desk import form, hang
from tests.registers.papers import render
from tests.tower import Clock, Tower

OWNED = {
    "kind": "owner_retained", "consent_by": "张建国", "receipt_no": "ST-0102",
    "ring": [{"name": "入户门", "quantity": 2}, {"name": "信箱", "quantity": 1}],
}  # fmt: skip


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive")


@pytest.fixture
def uid(db: Database, tower: Tower, qt: Actor, now: Clock) -> str:
    with db.write(qt) as session:
        return hang(session, tower, qt, **OWNED).uid


def test_a_label_shows_tag_and_hook_and_never_the_room(db: Database, uid: str) -> None:
    with db.read() as session:
        key = service.find(session, uid)
        pdf = draw.render_cards(
            template.load(FORMS / paper.LABELS / template.FILE), paper.label_values([key])
        )
    text = words(pdf)
    assert key.tag in text and "A-03-12" in text
    assert "15-08" not in text and "1508" not in text and "入户门" not in text
    assert codes(pdf) == {("QR Code", key.tag)}


def test_the_agreement_says_whose_keys_how_many_and_that_the_desk_answers_for_nothing_else(
    db: Database, qt: Actor, uid: str
) -> None:
    with db.write(qt) as session:
        service.instruct(session, uid, text="家中有犬")
        values = paper.custody_values(session, service.find(session, uid))
    text = words(draw.render(template.load(FORMS / paper.CUSTODY / template.FILE), values))
    for word in (
        "张建国",
        "ST-0102",
        "15-08",
        "叁把",
        "家中有犬",
        "第一联服务中心存",
        "第二联交业主",
        "不承担保管户内家庭财产",
    ):
        assert word in "".join(text.split()), word


def test_the_agreement_is_drawn_once_and_again_only_when_it_says_something_else(
    db: Database, tower: Tower, qt: Actor, archive: Archive, uid: str, now: Clock
) -> None:
    def agreed() -> int:
        now.go(minutes=1)
        with db.write(qt) as session:
            return service.custody(session, uid, archive, render).id

    first = agreed()
    with db.write(qt) as session:
        service.hand_out(session, uid, "collect", pieces=3, holder_name="顺达装饰")
        service.take_in(session, uid, pieces=3)
    assert agreed() == first
    with db.write(qt) as session:
        service.correct(
            session, uid, form(tower, qt, **{**OWNED, "pieces": 2, "ring": []}), reason="取走一把"
        )
    second = agreed()
    assert second != first and agreed() == second


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"kind": "vacant"}, "才有委托书"),
        ({"consent_by": ""}, "同意的业主"),
        ({"receipt_no": ""}, "收条号"),
    ],
)
def test_there_is_no_agreement_without_what_it_is_about(
    db: Database,
    tower: Tower,
    qt: Actor,
    archive: Archive,
    now: Clock,
    changes: dict[str, str],
    sentence: str,
) -> None:
    with db.write(qt) as session:
        key = service.add(session, form(tower, qt, **{**OWNED, **changes}), {"consent_by": "旧账移交"})
        with pytest.raises(RuleError, match=sentence):
            service.custody(session, key.uid, archive, render)


def test_the_code_list_names_what_every_tag_opens_and_its_printing_is_on_record(
    db: Database, tower: Tower, qt: Actor, uid: str
) -> None:
    with db.write(qt) as session:
        hang(session, tower, qt, code="B-01-01", kind="fire")
        text = words(service.print_codes(session))
        tag = service.find(session, uid).tag
    assert tag in text and "A-03-12" in text and "15-08" in text and "保险柜" in text
    with db.read() as session:
        last = lookup.last_codes(session)
        assert last is not None and (last.who, last.count, last.cabinets) == (qt.name, 2, "A B")
        assert audit.history(session, last.uid)[0].verb == "keys.print_codes"


def test_without_keys_there_is_no_code_list(db: Database, tower: Tower, qt: Actor) -> None:
    with pytest.raises(RuleError, match="没有在册"), db.write(qt) as session:
        service.print_codes(session)
    with db.read() as session:
        assert session.scalars(select(CodeList)).all() == []
