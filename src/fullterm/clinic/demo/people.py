"""Who works in the demonstration: one account a role, with a password that everybody knows."""

from __future__ import annotations

from fullterm.clinic.models import Role, User

PASSWORD = "demonstration-ward"
USERS = {
    "doctor": ("演示医生", Role.DOCTOR),
    "nurse": ("演示护士", Role.NURSE),
    "surgeon": ("演示手术医生", Role.SURGEON),
    "registrar": ("演示登记员", Role.REGISTRAR),
    "agreement": ("演示协议办公室", Role.AGREEMENT),
    "administrator": ("演示管理员", Role.ADMINISTRATOR),
}


def make_users() -> dict[str, User]:
    """The accounts by their sign-in name; made where they are not there."""
    found = {}
    for name, (shown, role) in USERS.items():
        user, new = User.objects.get_or_create(username=name, defaults={"role": role, "first_name": shown})
        if new:
            user.set_password(PASSWORD)
            user.save(update_fields=["password"])
        found[name] = user
    return found
