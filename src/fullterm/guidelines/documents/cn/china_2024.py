"""China, guideline for prevention and treatment of preterm birth (2024 edition): recommendations 1 to 6.

Written from `clinical/guidelines-world.md` section 6.3, whose author read recommendations 1-6 in a reprint; 7 to 18
(cerclage, pessary, rest, tocolysis, steroids) were cut off. Scope: one baby, intact membranes, spontaneous.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, Window, inform, offer
from fullterm.logic.language import all_of, any_of, mm, not_, weeks
from fullterm.vocabulary import findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

CHINA_2024 = Guideline(
    id="china-2024", short="China 2024",
    title=Text("Guideline for the clinical prevention and treatment of preterm birth (2024)", "早产临床防治指南(2024版)"),
    publisher="中华医学会妇产科学分会产科学组", country="CN", published=date(2024, 4, 1),
    url="https://doi.org/10.3760/cma.j.cn112141-20231119-00208", edition="2024, 中华妇产科杂志 59(4):257-269",
)  # fmt: skip

in_scope = all_of(findings.not_multiple, not_(all_of(woman.pregnant, pregnancy.ruptured_membranes)))
births_and_losses = findings.births(weeks(12), weeks(37))
no_birth = findings.births(weeks(28), weeks(37)) < 1
before_24 = all_of(woman.pregnant, pregnancy.gestation < weeks(24))

CHINA_2024.recommend(
    "1", offer(treatments.transvaginal_measurement),
    row="CN24-R1", decision="surveillance",
    says=Text(
        "After a spontaneous preterm birth or late miscarriage, the cervix is measured through the vagina between 16 and 24 weeks.",
        "有自发早产或晚期流产史者,孕16–24周经阴道超声测量宫颈长度。",
    ),
    women=in_scope,
    when=all_of(woman.pregnant, pregnancy.gestation <= weeks(24), births_and_losses >= 1),
    window=Window(weeks(16), weeks(24, 1)),
    grade="ⅠA", locus="recommendation 1", read="abstract",
    note=Text(
        "'16-24 weeks' is read with both ends. The interval is not stated. A late miscarriage is read from 12+0 to 27+6, a preterm birth from 28+0 to 36+6, as Chinese texts count; ruptured membranes are outside the document's scope.",
        "“16~24周”按含两端;间隔未写。晚期流产按12+0至27+6,早产按28+0至36+6;胎膜已破不在本指南范围。",
    ),
)  # fmt: skip
CHINA_2024.recommend(
    "1-short", inform(),
    row="CN24-R1", decision="diagnosis",
    says=Text(
        "After a spontaneous preterm birth or late miscarriage, a cervix of 25 mm or less between 16 and 24 weeks is called short.",
        "有自发早产或晚期流产史者,孕16–24周宫颈≤25 mm诊断为子宫颈缩短。",
    ),
    women=in_scope,
    when=all_of(woman.pregnant, births_and_losses >= 1, findings.shortest_16_to_24 <= mm(25)),
    grade="ⅠA", locus="recommendation 1", read="abstract",
    note=Text("At exactly 25 mm: short (2014: not short). Both ends of 16-24 included.", "恰为25 mm属缩短(2014版不属)。16–24周含两端。"),
)  # fmt: skip
CHINA_2024.recommend(
    "2", offer(treatments.screening_scan),
    row="CN24-R2", decision="surveillance",
    says=Text(
        "Without risk factors, the cervix is first looked at through the abdomen during the mid-trimester anomaly scan, and through the vagina if that raises suspicion.",
        "无高危因素者,孕中期胎儿畸形筛查时先经腹观察宫颈,可疑时再经阴道测量。",
    ),
    women=in_scope,
    when=all_of(
        woman.pregnant, pregnancy.gestation < weeks(28), births_and_losses < 1,
        not_(any_of(findings.cervical_surgery, findings.mullerian_anomaly)),
    ),
    grade="ⅢC", locus="recommendation 2", read="abstract",
    note=Text(
        "'No risk factor' is read as: no spontaneous birth or loss from 12+0 to 36+6, no surgery to the cervix, no congenital uterine anomaly. Mid-trimester is read as before 28+0.",
        "“无高危因素”按无12+0至36+6自发早产或流产、无宫颈手术、无先天性子宫畸形理解;孕中期按28+0前。",
    ),
)  # fmt: skip
CHINA_2024.recommend(
    "3", offer(treatments.first_trimester_scan),
    row="CN24-R3", decision="investigations",
    says=Text(
        "In the first trimester the pregnancy is dated by crown-rump length, twins are looked for, and the nuchal translucency is measured from 11 weeks to 13+6.",
        "早孕期以头臀长核对孕周、排除多胎,11–13+6周测颈项透明层。",
    ),
    when=all_of(woman.pregnant, pregnancy.gestation < weeks(14)),
    window=Window(weeks(11), weeks(14)),
    grade="ⅠA", locus="recommendation 3", read="abstract",
    note=Text("The window is that of the nuchal translucency. Read for every pregnancy: it is how twins are found.", "窗口为颈项透明层测量时间。适用于所有妊娠:多胎由此发现。"),
)  # fmt: skip
CHINA_2024.recommend(
    "4", offer(treatments.risk_history),
    row="CN24-R4", decision="investigations",
    says=Text(
        "At the first visit a full history of risk factors is taken, with advice not to smoke or drink and to keep a healthy weight.",
        "首次产检时全面询问早产高危因素,劝戒烟酒并管理体重。",
    ),
    when=woman.pregnant,
    grade="ⅠA", locus="recommendation 4", read="abstract",
)  # fmt: skip
CHINA_2024.recommend(
    "5", offer(treatments.vaginal_progesterone),
    row="CN24-R5", decision="progesterone",
    says=Text(
        "After a spontaneous preterm birth or late miscarriage, vaginal micronised progesterone 200 mg or gel 90 mg daily is recommended from 16 to 36 weeks, whatever the cervical length.",
        "有自发早产或晚期流产史者,无论宫颈长度,推荐孕16周起阴道用微粒化孕酮200 mg/d或孕酮凝胶90 mg/d,至36周。",
    ),
    women=in_scope,
    when=all_of(woman.pregnant, pregnancy.gestation < weeks(36), births_and_losses >= 1),
    window=Window(weeks(16), weeks(36)),
    grade="ⅢC", locus="recommendation 5", read="abstract",
    note=Text(
        "'To 36 weeks' is read as until 36+0. A late miscarriage is read from 12+0, as Chinese texts count.",
        "“至36周”按至36+0;晚期流产自12+0起。",
    ),
)  # fmt: skip
CHINA_2024.recommend(
    "6", offer(treatments.vaginal_progesterone),
    row="CN24-R6", decision="progesterone",
    says=Text(
        "Without an earlier preterm birth, a cervix of 25 mm or less before 24 weeks is treated with the same vaginal progesterone, to 36 weeks.",
        "无早产史而24周前宫颈≤25 mm者,推荐同样的阴道孕酮,至36周。",
    ),
    women=in_scope,
    when=all_of(before_24, no_birth, findings.shortest_before_24 <= mm(25)),
    window=Window(closes=weeks(36)),
    grade="not visible", locus="recommendation 6", read="abstract",
    note=Text(
        "It begins before 24+0 and, once begun, goes on to 36+0; the reprint is cut after 'to 36'. The grade was not visible (ⅠA is recalled). 'No earlier preterm birth' is read from 28+0 to 36+6.",
        "24+0前开始,用至36+0;转载文至“至妊娠36”后截断。等级未见(回忆为ⅠA)。“无早产史”按28+0至36+6。",
    ),
)  # fmt: skip
