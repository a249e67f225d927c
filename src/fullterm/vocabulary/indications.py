"""What a hospital's own protocol asks beyond the guidelines: derived facts that limit its steps."""

from __future__ import annotations

from fullterm.logic.language import all_of, some
from fullterm.logic.quantity import weeks
from fullterm.vocabulary import earlier, findings, pregnancy, woman
from fullterm.vocabulary.fact import Text, derived

typical_late_history = derived(
    "typical_late_history",
    Text(
        "a late loss with the cervix open and no contractions first, at 14+0 or later",
        "孕14+0周及以后宫口无痛性开大的流产史",
    ),
    some(earlier.EARLIER, all_of(findings.typical_loss, earlier.gestation >= weeks(14))),
)  # fmt: skip
"""`typical_loss` counts from 12+0; no document in force plans a suture for a loss before the second trimester (14+0)."""

from_24_weeks = derived(
    "from_24_weeks",
    Text("pregnant, 24+0 or later", "已孕24+0周及以后"),
    all_of(woman.pregnant, pregnancy.gestation >= weeks(24)),
)  # fmt: skip
"""From here on no planned or ultrasound-indicated suture is advised any more: what only prepares for one is over."""
