"""Make the demo: the building, years of finished work where many visits are wanted, then days of real work."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import lru_cache, partial

from sqlalchemy import func, select

from desk_app.core import clock, passwords, records
from desk_app.core.accounts import Account
from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate
from desk_app.core.paths import FORMS, Paths
from desk_app.core.people import SYSTEM, Staff
from desk_app.registers import REGISTERS
from desk_app.registers.visitors.records import Visit
from desk_app.reports.demo import bulk, history, tower
from desk_app.reports.demo.days import Day, turn_of_day

Progress = Callable[[int, int], None]


def make(
    paths: Paths, *, days: int, visits: int = 0, seed: int = 1, progress: Progress = lambda done, total: None
) -> str:
    """Fill an empty data folder; returns a sentence. KnownError when there are data already.

    `days` of work end now; `visits` is the least number of visits there shall be. What is missing lies before those
    days, up to ten years back, with all registers in proportion (history.py): rows, numbers, history and search
    entries as the services write them, all of it ended.
    """
    for room in REGISTERS:
        room.register()
    paths.prepare()
    db = Database(paths.url())
    try:
        with db.read() as session:
            if session.scalar(select(Staff.id).limit(1)):
                text = translate("Demo", "{path} 里已有数据,不能再放示例。请用 --data-dir 指定一个空文件夹。")
                raise KnownError(text.format(path=paths.data))
        now = clock.now()
        with _repeatable(seed):
            _fill(db, Archive(paths.archive), now, days, visits, seed, progress)
            clock.set_source(lambda: now)
            password = _give_accounts(db)
        with db.read() as session:
            made = session.scalar(select(func.count()).select_from(Visit)) or 0
        text = translate(
            "Demo",
            "示例数据已写入 {path}:{days} 天的工作,访客 {visits} 条。登录:工号 001(前台)、020(客服主管)、030(经理)、090(系统管理员)等,密码都是 {password}",
        )
        return text.format(path=paths.data, days=days, visits=made, password=password)
    finally:
        db.close()


@contextmanager
def _repeatable(seed: int) -> Iterator[None]:
    """Draw identities and salts from the seed, and give the clock back afterwards."""
    records.set_random(random.Random(seed).randbytes)
    try:
        yield
    finally:
        records.set_random(None)
        clock.set_source(None)


def _give_accounts(db: Database) -> str:
    """Give everybody an account with one password nobody can know beforehand; returns it."""
    password = passwords.one_time_code()
    kept = passwords.make_hash(password)
    with db.write(SYSTEM) as session:
        for staff in session.scalars(select(Staff).order_by(Staff.id)):
            session.add(Account(staff_id=staff.id, state="ready", password=kept, set_at=clock.now()))
    return password


def _fill(
    db: Database, archive: Archive, now: datetime, days: int, visits: int, seed: int, progress: Progress
) -> None:
    today = clock.local(now).date()
    worked = [today - timedelta(days=back) for back in range(days - 1, -1, -1)] if days else []
    older = max(0, visits - sum(bulk.usual(day) for day in worked[:-1]) * 9 // 10)
    first = worked[0] if worked else today
    spans = bulk.spread(older, first)
    begun = spans[0][0] - timedelta(days=1) if spans else first
    clock.set_source(lambda: clock.at(begun, 0, 5))
    place = tower.build(db, random.Random(f"{seed} tower"), first)
    renderer = lru_cache(_renderer)
    before = 0
    if spans:
        plan = history.Plan(spans, archive, renderer, seed)
        before = plan.pattern + len(spans)
        history.write(db, place, plan, lambda done: progress(done, before + len(worked)))
    for number, day in enumerate(worked, 1):
        clock.set_source(partial(clock.at, day, 0, 6))
        turn_of_day(db)
        until = now if day == today else clock.day_bounds(day)[1] - timedelta(seconds=1)
        name = f"{seed} {number - len(worked)}"
        work = Day(
            db, place, name, day, until, archive, renderer, is_first=number == 1, is_today=day == today
        )
        work.work()
        progress(before + number, before + len(worked))


def _renderer(key: str) -> Callable[[Mapping[str, object]], bytes]:
    from desk_app.documents import draw, template

    form = template.load(FORMS / key / template.FILE)
    return lambda values: draw.render(form, values)
