"""Guards on the order of times, refunds of deposits.

Written by tests/tools/make_migration.py from the models.
"""

from alembic import op

from desk_app.core import store

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

RECORDS = ()


def upgrade() -> None:
    store.guard_audited(op.get_bind(), RECORDS)
    store.guard_against_replacing(op.get_bind())
