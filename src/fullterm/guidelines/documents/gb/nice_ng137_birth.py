"""NICE NG137: planning the birth of twins or triplets (1.8), and when it is (1.9), by placentas and sacs.

Read in full, 2024 edition; sections of 2019. "Uncomplicated" is defined nowhere in the document (1.7.1 lists
complications, as reasons for an opinion): it is what the doctor has said of them. "At 37 weeks" is read as 37+0 to 37+6, as 1.9.4 has it, and the other weeks alike.
"""

from __future__ import annotations

from fullterm.guidelines.documents.gb.nice_ng137 import NG137, until_37
from fullterm.guidelines.model import Window, consider, inform, offer
from fullterm.logic.language import all_of, any_of, weeks
from fullterm.vocabulary import findings, pregnancy, treatments
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.multiples import (
    dichorionic_twins,
    monoamniotic_twins,
    monochorionic_twins,
    triplets,
    triplets_decided_singly,
    triplets_planned_at_35,
    twins_or_triplets,
    uncomplicated,
)
from fullterm.vocabulary.preterm_labour import planned_early

from_24 = pregnancy.gestation >= weeks(24)
before_the_steroids = any_of(monochorionic_twins, monoamniotic_twins, triplets_planned_at_35)
the_week_has_come = any_of(
    all_of(dichorionic_twins, pregnancy.gestation >= weeks(37)),
    all_of(monochorionic_twins, pregnancy.gestation >= weeks(36)),
    all_of(monoamniotic_twins, pregnancy.gestation >= weeks(32)),
    all_of(triplets_planned_at_35, pregnancy.gestation >= weeks(35)),
)
COMMITTEE = Text(
    "Not enough good evidence on the best week; the committee's experience too (p.55-56). The week is read with both ends included. A doctor says whether the pregnancy is uncomplicated: the document does not define it, though 1.7.1 lists complications (p.24-25). A death or an anomaly told alone does not answer that question here.",
    "最佳孕周缺乏充分证据,并依据委员会经验(第55–56页)。孕周含两端。是否“无并发症”由医生判断:原文未作定义,仅1.7.1列有部分并发症(第24–25页)。仅录入一胎死亡或畸形者,此项仍须另行回答。",
)
TRIPLETS = Text(
    "Of the week of birth in triplets no evidence was found: the committee's own experience (p.56). The week is read with both ends included. A doctor says whether the pregnancy is uncomplicated: the document does not define it, though 1.7.1 lists complications (p.24-25). A death or an anomaly told alone does not answer that question here.",
    "三胎分娩孕周未找到证据,系委员会临床经验(第56页)。孕周含两端。是否“无并发症”由医生判断:原文未作定义,仅1.7.1列有部分并发症(第24–25页)。仅录入一胎死亡或畸形者,此项仍须另行回答。",
)
OUR_LIMIT = Text("Shown before 37+0, our limit; none is printed.", "37+0前显示,系本软件所设,原文未印孕周。")
TOLD = Text(
    "What she is told in order to choose (p.55). A doctor says whether the pregnancy is uncomplicated: the document does not define it, though 1.7.1 lists complications (p.24-25). A death or an anomaly told alone does not answer that question here.",
    "供其选择时知情(第55页)。是否“无并发症”由医生判断:原文未作定义,仅1.7.1列有部分并发症(第24–25页)。仅录入一胎死亡或畸形者,此项仍须另行回答。",
)

NG137.recommend(
    "1.8.1", offer(treatments.birth_plan_talk),
    row="FULL-NICE137-1.8.1", decision="birth",
    says=Text(
        "From 24 weeks a woman carrying twins or triplets talks over what she wishes for the birth, again whenever it is needed or she wants to.",
        "自孕24周起与双胎、三胎孕妇讨论其分娩意愿,必要时或其愿意时再谈。",
    ),
    women=twins_or_triplets, when=from_24,
    grade="[2019]", locus="1.8.1, p.25; rationale, p.54", read="full text",
    note=Text("24 weeks is read as 24+0.", "“24周”按24+0理解。"),
)  # fmt: skip

