"""Which verb stands behind everything a register's screen offers: what its service would refuse is not shown.

Where an action is called like the verb nothing stands here. An action that only reads has no verb and is there for
everybody who may see the register.
"""

from __future__ import annotations

from desk_app.core import past, rights
from desk_app.core.people import VERBS, Actor, may

READING = frozenset(
    {
        "history", "additions", "calls", "loan", "borrower", "key_story", "look_papers", "cabinet", "muster",
        "sheet", "still_out", "labels",
    }
)  # fmt: skip
"""Actions that show something and change nothing."""

PRINTS = "papers.printed"

PAST = "past"
"""What every register that lists only the last days offers (core/past.py)."""

LONE = {"lone_approve": "lone.approve", "lone_object": "lone.object"}
"""What every register whose records one person may answer for alone offers (core/lone.py)."""

BEHIND: dict[str, dict[str, tuple[str, ...]]] = {
    "duty_log": {
        "save": ("duty_log.record",), "call": ("duty_log.record",), "header": ("duty_log.fill_sheet",),
        "to_visitor": ("visitors.register",), "to_key": ("key_loans.lend",), "to_slip": ("release_slips.save",),
        "print": (PRINTS,),
    },
    "duty_sheets": {
        "save": ("duty_log.fill_sheet",), "edit": ("duty_log.fill_sheet",), "open": ("duty_log.fill_sheet",),
        "hand_in": ("duty_log.hand_in",), "hand_in_now": ("duty_log.hand_in",), "print": (PRINTS,),
        "print_added": (PRINTS,),
    },
    "document_prints": {"save": ("document_prints.apply",), "print": ("document_prints.reprint",)},
    "visitors": {
        "save": ("visitors.register",), "sign_out_at": ("visitors.sign_out",), "expect_list": ("visitors.expect",),
        "restrictions": ("visitors.restrict",),
        "release": ("release_slips.from_visit",), "print": ("visitors.register",), "print_last": ("visitors.register",),
    },
    "contractors": {
        "save": ("contractors.enter",), "leave_at": ("contractors.leave",), "hot_work": ("hot_work_permits.save",),
        "release": ("release_slips.from_contractor",), "print": ("contractors.enter",),
        "print_last": ("contractors.enter",),
    },
    "keys": {"save": ("keys.add",), "lend": ("key_loans.lend",), "codes": ("keys.print_codes",)},
    "key_loans": {
        "save": ("key_loans.lend",), "collect": ("key_loans.lend",), "retain": ("key_loans.lend",),
        "copy": ("key_loans.lend",), "print": ("key_loans.reprint",),
    },
    "key_counts": {"save": ("key_counts.start",), "go_on": ("key_counts.mark",), "print": (PRINTS,)},
    "release_slips": {
        "issue_now": ("release_slips.prepare_and_issue",), "save_draft": ("release_slips.save",),
        "consent": ("release_slips.record_consent",), "edit": ("release_slips.save",),
        "print": ("release_slips.reprint",), "copy": ("release_slips.copy_as_new",),
    },
    "entry_passes": {
        "save_now": ("entry_passes.issue_temporary", "entry_passes.apply"), "save_draft": ("entry_passes.save",),
        "edit": ("entry_passes.save",), "print": ("entry_passes.reprint",), "print_card": ("entry_passes.reprint",),
        "reject": ("entry_passes.approve",), "copy": ("entry_passes.copy_as_new",),
    },
    "hot_work_permits": {
        "receive_now": ("hot_work_permits.apply",), "save_draft": ("hot_work_permits.save",),
        "edit": ("hot_work_permits.save",), "collect": ("hot_work_permits.take_back",),
        "checklist": ("hot_work_permits.answer",), "copy": ("hot_work_permits.copy_as_new",),
        "print": ("hot_work_permits.reprint",),
    },
    "renovation_permits": {
        "save_draft": ("renovation_permits.save",), "edit": ("renovation_permits.save",),
        "water": ("renovation_permits.note_trial",), "pressure": ("renovation_permits.note_trial",),
        "entry_pass": ("entry_passes.save",), "hot_work": ("hot_work_permits.save",),
        "print": ("renovation_permits.print_application",), "collect": ("renovation_permits.print_permit",),
        "collect_now": ("renovation_permits.print_permit",),
    },
}  # fmt: skip
"""By register and action: the verbs, one of which is enough."""


def verbs_of(register: str, action: str) -> tuple[str, ...]:
    """Return the verbs behind an action, () for one that only reads; KeyError for one that nobody thought of."""
    if action in READING:
        return ()
    if action in LONE:
        return (LONE[action],)
    if action == PAST:
        return (past.OPEN,)
    if action == "export":
        return (rights.EXPORT_LIST,)
    found = BEHIND.get(register, {}).get(action, ())
    if found:
        return found
    name = f"{register}.{action}"
    if name not in VERBS:
        raise KeyError(name)
    return (name,)


def is_refused(actor: Actor | None, register: str, action: str) -> bool:
    """Say whether the service would refuse what an action does, whoever chose it; nobody signed in sees everything."""
    verbs = verbs_of(register, action)
    return actor is not None and bool(verbs) and not may(actor, *verbs)
