"""Drafts outlive a crash; settings have bounds, defaults and a history."""

from __future__ import annotations

import pytest

from desk_app.core import audit, drafts, settings
from desk_app.core.database import Database
from desk_app.core.errors import RuleError
from desk_app.core.settings import Kind, Spec
from desk_app.registers.contractors import rules as contractor_rules
from desk_app.registers.visitors import rules as visitor_rules

NUMBER = Spec("t.number", "数", Kind.NUMBER, 5, "", least=1, most=9)
TIME = Spec("t.time", "时间", Kind.TIME_OF_DAY, "20:00", "")
TEXT = Spec("t.text", "文字", Kind.TEXT, "", "")
CHOICE = Spec("t.choice", "选项", Kind.CHOICE, "a", "", choices=(("a", "甲"), ("b", "乙")))
EVERY = (*settings.GENERAL, *visitor_rules.SETTINGS, *contractor_rules.SETTINGS)


def test_a_draft_is_kept_for_its_person_and_form_across_a_restart(db, now):
    raw = {"name": "张", "party": [["甲", "1"]], "when": ""}
    with db.write(None) as session:
        when = drafts.keep(session, "visitors", 1, raw)
    again = Database(db.url)
    with again.read() as session:
        assert drafts.kept(session, "visitors", 1) == (when, raw)
        assert drafts.kept(session, "visitors", 2) is None
        assert drafts.kept(session, "release_slips", 1) is None
    again.close()


def test_a_draft_is_replaced_by_the_next_and_forgotten_when_empty(db, now):
    for raw in ({"name": "张"}, {"name": "张三"}):
        now.go(seconds=10)
        with db.write(None) as session:
            drafts.keep(session, "visitors", 1, raw)
    with db.read() as session:
        assert drafts.kept(session, "visitors", 1) == (now.at, {"name": "张三"})
    with db.write(None) as session:
        drafts.keep(session, "visitors", 1, {})
    with db.read() as session:
        assert drafts.kept(session, "visitors", 1) is None


def test_a_setting_never_changed_has_its_default(db):
    with db.read() as session:
        config = settings.load(session)
        for spec in EVERY:
            assert settings.get(session, spec) == config.get(spec) == spec.default


@pytest.mark.parametrize("spec", EVERY, ids=lambda spec: spec.key)
def test_every_default_keeps_its_own_bounds_and_names_its_clause(spec):
    assert settings.check(spec, spec.default) == spec.default
    assert spec.label and spec.clause


def test_every_setting_has_its_own_key():
    assert len({spec.key for spec in EVERY}) == len(EVERY)


def test_a_changed_setting_is_read_back_and_told_in_the_history(db, manager):
    for value in (7, 9):
        with db.write(manager) as session:
            settings.change(session, NUMBER, value)
    with db.read() as session:
        assert settings.get(session, NUMBER) == 9
        row = session.query(settings.Setting).filter_by(key="t.number").one()
        first, second = audit.history(session, row.uid)
        assert (second.changes["value"], second.who, second.verb) == (
            ("7", "9"),
            manager.name,
            "settings.change",
        )
        assert first.changes["value"] == (None, "7")


@pytest.mark.parametrize(
    ("spec", "value"),
    [(NUMBER, 0), (NUMBER, 10), (NUMBER, True), (NUMBER, 2.5), (TIME, "24:00"), (TIME, "8"), (TIME, "08:60"), (TIME, "一点"),
     (TIME, "8:5"), (CHOICE, "c"), (TEXT, "长" * 201)],
)  # fmt: skip
def test_a_value_out_of_bounds_is_refused_under_its_setting(db, manager, spec, value):
    with pytest.raises(RuleError) as error, db.write(manager) as session:
        settings.change(session, spec, value)
    assert error.value.field == spec.key
    with db.read() as session:
        assert settings.get(session, spec) == spec.default


def test_text_is_cleaned(db, manager):
    with db.write(manager) as session:
        settings.change(session, TEXT, " 云\u200b塔\x00大厦 ")
    with db.read() as session:
        assert settings.get(session, TEXT) == "云塔大厦"


def test_the_desk_may_not_change_settings(db, qt):
    with pytest.raises(RuleError, match="没有这项权限"), db.write(qt) as session:
        settings.change(session, NUMBER, 7)


@pytest.mark.parametrize(
    ("typed", "kept"), [("8:30", "08:30"), (" ０８：３０ ", "08:30"), ("23:59", "23:59")]
)
def test_a_time_of_day_is_kept_in_one_writing(typed, kept):
    assert settings.check(TIME, typed) == kept


def test_a_unit_of_work_sees_what_it_has_changed_itself_and_what_it_has_undone(db, manager):
    with db.write(manager) as session:
        assert settings.get(session, settings.PROJECT) == ""
        settings.change(session, settings.PROJECT, "中盛国际中心")
        assert settings.get(session, settings.PROJECT) == "中盛国际中心"
        step = session.begin_nested()
        settings.change(session, settings.PROJECT, "别的")
        assert settings.load(session).get(settings.PROJECT) == "别的"
        step.rollback()
        assert settings.get(session, settings.PROJECT) == "中盛国际中心"


def test_a_setting_changed_in_the_other_window_counts_from_the_next_reading_on(db, manager):
    other = Database(db.url)
    with db.read() as session:
        assert settings.get(session, settings.PROJECT) == ""
    with other.write(manager) as session:
        settings.change(session, settings.PROJECT, "中盛国际中心")
    other.close()
    with db.read() as session:
        assert settings.get(session, settings.PROJECT) == "中盛国际中心"
