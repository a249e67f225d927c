"""NICE NG137: which kind of twins or triplets (1.1), what she is told of preterm birth (1.3, 1.4), what does not predict it
(1.4), whom a tertiary centre is asked about (1.7).

Read in full, 2024 edition; for twins and triplets (p.5). The rest of 1.4, growth and the blood the babies share, is not of
this pathway and is not entered.
"""

from __future__ import annotations

from fullterm.guidelines.documents.gb.nice_ng137 import IN_2024, NG137, PRETERM, until_37
from fullterm.guidelines.model import do_not_offer, inform, offer
from fullterm.logic.language import ALWAYS, all_of, any_of, not_, weeks
from fullterm.vocabulary import findings, pregnancy, treatments
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.multiples import monoamniotic_twins, triplets_shared_sac, twins_or_triplets

NG137.recommend(
    "1.1.1", offer(treatments.chorionicity_scan),
    row="FULL-NICE137-1.1.1", decision="investigations",
    says=Text(
        "A woman carrying twins or triplets is offered a first-trimester scan that dates the pregnancy and tells how many placentas and sacs there are.",
        "双胎、三胎孕妇行早孕期超声,确定孕周并判定绒毛膜性与羊膜性。",
    ),
    women=twins_or_triplets, when=pregnancy.gestation <= weeks(14),
    grade="offer [2011, amended 2019]", locus="1.1.1, p.7; 1.1.5, p.8; 1.3.7, p.12", read="full text",
    note=Text(
        "The first trimester has no days here; ended at 14+0, after which 1.1.5 asks for the same at the earliest opportunity (1.3.7 has the visit with that scan at about 11+2 to 14+1). What is not told of placentas and sacs is asked wherever a rule reads it.",
        "原文此处未给早孕期天数;止于14+0,其后按1.1.5尽早判定(1.3.7的同期超声约在11+2–14+1)。绒毛膜性与羊膜性未告知者,凡有条文涉及即会询问。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.1.2", inform(treatments.first_trimester_scan),
    row="FULL-NICE137-1.1.2", decision="investigations",
    says=Text(
        "Twins or triplets are dated by the largest baby, since a smaller one may already be growing badly.",
        "双胎、三胎按最大胎儿推算孕周,较小者可能已有早期生长异常。",
    ),
    women=twins_or_triplets, when=ALWAYS,
    grade="[2011]", locus="1.1.2, p.7", read="full text",
    note=Text(
        "It tells whoever dates the pregnancy; entered as information, since it asks for no scan of its own. Every limit of this document counts from it.",
        "系对推算孕周者的要求;因未另要求超声,作为告知录入。本指南所有孕周界限均由此起算。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.1.6", offer(treatments.specialist_opinion),
    row="FULL-NICE137-1.1.6", decision="investigations",
    says=Text(
        "Where the scan cannot tell placentas or sacs of twins or triplets, a senior sonographer is asked, or she is referred as soon as possible to somebody able to tell.",
        "超声不能判定双胎、三胎绒毛膜性或羊膜性者,请高年资超声医师复核,或尽快转诊至有能力判定者。",
    ),
    women=twins_or_triplets, when=pregnancy.chorionicity.is_("undetermined"),
    grade="[2011, amended 2019]", locus="1.1.6, p.8", read="full text",
    note=Text(
        "When it is found that she carries twins or triplets; no gestation is printed. That somebody has been asked already is not recorded, so it is still shown after the referral of 1.1.7.",
        "指发现双胎或三胎时;未印孕周。是否已复核或转诊未作记录,故在1.1.7的转诊后仍显示。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.1.7", inform(treatments.chorionicity_scan),
    row="FULL-NICE137-1.1.7", decision="investigations",
    says=Text(
        "Twins or triplets whose placentas stay undetermined after referral are cared for as monochorionic until shown otherwise.",
        "双胎、三胎转诊后仍不能判定绒毛膜性者,在证明并非如此之前按单绒毛膜处理。",
    ),
    women=twins_or_triplets, when=pregnancy.chorionicity.is_("undetermined"),
    grade="[2011]", locus="1.1.7, p.8", read="full text",
    note=Text(
        "Whether she has been referred is not recorded: the sentence carries the condition. It binds whoever cares for her; entered as information, since no single act is named. What follows for the week of birth is not written: monochorionic twins with two sacs and with one have different weeks (1.9.10). So no week is read in here; a doctor decides. Nor of how they are born (1.10) or of the tertiary opinion for a shared sac (1.7.1): in preterm labour at 26 to 32 weeks with the first not head first, a caesarean is offered with two sacs (1.10.4), and with one at any presentation once survival is likely enough (1.10.6). Placentas and sacs undetermined are one answer here: two sacs seen and only the placentas unclear is not told apart.",
        "是否已转诊未作记录,条件写在句中。系对管理者的要求;因未指明单一措施,作为告知录入。原文未写对分娩孕周的影响:单绒毛膜双羊膜囊与单羊膜囊双胎孕周不同(1.9.10)。故此处不定孕周,由医生决定。分娩方式(1.10)及共用羊膜囊的三级会诊(1.7.1)亦未写:26–32周早产临产且第一胎非头位,两囊者剖宫产(1.10.4);一囊者有合理存活机会时不论胎位均剖宫产(1.10.6)。绒毛膜性与羊膜性“未能判定”在此为同一选项,已见两囊而仅绒毛膜不明者未能区分。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.3.5", offer(treatments.information),
    row="FULL-NICE137-1.3.5", decision="counselling",
    says=Text(
        "From the first visit on, the team for twins and triplets tells her the risk and the signs of preterm labour, that steroids may be needed, and when and how the babies may be born.",
        "自首诊起,多胎团队向双胎、三胎孕妇说明早产临产的风险与征象、可能需要激素,以及可能的分娩时机与方式。",
    ),
    women=twins_or_triplets, when=until_37,
    grade="[2011]", locus="1.3.5, p.11", read="full text",
    note=Text(
        "The rest of the list (mental health, nutrition, feeding, parenting) is not of this pathway. Shown before 37+0, our limit.",
        "其余内容(心理、营养、喂养、育儿)不在本路径内。37+0前显示,系本软件所设。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.4.13", inform(treatments.information),
    row="FULL-NICE137-1.4.13", decision="counselling",
    says=Text(
        "With twins or triplets a preterm birth that begins by itself is more likely than with one baby, and more still with something else besides, such as an earlier one or a short cervix.",
        "双胎、三胎自发早产风险高于单胎;另有危险因素(如既往自发早产或宫颈短)者风险更高。",
    ),
    women=twins_or_triplets, when=until_37,
    grade="[2019, amended 2024]", locus="1.4.13, p.16; rationale, p.44", read="full text", since=IN_2024, note=PRETERM,
)  # fmt: skip

NG137.recommend(
    "1.4.14", do_not_offer(treatments.fibronectin_alone),
    row="FULL-NICE137-1.4.14", decision="investigations",
    says=Text(
        "Fetal fibronectin alone is not used to foretell preterm birth in twins or triplets.",
        "双胎、三胎不单凭胎儿纤维连接蛋白预测早产。",
    ),
    women=twins_or_triplets, when=until_37,
    grade="do not [2019]", locus="1.4.14, p.16; rationale, p.44", read="full text",
    note=Text(
        "Alone, for a forecast; together with the length of the cervix it is not spoken of, and a woman with symptoms is not set apart. Shown before 37+0, our limit.",
        "指单独用于预测;与宫颈长度联合者,原文未提;有症状者未另作说明。37+0前显示,系本软件所设。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.4.15", do_not_offer(treatments.home_monitoring),
    row="FULL-NICE137-1.4.15", decision="investigations",
    says=Text(
        "Contractions are not monitored at home to foretell preterm birth in twins or triplets.",
        "双胎、三胎不用居家宫缩监测预测早产。",
    ),
    women=twins_or_triplets, when=until_37,
    grade="do not [2019]", locus="1.4.15, p.16; rationale, p.44", read="full text", note=PRETERM,
)  # fmt: skip

NG137.recommend(
    "1.7.1", offer(treatments.specialist_opinion),
    row="FULL-NICE137-1.7.1", decision="investigations",
    says=Text(
        "A consultant of a tertiary fetal medicine centre is asked where twins or triplets share a sac.",
        "双胎、三胎共用羊膜囊者,请三级胎儿医学中心专家会诊。",
    ),
    women=twins_or_triplets, when=any_of(monoamniotic_twins, triplets_shared_sac),
    grade="[2011, amended 2019]", locus="1.7.1, p.24-25; 1.3.11, p.13", read="full text",
    note=Text(
        "Her care is then individual, by a consultant of such a centre (1.3.11). The list also has weights that differ, a chromosomal anomaly, transfusion between the babies, TRAP, TAPS and conjoined babies: they are not recorded one by one, and are not of this pathway. Where sacs could not be determined it is not shown (1.1.7). A death: 1.7.1-death; an anomaly seen on the scan: 1.7.1-anomaly.",
        "其后由该中心专家个体化管理(1.3.11)。所列还有胎儿体重差异、染色体异常、胎儿间输血、TRAP、TAPS和联体胎儿:未逐项记录,且不在本路径内。羊膜性未能判定者不显示(1.1.7)。一胎死亡见1.7.1-death;超声所见畸形见1.7.1-anomaly。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.7.1-death", offer(treatments.specialist_opinion),
    row="FULL-NICE137-1.7.1", decision="investigations",
    says=Text(
        "A consultant of a tertiary fetal medicine centre is asked where one of twins or triplets has died and another lives.",
        "双胎、三胎中有胎儿死亡而其余存活者,请三级胎儿医学中心专家会诊。",
    ),
    women=twins_or_triplets, when=all_of(findings.a_baby_died, not_(findings.every_baby_died)),
    grade="[2011, amended 2019]", locus="1.7.1, p.24", read="full text",
    note=Text(
        "'Discordant fetal death' is read as a death confirmed by a doctor, not of all. No gestation is printed. Whether such a pregnancy is still cared for as twins or triplets is not written: every rule here goes by the number of babies told.",
        "“一胎死亡”理解为经医生确认有胎儿死亡而非全部。未印孕周。此后是否仍按双胎或三胎管理,原文未写:各条均按所填胎儿数判断。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.7.1-anomaly", offer(treatments.specialist_opinion),
    row="FULL-NICE137-1.7.1", decision="investigations",
    says=Text(
        "A consultant of a tertiary fetal medicine centre is asked where a baby of twins or triplets has an anomaly.",
        "双胎、三胎中有胎儿畸形者,请三级胎儿医学中心专家会诊。",
    ),
    women=twins_or_triplets, when=pregnancy.anomaly_scan.is_("major", "lethal"),
    grade="[2011, amended 2019]", locus="1.7.1, p.24", read="full text",
    note=Text(
        "The list has any anomaly, structural or chromosomal; read from a major or lethal one on the anomaly scan: a minor one, and the chromosomes, are not asked. One scan is told for all the babies. No gestation is printed.",
        "原文含任何结构或染色体异常;此处按畸形筛查所见重大或致死性畸形判断,轻微畸形与染色体未询问。各胎儿共用一个筛查结果。未印孕周。",
    ),
)  # fmt: skip
