"""NICE NG25, Preterm labour and birth: preventing it (1.2), emergency cerclage (1.6).

Written from `clinical/guidelines-english.md` section 5 and read again in full against the text of 10 June 2022 (with the
minor changes to April 2024). The whole document is for a singleton pregnancy (p.5, twice): every rule of it is. Waters
broken early (1.3-1.5) are in `nice_ng25_waters`, labour (1.1, 1.7, 1.8) in `nice_ng25_labour`, the baby about to be born
(1.9-1.14) in `nice_ng25_birth`; what it is silent on in `nice_ng25_silent`, its first edition in `nice_ng25_2015`.
Not yet read against the source by a clinician.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, Window, consider, do_not_offer, inform, offer
from fullterm.logic.language import ALWAYS, all_of, any_of, mm, not_, weeks
from fullterm.vocabulary import findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.preterm_labour import injured_cervix

NG25 = Guideline(
    id="nice-ng25", short="NICE NG25", title=Text("Preterm labour and birth", "早产与分娩"), publisher="NICE",
    country="GB", published=date(2019, 8, 2), url="https://www.nice.org.uk/guidance/ng25",
    edition="2015, updated 2019 (the day, 2 August, is not in the document) and 10 June 2022, minor changes to April 2024",
)  # fmt: skip
AMENDED = date(2022, 6, 10)

history = any_of(findings.preterm_birth_by_34, findings.loss_from_16)
short = findings.shortest_16_to_24 <= mm(25)
not_yet_24 = pregnancy.gestation <= weeks(24)
rescue = all_of(
    woman.pregnant,
    pregnancy.gestation >= weeks(16),
    pregnancy.gestation <= weeks(27, 6),
    findings.dilated,
    pregnancy.membranes.is_("at_os", "bulging"),
    not_(pregnancy.ruptured_membranes),
)
against_rescue = any_of(pregnancy.infection, pregnancy.bleeding, pregnancy.contractions)
vaginal_suture = all_of(findings.not_multiple, findings.has_vaginal_suture)

NG25.recommend(
    "1.2.1", offer(treatments.vaginal_progesterone, treatments.ultrasound_cerclage),
    row="NICE25-1.2.1", decision="cerclage",
    says=Text(
        "Offer the choice of vaginal progesterone or cerclage, decided together, to a woman who has had both a spontaneous preterm birth up to 34+0 or a loss from 16+0 and a cervix of 25 mm or less on a transvaginal scan between 16+0 and 24+0.",
        "既往有孕34+0周及以前自发早产或孕16+0周及以后流产,且本次妊娠16+0–24+0周经阴道超声宫颈≤25 mm者,由她与医生共同选择阴道孕酮或宫颈环扎。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, not_yet_24, history, short),
    window=Window(weeks(16), weeks(24, 1)),
    grade="offer [2019, amended 2022]", locus="1.2.1, p.8; scope, p.5", read="full text",
    note=Text(
        "'Up to 34+0' and 'between 16+0 and 24+0' are read as including both ends; 24+0 itself is still inside. The printed range is the scan's; that the choice ends with 24+0 is read from 1.2.3, which has progesterone started by then (after it, see 1.2.1-suture). A loss counts from 16+0 whatever its cause; one from 24+0 on, and a baby born alive earlier, counts as a birth, up to 34+0. The document lists no contraindications here, so none are read in (RCOG 75 §9.2 has a list).",
        "“至34+0”“16+0至24+0”均按含端点理解,24+0当日仍在范围内。所印孕周范围是超声的;两者择一止于24+0,依据1.2.3(孕酮须在此前开始),其后见1.2.1-suture。孕16周起的流产不论原因均计入;24+0及以后的死产和此前的活产按分娩计至34+0。原文此处未列禁忌证,故未录入(RCOG 75 §9.2有列)。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.2.1-suture", offer(treatments.ultrasound_cerclage),
    row="NICE25-1.2.1", decision="cerclage",
    says=Text(
        "Of the choice between vaginal progesterone and cerclage, only cerclage is left after 24+0 to a woman with such a history whose scan between 16+0 and 24+0 showed 25 mm or less: progesterone is started by 24+0, and no last day is printed for the suture.",
        "有上述病史且孕16+0–24+0周超声宫颈≤25 mm者,24+0之后在阴道孕酮与环扎之间只余环扎:孕酮须在24+0前开始,而环扎未印最晚时间。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, pregnancy.gestation > weeks(24), history, short),
    window=Window(opens=weeks(24, 1)),
    grade="offer [2019, amended 2022]", locus="1.2.1 with 1.2.3, p.8", read="full text",
    note=Text(
        "Our reading of two sentences together: the range 16+0 to 24+0 belongs to the scan, and only the start of progesterone has a limit. The document gives no gestation after which the suture is no longer placed.",
        "系合读两条所得:16+0–24+0是超声的范围,仅开始用孕酮有时限。原文未给出不再环扎的孕周。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.2.2", consider(treatments.vaginal_progesterone),
    row="NICE25-1.2.2", decision="progesterone",
    says=Text(
        "Consider vaginal progesterone for a woman who has either a spontaneous preterm birth up to 34+0 or a loss from 16+0 in her history, or a cervix of 25 mm or less on a transvaginal scan between 16+0 and 24+0.",
        "既往有孕34+0周及以前自发早产或孕16+0周及以后流产,或本次妊娠16+0–24+0周经阴道超声宫颈≤25 mm者(两者有其一),考虑阴道孕酮。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, not_yet_24, any_of(history, short)),
    window=Window(weeks(16), weeks(24, 1)),
    grade="consider [2019, amended 2022]", locus="1.2.2, p.8; rationale p.30", read="full text",
    note=Text(
        "With a history it holds whether the cervix is unknown or longer than 25 mm (rationale p.30). When both hold, 1.2.1 governs and this stays true beside it, so that a scan still awaited never changes the answer. The window is that of 1.2.3.",
        "有病史者,无论宫颈长度未知或>25 mm均适用(说明第30页)。两者兼有时以1.2.1为准,本条仍同时成立,以免等待超声期间结论反复。时间窗取自1.2.3。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.2.3", inform(treatments.vaginal_progesterone),
    row="NICE25-1.2.3", decision="progesterone",
    says=Text(
        "Vaginal progesterone, where it is chosen, is started between 16+0 and 24+0 and continued until at least 34 weeks; in April 2024 the only preparation licensed for this was the 200 mg vaginal capsule.",
        "选用阴道孕酮者,于孕16+0–24+0周开始,至少用到孕34周;2024年4月时获批此用途的仅200 mg阴道胶囊。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, any_of(pregnancy.progesterone, all_of(not_yet_24, any_of(history, short)))),
    window=Window(weeks(16), weeks(24, 1)),
    grade="[2019]", locus="1.2.3, p.8; the preparation: under 1.2.1 and 1.2.2, p.8", read="full text",
    note=Text(
        "The document words it as an instruction; entered as information so that it adds no strength of its own to 1.2.1 and 1.2.2. The window is for starting; it speaks to those who use it and those who may start it. Where it stops is the committee's experience (rationale p.30).",
        "原文为指示语气;此处作为告知录入,以免在1.2.1和1.2.2之外另加推荐强度。时间窗指开始用药的时间;对象为正在使用者和可开始使用者。停药时间为委员会经验(说明第30页)。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.2.4", consider(treatments.ultrasound_cerclage),
    row="NICE25-1.2.4", decision="cerclage",
    says=Text(
        "Consider cerclage for a woman with a cervix of 25 mm or less on a transvaginal scan between 16+0 and 24+0 whose waters broke early in an earlier pregnancy or whose cervix was injured, by surgery (cone by knife or laser, any number of loop excisions, radical diathermy) or otherwise.",
        "本次妊娠16+0–24+0周经阴道超声宫颈≤25 mm,且既往有未足月胎膜早破或宫颈损伤(冷刀或激光锥切、任何次数环形电切、根治性电凝等手术,或其他损伤)者,考虑宫颈环扎。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, short, any_of(findings.earlier_pprom, injured_cervix)),
    window=Window(opens=weeks(16)),
    grade="consider [2015, amended 2019]", locus="1.2.4, p.8-9; definitions p.22", read="full text",
    note=Text(
        "Only the scan is limited, to 16+0 to 24+0 (both ends read as included); no last day is printed for the suture, so none is read in. Waters that broke early are read from a pregnancy that ended between 14+0 and 36+6 with the membranes going first; the day of rupture is not recorded. Injury is defined as physical injury including surgery: a trachelectomy and a tear at a birth or loss are read as such. The document lists no contraindications here, so none are read in (RCOG 75 §9.2 has a list).",
        "仅超声有孕周范围16+0–24+0(含端点);未印环扎的最晚时间,故未录入。“未足月胎膜早破”按胎膜先破且于14+0至36+6终止的妊娠理解(未记录破膜日)。损伤定义为包括手术在内的物理损伤:宫颈切除术及分娩或流产时的裂伤均按此计。原文此处未列禁忌证,故未录入(RCOG 75 §9.2有列)。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.2.5", offer(treatments.removal_plan),
    row="NICE25-1.2.5", decision="removal",
    says=Text(
        "A plan for removing the suture is made and written down for every woman who has a cerclage, because sutures have been left in by mistake.",
        "凡做了宫颈环扎者,均须制定并记录拆线计划,因曾发生漏拆。",
    ),
    women=vaginal_suture,
    when=ALWAYS,
    grade="[2019, amended 2022]", locus="1.2.5, p.9; the reason: rationale, p.30", read="full text",
    note=Text(
        "It stands under preventive cerclage; read for every suture placed through the vagina, so that one of unknown indication is not missed. Rescue cerclage has its own 1.6.4. An abdominal suture, of which the document does not speak, is left out.",
        "原文列在预防性环扎下;此处按任何经阴道缝线理解,以免遗漏指征不明者。紧急环扎另见1.6.4。原文未提经腹环扎,故不含。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.6.1", do_not_offer(treatments.rescue_cerclage),
    row="NICE25-1.6.1", decision="emergencies",
    says=Text(
        "No emergency cerclage for a woman with signs of infection, active vaginal bleeding or contractions.",
        "有感染征象、活动性阴道出血或宫缩者,不做紧急环扎。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, against_rescue),
    grade="do not offer [2015, amended 2022]", locus="1.6.1, p.11", read="full text", since=AMENDED,
    note=Text(
        "No gestation is printed, and none is read in. Any bleeding told today is read as active bleeding.",
        "原文未印孕周,故未录入。今日所述出血均按活动性出血理解。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.6.2", consider(treatments.rescue_cerclage),
    row="NICE25-1.6.2", decision="emergencies",
    says=Text(
        "Consider emergency cerclage between 16+0 and 27+6 for a woman whose cervix has opened and whose unbroken membranes are exposed; the earlier the gestation the greater the benefit, the dilatation is weighed, and a consultant obstetrician and a consultant paediatrician take part.",
        "孕16+0–27+6周,宫口已开、胎膜外露未破者,考虑紧急环扎;孕周越早获益越大,须权衡宫口大小,并由产科与儿科主任医师共同参与决定。",
    ),
    women=findings.not_multiple,
    when=rescue,
    unless=against_rescue,
    window=Window(weeks(16), weeks(28)),
    grade="consider [2015, amended 2022]", locus="1.6.2, p.11; scope, p.5", read="full text", since=AMENDED,
    note=Text(
        "For twins and triplets the document does not speak (scope, p.5); NG137 1.5.6 does. No limit of dilatation is given. The contraindications of 1.6.1 are taken as exclusions. Membranes visible at the external os are read as exposed, as in RCOG 75. 27+6 is included.",
        "原文不适用于双胎、三胎(范围,第5页),见NG137 1.5.6。未设宫口大小上限。1.6.1所列情况作为排除条件。胎膜在外口可见按外露理解(同RCOG 75)。含27+6。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.6.3", offer(treatments.information),
    row="NICE25-1.6.3", decision="emergencies",
    says=Text(
        "A woman for whom emergency cerclage is considered is told its risks and its aim: to delay birth, so that the baby is more likely to survive and less likely to be seriously ill.",
        "对考虑紧急环扎者,说明其风险及目的:推迟分娩,从而提高新生儿存活机会、减少严重疾病。",
    ),
    women=findings.not_multiple,
    when=rescue,
    unless=against_rescue,
    window=Window(weeks(16), weeks(28)),
    grade="[2015, amended 2022]", locus="1.6.3, p.12", read="full text", since=AMENDED,
    note=Text(
        "Read as meant for the women of 1.6.2; her family or carers too, as appropriate.",
        "对象按1.6.2所指妇女理解,酌情包括家属。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.6.4", offer(treatments.removal_plan),
    row="NICE25-1.6.4", decision="removal",
    says=Text(
        "A plan for removing the suture is made and written down for a woman who has had an emergency cerclage.",
        "做了紧急环扎者,须制定并记录拆线计划。",
    ),
    women=vaginal_suture,
    when=pregnancy.suture_indication.is_("examination"),
    grade="[2019, amended 2022]", locus="1.6.4, p.12", read="full text", since=AMENDED,
)  # fmt: skip
