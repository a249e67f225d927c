"""An insufficient cervix as each country's text defines it (D28): made anew on every day, and kept nowhere.

`definitions` gives each its name; the pages that print a definition read it from here. No cause and no step does.
"""

from __future__ import annotations

from fullterm.logic.language import all_of, any_of, cm, count, mm, not_, some, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, woman

canal_open = any_of(pregnancy.dilatation >= cm(1), findings.exposed_membranes)
russian = all_of(
    woman.pregnant,
    pregnancy.gestation < weeks(37),
    any_of(findings.shortest(weeks(0), weeks(37)) <= mm(25), canal_open),
    not_(pregnancy.contractions),
    not_(pregnancy.labour),
    not_(pregnancy.bleeding),
)
"""A threatened miscarriage or labour is read as bleeding, contractions or labour; the open canal as 1 cm on
examination, or membranes in the vagina."""

unexplained_delivery = some(
    earlier.EARLIER,
    all_of(
        findings.ended_between(weeks(14), weeks(28)),
        not_(earlier.contractions_first),
        not_(earlier.abruption),
        not_(earlier.infection),
        not_(earlier.fetal_anomaly),
        not_(earlier.fetal_death_first),
    ),
)
"""A second-trimester delivery as ACOG 142 means it: by itself, and explained by nothing else."""
acog = any_of(
    unexplained_delivery,
    all_of(
        woman.pregnant, pregnancy.gestation >= weeks(14), pregnancy.gestation < weeks(28),
        any_of(findings.dilated, findings.exposed_membranes), not_(pregnancy.contractions), not_(pregnancy.labour),
    ),
)  # fmt: skip
"""Cervical insufficiency as ACOG 142 defines it: in her history, or open now."""

chinese = count(earlier.EARLIER, findings.typical_loss) >= 2
"""As the consensus of 2025 has it: losses that repeat themselves, read as two or more with the cervix open."""
