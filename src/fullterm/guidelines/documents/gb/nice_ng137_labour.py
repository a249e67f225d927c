"""NICE NG137: how twins or triplets are born (1.10).

Read in full, 2024 edition; the section is of 2019. 1.10.1 to 1.10.5 are of diamniotic twins, 1.10.6 of twins who share a
sac, 1.10.7 of triplets; of what could not be determined none of them speaks. Where no first week is printed, labour is
read from 22+0, the first week in which NG25, to which 1.9.10 and 1.10.5 refer, speaks of anything for the baby; each
note says so.
"""

from __future__ import annotations

from fullterm.guidelines.documents.gb.nice_ng137 import NG137
from fullterm.guidelines.documents.gb.nice_ng137_birth import from_24
from fullterm.guidelines.model import inform, offer
from fullterm.logic.language import all_of, any_of, weeks
from fullterm.vocabulary import findings, pregnancy, treatments
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.multiples import (
    dichorionic_twins,
    monoamniotic_twins,
    monochorionic_twins,
    triplets,
    twins_perhaps_in_one_sac,
    uncomplicated,
)
from fullterm.vocabulary.preterm_labour import established_preterm_labour, planned_early, suspected_preterm_labour

from_22 = pregnancy.gestation >= weeks(22)
from_26 = pregnancy.gestation >= weeks(26)
preterm_from_22 = all_of(established_preterm_labour, from_22)
perhaps_preterm_labour = any_of(established_preterm_labour, suspected_preterm_labour)
not_head_first = pregnancy.presentation.is_("breech", "other")
early_for_a_complication = all_of(pregnancy.multiple_complication, planned_early)
planned_now = pregnancy.planned_preterm_birth.is_("within_24h")
TWO_SACS = Text(
    "Told while the birth is planned, from 24+0 (1.8.1). The heading is of diamniotic twins (p.28), so twins who share a sac (1.10.6), or in whom it could not be determined (1.1.7), are excluded. A doctor says whether the pregnancy is uncomplicated; the document does not define it.",
    "在计划分娩时(24+0起,1.8.1)告知。标题限双羊膜囊双胎(第28页),故除外共用羊膜囊者(1.10.6)及未能判定者(1.1.7)。是否“无并发症”由医生判断,原文未作定义。",
)
SURVIVAL = Text(
    "No week is printed for a reasonable chance of survival: a doctor judges it; shown from 22+0, the first week in which NG25 speaks of anything for the baby. Labour before 37+0.",
    "“合理的存活机会”未印孕周,由医生判断;自22+0(NG25论及胎儿处理的最早孕周)起显示。指37+0前临产。",
)

