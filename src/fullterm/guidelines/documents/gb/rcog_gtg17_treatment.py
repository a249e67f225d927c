"""RCOG Green-top 17, Recurrent miscarriage (2023), sections 7 and 8: treatment and care.

Compared with the complete document on 2026-12-01. Not yet read against the source by a clinician. `grade` is the level of
evidence and the strength printed beside the sentence.
"""

from __future__ import annotations

from fullterm.guidelines.documents.gb.rcog_gtg17 import (
    RCOG17,
    RECURRENT,
    late,
    miscarried,
    recurrent,
    recurrent_in_either,
    unexplained,
)
from fullterm.guidelines.documents.gb.rcog_gtg17_tests import obstetric_criterion
from fullterm.guidelines.model import Window, consider, do_not_offer, inform, offer, uncertain
from fullterm.logic.language import all_of, any_of, count, not_, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

losses_after_10 = count(
    earlier.EARLIER, all_of(miscarried, earlier.gestation >= weeks(10), earlier.gestation < weeks(24))
)
acquired = any_of(woman.submucous_fibroid, woman.intramural_fibroid, woman.polyps, woman.adhesions)
EITHER = Text(
    "'Recurrent' second-trimester miscarriage is not defined; it is read as two or more, from 14+0 to 23+6, counted as in DEF-01. Two early losses and one late are neither three nor two, and are not counted as recurrent. Shown in pregnancy too.",
    "原文未定义“复发性”中孕期流产,按2次及以上(14+0–23+6)理解,计法同DEF-01。2次早孕期加1次中孕期流产两者均未满,不计为复发性。妊娠期亦显示。",
)
UNEXPLAINED = Text(
    f"'Unexplained' is read as neither antiphospholipid antibodies, nor an inherited thrombophilia, nor another cause found. {RECURRENT.en}",
    f"“不明原因”按未查出抗磷脂抗体、遗传性易栓症及其他原因理解。{RECURRENT.zh}",
)

# -- progestogen ------------------------------------------------------------------------------------------------

RCOG17.recommend(
    "PROG", consider(treatments.early_progestogen),
    row="RCOG17-PROG", decision="progesterone",
    says=Text(
        "Where a woman with recurrent miscarriage bleeds in early pregnancy, a progestogen should be considered: such as micronised progesterone, 400 mg in the vagina twice a day, begun at the bleeding and kept up to 16 weeks.",
        "复发性流产者早孕期出血时,应考虑孕激素,例如自出血起微粒化黄体酮阴道400 mg每日2次,至孕16周。",
    ),
    when=all_of(woman.pregnant, recurrent, pregnancy.early_bleeding, pregnancy.gestation < weeks(14)),
    unless=not_(pregnancy.alive), window=Window(None, weeks(14)), grade="1–, B", locus="§7.5, p.e25", read="full text",
    note=Text(
        f"Of the trial's subgroup with recurrent miscarriage; all its women together had no significant gain. Early pregnancy has no weeks in the document; the start is read as before 14+0, and 16 weeks ends the treatment. That a missing heartbeat excludes it is our safety rule: the trial was of threatened miscarriage. {RECURRENT.en}",
        f"依据试验中复发性流产亚组;全体受试者无显著获益。原文未给出“早孕”周数,开始用药按14+0前理解,16周为停药时间。未见胎心者除外系我方安全规则:该试验对象为先兆流产。{RECURRENT.zh}",
    ),
)  # fmt: skip

