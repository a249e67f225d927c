"""Saving Babies' Lives v3.1: the baby about to be born early (5.16, 5.17, 5.20 to 5.25, p.48-49).

Meant for one baby and for several: 5.19 names both. The indicators (p.51-52) measure the hospital, often up to another
week than the advice, and are not advice. Ventilation and caffeine (5.26, 5.27) are the neonatologist's.
"""

from __future__ import annotations

from fullterm.guidelines.documents.gb.saving_babies_lives import SBL3
from fullterm.guidelines.documents.gb.saving_babies_lives_labour import from_22, to_33_6
from fullterm.guidelines.model import Window, consider, not_routinely, offer
from fullterm.logic.language import all_of, weeks
from fullterm.vocabulary import pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.preterm_labour import birth_soon, established_preterm_labour, preterm_birth_ahead

ahead = all_of(preterm_birth_ahead, from_22)
soon = all_of(birth_soon, from_22)
AHEAD = Text(
    "A preterm birth ahead is read as labour suspected or established, waters broken or a birth planned, before 37+0; no first week is printed, read from 22+0 (5.20). Suspected: symptoms or contractions, with labour told as not established. Several babies too (5.19 names both), though 5.6 leaves them to NICE.",
    "“预期早产”按37+0前怀疑或已临产、胎膜早破或计划分娩理解;未印最早孕周,按22+0起(5.20)。“怀疑”指有症状或宫缩且已告知未临产。多胎亦同(5.19兼及两者),虽5.6将多胎留待NICE。",
)
MAGNESIUM = Text(
    "Established labour, or a preterm birth planned within 24 hours. Both ends of the range are included. No week is printed up to which active management must first be agreed; whether it is agreed is not recorded, the sentence carries it. Several babies too (5.19 names both), though 5.6 leaves them to NICE.",
    "对象为已临产或计划24小时内早产分娩者。孕周含两端。须先商定积极处理的孕周上限未印;是否已商定未记录,条件写在句中。多胎亦同(5.19兼及两者),虽5.6将多胎留待NICE。",
)
AT_BIRTH = Text(
    "Meant for every baby born before 37+0: shown in established labour, or with a birth planned within 24 hours. No first week is printed; read from 22+0. Several babies too (5.19 names both), though 5.6 leaves them to NICE.",
    "对象为37+0前出生的所有婴儿:在已临产或计划24小时内分娩时显示。未印最早孕周,按22+0起理解。多胎亦同(5.19兼及两者),虽5.6将多胎留待NICE。",
)

SBL3.recommend(
    "5.16", offer(treatments.parents_talk),
    row="FULL-SBL3-5.16", decision="emergencies",
    says=Text(
        "When a preterm birth is expected the neonatal team is called in time, so that obstetric, midwifery and neonatal staff meet the parents together before the birth and talk over the options; the earlier the weeks, the more so.",
        "预期早产时及时请新生儿团队参与,使产科、助产与新生儿团队在分娩前共同与父母商议救治选择;孕周越小越重要。",
    ),
    when=ahead,
    grade="-", locus="5.16, p.48", read="full text", note=AHEAD,
)  # fmt: skip

SBL3.recommend(
    "5.16-27", offer(treatments.parents_talk),
    row="FULL-SBL3-5.16-27", decision="emergencies",
    says=Text(
        "Before 27 weeks, where a complex decision is needed, survival-focused care or comfort care, it is managed by the BAPM framework of 2019: what was said is written down, the plan passed on at every change of shift, and all of it gone through regularly with the parents before and after birth; a plan may change when the baby's risk or their wishes do.",
        "27周前需作复杂决定(积极救治或安宁照护)者,按BAPM 2019框架处理:谈话须记录,方案随交接班传达,产前产后定期与父母共同回顾;胎儿风险或父母意愿变化时可重新考虑。",
    ),
    when=all_of(ahead, pregnancy.gestation < weeks(27)),
    grade="should", locus="5.16, p.48", read="full text",
    note=Text(
        "Extreme prematurity is read as before 27+0, the title of that framework, which is not read here. Whether the decision is complex is not recorded: the sentence carries the condition. Who is meant as in 5.16, several babies too; from 22+0.",
        "“极早产”按该框架标题的27+0前理解;本软件未读该框架。决定是否复杂未记录,条件写在句中。对象同5.16(含多胎);22+0起。",
    ),
)  # fmt: skip

