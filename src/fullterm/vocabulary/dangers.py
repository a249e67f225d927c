"""What must never wait: the findings that bring a line of the safety net (`protocols/always.toml`) to the top.

Each names what was told. The limits of gestation stand in `always.toml`, one table for all of them. No document that was
read draws these lines; they are this software's own safety rule, and say who comes and what to check, never a treatment.
"""

from __future__ import annotations

from fullterm.logic.language import all_of, any_of, not_
from fullterm.logic.quantity import cm, weeks
from fullterm.vocabulary import findings, pregnancy, woman
from fullterm.vocabulary.fact import Text, derived

open_cervix = derived(
    "open_cervix", Text("the cervix is open, or the membranes are exposed", "宫口已开或胎膜外露"),
    all_of(woman.pregnant, any_of(pregnancy.dilatation > cm(0), pregnancy.membranes.is_("at_os", "bulging"))),
)  # fmt: skip
infected = derived(
    "infected", Text("infection in the womb, seen or suspected", "宫内感染(已见或可疑)"),
    all_of(woman.pregnant, any_of(pregnancy.infection, pregnancy.infection_suspected)),
)  # fmt: skip
in_labour = derived("in_labour", Text("labour", "临产"), all_of(woman.pregnant, pregnancy.labour))
waters_broken = derived(
    "waters_broken", Text("the waters have broken", "胎膜已破"),
    all_of(woman.pregnant, any_of(pregnancy.ruptured_membranes, pregnancy.membranes.is_("ruptured"))),
)  # fmt: skip
bleeding_with_contractions = derived(
    "bleeding_with_contractions", Text("bleeding with contractions", "阴道出血伴宫缩"),
    all_of(woman.pregnant, pregnancy.bleeding, pregnancy.contractions),
)  # fmt: skip
bleeding_or_contractions = derived(
    "bleeding_or_contractions", Text("bleeding, or contractions", "阴道出血或宫缩"),
    all_of(woman.pregnant, any_of(pregnancy.bleeding, pregnancy.contractions)),
)  # fmt: skip
no_heartbeat = derived(
    "no_heartbeat", Text("no heartbeat was seen", "未见胎心"), all_of(woman.pregnant, not_(pregnancy.alive))
)
compromised = derived(
    "compromised", Text("the baby is compromised", "胎儿窘迫"), all_of(woman.pregnant, pregnancy.fetal_compromise)
)

suture_and_open_cervix = derived(
    "suture_and_open_cervix", Text("a suture is in, and the cervix has opened", "带缝线而宫口已开"),
    all_of(findings.has_suture, open_cervix),
)  # fmt: skip
suture_in_labour = derived(
    "suture_in_labour", Text("a suture is in, and she is in labour", "带缝线临产"), all_of(findings.has_suture, in_labour)
)  # fmt: skip
abdominal_in_labour = derived(
    "abdominal_in_labour", Text("an abdominal suture is in, and she is in labour", "带经腹环扎带临产"),
    all_of(findings.has_abdominal_suture, in_labour),
)  # fmt: skip
vaginal_in_labour = derived(
    "vaginal_in_labour", Text("a suture placed through the vagina is in, and she is in labour", "带经阴道缝线临产"),
    all_of(findings.has_vaginal_suture, not_(pregnancy.suture_abdominal), in_labour),
)  # fmt: skip
suture_and_infection = derived(
    "suture_and_infection", Text("a suture is in, with infection seen or suspected", "带缝线而有感染(已见或可疑)"),
    all_of(findings.has_suture, infected),
)  # fmt: skip
suture_and_waters_broken = derived(
    "suture_and_waters_broken", Text("a suture is in, and the waters have broken", "带缝线而胎膜已破"),
    all_of(findings.has_suture, waters_broken),
)  # fmt: skip
suture_and_bleeding = derived(
    "suture_and_bleeding", Text("a suture is in, with bleeding and contractions", "带缝线而有阴道出血伴宫缩"),
    all_of(findings.has_suture, bleeding_with_contractions),
)  # fmt: skip
suture_and_a_sign = derived(
    "suture_and_a_sign", Text("a suture is in, with bleeding or contractions", "带缝线而有阴道出血或宫缩"),
    all_of(findings.has_suture, bleeding_or_contractions),
)  # fmt: skip
abdominal_and_contractions = derived(
    "abdominal_and_contractions", Text("an abdominal suture is in, with contractions", "带经腹环扎带而有宫缩"),
    all_of(findings.has_abdominal_suture, pregnancy.contractions),
)  # fmt: skip
abdominal_and_waters_broken = derived(
    "abdominal_and_waters_broken",
    Text("an abdominal suture is in, and the waters have broken", "带经腹环扎带而胎膜已破"),
    all_of(findings.has_abdominal_suture, not_(pregnancy.suture_vaginal), waters_broken),
)  # fmt: skip
suture_and_death = derived(
    "suture_and_death", Text("a suture is in, and the pregnancy is lost", "带缝线而妊娠已丢失"),
    all_of(findings.has_suture, any_of(findings.every_baby_died, pregnancy.lost_with_suture)),
)  # fmt: skip

lethal_in_one_baby = derived(
    "lethal_in_one_baby", Text("one baby, with a lethal anomaly", "单胎且为致死性畸形"),
    all_of(findings.singleton, pregnancy.anomaly_scan.is_("lethal")),
)  # fmt: skip
before_16_weeks = derived(
    "before_16_weeks", Text("before 16+0", "孕16+0周前"), all_of(woman.pregnant, pregnancy.gestation < weeks(16))
)
from_28_weeks = derived(
    "from_28_weeks", Text("28+0 or later", "孕28+0周及以后"), all_of(woman.pregnant, pregnancy.gestation >= weeks(28))
)
past_42_weeks = derived(
    "past_42_weeks",
    Text("42+0 or later, and no end told", "孕42+0周及以后,未记录结局"),
    all_of(woman.pregnant, pregnancy.gestation >= weeks(42)),
)
