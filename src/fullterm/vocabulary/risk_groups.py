"""Groups at risk that one document names and no other: derived facts of `findings`' kind, beside it for room."""

from __future__ import annotations

from fullterm.logic.language import all_of, any_of, count, some
from fullterm.logic.quantity import mm, weeks
from fullterm.vocabulary import pregnancy, procedures, woman
from fullterm.vocabulary.fact import Text, derived
from fullterm.vocabulary.findings import cone, mullerian_anomaly

rcog_other_high_risk = derived(
    "rcog_other_high_risk",
    Text("a high-risk group in which RCOG 75 calls the role of cerclage uncertain", "RCOG 75所列环扎作用不确定的高危人群"),
    any_of(
        mullerian_anomaly,
        some(
            procedures.PROCEDURES,
            procedures.kind.is_("cold_knife_cone", "laser_cone", "lletz", "ablation", "radical_diathermy"),
        ),
        woman.curettages >= 2,
    ),
)  # fmt: skip
cervix_ablated = derived(
    "cervix_ablated", Text("ablation of the cervix", "宫颈消融史"),
    some(procedures.PROCEDURES, procedures.kind.is_("ablation")),
)  # fmt: skip
cervix_excised = derived(
    "cervix_excised", Text("a loop excision or a cone", "宫颈环形电切或锥切史"),
    some(procedures.PROCEDURES, procedures.kind.is_("cold_knife_cone", "laser_cone", "lletz")),
)  # fmt: skip
significant_excision = derived(
    "significant_excision",
    Text("a cone, a loop excision deeper than 10 mm, or more than one", "宫颈锥切、环形电切深度>10 mm或1次以上"),
    any_of(
        cone,
        some(procedures.PROCEDURES, all_of(procedures.kind.is_("lletz"), procedures.depth > mm(10))),
        count(procedures.PROCEDURES, procedures.kind.is_("lletz")) >= 2,
    ),
)  # fmt: skip
short_late_second_trimester = derived(
    "short_late_second_trimester",
    Text("a cervix under 25 mm on a scan at 22+0 to 27+6", "孕22+0至27+6超声宫颈<25 mm"),
    some(
        pregnancy.SCANS,
        all_of(
            pregnancy.scan_gestation >= weeks(22), pregnancy.scan_gestation < weeks(28),
            pregnancy.scan_length < mm(25), pregnancy.scan_method.is_("transvaginal"),
        ),
    ),
)  # fmt: skip