NG137.recommend(
    "1.10.1", inform(treatments.birth_plan_talk),
    row="FULL-NICE137-1.10.1", decision="birth",
    says=Text(
        "Uncomplicated twins: a planned vaginal and a planned caesarean birth are both safe, if it stays so beyond 32 weeks, nothing forbids labour, the first baby is head first, and their sizes do not differ much.",
        "无并发症双胎:若32周后仍无并发症、无产科临产禁忌、第一胎头位且两胎大小无明显差异,计划阴道分娩与计划剖宫产均安全。",
    ),
    women=findings.twins, when=all_of(from_24, uncomplicated), unless=twins_perhaps_in_one_sac,
    grade="[2019]", locus="1.10.1, p.28; 1.8.1, p.25", read="full text",
    note=Text(
        "Told while the birth is planned, from 24+0 (1.8.1); the conditions stand in the sentence. The heading is of diamniotic twins (p.28). Twins who share a sac (1.10.6), or in whom it could not be determined (1.1.7), are excluded. A doctor says whether the pregnancy is uncomplicated; the document does not define it.",
        "在计划分娩时(24+0起,1.8.1)告知,条件写在句中。标题限双羊膜囊双胎(第28页)。除外共用羊膜囊者(1.10.6)及未能判定者(1.1.7)。是否“无并发症”由医生判断,原文未作定义。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.10.2", inform(treatments.birth_plan_talk),
    row="FULL-NICE137-1.10.2", decision="birth",
    says=Text(
        "Uncomplicated twins after 32 weeks: more than a third of those who plan a vaginal birth have a caesarean, a small number in haste for the second twin alone; almost all who plan a caesarean have one, a few give birth before it.",
        "无并发症双胎32周后:计划阴道分娩者逾三分之一改剖宫产,少数仅第二胎急诊剖宫产;计划剖宫产者几乎均行剖宫产,少数先已阴道分娩。",
    ),
    women=findings.twins, when=all_of(from_24, uncomplicated), unless=twins_perhaps_in_one_sac,
    grade="[2019]", locus="1.10.2, p.28-29", read="full text", note=TWO_SACS,
)  # fmt: skip

NG137.recommend(
    "1.10.3", offer(treatments.multiple_caesarean),
    row="FULL-NICE137-1.10.3", decision="birth",
    says=Text(
        "Twins at the planned birth, the first not head first: caesarean birth is offered.",
        "双胎计划分娩时第一胎非头位者,剖宫产。",
    ),
    women=findings.twins,
    when=all_of(
        not_head_first,
        any_of(
            planned_now,
            all_of(monochorionic_twins, pregnancy.gestation >= weeks(36)),
            all_of(dichorionic_twins, pregnancy.gestation >= weeks(37)),
        ),
    ),
    unless=twins_perhaps_in_one_sac,
    grade="offer [2019]", locus="1.10.3, p.29; rationale, p.57", read="full text",
    note=Text(
        "'At the time of planned birth' is read as a birth planned within 24 hours, or the weeks of 1.9.9 and 1.9.10 reached; complicated twins, whose week is decided singly (1.9.11), are not set apart. Twins who share a sac (1.10.6), or in whom it could not be determined (1.1.7), are excluded.",
        "“计划分娩时”理解为计划24小时内分娩,或已到1.9.9、1.9.10所定孕周;有并发症而孕周个体化者(1.9.11)未另列。除外共用羊膜囊者(1.10.6)及未能判定者(1.1.7)。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.10.4", offer(treatments.multiple_caesarean),
    row="FULL-NICE137-1.10.4", decision="birth",
    says=Text(
        "Twins in established preterm labour at 26 to 32 weeks, the first not head first: caesarean birth is offered.",
        "双胎孕26–32周早产临产,第一胎非头位者,剖宫产。",
    ),
    women=findings.twins,
    when=all_of(established_preterm_labour, not_head_first, from_26, pregnancy.gestation <= weeks(32)),
    unless=twins_perhaps_in_one_sac,
    grade="offer [2019]", locus="1.10.4, p.29; rationale, p.57", read="full text",
    note=Text(
        "26 to 32 weeks is read as 26+0 to 32+0, both included. Twins who share a sac (1.10.6), or in whom it could not be determined (1.1.7), are excluded.",
        "“26–32周”按26+0至32+0(含两端)理解。除外共用羊膜囊者(1.10.6)及未能判定者(1.1.7)。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.10.4-after-32", inform(treatments.multiple_caesarean),
    row="FULL-NICE137-1.10.4", decision="birth",
    says=Text(
        "Twins in labour after 32 weeks, the first not head first: the committee holds caesarean birth to be the safest; the recommendations name the planned birth and labour up to 32 weeks.",
        "双胎孕32周后临产,第一胎非头位者:委员会认为剖宫产最安全;条文仅提计划分娩及32周前临产。",
    ),
    women=findings.twins,
    when=all_of(pregnancy.labour, not_head_first, pregnancy.gestation > weeks(32)),
    unless=twins_perhaps_in_one_sac,
    grade="-", locus="rationale, p.57", read="full text",
    note=Text(
        "The committee's experience, of little evidence; not a recommendation. Twins who share a sac (1.10.6), or in whom it could not be determined (1.1.7), are excluded.",
        "证据有限,系委员会经验,非推荐条文。除外共用羊膜囊者(1.10.6)及未能判定者(1.1.7)。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.10.5", offer(treatments.birth_assessment),
    row="FULL-NICE137-1.10.5", decision="birth",
    says=Text(
        "Twins with preterm labour suspected or established before 26 weeks: how they are born is decided singly, by the risks of a caesarean and the chance that the babies survive.",
        "双胎孕26周前怀疑或已早产临产者,依剖宫产风险与胎儿存活机会,个体化决定分娩方式。",
    ),
    women=findings.twins,
    when=all_of(perhaps_preterm_labour, from_22, pregnancy.gestation < weeks(26)),
    unless=twins_perhaps_in_one_sac,
    grade="offer [2019]", locus="1.10.5, p.29", read="full text",
    note=Text(
        "Suspected labour is read as symptoms or contractions with established labour excluded; diagnosed lies inside it. No first week is printed; read from 22+0, as in NG25. Twins who share a sac (1.10.6), or in whom it could not be determined (1.1.7), are excluded.",
        "“怀疑”理解为有症状或宫缩且已排除临产,“已诊断”含于其中。未印最早孕周,按22+0起理解(同NG25)。除外共用羊膜囊者(1.10.6)及未能判定者(1.1.7)。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.10.6", offer(treatments.multiple_caesarean),
    row="FULL-NICE137-1.10.6", decision="birth",
    says=Text(
        "Twins who share a sac: caesarean birth is offered at the planned birth (32+0 to 33+6), or after a complication for which they must be born sooner.",
        "单羊膜囊双胎:计划分娩(32+0–33+6)时,或因并发症须提早分娩者,剖宫产。",
    ),
    women=monoamniotic_twins,
    when=any_of(pregnancy.gestation >= weeks(32), planned_now, early_for_a_complication),
    grade="offer [2019]", locus="1.10.6, p.29; rationale, p.57-58", read="full text",
    note=Text(
        "A birth planned within 24 hours is its planned birth, whatever the week (rationale, p.57); one planned before 37+0 with a complication told is read as the second. No end is read in: after 33+6 it holds no less. In preterm labour the exception of 1.10.6-labour goes before it.",
        "计划24小时内分娩即为计划分娩,不论孕周(说明第57页);已告知并发症且计划37+0前分娩,按后者理解。未设终点:33+6后同样适用。早产临产时以1.10.6-labour的例外为先。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.10.6-labour", offer(treatments.multiple_caesarean),
    row="FULL-NICE137-1.10.6", decision="birth",
    says=Text(
        "Twins who share a sac, in established preterm labour, with a reasonable chance of survival: caesarean birth is offered, unless the first is nearly born and a senior obstetrician advises to go on.",
        "单羊膜囊双胎早产临产且有合理存活机会者,剖宫产;第一胎即将娩出且高年资产科医生建议继续者除外。",
    ),
    women=monoamniotic_twins, when=preterm_from_22,
    grade="offer [2019]", locus="1.10.6, p.29; rationale, p.57-58", read="full text",
    note=Text(
        "No week is printed for a reasonable chance of survival: a doctor judges it; shown from 22+0, the first week in which NG25 speaks of anything for the baby. Whether the first is nearly born is not asked: the sentence carries the exception. Labour before 37+0.",
        "“合理的存活机会”未印孕周,由医生判断;自22+0(NG25论及胎儿处理的最早孕周)起显示。第一胎是否即将娩出未询问,例外写在句中。指37+0前临产。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.10.7", offer(treatments.multiple_caesarean),
    row="FULL-NICE137-1.10.7", decision="birth",
    says=Text(
        "Triplets: caesarean birth is offered at the planned birth (35 weeks), or after a complication for which they must be born sooner.",
        "三胎:计划分娩(孕35周)时,或因并发症须提早分娩者,剖宫产。",
    ),
    women=triplets, when=any_of(pregnancy.gestation >= weeks(35), planned_now, early_for_a_complication),
    grade="offer [2019]", locus="1.10.7, p.30; rationale, p.57", read="full text",
    note=Text(
        "Read from 35+0. A birth planned within 24 hours is her planned birth, whatever the week (rationale, p.57), as in triplets whose week is decided singly (1.9.11), who are not set apart otherwise; one planned before 37+0 with a complication told is read as the second.",
        "按35+0起理解。计划24小时内分娩即为计划分娩,不论孕周(说明第57页),如孕周个体化的三胎(1.9.11),此外未另列;已告知并发症且计划37+0前分娩,按后者理解。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.10.7-labour", offer(treatments.multiple_caesarean),
    row="FULL-NICE137-1.10.7", decision="birth",
    says=Text(
        "Triplets in established preterm labour, with a reasonable chance of survival: caesarean birth is offered.",
        "三胎早产临产且有合理存活机会者,剖宫产。",
    ),
    women=triplets, when=preterm_from_22,
    grade="offer [2019]", locus="1.10.7, p.30; rationale, p.57", read="full text", note=SURVIVAL,
)  # fmt: skip
