"""Japan: JSOG/JAOG Guideline for Obstetrical Practice 2023, CQ301 on cervical insufficiency.

Written from `clinical/guidelines-2026-11.md` section 16. The book was not open: four professional summaries that cite
it were read (clinicalsup.jp ID0605, imis.igaku-shoin.co.jp c24_05343, webview.isho.jp 10.11477/mf.038698650790040083,
jmedj.co.jp 19699), so nothing here advises until somebody has read the answers and their letters of grade.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, Window, consider, do_not_offer, inform
from fullterm.logic.language import all_of, any_of, mm, not_, some, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

JAPAN_2023 = Guideline(
    id="japan-2023", short="Japan 2023 CQ301",
    title=Text("Guideline for Obstetrical Practice 2023, CQ301: cervical insufficiency", "产科诊疗指南2023年版CQ301:宫颈机能不全"),
    publisher="JSOG/JAOG", country="JP", published=date(2023, 1, 1), url="-",
    edition="2023 (day of publication not in our table); seen only in summaries",
)  # fmt: skip

not_induced_or_explained = all_of(
    findings.ended_between(weeks(14), weeks(37)), not_(earlier.contractions_first), not_(findings.not_the_cervix)
)
suspected = some(earlier.EARLIER, any_of(findings.typical_loss, not_induced_or_explained))
before_24 = all_of(woman.pregnant, pregnancy.gestation < weeks(24))
failed_planned = some(
    earlier.EARLIER,
    all_of(
        earlier.cerclage.is_("history"), earlier.cerclage_route.is_("vaginal"),
        findings.ended_between(weeks(14), weeks(37)),
    ),
)  # fmt: skip

JAPAN_2023.recommend(
    "OPT", consider(treatments.history_cerclage, treatments.serial_scans),
    row="JP23-OPT", decision="cerclage",
    says=Text(
        "After a pregnancy in which insufficiency was diagnosed or strongly suspected, an unexplained mid-trimester loss or preterm birth among it, either a prophylactic cerclage or careful follow-up: both are listed, because the evidence is limited.",
        "既往妊娠诊断或高度怀疑宫颈机能不全者(含原因不明的中孕期流产或早产),预防性环扎或严密随访均可:因证据有限,两者并列。",
    ),
    when=all_of(woman.pregnant, suspected),
    window=Window(weeks(12), None), grade="letter not seen", locus="summaries of CQ301", read="secondary",
    note=Text(
        "'Early after 12 weeks'; no end was seen. Strongly suspected is read as a pregnancy that ended by itself from 14+0 to 36+6 with no contractions first and no other explanation, or a typical late loss; births that doctors began are left out.",
        "原意为“12周后尽早”,未见截止。高度怀疑按14+0至36+6自发终止、无宫缩先发且无其他解释,或典型晚期流产计;医源性分娩不计。",
    ),
)  # fmt: skip
JAPAN_2023.recommend(
    "DEFS", inform(treatments.history_cerclage, treatments.rescue_cerclage),
    row="JP23-DEFS", decision="cerclage",
    says=Text(
        "A prophylactic cerclage is placed while the cervix is neither open nor short, a therapeutic one once it is.",
        "宫颈未开且未缩短时所行为预防性环扎,已开或已缩短时所行为治疗性环扎。",
    ),
    when=all_of(woman.pregnant, suspected), grade="-", locus="summaries of CQ301", read="secondary",
)  # fmt: skip
JAPAN_2023.recommend(
    "UI", consider(treatments.ultrasound_cerclage),
    row="JP23-UI", decision="cerclage",
    says=Text(
        "In such a woman a cervix that becomes shorter than 25 mm before 24 weeks is a rough guide to a therapeutic cerclage.",
        "此类患者24周前宫颈变为<25 mm,可作为治疗性环扎的大致参考。",
    ),
    when=all_of(before_24, suspected, findings.shortest_before_24 < mm(25)),
    grade="letter not seen", locus="summaries of CQ301", read="secondary",
)  # fmt: skip
JAPAN_2023.recommend(
    "SHORT", inform(),
    row="JP23-SHORT", decision="surveillance",
    says=Text("A short cervix is one of less than 25 mm at 18 to 24 weeks.", "18–24周宫颈<25 mm为宫颈短。"),
    when=all_of(woman.pregnant, findings.shortest(weeks(18), weeks(24), end_included=True) < mm(25)),
    grade="-", locus="summaries of CQ301", read="secondary",
    note=Text("24+0 itself is counted.", "含24+0当日。"),
)  # fmt: skip
JAPAN_2023.recommend(
    "INF", do_not_offer(treatments.history_cerclage, treatments.ultrasound_cerclage, treatments.rescue_cerclage),
    row="JP23-INF", decision="cerclage",
    says=Text(
        "An infection of the cervix is treated before anything is placed.", "有宫颈局部感染者,先治疗感染,再谈环扎。"
    ),
    when=all_of(woman.pregnant, any_of(pregnancy.infection, pregnancy.infection_suspected)),
    grade="letter not seen", locus="summaries of CQ301", read="secondary",
    note=Text(
        "Local infection is not among our facts: a suspected or clinical infection of the womb is read. That no cerclage is placed with general signs of infection stands only in a trainee's note.",
        "宫颈局部感染不在我们的事实之中,按怀疑或临床宫内感染读取。“有全身感染征象原则上不环扎”仅见于一位进修者的笔记。",
    ),
)  # fmt: skip
JAPAN_2023.recommend(
    "EXAM", consider(treatments.rescue_cerclage),
    row="JP23-EXAM", decision="emergencies",
    says=Text(
        "Membranes that are seen without symptoms are insufficiency: careful observation as in threatened preterm labour, or a therapeutic cerclage.",
        "无症状而见胎膜者即为宫颈机能不全:按先兆早产严密观察,或行治疗性环扎。",
    ),
    when=all_of(
        woman.pregnant, pregnancy.membranes.is_("at_os", "bulging"), not_(pregnancy.contractions),
        not_(pregnancy.bleeding),
    ),
    grade="-", locus="review of 2025 (10.11477/mf.038698650790040083)", read="secondary",
)  # fmt: skip
JAPAN_2023.recommend(
    "TAC", consider(treatments.abdominal_cerclage),
    row="JP23-TAC", decision="route",
    says=Text(
        "After a failed prophylactic vaginal cerclage, or where the vaginal route is anatomically impossible, abdominal isthmic cerclage is considered.",
        "预防性经阴道环扎失败,或解剖上无法经阴道者,考虑经腹峡部环扎。",
    ),
    when=any_of(failed_planned, woman.transvaginal_cerclage_impossible),
    grade="-", locus="review of 2025 (10.11477/mf.038698650790040083)", read="secondary",
    note=Text(
        "Failed is read as a pregnancy that ended by itself from 14+0 to 36+6 with a history-indicated vaginal suture.",
        "失败按病史指征经阴道环扎后14+0至36+6自发终止计。",
    ),
)  # fmt: skip
JAPAN_2023.recommend(
    "PROG", consider(treatments.vaginal_progesterone),
    row="JP23-PROG", decision="progesterone",
    says=Text(
        "For one baby, an earlier preterm birth and a cervix below 25 mm before 24 weeks progesterone is named; the vaginal form is not paid by Japanese insurance for it.",
        "单胎、有早产史且24周前宫颈<25 mm者提及孕酮;阴道孕酮用于此目的不在日本医保范围内。",
    ),
    women=findings.not_multiple,
    when=all_of(before_24, findings.preterm_birth, findings.shortest_before_24 < mm(25)),
    grade="letter not seen", locus="a page for the public (japanesehealth.org)", read="secondary",
    note=Text("A weak source, to be checked first.", "来源薄弱,应首先核对。"),
)  # fmt: skip
JAPAN_2023.recommend(
    "DEF", inform(),
    row="JP23-DEF", decision="diagnosis",
    says=Text(
        "Insufficiency: the cervix opens and the membranes come down with neither bleeding nor contractions noticed; from about 16 weeks it is one cause of repeated loss.",
        "宫颈机能不全:未觉出血与宫缩而宫口开大、胎膜膨出;约16周起为反复流产的原因之一。",
    ),
    when=findings.typical_history, grade="-", locus="jmedj.co.jp 19699, quoting the glossary of JSOG", read="secondary",
)  # fmt: skip