NG137.recommend(
    "1.8.2", offer(treatments.birth_plan_talk),
    row="FULL-NICE137-1.8.2", decision="birth",
    says=Text(
        "By 28 weeks these have been talked over with a woman carrying twins or triplets: where she gives birth and that she may have to be moved for a preterm one, when and how, pain relief, tracing of the hearts, and the third stage.",
        "最晚孕28周须与双胎、三胎孕妇谈妥:分娩地点及早产时可能转院、时机与方式、镇痛、胎心监护与第三产程。",
    ),
    women=twins_or_triplets, when=from_24, window=Window(weeks(24), weeks(28, 1)),
    grade="[2019]", locus="1.8.2, p.25; again: the tracing in 1.11.1, p.30, pain relief in 1.12.1, p.34-35, the third stage in 1.13.3, p.36", read="full text",
    note=Text(
        "It begins with 1.8.1 at 24+0; 'by 28 weeks at the latest' is read as up to 28+0, included. That it has been done is not asked, so it is still shown later. Of the heart tracing a woman with twins is told that its evidence is of single babies (1.11.1, p.30). By the same week 1.13.7 (p.36) has blood transfusion and a line into a vein talked over: another matter, not entered.",
        "随1.8.1自24+0开始;“最晚28周”按至28+0(含)理解。是否已谈未询问,故其后仍显示。对双胎孕妇须说明胎心监护的证据来自单胎(1.11.1,第30页)。1.13.7(第36页)要求同期讨论输血与静脉通路,属另一事项,未录入。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.9.1", inform(treatments.information),
    row="FULL-NICE137-1.9.1", decision="counselling",
    says=Text("Of 100 twin pregnancies about 60 are born by themselves before 37 weeks.", "每100例双胎约60例于孕37周前自发分娩。"),
    women=findings.twins, when=until_37,
    grade="[2019]", locus="1.9.1, p.26", read="full text", note=OUR_LIMIT,
)  # fmt: skip

NG137.recommend(
    "1.9.2", inform(treatments.information),
    row="FULL-NICE137-1.9.2", decision="counselling",
    says=Text("Of 100 triplet pregnancies about 75 are born by themselves before 35 weeks.", "每100例三胎约75例于孕35周前自发分娩。"),
    women=triplets, when=pregnancy.gestation < weeks(35),
    grade="[2019]", locus="1.9.2, p.26", read="full text",
    note=Text("Shown before 35+0, our limit; none is printed.", "35+0前显示,系本软件所设,原文未印孕周。"),
)  # fmt: skip

NG137.recommend(
    "1.9.3", inform(treatments.information),
    row="FULL-NICE137-1.9.3", decision="counselling",
    says=Text(
        "Preterm twins or triplets, whether birth begins by itself or is planned, go to a neonatal unit more often.",
        "双胎、三胎早产,无论自发或计划,新生儿入住新生儿病房的机会均增加。",
    ),
    women=twins_or_triplets, when=until_37,
    grade="[2019]", locus="1.9.3, p.26", read="full text", note=OUR_LIMIT,
)  # fmt: skip

NG137.recommend(
    "1.9.4", inform(treatments.planned_birth),
    row="FULL-NICE137-1.9.4", decision="birth",
    says=Text(
        "In uncomplicated dichorionic diamniotic twins a birth planned from 37+0 seems to bring no more serious harm to the babies, and waiting beyond 37+6 raises the risk that one dies.",
        "无并发症双绒毛膜双羊膜囊双胎:37+0起计划分娩似不增加新生儿严重不良结局;超过37+6则胎儿死亡风险上升。",
    ),
    women=dichorionic_twins, when=uncomplicated,
    grade="[2019]", locus="1.9.4, p.26", read="full text", note=TOLD,
)  # fmt: skip

NG137.recommend(
    "1.9.5", inform(treatments.planned_birth),
    row="FULL-NICE137-1.9.5", decision="birth",
    says=Text(
        "In uncomplicated monochorionic diamniotic twins a birth planned from 36+0 seems to bring no more serious harm to the babies, and waiting beyond 36+6 raises the risk that one dies.",
        "无并发症单绒毛膜双羊膜囊双胎:36+0起计划分娩似不增加新生儿严重不良结局;超过36+6则胎儿死亡风险上升。",
    ),
    women=monochorionic_twins, when=uncomplicated,
    grade="[2019]", locus="1.9.5, p.26", read="full text", note=TOLD,
)  # fmt: skip

NG137.recommend(
    "1.9.6", inform(treatments.planned_birth),
    row="FULL-NICE137-1.9.6", decision="birth",
    says=Text(
        "In uncomplicated monochorionic monoamniotic twins a birth planned at 32+0 to 33+6 seems to bring no more serious harm; the babies usually need a neonatal unit and breathe worse, and waiting beyond 33+6 raises the risk that one dies.",
        "无并发症单绒毛膜单羊膜囊双胎:32+0–33+6计划分娩似不增加严重不良结局;新生儿多需入住新生儿病房,呼吸问题增多;超过33+6则胎儿死亡风险上升。",
    ),
    women=monoamniotic_twins, when=uncomplicated,
    grade="[2019]", locus="1.9.6, p.26-27", read="full text", note=TOLD,
)  # fmt: skip

NG137.recommend(
    "1.9.7", inform(treatments.planned_birth),
    row="FULL-NICE137-1.9.7", decision="birth",
    says=Text(
        "In uncomplicated trichorionic or dichorionic triamniotic triplets waiting beyond 35+6 raises the risk that one dies.",
        "无并发症三绒毛膜或双绒毛膜的三羊膜囊三胎,超过35+6则胎儿死亡风险上升。",
    ),
    women=triplets_planned_at_35, when=uncomplicated,
    grade="[2019]", locus="1.9.7, p.27; rationale, p.56", read="full text",
    note=Text(
        "The committee's experience; no evidence was found (p.56). A doctor says whether the pregnancy is uncomplicated: the document does not define it, though 1.7.1 lists complications (p.24-25). A death or an anomaly told alone does not answer that question here.",
        "委员会经验,未找到证据(第56页)。是否“无并发症”由医生判断:原文未作定义,仅1.7.1列有部分并发症(第24–25页)。仅录入一胎死亡或畸形者,此项仍须另行回答。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.9.9", offer(treatments.planned_birth),
    row="FULL-NICE137-1.9.9", decision="birth",
    says=Text("Uncomplicated dichorionic diamniotic twins: birth is offered at 37 weeks.", "无并发症双绒毛膜双羊膜囊双胎:孕37周计划分娩。"),
    women=dichorionic_twins, when=uncomplicated, window=Window(weeks(37), weeks(38)),
    grade="offer [2019]", locus="1.9.9, p.27; 1.9.4, p.26", read="full text", note=COMMITTEE,
)  # fmt: skip

NG137.recommend(
    "1.9.10-36", offer(treatments.planned_birth),
    row="FULL-NICE137-1.9.10", decision="birth",
    says=Text(
        "Uncomplicated monochorionic diamniotic twins: birth is offered at 36 weeks, once a course of steroids has been considered.",
        "无并发症单绒毛膜双羊膜囊双胎:先考虑一个疗程激素,孕36周计划分娩。",
    ),
    women=monochorionic_twins, when=uncomplicated, window=Window(weeks(36), weeks(37)),
    grade="offer [2019]", locus="1.9.10, p.27; 1.9.5, p.26", read="full text", note=COMMITTEE,
)  # fmt: skip

NG137.recommend(
    "1.9.10-32", offer(treatments.planned_birth),
    row="FULL-NICE137-1.9.10", decision="birth",
    says=Text(
        "Uncomplicated monochorionic monoamniotic twins: birth is offered at 32+0 to 33+6, once a course of steroids has been considered.",
        "无并发症单绒毛膜单羊膜囊双胎:先考虑一个疗程激素,32+0–33+6计划分娩。",
    ),
    women=monoamniotic_twins, when=uncomplicated, window=Window(weeks(32), weeks(34)),
    grade="offer [2019]", locus="1.9.10, p.27; rationale, p.56", read="full text", note=COMMITTEE,
)  # fmt: skip

NG137.recommend(
    "1.9.10-35", offer(treatments.planned_birth),
    row="FULL-NICE137-1.9.10", decision="birth",
    says=Text(
        "Uncomplicated trichorionic or dichorionic triamniotic triplets: birth is offered at 35 weeks, once a course of steroids has been considered.",
        "无并发症三绒毛膜或双绒毛膜的三羊膜囊三胎:先考虑一个疗程激素,孕35周计划分娩。",
    ),
    women=triplets_planned_at_35, when=uncomplicated, window=Window(weeks(35), weeks(36)),
    grade="offer [2019]", locus="1.9.10, p.27; 1.9.7, p.27; rationale, p.56", read="full text", note=TRIPLETS,
)  # fmt: skip

NG137.recommend(
    "1.9.10-steroids", consider(treatments.antenatal_steroids),
    row="FULL-NICE137-1.9.10", decision="emergencies",
    says=Text(
        "Before the planned birth of uncomplicated monochorionic twins, or trichorionic or dichorionic triamniotic triplets, a course of steroids is considered; when is in NICE's guideline on preterm birth.",
        "无并发症的单绒毛膜双胎、三绒毛膜或双绒毛膜的三羊膜囊三胎计划分娩前,考虑一个疗程激素;时机见NICE早产指南。",
    ),
    women=before_the_steroids, when=all_of(planned_early, uncomplicated), unless=pregnancy.steroid_courses >= 1,
    grade="[2019]", locus="1.9.10, p.27", read="full text",
    note=Text(
        "No gestation is printed: it refers to NG25, which is for one baby and has 22+0 to 35+6 (NG25 1.9). Shown once a birth before 37+0 is planned; of a complicated pregnancy the sentence does not speak. That one course already given is enough is our reading. Dichorionic twins at 37 weeks are not named.",
        "未印孕周:原文指向NG25,而NG25仅适用于单胎,所论为22+0–35+6(NG25 1.9)。在计划37+0前分娩时显示;有并发症者该句未提。已用过一个疗程即不再提示,系本软件的理解。原文未提37周分娩的双绒毛膜双胎。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.9.11", offer(treatments.birth_assessment),
    row="FULL-NICE137-1.9.11", decision="birth",
    says=Text(
        "The week of birth is decided singly in complicated twins or triplets, in monochorionic triamniotic triplets, and in triplets who share a sac.",
        "有并发症的双胎或三胎、单绒毛膜三羊膜囊三胎、共用羊膜囊的三胎,分娩孕周个体化决定。",
    ),
    women=twins_or_triplets, when=any_of(pregnancy.multiple_complication, triplets_decided_singly),
    grade="offer [2019]", locus="1.9.11, p.27-28; 1.9.8, p.27; rationale, p.56", read="full text",
    note=Text(
        "No gestation is printed. Triplets of whom it holds by their placentas or sacs are told so (1.9.8). What counts as complicated is the doctor's to say; a death or an anomaly told alone does not answer that question here. Twins or triplets whose placentas could not be determined are not named.",
        "未印孕周。因绒毛膜性或羊膜性而属此类的三胎孕妇须予说明(1.9.8)。何为并发症由医生判断;仅录入一胎死亡或畸形者,此项仍须另行回答。绒毛膜性未能判定者原文未提。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.9.12", offer(treatments.weekly_watch),
    row="FULL-NICE137-1.9.12", decision="birth",
    says=Text(
        "A woman with twins or triplets who declines the birth offered at its week sees the specialist obstetrician every week, with a scan, the fluid and the umbilical Doppler of each baby, and growth every two weeks.",
        "双胎、三胎孕妇在应计划分娩的孕周谢绝者,每周由多胎专科医生复诊,查超声、每胎羊水与脐动脉多普勒,每两周测生长。",
    ),
    women=any_of(dichorionic_twins, before_the_steroids), when=all_of(uncomplicated, the_week_has_come),
    grade="offer [2019]", locus="1.9.12, p.28; rationale, p.56", read="full text",
    note=Text(
        "Whether she declines is not recorded: the sentence carries the condition. From the first day of the week of 1.9.9 and 1.9.10; no end is printed.",
        "是否谢绝未作记录,条件写在句中。自1.9.9、1.9.10所定孕周首日起;未印终点。",
    ),
)  # fmt: skip
