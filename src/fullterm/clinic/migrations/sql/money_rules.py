"""What the database itself asks of every movement of money, whoever writes it: the last word, also over raw SQL.

Beside the constraints of `models.agreement` these need other rows: the currency of the agreement, no more than the fee,
a correction that mirrors its payment, and everything still held, exactly, when it is paid back or earned. On PostgreSQL
the agreement's row is locked first, so that two writers cannot both be right; SQLite has one writer at a time.
"""

from __future__ import annotations

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

HELD = (
    "(SELECT COALESCE(SUM(CASE WHEN credit = 'held' THEN amount ELSE -amount END), 0) "
    "FROM clinic_transaction WHERE agreement_id = NEW.agreement_id)"
)
LEFT = (
    "EXISTS (SELECT 1 FROM clinic_transaction WHERE agreement_id = NEW.agreement_id AND kind IN ('refund', 'earned'))"
)
RULES: tuple[tuple[str, str], ...] = (
    (
        "money is in the currency of its agreement",
        "NEW.currency <> (SELECT currency FROM clinic_agreement WHERE id = NEW.agreement_id)",
    ),
    (
        "money moves through an event of its own agreement",
        "NEW.agreement_id <> (SELECT agreement_id FROM clinic_agreementevent WHERE id = NEW.event_id)",
    ),
    (
        "a movement of money is of the kind its event says",
        "NEW.kind <> (SELECT CASE action WHEN 'paid' THEN 'payment' WHEN 'corrected' THEN 'correction' "
        "WHEN 'refunded' THEN 'refund' WHEN 'fulfilled' THEN 'earned' WHEN 'reviewed' THEN 'earned' "
        "WHEN 'ended' THEN 'earned' ELSE 'none' END FROM clinic_agreementevent WHERE id = NEW.event_id)",
    ),
    ("the money of this agreement has been paid back or earned, and nothing moves any more", LEFT),
    (
        "no more is paid than the fee",
        f"NEW.kind = 'payment' AND {HELD} + NEW.amount > "
        "(SELECT fee FROM clinic_agreement WHERE id = NEW.agreement_id)",
    ),
    (
        "a correction takes back one payment of its agreement, whole, to where it came from",
        "NEW.kind = 'correction' AND NOT EXISTS (SELECT 1 FROM clinic_transaction AS wrong "
        "WHERE wrong.id = NEW.reverses_id AND wrong.agreement_id = NEW.agreement_id AND wrong.kind = 'payment' "
        "AND wrong.amount = NEW.amount "
        "AND wrong.debit = NEW.credit AND wrong.credit = NEW.debit)",
    ),
    (
        "what is paid back or earned is everything that is held, exactly",
        f"NEW.kind IN ('refund', 'earned') AND NEW.amount <> {HELD}",
    ),
)
"""What is said, and when it is refused."""


def keep(apps: Apps | None, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  # Django's
    """Put the rules into the database."""
    if editor.connection.vendor == "postgresql":
        body = "\n".join(f"IF {broken} THEN RAISE EXCEPTION '{says}'; END IF;" for says, broken in RULES)
        lock = "PERFORM 1 FROM clinic_agreement WHERE id = NEW.agreement_id FOR UPDATE;"
        editor.execute(
            f"CREATE OR REPLACE FUNCTION clinic_money_rules() RETURNS trigger AS $$ BEGIN {lock}\n{body}\n"
            "RETURN NEW; END; $$ LANGUAGE plpgsql",
            params=None,
        )
        editor.execute(
            "CREATE TRIGGER clinic_money_rules BEFORE INSERT ON clinic_transaction "
            "FOR EACH ROW EXECUTE FUNCTION clinic_money_rules()"
        )
        return
    for number, (says, broken) in enumerate(RULES):
        editor.execute(
            f"CREATE TRIGGER clinic_money_rule_{number} BEFORE INSERT ON clinic_transaction "
            f"WHEN {broken} BEGIN SELECT RAISE(ABORT, '{says}'); END"
        )


def drop(apps: Apps | None, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  # Django's
    """Take the rules out again: for undoing the migration."""
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP TRIGGER clinic_money_rules ON clinic_transaction")
        editor.execute("DROP FUNCTION clinic_money_rules()")
        return
    for number in range(len(RULES)):
        editor.execute(f"DROP TRIGGER clinic_money_rule_{number}")
