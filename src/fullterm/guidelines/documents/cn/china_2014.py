"""China, guideline for diagnosis and treatment of preterm birth (2014). Superseded in 2024; kept to explain older records.

Written from `clinical/guidelines-world.md` section 6.4, whose author read its risk factors and indicators in reprints.
The cerclage statements are recalled. The rows of that section have no printed ids; ours begin with CN14.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, Window, consider, do_not_offer, inform, offer
from fullterm.logic.language import all_of, any_of, mm, not_, some, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

CHINA_2014 = Guideline(
    id="china-2014", short="China 2014",
    title=Text("Guideline for the diagnosis and treatment of preterm birth (2014)", "早产临床诊断与治疗指南(2014)"),
    publisher="中华医学会妇产科学分会产科学组", country="CN", published=date(2014, 1, 1), until=date(2024, 4, 1),
    url="http://jingyihui.org/xsite/guid/show/23/1293.html", edition="2014",
)  # fmt: skip

birth = findings.births(weeks(28), weeks(37))
births_and_losses = findings.births(weeks(12), weeks(37))
before_24 = all_of(woman.pregnant, pregnancy.gestation < weeks(24))
short = findings.shortest_before_24 < mm(25)

CHINA_2014.recommend(
    "DEF", inform(),
    row="CN14-DEF", decision="diagnosis",
    says=Text(
        "A birth counts as preterm from 28 completed weeks, or from 1000 g, to 36+6; earlier it is a miscarriage.",
        "满28周(或体重≥1000 g)至36+6分娩为早产,此前为流产。",
    ),
    when=birth >= 1, grade="-", locus="definition (reprint)", read="abstract",
    note=Text("Weight is not among our facts: weeks alone are read. Upper end 36+6 is ours.", "体重未录入,仅按孕周;上限36+6为我们的理解。"),
)  # fmt: skip
CHINA_2014.recommend(
    "RISK-CL", inform(),
    row="CN14-RISK-CL", decision="diagnosis",
    says=Text("A cervix shorter than 25 mm in mid-trimester is a risk factor for preterm birth.", "孕中期经阴道超声宫颈<25 mm为早产高危因素。"),
    when=all_of(woman.pregnant, short), grade="Ⅱ-1", locus="risk factors (reprint)", read="abstract",
    note=Text("Mid-trimester is read as scans before 24+0, as in its second indicator.", "孕中期按24+0前的测量,同其第二指标。"),
)  # fmt: skip
CHINA_2014.recommend(
    "RISK-CONE", inform(),
    row="CN14-RISK-CONE", decision="diagnosis",
    says=Text("Earlier conisation or loop excision of the cervix raises the risk of preterm birth.", "宫颈锥切或LEEP史增加早产风险。"),
    when=any_of(findings.cone, findings.lletz), grade="Ⅱ-2", locus="risk factors (reprint)", read="abstract",
)  # fmt: skip
CHINA_2014.recommend(
    "RISK-TERM", inform(),
    row="CN14-RISK-TERM", decision="diagnosis",
    says=Text(
        "A term birth that came after the preterm one takes away the label of high risk.", "早产后已有足月分娩者,不再列为高危。"
    ),
    when=all_of(birth >= 1, some(earlier.EARLIER, earlier.gestation >= weeks(37))),
    grade="-", locus="risk factors (reprint)", read="abstract",
    note=Text("The order of earlier pregnancies is not among our facts: the doctor checks which came last.", "既往妊娠的先后未录入:由医生核对何者在后。"),
)  # fmt: skip
CHINA_2014.recommend(
    "RISK-TWIN", inform(),
    row="CN14-RISK-TWIN", decision="diagnosis",
    says=Text("A twin birth before 30 weeks keeps the label of high risk in a later singleton pregnancy.", "既往双胎30周前分娩者,再次单胎妊娠仍属高危。"),
    women=findings.not_multiple,
    when=some(
        earlier.EARLIER, all_of(earlier.fetuses >= 2, findings.ended_between(weeks(12), weeks(30)))
    ),
    grade="Ⅲ", locus="risk factors (reprint)", read="abstract",
    note=Text("A lower end is not given: 12+0 is ours. 'Later singleton' is our reading.", "未给下限:取12+0。“再次单胎”为我们的理解。"),
)  # fmt: skip
CHINA_2014.recommend(
    "IND", inform(treatments.vaginal_progesterone, treatments.ultrasound_cerclage),
    row="CN14-IND", decision="cerclage",
    says=Text(
        "Two indicators lead to progesterone or cerclage: a spontaneous late miscarriage or preterm birth, and a cervix shorter than 25 mm before 24 weeks.",
        "考虑孕酮或环扎的两个指标:自发晚期流产或早产史;24周前宫颈<25 mm。",
    ),
    women=findings.not_multiple,
    when=all_of(before_24, any_of(births_and_losses >= 1, short)),
    grade="-", locus="prediction (reprint)", read="abstract",
    note=Text(
        "Either indicator is read; which treatment follows from which is only recalled. Late miscarriage from 12+0. At exactly 25 mm 2014 says no, 2024 yes.",
        "任一指标即算;何者对应何种治疗仅凭回忆。晚期流产自12+0。恰为25 mm:2014版不算,2024版算。",
    ),
)  # fmt: skip
CHINA_2014.recommend(
    "CER-H", offer(treatments.history_cerclage),
    row="CN14-CER-H", decision="cerclage",
    says=Text("Cerclage at 12-14 weeks after a loss from cervical insufficiency.", "既往因宫颈机能不全流产者,12–14周环扎。"),
    women=findings.not_multiple, when=findings.typical_history, window=Window(weeks(12), weeks(15)),
    grade="Ⅰ", locus="-", read="recalled",
)  # fmt: skip
CHINA_2014.recommend(
    "CER-U", offer(treatments.ultrasound_cerclage),
    row="CN14-CER-U", decision="cerclage",
    says=Text(
        "Cerclage in a singleton with an earlier late miscarriage or preterm birth and a cervix below 25 mm before 24 weeks, without contraindications.",
        "单胎、既往晚期流产或早产、24周前宫颈<25 mm且无禁忌证者环扎。",
    ),
    women=findings.not_multiple, when=all_of(before_24, births_and_losses >= 1, short),
    grade="Ⅰ", locus="-", read="recalled",
)  # fmt: skip
CHINA_2014.recommend(
    "CER-NOT", do_not_offer(treatments.history_cerclage),
    row="CN14-CER-NOT", decision="cerclage",
    says=Text("No cerclage for a uterine anomaly or conisation alone.", "仅有子宫畸形或锥切史者不推荐环扎。"),
    women=findings.not_multiple,
    when=all_of(any_of(findings.mullerian_anomaly, findings.cone, findings.lletz), births_and_losses < 1),
    grade="Ⅱ", locus="-", read="recalled",
)  # fmt: skip
CHINA_2014.recommend(
    "CER-TWIN", do_not_offer(treatments.history_cerclage, treatments.ultrasound_cerclage),
    row="CN14-CER-TWIN", decision="cerclage",
    says=Text("No cerclage in twins.", "双胎不推荐环扎。"),
    women=findings.twins, when=woman.pregnant, grade="Ⅱ-1", locus="-", read="recalled",
)  # fmt: skip
CHINA_2014.recommend(
    "PRG", consider(treatments.vaginal_progesterone),
    row="CN14-PRG", decision="progesterone",
    says=Text("Vaginal progesterone without such a history when the cervix is below 20 mm.", "无病史而宫颈<20 mm者用阴道孕酮。"),
    women=findings.not_multiple,
    when=all_of(before_24, not_(births_and_losses >= 1), findings.shortest_before_24 < mm(20)),
    grade="-", locus="-", read="recalled",
)  # fmt: skip