RCOG17.recommend(
    "PROG-ASYM", uncertain(treatments.progestogen_without_bleeding),
    row="FULL-RCOG17-7", decision="progesterone",
    says=Text(
        "Without bleeding, routine progestogen in unexplained recurrent miscarriage is to be used with caution: analyses show a possible benefit, the largest trial none, and drug, route, timing and dose are uncertain.",
        "无出血的不明原因复发性流产者,常规用孕激素须谨慎:荟萃分析提示可能获益,最大试验未见获益,且药物、途径、时机与剂量均不确定。",
    ),
    when=all_of(woman.pregnant, recurrent, unexplained, not_(pregnancy.early_bleeding), pregnancy.gestation < weeks(14)),
    grade="1–, B", locus="§7.5, p.e25–e26", read="full text",
    note=Text(
        f"'Asymptomatic' is read as pregnant, before 14+0, without bleeding; a heartbeat is not asked, as it may be begun before one can be seen. {UNEXPLAINED.en}",
        f"“无症状”按已妊娠、14+0前、无出血理解;不询问胎心,因开始用药时可能尚不能见到。{UNEXPLAINED.zh}",
    ),
)  # fmt: skip

# -- the uterus -------------------------------------------------------------------------------------------------

RCOG17.recommend(
    "SEPT", consider(treatments.septum_resection),
    row="RCOG17-SEPT", decision="uterus",
    says=Text(
        "With a uterine septum and recurrent loss, be it in the first or in the second trimester, its resection should be considered, best as part of an audit or a study.",
        "子宫纵隔合并复发性早孕期或中孕期流产者,应考虑纵隔切除,最好在审计或研究中进行。",
    ),
    when=all_of(findings.septum, not_(woman.pregnant), recurrent_in_either),
    grade="2+, C", locus="§7.4.1, p.e24", read="full text",
    note=Text(
        "'Recurrent' second-trimester miscarriage is read as two or more, from 14+0 to 23+6, counted as in DEF-01; the operation belongs before pregnancy. Two early losses and one late are neither three nor two, and are not counted as recurrent. What depth makes a septum is not settled (p.e20).",
        "“复发性”中孕期流产按2次及以上(14+0–23+6)理解,计法同DEF-01;手术在非孕期进行。2次早孕期加1次中孕期流产两者均未满,不计为复发性。内陷多深为纵隔尚无定论(第e20页)。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "FIG-SEPT", inform(treatments.septum_resection),
    row="FULL-RCOG17-8", decision="counselling",
    says=Text(
        "Septum resection: no trial is of women with recurrent miscarriage alone; the one trial (80 women, also with subfertility, one loss or a preterm birth) found no better outcome. Observational studies (27, of 1506 patients): live birth relative risk 1.77 (1.26 to 2.49), miscarriage 0.36 (0.20 to 0.66), preterm birth 0.15 (0.04 to 0.53).",
        "纵隔切除:尚无专门针对复发性流产的试验;唯一试验(80人,含生育力低下、1次流产及早产者)未见改善。观察性研究(27项,1506人):活产相对危险度1.77(1.26–2.49),流产0.36(0.20–0.66),早产0.15(0.04–0.53)。",
    ),
    when=all_of(findings.septum, recurrent_in_either), grade="evidence level 2+", locus="§7.4.1, p.e24", read="full text",
    note=EITHER,
)  # fmt: skip

RCOG17.recommend(
    "ACQ", uncertain(treatments.fibroid_removal, treatments.polyp_removal, treatments.adhesiolysis),
    row="FULL-RCOG17-9", decision="uterus",
    says=Text(
        "Evidence is lacking on how fibroids, adhesions and other acquired anomalies of the uterus are managed in recurrent miscarriage: counselling, and waiting or surgery chosen for the individual woman.",
        "复发性流产合并肌瘤、粘连等获得性子宫病变如何处理,缺乏证据:应充分咨询,个体化选择期待或手术。",
    ),
    when=all_of(acquired, recurrent_in_either), grade="3, D", locus="§7.4.2, p.e24", read="full text",
    note=Text(
        f"Polyps are managed as in other women (p.e15). The sentence says recurrent miscarriage; second-trimester ones, which the heading of §7 names, are counted too, as it offers nothing. {EITHER.en}",
        f"息肉按一般人群处理(第e15页)。条文写复发性流产;因未推荐任何处理,§7标题所及中孕期流产亦计入。{EITHER.zh}",
    ),
)  # fmt: skip

RCOG17.recommend(
    "FIG-FIBROID", inform(treatments.fibroid_removal),
    row="FULL-RCOG17-10", decision="counselling",
    says=Text(
        "Fibroids and recurrent miscarriage: the proportion of second-trimester miscarriages was 21.7% with submucous fibroids, 17.6% with intramural or subserosal ones, 8.0% where recurrent miscarriage was unexplained; after resection of submucous ones 21.7% fell to 0%, without controls; with the others, not operated on, live births were as many as where it was unexplained. Removal by hysteroscopy before assisted reproduction changed miscarriage not significantly (odds ratio 1.54, 0.47 to 5.00; 94 women; very low-quality evidence).",
        "肌瘤与复发性流产:中孕期流产比例黏膜下肌瘤者21.7%,肌壁间或浆膜下者17.6%,不明原因者8.0%;黏膜下肌瘤切除后由21.7%降至0%,无对照;其余肌瘤未手术,活产率与不明原因者相近。辅助生殖前切除对流产无显著影响(比值比1.54,0.47–5.00;94人;证据质量极低)。",
    ),
    when=all_of(any_of(woman.submucous_fibroid, woman.intramural_fibroid), recurrent_in_either),
    grade="evidence level 3", locus="§5.4.2, p.e15; §7.4.2, p.e24", read="full text", note=EITHER,
)  # fmt: skip

# -- thrombophilia ----------------------------------------------------------------------------------------------

RCOG17.recommend(
    "APS-RX", offer(treatments.aspirin_heparin),
    row="RCOG17-APS-RX", decision="counselling",
    says=Text(
        "A woman with antiphospholipid syndrome should be offered aspirin with heparin from a positive pregnancy test until at least 34 weeks (for example aspirin 75 mg by mouth and enoxaparin 40 mg under the skin), after benefits and risks have been talked over: heparin, the unfractionated above all, is not without risk.",
        "抗磷脂综合征者应自妊娠试验阳性起至少至孕34周,使用阿司匹林联合肝素(例如口服阿司匹林75 mg、皮下依诺肝素40 mg),事先沟通利弊:肝素(尤其普通肝素)并非无风险。",
    ),
    when=all_of(
        woman.antiphospholipid_antibodies, obstetric_criterion,
        any_of(not_(woman.pregnant), pregnancy.gestation < weeks(34)),
    ),
    grade="1+, B", locus="key recommendations, p.e9; §7.2.1, p.e22", read="full text",
    note=Text(
        "The syndrome is read as antibodies found twice with a loss of APS-DEF; the doctor makes the diagnosis. 34 weeks is the least the treatment lasts; it is not begun later here. A heartbeat is not asked, as treatment begins before one can be seen.",
        "综合征按两次抗体阳性并有APS-DEF所述流产理解,由医生诊断。34周为最短疗程,此后不再开始。不询问胎心:开始用药时尚不能见到。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "APS-RX-NO", do_not_offer(treatments.aspirin_heparin),
    row="RCOG17-APS-RX", decision="not_to_do",
    says=Text(
        "Where recurrent miscarriage is unexplained, neither aspirin nor heparin, alone or together, should be given for it: nothing is gained and harm is possible.",
        "不明原因复发性流产不应使用阿司匹林和(或)肝素:不改善结局,且可能有害。",
    ),
    when=all_of(recurrent, unexplained), grade="1+, B", locus="key recommendations, p.e9; §7.2.1, p.e22", read="full text",
    note=Text(
        f"For the losses only; aspirin or heparin for another reason is not meant. {UNEXPLAINED.en}",
        f"仅针对流产;因其他原因用药不在此列。{UNEXPLAINED.zh}",
    ),
)  # fmt: skip

RCOG17.recommend(
    "INH-RX", uncertain(treatments.thromboprophylaxis),
    row="FULL-RCOG17-11", decision="counselling",
    says=Text(
        "That treating factor V Leiden, protein S deficiency or the prothrombin mutation in every such woman prevents recurrent miscarriage or second-trimester loss is not shown.",
        "对因子V Leiden、蛋白S缺乏或凝血酶原突变者一律治疗能否预防复发性流产或中孕期流产,尚未证实。",
    ),
    when=all_of(woman.inherited_thrombophilia, any_of(recurrent, late)), grade="2–, C", locus="§7.2.2, p.e22", read="full text",
    note=Text(
        "The record does not say which thrombophilia was found. The second trimester is read as 14+0 to 23+6; what counts as a miscarriage as in DEF-01.",
        "病历未记录为哪一种易栓症。中孕期按14+0–23+6理解;何者计为流产同DEF-01。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "INH-RX-ONE", consider(treatments.thromboprophylaxis),
    row="FULL-RCOG17-11", decision="counselling",
    says=Text(
        "With such a thrombophilia the decision can be made for the individual, and with her: her own risk of thrombosis (Green-top 37a) and signs of thrombosis in an earlier placenta are weighed; a second-trimester miscarriage speaks for it, above all with thrombotic lesions of the placenta.",
        "有上述易栓症者可与其商议作个体化决定:权衡本人血栓风险(绿顶指南37a)及既往胎盘血栓证据;有中孕期流产者可考虑,胎盘有血栓病变者尤然。",
    ),
    when=all_of(woman.inherited_thrombophilia, any_of(recurrent, late)), grade="3, D", locus="§7.2.2, p.e22–e23", read="full text",
    note=Text(
        "'Can be individualised', 'could be considered'; her risk of thrombosis and the placenta are not asked, so that it is shown after recurrent miscarriage (DEF-01) without either. Which thrombophilia was found the record does not say. Green-top 37a is not read in this software. The second trimester is read as 14+0 to 23+6.",
        "原文为“可个体化”“可考虑”;不询问血栓风险与胎盘,故复发性流产(见DEF-01)者无此二项亦显示。病历未记录为哪一种易栓症。本软件未读绿顶指南37a。中孕期按14+0–23+6理解。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "FIG-LMWH", inform(treatments.thromboprophylaxis),
    row="FULL-RCOG17-12", decision="counselling",
    says=Text(
        "One trial after a single loss past 10 weeks with factor V Leiden, the prothrombin mutation or protein S deficiency: live birth 86% on enoxaparin, 29% on low-dose aspirin (odds ratio 15.5, 7 to 34). In a later trial's subgroup, women with recurrent miscarriage with and without thrombophilia, enoxaparin, enoxaparin with aspirin and aspirin did not differ significantly.",
        "一项试验(10周后流产1次且有因子V Leiden、凝血酶原突变或蛋白S缺乏):依诺肝素组活产86%,小剂量阿司匹林组29%(比值比15.5,7–34)。其后一项试验的亚组(有或无易栓症的复发性流产者)中,依诺肝素、依诺肝素加阿司匹林与阿司匹林无显著差异。",
    ),
    when=all_of(woman.inherited_thrombophilia, losses_after_10 >= 1, not_(losses_after_10 >= 2)),
    grade="evidence level 2–", locus="§7.2.2, p.e23", read="full text",
    note=Text(
        "'A single late miscarriage after 10 weeks' is read as one from 10+0 to 23+6 and no second; losses before 10+0 are not asked, what counts as one is told at DEF-01. The later trial's subgroup was of recurrent miscarriage, with and without thrombophilia. Which thrombophilia was found the record does not say.",
        "“10周后1次晚期流产”按10+0–23+6仅1次理解;10+0前的流产不计,何者计为流产同DEF-01。其后试验的亚组为复发性流产者(有或无易栓症)。病历未记录为哪一种易栓症。",
    ),
)  # fmt: skip
