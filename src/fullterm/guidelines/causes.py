"""Why pregnancies are lost late: candidate causes, each with cited arguments. Several may stand at once.

The causes that are not the cervix stand beside those that are, so that a suture is never the answer to every late
loss. Figures come from `clinical/evidence.md` with their source, or not at all; no share of causes is printed,
because none is published. An argument seen only in another's words, or recalled, is shown and never counts. A cause
is excluded only where a document's definition leaves it out: a finding nobody looked for excludes nothing. A risk
factor argues only where there is something to explain, and it came first (docs/decisions/22-what-came-first.md).
"""

from __future__ import annotations

from fullterm.guidelines.cause_model import Cause
from fullterm.guidelines.causes_cervix import AFTER_SURGERY, CONGENITAL, INJURY, INSUFFICIENCY, SHORT_WITHOUT_SEGMENT
from fullterm.guidelines.causes_other import (
    ABRUPTION,
    ANTIPHOSPHOLIPID,
    FETAL_ANOMALY,
    FETAL_DEATH,
    INFECTION,
    LABOUR,
    MEMBRANES,
    UTERUS,
)

CAUSES: tuple[Cause, ...] = (
    INSUFFICIENCY, CONGENITAL, SHORT_WITHOUT_SEGMENT, AFTER_SURGERY, INJURY, UTERUS,
    INFECTION, ABRUPTION, ANTIPHOSPHOLIPID, FETAL_ANOMALY, FETAL_DEATH, LABOUR, MEMBRANES,
)  # fmt: skip
