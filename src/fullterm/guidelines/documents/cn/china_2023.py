"""China, cervical insufficiency: the expert consensus of 2023 and the definition of the consensus of 2025.

Written from `clinical/guidelines-world.md` sections 6.1 and 6.2. Of 2025 only abstract and introduction were seen, so
that nothing but its definition stands here; of 2023 only the abstract. Everything else of 2023 is recalled.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, Window, consider, inform
from fullterm.logic.language import all_of, any_of, mm, not_, some, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

CHINA_2025 = Guideline(
    id="china-2025", short="China 2025",
    title=Text("Chinese expert consensus on cervical insufficiency (2025)", "宫颈功能不全诊治中国专家共识(2025版)"),
    publisher="中华医学会围产医学分会、妇产科学分会产科学组", country="CN", published=date(2025, 12, 1),
    url="https://cspm.cma.org.cn/index/news?id=3831", edition="2025, PREPARE-2024CN1155",
)  # fmt: skip
CHINA_2023 = Guideline(
    id="china-2023", short="China 2023",
    title=Text("Chinese expert consensus on cervical incompetence (2023)", "子宫颈机能不全临床诊治中国专家共识(2023年版)"),
    publisher="郭瑞霞、姚书忠、冯力民", country="CN", published=date(2023, 2, 1),
    url="https://doi.org/10.19538/j.fk2023020112", edition="2023, 中国实用妇科与产科杂志 39(2):175-179",
)  # fmt: skip

china_late_loss = findings.births(weeks(12), weeks(37)) >= 1

CHINA_2025.recommend(
    "DEF-2025", inform(),
    row="CN25-DEF", decision="diagnosis",
    says=Text(
        "Cervical insufficiency: in mid-pregnancy the cervix cannot keep its normal form and function, and repeated mid-trimester loss or preterm birth follows.",
        "宫颈功能不全:中孕期宫颈的形态和功能失常,反复发生中孕期流产或早产。",
    ),
    when=china_late_loss,
    grade="-", locus="abstract", read="abstract",
    note=Text(
        "Shown to whoever had a loss or spontaneous birth from 12+0 to 36+6; how many 'repeated' means was not seen. The term is now 宫颈功能不全. The table of recommendations was not seen.",
        "向有12+0至36+6流产或自发早产史者显示;“反复”的次数未见。术语现为“宫颈功能不全”(又称宫颈机能不全)。推荐意见表未见。",
    ),
)  # fmt: skip

CHINA_2023.recommend(
    "DEF", inform(),
    row="CN23-DEF", decision="diagnosis",
    says=Text(
        "Cervical incompetence: without contractions, an anatomical or functional defect of the cervix cannot keep the pregnancy, and loss or preterm birth follows.",
        "子宫颈机能不全:子宫颈结构或功能有缺陷,虽无宫缩仍留不住妊娠,以流产或早产告终。",
    ),
    when=china_late_loss,
    grade="-", locus="abstract", read="abstract",
    note=Text(
        "Shown to whoever had a loss or spontaneous birth from 12+0 to 36+6. Other names: 子宫颈内口闭锁不全, 子宫颈口松弛症, 子宫颈功能不全; abbreviation CIC.",
        "向有12+0至36+6流产或自发早产史者显示。别名:子宫颈内口闭锁不全、子宫颈口松弛症、子宫颈功能不全;缩写CIC。",
    ),
)  # fmt: skip
CHINA_2023.recommend(
    "EPI", inform(),
    row="CN23-EPI", decision="counselling",
    says=Text(
        "It concerns 0.1% to 2% of pregnancies and is related to 8% of mid-trimester losses and preterm births.",
        "发生于0.1%–2%的妊娠,与8%的中孕期流产及早产有关。",
    ),
    when=china_late_loss, grade="-", locus="abstract", read="abstract",
    note=Text("A figure for populations, not this woman's chance.", "群体数字,非个人概率。"),
)  # fmt: skip
CHINA_2023.recommend(
    "DX-NP", consider(treatments.prepregnancy_test),
    row="CN23-DX-NP", decision="diagnosis",
    says=Text(
        "Outside pregnancy a No. 8 Hegar dilator passing the internal os without resistance, or a wide isthmus on hysterosalpingography, supports the diagnosis.",
        "非孕期8号Hegar扩张棒无阻力通过宫颈内口,或造影示峡部增宽,支持诊断。",
    ),
    women=not_(woman.pregnant), when=any_of(woman.hegar_passed >= mm(8), woman.hsg_isthmus > mm(6)),
    grade="-", locus="-", read="recalled",
    note=Text(
        "Supportive, Chinese practice, never sufficient: ACOG and RCOG hold that tests outside pregnancy are not validated. Hegar 8 was seen only on lay and clinic pages; 'isthmus above 6 mm' on none.",
        "仅为支持依据(中国实践),不足以确诊:ACOG与RCOG认为非孕期检查未经验证。8号扩张棒仅见于科普及医院网页;峡部>6 mm未见出处。",
    ),
)  # fmt: skip
CHINA_2023.recommend(
    "DX-PR", inform(treatments.serial_scans),
    row="CN23-DX-PR", decision="diagnosis",
    says=Text(
        "In pregnancy, a cervix below 25 mm before 24 weeks with such a history, or painless dilatation on examination, supports the diagnosis.",
        "孕期:有病史且24周前宫颈<25 mm,或检查见无痛性宫口扩张,支持诊断。",
    ),
    women=findings.not_multiple,
    when=all_of(
        woman.pregnant,
        any_of(
            all_of(china_late_loss, findings.shortest_before_24 < mm(25)),
            all_of(findings.dilated, not_(pregnancy.contractions)),
        ),
    ),
    grade="-", locus="-", read="recalled",
)  # fmt: skip
CHINA_2023.recommend(
    "CER-H", consider(treatments.history_cerclage),
    row="CN23-CER-H", decision="cerclage",
    says=Text(
        "History-indicated cerclage at 12-14 (to 16) weeks after one or more painless mid-trimester losses with other causes excluded, or an earlier cerclage for painless dilatation.",
        "有一次及以上无痛性中孕期流产并排除其他原因,或曾因无痛性扩张环扎者,12–14(至16)周行病史指征环扎。",
    ),
    women=findings.not_multiple,
    when=any_of(
        all_of(findings.typical_history, not_(woman.other_cause_found)),
        some(earlier.EARLIER, all_of(earlier.cerclage.is_("examination"), earlier.painless_dilatation)),
    ),
    window=Window(weeks(12), weeks(17)), grade="-", locus="-", read="recalled",
)  # fmt: skip
CHINA_2023.recommend(
    "CER-U", consider(treatments.ultrasound_cerclage),
    row="CN23-CER-U", decision="cerclage",
    says=Text(
        "Ultrasound-indicated cerclage in a singleton with a spontaneous preterm birth before 34 weeks or a late loss and a cervix below 25 mm before 24 weeks.",
        "单胎、既往34周前自发早产或晚期流产、24周前宫颈<25 mm者,行超声指征环扎。",
    ),
    women=findings.not_multiple,
    when=all_of(
        woman.pregnant, pregnancy.gestation < weeks(24), findings.births(weeks(12), weeks(34)) >= 1,
        findings.shortest_before_24 < mm(25),
    ),
    grade="-", locus="-", read="recalled",
)  # fmt: skip
CHINA_2023.recommend(
    "LAP", consider(treatments.laparoscopic_route, treatments.abdominal_cerclage),
    row="CN23-LAP", decision="route",
    says=Text(
        "Laparoscopic cerclage, preferably before conception, otherwise early in pregnancy, after a failed vaginal suture or when the cervix is too short, scarred or amputated.",
        "经阴道环扎失败,或宫颈过短、瘢痕、缺失者,行腹腔镜环扎,以孕前为佳,亦可在早孕期。",
    ),
    women=findings.not_multiple,
    when=any_of(
        some(
            earlier.EARLIER,
            all_of(earlier.cerclage_route.is_("vaginal"), findings.ended_between(weeks(12), weeks(28))),
        ),
        woman.transvaginal_cerclage_impossible, findings.trachelectomy,
    ),
    grade="-", locus="-", read="recalled",
)  # fmt: skip
CHINA_2023.recommend(
    "TOOL", inform(treatments.prepregnancy_test),
    row="CN23-TOOL", decision="diagnosis",
    says=Text(
        "Older Chinese texts take the No. 7 Hegar dilator as the limit; for this consensus it was not found.",
        "较早的中文文献以7号Hegar扩张棒为界;本共识未见此说。",
    ),
    women=not_(woman.pregnant), when=woman.hegar_passed >= mm(7), grade="-", locus="-", read="recalled",
)  # fmt: skip
