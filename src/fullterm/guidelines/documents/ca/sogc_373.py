"""SOGC No. 373, Cervical insufficiency and cervical cerclage (Canada, February 2019).

Written from `clinical/guidelines-english.md` section 8: recommendations 1 to 7 (French edition of 2019, English of No. 301)
and part of "What's new". Recommendations 8 and onward were not seen in the 2019 text; those of 2013 are in `sogc_301`.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, Window, consider, inform, not_routinely, offer, uncertain
from fullterm.logic.language import ALWAYS, all_of, any_of, cm, count, mm, not_, some, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

SOGC373 = Guideline(
    id="sogc-373", short="SOGC No. 373", title=Text("Cervical insufficiency and cervical cerclage", "宫颈机能不全与宫颈环扎"),
    publisher="SOGC", country="CA", published=date(2019, 2, 1), url="https://doi.org/10.1016/j.jogc.2018.08.009",
    edition="February 2019, replaces No. 301",
)  # fmt: skip

unexplained_late = all_of(findings.ended_between(weeks(14), weeks(28)), not_(findings.not_the_cervix))
open_under_4_cm = all_of(
    woman.pregnant, pregnancy.gestation < weeks(24), findings.dilated, pregnancy.dilatation < cm(4)
)
shortest = findings.shortest_before_24

SOGC373.recommend(
    "1", offer(treatments.risk_history),
    row="SOGC373-1", decision="diagnosis",
    says=Text(
        "A woman who is pregnant or planning pregnancy is asked thoroughly about risk factors for cervical insufficiency.",
        "已孕或计划怀孕者,应详细询问宫颈机能不全的危险因素。",
    ),
    when=any_of(woman.pregnant, woman.wishes_to_conceive),
    grade="III-B", locus="recommendation 1", read="abstract",
)  # fmt: skip

SOGC373.recommend(
    "2", offer(treatments.risk_history),
    row="SOGC373-2", decision="diagnosis",
    says=Text(
        "After a mid-trimester loss or an early preterm birth the risk is evaluated in detail.",
        "中孕期流产或早期早产之后,应详细评估风险。",
    ),
    when=some(earlier.EARLIER, findings.ended_between(weeks(14), weeks(34))),
    grade="III-B", locus="recommendation 2", read="abstract",
    note=Text(
        "Neither limit is given: read as what ended by itself from 14+0 to 33+6.",
        "原文未给界限,按14+0–33+6自发终止理解。",
    ),
)  # fmt: skip

SOGC373.recommend(
    "3", offer(treatments.urine_culture, treatments.vaginosis_culture),
    row="SOGC373-3", decision="investigations",
    says=Text(
        "A woman with a history of cervical insufficiency has urine and vaginal cultures for bacterial vaginosis at her first visit, and infection found is treated.",
        "有宫颈机能不全史者,首次就诊时做尿培养和细菌性阴道病的阴道培养,阳性者治疗。",
    ),
    when=all_of(woman.pregnant, findings.typical_history),
    grade="I-A", locus="recommendation 3", read="abstract",
    note=Text(
        "A history of cervical insufficiency is read as an earlier pregnancy that ended from 12+0 to 27+6 with the cervix open or the membranes bulging and no contractions first. First visit is not a gestation; no end is set.",
        "“宫颈机能不全史”指既往妊娠于12+0–27+6终止,宫口已开或羊膜囊膨出且无先行宫缩。“首次就诊”未给孕周,故不设截止。",
    ),
)  # fmt: skip

SOGC373.recommend(
    "4", offer(treatments.history_cerclage),
    row="SOGC373-4", decision="cerclage",
    says=Text(
        "Elective cerclage at 12 to 14 weeks is offered to a woman with three or more second-trimester losses or extremely preterm births for which no cause other than possible cervical insufficiency was found.",
        "中孕期流产或极早早产≥3次,除可能的宫颈机能不全外未找到其他明确原因者,于孕12–14周提供择期环扎。",
    ),
    women=findings.not_multiple,
    when=count(earlier.EARLIER, unexplained_late) >= 3,
    unless=woman.other_cause_found,
    window=Window(weeks(12), weeks(15)),
    grade="I-A", locus="recommendation 4", read="abstract",
    note=Text(
        "Days are undefined: 12 to 14 weeks is read as 12+0 to 14+6. 'Extreme premature delivery' is undefined: read as a spontaneous birth before 28+0 (WHO: extremely preterm, seen in secondary texts only); with second-trimester losses this makes 14+0 to 27+6, baby alive or not. 'No other specific cause' is read as each of the three without contractions first, abruption, infection, anomaly or fetal death before it began, and no other cause found by the work-up. Multiple pregnancy is left out because No. 301 (11) advised against it there. What was seen lists no contraindications (RCOG 75 §9.2 has a list).",
        "原文未给天数:“12–14周”按12+0–14+6理解。“极早早产”未定义,按28+0前自发分娩(WHO极早早产,仅见于二手资料)理解,与中孕期流产合为14+0–27+6,不论胎儿存活与否。“无其他明确原因”指这三次均无先行宫缩、胎盘早剥、感染、胎儿异常或先行胎死,且检查未查出其他原因。多胎因301号第11条不主张而除外。所见文本未列禁忌证(RCOG 75 §9.2有列)。",
    ),
)  # fmt: skip

SOGC373.recommend(
    "5", consider(treatments.abdominal_cerclage),
    row="SOGC373-5", decision="route",
    says=Text(
        "Abdominal cerclage can be considered in a woman with a classic history of cervical insufficiency in whom a cerclage through the vagina has failed and nothing else explains it.",
        "有典型宫颈机能不全病史、曾行经阴道环扎失败且无其他解释者,可考虑经腹环扎。",
    ),
    women=findings.not_multiple,
    when=all_of(findings.typical_history, findings.failed_vaginal_cerclage),
    unless=woman.other_cause_found,
    grade="II-3C", locus="recommendation 5", read="abstract",
    note=Text(
        "Failed is undefined: read as the pregnancy with that suture ending by itself from 14+0 to 33+6, whatever the suture's indication. 'Additional mitigating factors' is undefined: read as another cause found by the work-up. Neither timing nor contraindications are given in what was seen.",
        "“失败”未定义:按带该缝线的妊娠于14+0–33+6自发终止理解,不论环扎指征。“其他影响因素”未定义:按检查查出其他原因理解。所见文本未给手术时机与禁忌证。",
    ),
)  # fmt: skip

SOGC373.recommend(
    "6", offer(treatments.abdominal_cerclage),
    row="SOGC373-6", decision="route",
    says=Text(
        "A woman who has had a trachelectomy should have an abdominal cerclage.",
        "宫颈切除术后者应行经腹环扎。",
    ),
    women=findings.not_multiple,
    when=findings.trachelectomy,
    grade="II-3C", locus="recommendation 6", read="abstract",
    note=Text(
        "No loss is required, and neither timing nor contraindications are given in what was seen. Whether a suture was placed at the trachelectomy is not asked. Multiple pregnancy is left out, as in 4.",
        "不要求有流产史;所见文本未给时机与禁忌证;未涉及切除术时是否已放置环扎带。多胎除外,同第4条。",
    ),
)  # fmt: skip

SOGC373.recommend(
    "7", consider(treatments.rescue_cerclage),
    row="SOGC373-7", decision="emergencies",
    says=Text(
        "Emergency cerclage may be considered before 24 weeks for a woman whose cervix has opened to less than 4 cm without contractions.",
        "孕24周前,宫口已开但<4 cm且无宫缩者,可考虑紧急环扎。",
    ),
    when=open_under_4_cm,
    unless=pregnancy.contractions,
    window=Window(closes=weeks(24)),
    grade="II-3C", locus="recommendation 7; grade from No. 301", read="abstract",
    note=Text(
        "4 cm itself and 24+0 itself are outside. The cervix must have opened. No lower limit of gestation and no other contraindication is given in what was seen, so infection, bleeding, broken waters or fetal death do not stop this rule: see RCOG 75 §9.2 and NICE 1.6.1. Multiple pregnancy is not excluded: see NEW-rescue.",
        "不含4 cm和24+0;宫口须已开。所见文本未给孕周下限及其他禁忌,故感染、出血、破膜或胎死不在本条排除之列,见RCOG 75 §9.2与NICE 1.6.1。未排除多胎,见NEW-rescue。",
    ),
)  # fmt: skip

SOGC373.recommend(
    "NEW-twins-pessary", not_routinely(treatments.pessary),
    row="SOGC373-NEW-TW", decision="pessary",
    says=Text(
        "In twins a pessary brings no benefit, not even when the cervix is short.",
        "双胎使用宫颈托无获益,即使宫颈短亦然。",
    ),
    women=findings.twins, when=ALWAYS,
    grade="-", locus="What's new, p.1", read="abstract",
    note=Text("A finding, not a graded recommendation; entered as advice against the routine.", "属研究结论,非分级推荐;按“不常规”录入。"),
)  # fmt: skip

SOGC373.recommend(
    "NEW-twins-cerclage", not_routinely(treatments.ultrasound_cerclage),
    row="SOGC373-NEW-TW", decision="cerclage",
    says=Text(
        "In twins with a cervix of less than 25 mm cerclage is not advantageous and might raise preterm birth.",
        "双胎宫颈<25 mm者环扎无优势,且可能增加早产。",
    ),
    women=findings.twins,
    when=all_of(pregnancy.gestation < weeks(24), shortest < mm(25)),
    grade="-", locus="What's new, p.1", read="abstract",
    note=Text(
        "25 mm itself is outside. The gestation is not given: scans and advice before 24+0, as in recommendation 7. A finding, not a graded recommendation.",
        "不含25 mm。未给孕周,按24+0前理解(同第7条)。属研究结论,非分级推荐。",
    ),
)  # fmt: skip

SOGC373.recommend(
    "NEW-twins-15", uncertain(treatments.ultrasound_cerclage),
    row="SOGC373-NEW-TW", decision="cerclage",
    says=Text(
        "In twins with a cervix of less than 15 mm limited data suggest that cerclage may help; it needs study.",
        "双胎宫颈<15 mm者,环扎可能有益的数据有限,尚需研究。",
    ),
    women=findings.twins,
    when=all_of(pregnancy.gestation < weeks(24), shortest < mm(15)),
    grade="-", locus="What's new, p.1", read="abstract",
    note=Text("15 mm itself is outside. NEW-twins-cerclage stays true beside it. Before 24+0 is our limit.", "不含15 mm。NEW-twins-cerclage同时成立。24+0为我们所设。"),
)  # fmt: skip

SOGC373.recommend(
    "NEW-rescue", consider(treatments.rescue_cerclage),
    row="SOGC373-NEW-RES", decision="emergencies",
    says=Text(
        "With one baby or with several, rescue cerclage may be worthwhile once the cervix has opened more than 1 cm.",
        "宫口开大>1 cm时,紧急环扎对单胎和多胎均可能有价值。",
    ),
    when=all_of(open_under_4_cm, pregnancy.dilatation > cm(1)),
    unless=pregnancy.contractions,
    window=Window(closes=weeks(24)),
    grade="-", locus="What's new, p.1", read="abstract",
    note=Text(
        "1 cm itself is outside. The limits of recommendation 7 (less than 4 cm, before 24+0, no contractions) are taken to hold here too; the sentence itself names only the dilatation. No other contraindication is read in, as in 7.",
        "不含1 cm。第7条的界限(<4 cm、24+0前、无宫缩)在此同样适用;原句仅写宫口大小。其他禁忌同第7条未录入。",
    ),
)  # fmt: skip

SOGC373.recommend(
    "NEW-one-loss", inform(treatments.history_cerclage),
    row="SOGC373-NEW-1L", decision="cerclage",
    says=Text(
        "A cerclage placed because of only one mid-trimester loss may raise the risk.",
        "仅因一次中孕期流产而行环扎,可能增加风险。",
    ),
    women=findings.not_multiple,
    when=all_of(
        findings.losses(weeks(14), weeks(28)) >= 1,
        findings.losses(weeks(14), weeks(28)) <= 1,
    ),
    grade="-", locus="What's new, p.1 (sentence cut off)", read="abstract",
    note=Text(
        "The copy breaks off after 'might increase both the r…', so of what is not known. A mid-trimester loss is read as 14+0 to 27+6. An Australian population cohort (Harpham 2017) points the same way.",
        "所见文本在“might increase both the r…”处中断,具体风险不详。中孕期流产按14+0–27+6理解。澳大利亚一项人群队列(Harpham 2017)方向一致。",
    ),
)  # fmt: skip

SOGC373.recommend(
    "MISC-removal", offer(treatments.suture_removal),
    row="SOGC373-MISC", decision="removal",
    says=Text(
        "The suture is removed at 36 to 38 weeks.",
        "孕36–38周拆线。",
    ),
    women=findings.has_vaginal_suture, when=ALWAYS,
    window=Window(weeks(36), weeks(39)),
    grade="-", locus="not seen", read="recalled",
    note=Text(
        "Recalled, not seen. The same row names the scan before the operation, technique, antibiotics, tocolysis and waters broken early without saying what the document advises.",
        "凭记忆录入,未见原文。同行还提到术前超声、术式、抗生素、抑制宫缩及未足月胎膜早破处理,但无具体内容。",
    ),
)  # fmt: skip
