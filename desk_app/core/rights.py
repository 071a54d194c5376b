"""Rights to read or take out what no verb changes; the verbs of the services are declared where they are written."""

from desk_app.core import (
    access_review,
    accounts,
    attachments,
    badges,
    delegations,
    holidays,
    past,
    person_data,
    purge,
    revealing,
    roster_import,
    settings,
    signing,
)
from desk_app.core.people import DESK, Role, right

OF_THE_CORE = (
    access_review,
    accounts,
    attachments,
    badges,
    delegations,
    holidays,
    past,
    person_data,
    purge,
    revealing,
    roster_import,
    settings,
    signing,
)
"""Modules with verbs of the core: with this module theirs are declared as well."""

MONTH = right("reports.month", *DESK, Role.DA)
EXPORT_LIST = right("lists.export", *DESK, Role.DA)
EXPORT_ROSTER = right("premises.export", *DESK)
PRINT_RECOVERY_CODE = right("recovery.print", Role.XG, Role.JL)
NOTICE = right("privacy.notice", *DESK, Role.DA)
READ_LOG = access_review.READ
BACK_UP = right("backups.make", *DESK, Role.XG)
RESTORE = right("backups.restore", Role.JL, Role.XG)