SBL3.recommend(
    "5.17", offer(treatments.information),
    row="FULL-SBL3-5.17", decision="emergencies",
    says=Text(
        "Where survival-focused care is planned, she is told what may be offered to prepare the baby; the family is offered information and the support of a charity.",
        "计划积极救治者,告知可能提供的胎儿优化措施;并向家属提供资料与公益组织的支持。",
    ),
    when=ahead,
    grade="should", locus="5.17, p.48", read="full text",
    note=Text(
        "Whether survival-focused care is planned is not recorded: the sentence carries the condition. 'Imminent' as in 5.16, several babies too; from 22+0.",
        "是否计划积极救治未记录,条件写在句中。“即将早产”同5.16(含多胎);22+0起。",
    ),
)  # fmt: skip

SBL3.recommend(
    "5.20", offer(treatments.antenatal_steroids),
    row="FULL-SBL3-5.20", decision="emergencies",
    says=Text(
        "From 22+0, where active management is agreed, to 33+6 steroids are offered, best 48 hours before birth; more than seven days between steroids and birth is avoided if possible.",
        "自22+0(须已商定积极处理)至33+6,给予激素,最好在分娩前48小时;尽量避免用药至分娩超过7天。",
    ),
    when=all_of(preterm_birth_ahead, to_33_6),
    unless=pregnancy.steroid_courses >= 1, window=Window(weeks(22), weeks(34)),
    grade="offered", locus="5.20, p.49", read="full text",
    note=Text(
        "No woman is named: read for labour suspected or established, waters broken or a birth planned. Suspected: symptoms or contractions, with labour told as not established. A first course; after one 5.20-repeat speaks. Whether active management is agreed is not recorded, the sentence carries it; no week is printed up to which it must be. Both ends of the range are included. Appendix F leaves steroids, magnesium and tocolysis out, as treated elsewhere (p.82; it cites reviews of trials, not NICE). Several babies too, though 5.6 leaves them to NICE.",
        "未指明对象:按怀疑或已临产、胎膜早破或计划分娩理解。“怀疑”指有症状或宫缩且已告知未临产。指首个疗程,其后见5.20-repeat。是否商定积极处理未记录,条件写在句中;其孕周上限未印。孕周含两端。附录F不涉及激素、硫酸镁与宫缩抑制(第82页,所引为综述而非NICE)。多胎亦同,虽5.6将多胎留待NICE。",
    ),
)  # fmt: skip

SBL3.recommend(
    "5.20-repeat", not_routinely(treatments.repeat_steroids),
    row="FULL-SBL3-5.20-repeat", decision="emergencies",
    says=Text("Another course of steroids is not given if it can be helped.", "尽量避免重复激素疗程。"),
    when=all_of(woman.pregnant, to_33_6, pregnancy.steroid_courses >= 1),
    grade="avoid where possible", locus="5.20, p.49", read="full text",
    note=Text("In the weeks of 5.20; one baby or several; whether a birth is ahead, and how long ago the first course was, is not asked.", "孕周同5.20;单胎、多胎均是;不问是否将分娩及首个疗程距今多久。"),
)  # fmt: skip

SBL3.recommend(
    "5.21", offer(treatments.magnesium),
    row="FULL-SBL3-5.21", decision="emergencies",
    says=Text(
        "From 22+0, where active management is agreed, to 29+6, in established labour or with a preterm birth planned within 24 hours, magnesium sulfate is offered.",
        "自22+0(须已商定积极处理)至29+6,已临产或计划24小时内早产分娩者,给予硫酸镁。",
    ),
    when=all_of(birth_soon, pregnancy.gestation >= weeks(22), pregnancy.gestation <= weeks(29, 6)),
    window=Window(weeks(22), weeks(30)),
    grade="offered", locus="5.21, p.49", read="full text", note=MAGNESIUM,
)  # fmt: skip

