"""An agreement for tests: Ms. Wang made eligible, and each step of an agreement as somebody takes it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from fullterm.care.agreement.terms import text_hash
from fullterm.care.agreement.terms_file import read_terms
from fullterm.care.assess.assessment import assess
from fullterm.care.case.model import Case
from fullterm.care.record.events import read
from fullterm.care.signing.signature import INSUFFICIENCY
from fullterm.care.signing.snapshot import frozen
from fullterm.clinic.base import clock
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.charts.signature import latest, to_sign
from fullterm.clinic.models import Agreement, AgreementEvent, Role, User, Woman
from fullterm.clinic.write import agreements
from fullterm.clinic.write import record as actions
from fullterm.clinic.write.agreements import carry_out
from fullterm.clinic.write.once import Command
from fullterm.clinic.write.record import act
from tests.clinic.ward import DAY, tell

OPERATED = DAY + timedelta(8)
TERM = DAY + timedelta(182)
"""38w0d."""
AT_21_WEEKS = DAY + timedelta(63)


def people() -> dict[str, User]:
    """Those an agreement needs: the office, the treating doctor, the surgeon, and a doctor who has not treated her."""
    roles = {"office": Role.AGREEMENT, "treating": Role.DOCTOR, "reviewer": Role.DOCTOR, "operator": Role.SURGEON}
    return {name: User.objects.get_or_create(username=name, defaults={"role": role})[0] for name, role in roles.items()}


def diagnose(woman: Woman, by: User, finding: str = "confirmed", on: date = DAY) -> None:
    """The doctor's signature, as the signing page writes it."""
    woman.refresh_from_db()
    shown = frozen(assess(read(woman.document)[0] or Case(on), on, hospital.protocol()), woman.document)
    data = to_sign(woman, shown, {INSUFFICIENCY: finding}, (), by, latest(woman), "zh")
    act(woman.pk, actions.Command("signed", on, data), by)
    woman.refresh_from_db()


def make_eligible(woman: Woman, by: User) -> None:
    """Diagnosed and signed, and examined today: the cervix is closed."""
    diagnose(woman, by)
    tell(woman, by, "examined", DAY, dilatation="0 cm", membranes="not_visible")


def offer(woman: Woman, by: User, **more: Any) -> AgreementEvent:
    return agreements.offer(woman.pk, Command("offered", clock.today(), {}, **more), by)


def signature(agreement: Agreement, language: str = "zh") -> dict[str, Any]:
    digest = text_hash(read_terms(agreement.terms), language)  # type: ignore[arg-type]  # a language
    return {"language": language, "hash": digest, "woman": "王女士", "hospital": "office", "understood": "yes"}


def do(
    agreement: Agreement, by: User, action: str, on: date | None = None, reason: str = "", **data: Any
) -> AgreementEvent:
    """One step, through the only door."""
    return carry_out(agreement.pk, Command(action, on or clock.today(), data, reason), by)  # type: ignore[arg-type]  # an action


def sign(agreement: Agreement, by: User, on: date | None = None) -> AgreementEvent:
    return do(agreement, by, "signed", on, **signature(agreement))


def pay(agreement: Agreement, by: User, amount: str, account: str = "bank", on: date | None = None) -> AgreementEvent:
    return do(agreement, by, "paid", on, amount=amount, account=account)
