"""Twins and triplets by their placentas and sacs, in the words of NICE NG137 (box 1, p.6-7; terms, p.37).

The number of babies is known beside it, so "dichorionic diamniotic" of triplets is another pregnancy than of twins: two
of the three share a sac.
"""

from __future__ import annotations

from fullterm.logic.language import all_of, any_of, not_
from fullterm.vocabulary import findings, pregnancy, woman
from fullterm.vocabulary.fact import Text, derived

twins_or_triplets = derived(
    "twins_or_triplets",
    Text("twins or triplets now", "目前为双胎或三胎"),
    all_of(findings.multiple, pregnancy.fetuses <= 3),
)
triplets = derived(
    "triplets", Text("triplets now", "目前为三胎"),
    all_of(woman.pregnant, pregnancy.fetuses >= 3, pregnancy.fetuses <= 3),
)  # fmt: skip
dichorionic_twins = derived(
    "dichorionic_twins", Text("dichorionic diamniotic twins", "双绒毛膜双羊膜囊双胎"),
    all_of(findings.twins, pregnancy.chorionicity.is_("dichorionic_diamniotic")),
)  # fmt: skip
monochorionic_twins = derived(
    "monochorionic_twins", Text("monochorionic diamniotic twins", "单绒毛膜双羊膜囊双胎"),
    all_of(findings.twins, pregnancy.chorionicity.is_("monochorionic_diamniotic")),
)  # fmt: skip
monoamniotic_twins = derived(
    "monoamniotic_twins", Text("monochorionic monoamniotic twins", "单绒毛膜单羊膜囊双胎"),
    all_of(findings.twins, pregnancy.chorionicity.is_("monochorionic_monoamniotic")),
)  # fmt: skip
twins_perhaps_in_one_sac = derived(
    "twins_perhaps_in_one_sac",
    Text("twins who share a sac, or in whom it could not be determined", "共用羊膜囊的双胎,或未能判定者"),
    all_of(findings.twins, pregnancy.chorionicity.is_("monochorionic_monoamniotic", "undetermined")),
)  # fmt: skip
triplets_planned_at_35 = derived(
    "triplets_planned_at_35", Text("trichorionic or dichorionic triamniotic triplets", "三绒毛膜或双绒毛膜的三羊膜囊三胎"),
    all_of(triplets, pregnancy.chorionicity.is_("trichorionic_triamniotic", "dichorionic_triamniotic")),
)  # fmt: skip
triplets_shared_sac = derived(
    "triplets_shared_sac", Text("triplets of whom some share a sac", "有胎儿共用羊膜囊的三胎"),
    all_of(
        triplets,
        pregnancy.chorionicity.is_(
            "dichorionic_diamniotic", "monochorionic_diamniotic", "monochorionic_monoamniotic"
        ),
    ),
)  # fmt: skip
triplets_decided_singly = derived(
    "triplets_decided_singly",
    Text("monochorionic triamniotic triplets, or triplets of whom some share a sac", "单绒毛膜三羊膜囊三胎,或有胎儿共用羊膜囊的三胎"),
    any_of(all_of(triplets, pregnancy.chorionicity.is_("monochorionic_triamniotic")), triplets_shared_sac),
)  # fmt: skip
uncomplicated = derived(
    "uncomplicated_multiple", Text("a twin or triplet pregnancy without complications", "无并发症的双胎或三胎妊娠"),
    not_(pregnancy.multiple_complication),
)  # fmt: skip
