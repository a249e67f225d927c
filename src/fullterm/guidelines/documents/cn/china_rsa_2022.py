"""China, recurrent miscarriage: the expert consensus of 2022 (recalled) and that on miscarriage of 2020 (abstract).

Written from `clinical/guidelines-world.md` section 6.5. No page of the 2022 consensus was found. The rows there have no
printed ids; ours begin with CN22 and CN20.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, Window, consider, inform, not_routinely, offer
from fullterm.logic.language import all_of, any_of, count, some, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

CHINA_RSA_2022 = Guideline(
    id="china-rsa-2022", short="China RSA 2022",
    title=Text("Expert consensus on recurrent miscarriage (2022)", "复发性流产诊治专家共识(2022)"),
    publisher="中华医学会妇产科学分会产科学组", country="CN", published=date(2022, 9, 1), url="-",
    edition="2022, 中华妇产科杂志 57(9):653-667 (recalled)",
)  # fmt: skip
CHINA_2020 = Guideline(
    id="china-2020", short="China 2020",
    title=Text("Chinese expert consensus on spontaneous miscarriage (2020)", "自然流产诊治中国专家共识(2020年版)"),
    publisher="中国实用妇科与产科杂志", country="CN", published=date(2020, 11, 1),
    url="https://doi.org/10.19538/j.fk2020110113", edition="2020, 中国实用妇科与产科杂志 36(11):1082-1090",
)  # fmt: skip

lost = earlier.outcome.is_("loss")
lost_before_28 = count(earlier.EARLIER, all_of(lost, earlier.gestation < weeks(28)))

CHINA_RSA_2022.recommend(
    "DEF", inform(),
    row="CN22-RSA-DEF", decision="diagnosis",
    says=Text(
        "Two or more consecutive losses before 28 weeks, biochemical ones included, are recurrent miscarriage.",
        "连续2次及以上28周前妊娠丢失(含生化妊娠)为复发性流产。",
    ),
    when=lost_before_28 >= 2, grade="-", locus="-", read="recalled",
    note=Text("Order is not among our facts: 'consecutive' is for the doctor to check.", "先后次序未录入:“连续”由医生核对。"),
)  # fmt: skip
CHINA_RSA_2022.recommend(
    "UTERUS", offer(treatments.septum_resection, treatments.adhesiolysis, treatments.fibroid_removal),
    row="CN22-RSA-UTERUS", decision="uterus",
    says=Text(
        "An obvious septum, adhesions or a submucous fibroid are corrected by hysteroscopy before conception.",
        "明显纵隔、宫腔粘连或黏膜下肌瘤,孕前宫腔镜矫治。",
    ),
    when=all_of(lost_before_28 >= 2, any_of(findings.septum, woman.adhesions, woman.submucous_fibroid)),
    grade="-", locus="-", read="recalled",
)  # fmt: skip
CHINA_RSA_2022.recommend(
    "CERC", offer(treatments.history_cerclage),
    row="CN22-RSA-CERC", decision="cerclage",
    says=Text("Cerclage for cervical insufficiency at 12-14 weeks.", "宫颈机能不全者12–14周环扎。"),
    women=findings.not_multiple, when=findings.typical_history, window=Window(weeks(12), weeks(15)),
    grade="-", locus="-", read="recalled",
)  # fmt: skip
CHINA_RSA_2022.recommend(
    "CL", consider(treatments.serial_scans),
    row="CN22-RSA-CL", decision="surveillance",
    says=Text("The cervical length is watched in pregnancy.", "孕期监测宫颈长度。"),
    when=all_of(woman.pregnant, pregnancy.gestation < weeks(28), lost_before_28 >= 2), grade="-", locus="-", read="recalled",
)  # fmt: skip

CHINA_2020.recommend(
    "EPI", inform(),
    row="CN20-EPI", decision="counselling",
    says=Text(
        "About one woman in ten has a spontaneous loss; 1% to 5% have recurrent miscarriage.",
        "约10%的妇女有一次自然流产,复发性流产占1%–5%。",
    ),
    when=some(earlier.EARLIER, lost), grade="-", locus="abstract", read="abstract",
    note=Text("A figure for populations, not this woman's chance.", "群体数字,非个人概率。"),
)  # fmt: skip
CHINA_2020.recommend(
    "ONE", not_routinely(treatments.antiphospholipid_tests, treatments.parental_karyotype, treatments.thrombophilia_tests),
    row="CN20-WORKUP", decision="investigations",
    says=Text(
        "After a single loss, without a family history or clinical sign, no full work-up is needed.",
        "仅一次流产且无家族史或临床表现者,无需全面病因筛查。",
    ),
    when=all_of(count(earlier.EARLIER, lost) >= 1, count(earlier.EARLIER, lost) < 2),
    grade="-", locus="secondary page", read="secondary",
    note=Text(
        "Seen on a secondary page only. Written of miscarriage in general: a late loss has its own work-up (RCOG 17). Family history is not among our facts.",
        "仅见于二手网页。针对一般流产:晚期流产另有检查建议(RCOG 17)。家族史未录入。",
    ),
)  # fmt: skip
