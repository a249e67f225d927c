"""The terms of NICE NG25 (p.21-23): preterm labour in its degrees, P-PROM, and an injured cervix.

Diagnosed labour is suspected labour with a positive test: it lies inside what is suspected here. A birth planned before
37+0 is told as such; how soon is part of the answer.
"""

from __future__ import annotations

from fullterm.logic.language import ALWAYS, all_of, any_of, mm, not_, some, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, woman
from fullterm.vocabulary.fact import Text, derived

waters_broken_early = derived(
    "waters_broken_early", Text("waters broken before 37+0", "孕37+0周前破水"),
    all_of(woman.pregnant, pregnancy.gestation < weeks(37), pregnancy.ruptured_membranes),
)  # fmt: skip
"""P-PROM while established labour is excluded: a page writes `unless=labour`, so that it is said what is waited for."""
established_preterm_labour = derived(
    "established_preterm_labour", Text("established labour before 37+0", "孕37+0周前临产"),
    all_of(woman.pregnant, pregnancy.gestation < weeks(37), pregnancy.labour),
)  # fmt: skip
symptoms_of_preterm_labour = derived(
    "symptoms_of_preterm_labour", Text("symptoms of preterm labour, or contractions, before 37+0", "孕37+0周前有早产临产症状或宫缩"),
    all_of(
        woman.pregnant, pregnancy.gestation < weeks(37), any_of(pregnancy.preterm_symptoms, pregnancy.contractions)
    ),
)  # fmt: skip
suspected_preterm_labour = derived(
    "suspected_preterm_labour", Text("preterm labour suspected, not established", "怀疑早产临产,尚未临产"),
    all_of(symptoms_of_preterm_labour, not_(pregnancy.labour)),
)  # fmt: skip
"""Symptoms, and somebody has looked: `labour` told as no."""
birth_soon = derived(
    "birth_soon", Text("established labour, or a birth planned within 24 hours, before 37+0", "孕37+0周前临产或计划24小时内分娩"),
    any_of(
        established_preterm_labour,
        all_of(woman.pregnant, pregnancy.gestation < weeks(37), pregnancy.planned_preterm_birth.is_("within_24h")),
    ),
)  # fmt: skip
planned_early = derived(
    "planned_early", Text("a birth before 37+0 planned", "计划37+0周前分娩"),
    all_of(
        woman.pregnant, pregnancy.gestation < weeks(37), pregnancy.planned_preterm_birth.is_("later", "within_24h")
    ),
)  # fmt: skip
signs_of_preterm_birth = derived(
    "signs_of_preterm_birth", Text("labour suspected or established, or waters broken, before 37+0", "孕37+0周前怀疑或已临产或胎膜早破"),
    any_of(established_preterm_labour, waters_broken_early, suspected_preterm_labour),
)  # fmt: skip
preterm_birth_ahead = derived(
    "preterm_birth_ahead",
    Text("labour suspected or established, waters broken, or a birth planned, before 37+0", "孕37+0周前怀疑或已临产、胎膜早破或计划分娩"),
    any_of(signs_of_preterm_birth, planned_early),
)  # fmt: skip
labour_unlikely = derived(
    "labour_unlikely", Text("from 30+0 a test makes preterm labour unlikely", "孕30+0周起检测提示早产临产可能性小"),
    all_of(
        pregnancy.gestation >= weeks(30),
        not_(pregnancy.labour),
        not_(pregnancy.ruptured_membranes),
        any_of(pregnancy.length_now > mm(15), pregnancy.fibronectin_now.is_("negative")),
    ),
)  # fmt: skip
labour_diagnosed = derived(
    "labour_diagnosed", Text("preterm labour suspected, and from 30+0 one test positive", "怀疑早产临产,且孕30+0周起一项检测阳性"),
    all_of(
        suspected_preterm_labour,
        pregnancy.gestation >= weeks(30),
        any_of(pregnancy.length_now <= mm(15), pregnancy.fibronectin_now.is_("positive")),
    ),
)  # fmt: skip
"""One test is enough, and the other is then not asked for (1.7.7): where both were done and differ, the positive counts."""
injured_cervix = derived(
    "injured_cervix", Text("the cervix injured, by surgery or torn at a birth or loss", "宫颈损伤史(手术或分娩、流产时裂伤)"),
    any_of(findings.cervical_surgery, all_of(some(earlier.EARLIER, ALWAYS), woman.cervical_laceration)),
)  # fmt: skip
"""Torn only by somebody who has been pregnant before: nobody else is asked."""