SBL3.recommend(
    "5.21-30", consider(treatments.magnesium),
    row="FULL-SBL3-5.21", decision="emergencies",
    says=Text(
        "From 30+0 to 33+6, in established labour or with a preterm birth planned within 24 hours, magnesium sulfate is considered.",
        "孕30+0–33+6周,已临产或计划24小时内早产分娩者,考虑硫酸镁。",
    ),
    when=all_of(birth_soon, pregnancy.gestation >= weeks(30), pregnancy.gestation <= weeks(33, 6)),
    window=Window(weeks(30), weeks(34)),
    grade="considered", locus="5.21, p.49", read="full text",
    note=Text(
        "Established labour, or a preterm birth planned within 24 hours. Both ends of the range are included. Several babies as in 5.21.",
        "对象为已临产或计划24小时内早产分娩者。孕周含两端。多胎同5.21。",
    ),
)  # fmt: skip

SBL3.recommend(
    "5.22", offer(treatments.intrapartum_antibiotics),
    row="FULL-SBL3-5.22", decision="emergencies",
    says=Text(
        "Every woman in preterm labour has an intravenous antibiotic in labour against early group B streptococcal disease of the baby, whether or not the waters have broken: benzylpenicillin where it is not contraindicated. Not for a planned caesarean without labour.",
        "所有早产临产者,不论是否破膜,产时静脉用抗生素预防新生儿早发型B族链球菌病:无禁忌者用青霉素G。计划剖宫产且未临产者除外。",
    ),
    when=all_of(established_preterm_labour, from_22),
    grade="should", locus="5.22, p.49", read="full text",
    note=Text(
        "Before 37+0, established labour; its last sentence has it considered up to 36+6, the same women. No first week is printed; read from 22+0. With an allergy to penicillin another antibiotic is chosen, the document names none. Several babies too, though 5.6 leaves them to NICE.",
        "37+0前已临产者;其末句称36+6前应“考虑”,对象相同。未印最早孕周,按22+0起理解。青霉素过敏者改用其他抗生素,原文未写明。多胎亦同,虽5.6将多胎留待NICE。",
    ),
)  # fmt: skip

SBL3.recommend(
    "5.23", offer(treatments.cord_clamping),
    row="FULL-SBL3-5.23", decision="birth",
    says=Text(
        "A baby born before 37 weeks has the cord clamped one minute after birth or later.",
        "37周前出生者,出生1分钟及以后断脐。",
    ),
    when=soon,
    grade="should", locus="5.23, p.49", read="full text", note=AT_BIRTH,
)  # fmt: skip

SBL3.recommend(
    "5.24", offer(treatments.warm_newborn),
    row="FULL-SBL3-5.24", decision="birth",
    says=Text(
        "A baby born before 37 weeks has its temperature first taken within an hour of birth, and it is between 36.5 and 37.5 °C.",
        "37周前出生者,出生1小时内首次测温,且体温在36.5–37.5 ℃。",
    ),
    when=soon,
    grade="should", locus="5.24, p.49", read="full text", note=AT_BIRTH,
)  # fmt: skip

SBL3.recommend(
    "5.25", offer(treatments.mothers_milk),
    row="FULL-SBL3-5.25", decision="birth",
    says=Text(
        "A baby born before 37 weeks is given the milk of its own mother, best in the first 6 hours and always in the first 24, but for rare contraindications; she is told before the birth and helped to express within two hours of it.",
        "37周前出生者,最好6小时内、务必24小时内给予亲母母乳,少数有禁忌者除外;产前即告知,并帮助其产后2小时内开始挤奶。",
    ),
    when=soon,
    grade="should", locus="5.25, p.49", read="full text", note=AT_BIRTH,
)  # fmt: skip
