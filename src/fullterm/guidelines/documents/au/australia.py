"""Australia: the Preterm Birth Prevention Alliance, Queensland Health 2020 and RANZCOG C-Obs 27.

Written from `clinical/guidelines-english.md` section 9. The Alliance's practice points were read on its web page, the
Queensland guideline only through its education slides, RANZCOG only in part.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, Window, consider, inform, not_routinely, offer
from fullterm.logic.language import ALWAYS, all_of, any_of, mm, some, weeks
from fullterm.vocabulary import findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

ALLIANCE = Guideline(
    id="au-alliance", short="Australia, Alliance", title=Text("Key practice points", "早产预防要点"),
    publisher="Australian Preterm Birth Prevention Alliance", country="AU", published=date(2024, 1, 1),
    url="https://www.pretermalliance.com.au/Our-Research/Clinical-Guidelines",
    edition="undated web page; the day entered is ours",
)  # fmt: skip
QLD = Guideline(
    id="qld-2020", short="Queensland 2020", title=Text("Preterm labour and birth", "早产与分娩"),
    publisher="Queensland Health", country="AU", published=date(2020, 6, 1), url="https://www.health.qld.gov.au",
    edition="MN20.6-V9-R25, June 2020, review June 2025", review=date(2025, 6, 30),
)  # fmt: skip
RANZCOG = Guideline(
    id="ranzcog", short="RANZCOG C-Obs 27", title=Text("Measurement of cervical length", "宫颈长度测量"),
    publisher="RANZCOG", country="AU", published=date(2012, 7, 1), url="https://www.scribd.com/document/202473643",
    edition="C-Obs 27, July 2012, review due 2015", review=date(2015, 12, 31),
)  # fmt: skip

until_24 = pregnancy.gestation <= weeks(24)
abdominal_too_short = some(
    pregnancy.SCANS,
    all_of(
        pregnancy.scan_method.is_("transabdominal"),
        pregnancy.scan_gestation >= weeks(16),
        pregnancy.scan_gestation <= weeks(24),
        pregnancy.scan_length < mm(35),
    ),
)
shortest = findings.shortest_16_to_24

ALLIANCE.recommend(
    "SCREEN-1", offer(treatments.screening_scan),
    row="AUPTB-SCREEN", decision="surveillance",
    says=Text(
        "The cervix is measured in every woman at the morphology scan of 18 to 20 weeks and at any other scan from 16 to 24 weeks.",
        "所有孕妇在孕18–20周结构筛查及16–24周任何超声检查时均测量宫颈长度。",
    ),
    when=all_of(woman.pregnant, until_24),
    window=Window(weeks(16), weeks(24, 1)),
    grade="-", locus="web page", read="abstract",
    note=Text("16 to 24 weeks is read as 16+0 to 24+0, both included. The number of babies is not stated: every woman.", "“16–24周”按16+0至24+0(含两端)理解。未写胎数,按所有孕妇理解。"),
)  # fmt: skip

ALLIANCE.recommend(
    "SCREEN-TV", offer(treatments.transvaginal_measurement),
    row="AUPTB-SCREEN", decision="surveillance",
    says=Text(
        "A measurement through the abdomen of 35 mm or more is enough; below that, the cervix is measured through the vagina.",
        "经腹测量≥35 mm即可,不足者改为经阴道测量。",
    ),
    when=all_of(woman.pregnant, until_24, abdominal_too_short),
    window=Window(weeks(16), weeks(24, 1)),
    grade="-", locus="web page", read="abstract",
    note=Text("35 mm itself is enough. A cervix that could not be seen through the abdomen is not recorded and is meant as well.", "35 mm即视为足够。经腹看不清者病历未记录,亦应经阴道测量。"),
)  # fmt: skip

ALLIANCE.recommend(
    "SCREEN-short", inform(treatments.transvaginal_measurement),
    row="AUPTB-SCREEN", decision="diagnosis",
    says=Text(
        "A cervix of 25 mm or less through the vagina at 16 to 24 weeks counts as short.",
        "孕16–24周经阴道宫颈≤25 mm定义为宫颈短。",
    ),
    when=all_of(woman.pregnant, shortest <= mm(25)),
    grade="-", locus="web page", read="abstract",
    note=Text("16+0 and 24+0 are both included.", "含16+0与24+0。"),
)  # fmt: skip

ALLIANCE.recommend(
    "PROG-short", offer(treatments.vaginal_progesterone),
    row="AUPTB-PROG", decision="progesterone",
    says=Text(
        "Progesterone 200 mg in the vagina every night until 36 weeks for a woman whose cervix is 25 mm or less at 16 to 24 weeks.",
        "孕16–24周宫颈≤25 mm者,每晚阴道用孕酮200 mg至孕36周。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, pregnancy.gestation < weeks(36), shortest <= mm(25)),
    grade="-", locus="web page", read="abstract",
    note=Text(
        "Until 36 weeks is read as before 36+0; no last day for starting is given. The number of babies is not stated: read for one, until it is checked.",
        "“至36周”按36+0前理解;未给最晚起始日。未写胎数,核实前按单胎理解。",
    ),
)  # fmt: skip

ALLIANCE.recommend(
    "PROG-history", offer(treatments.vaginal_progesterone),
    row="AUPTB-PROG", decision="progesterone",
    says=Text(
        "Progesterone in the vagina is also prescribed to every woman with an earlier spontaneous preterm birth, whatever the cervix.",
        "凡有自发早产史者,无论宫颈长度,亦用阴道孕酮。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, pregnancy.gestation < weeks(36), findings.preterm_birth),
    window=Window(weeks(16), weeks(36)),
    grade="-", locus="web page (gestations cut off)", read="abstract",
    note=Text(
        "The gestations of this sentence are cut off in the copy: an earlier birth is read as 20+0 to 36+6, and the dates of treatment are those of PROG-short. Read for one baby.",
        "所见文本此句孕周被截断:既往早产按20+0–36+6理解,用药时间同PROG-short。按单胎理解。",
    ),
)  # fmt: skip

ALLIANCE.recommend(
    "CERC", consider(treatments.ultrasound_cerclage, treatments.vaginal_progesterone),
    row="AUPTB-CERC", decision="cerclage",
    says=Text(
        "With a cervix of less than 10 mm at 16 to 24 weeks, cerclage, vaginal progesterone or both can be used, also without any history.",
        "孕16–24周宫颈<10 mm者,可行环扎、阴道孕酮或两者并用,不要求有病史。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, until_24, shortest < mm(10)),
    window=Window(weeks(16), weeks(24, 1)),
    grade="-", locus="web page", read="abstract",
    note=Text(
        "10 mm itself is outside. The gestation is that of the screening; 24+0 is included. The number of babies is not stated: read for one. The document lists no contraindications here, so none are read in (RCOG 75 §9.2 has a list).",
        "不含10 mm。孕周同筛查,含24+0。未写胎数,按单胎理解。原文此处未列禁忌证,故未录入(RCOG 75 §9.2有列)。",
    ),
)  # fmt: skip

QLD.recommend(
    "PROG", consider(treatments.vaginal_progesterone),
    row="QLD20-PROG", decision="progesterone",
    says=Text(
        "Progesterone is considered in a singleton pregnancy at 16 to 24 weeks with an earlier spontaneous preterm birth, or with a short cervix found by chance without symptoms.",
        "单胎孕16–24周,有自发早产史或无症状偶然发现宫颈短者,考虑孕酮。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, until_24, any_of(findings.preterm_birth, shortest <= mm(25))),
    unless=pregnancy.contractions,
    window=Window(weeks(16), weeks(24, 1)),
    grade="consider", locus="education slides E20.6-1-V4-R25", read="secondary",
    note=Text(
        "Seen only on slides whose heading was lost; that they speak of progesterone is evident. Short is read as 25 mm or less; the slides give no length in our table.",
        "仅见于标题缺失的幻灯片,内容显系孕酮。“短”按≤25 mm理解,资料未给界值。",
    ),
)  # fmt: skip

QLD.recommend(
    "PROG-multiple", not_routinely(treatments.vaginal_progesterone),
    row="QLD20-PROG", decision="progesterone",
    says=Text("Progesterone is not meant for multiple pregnancy.", "多胎妊娠不用孕酮。"),
    women=findings.multiple, when=ALWAYS,
    grade="-", locus="education slides E20.6-1-V4-R25", read="secondary",
)  # fmt: skip

RANZCOG.recommend(
    "method", offer(treatments.transvaginal_measurement),
    row="RANZCOG-27", decision="surveillance",
    says=Text(
        "The cervix is measured through the vagina with an empty bladder and the probe in the anterior fornix; the shortest of three readings over 5 minutes counts.",
        "排空膀胱后经阴道测量,探头置于前穹窿,5分钟内测三次取最短值。",
    ),
    when=woman.pregnant,
    grade="-", locus="text seen in part", read="abstract",
    note=Text(
        "Edition of 2012, its review due in 2015 and long past; the section of recommendations was not seen.",
        "2012年版,应于2015年复审,早已过期;推荐部分未见。",
    ),
)  # fmt: skip

RANZCOG.recommend(
    "centiles", inform(treatments.transvaginal_measurement),
    row="RANZCOG-27", decision="diagnosis",
    says=Text(
        "At 20 weeks the median length of the cervix is 42 mm and the first centile 23 mm.",
        "孕20周宫颈长度中位数42 mm,第1百分位23 mm。",
    ),
    when=woman.pregnant,
    grade="-", locus="text seen in part", read="abstract",
    note=Text("Edition of 2012, its review due in 2015.", "2012年版,应于2015年复审。"),
)  # fmt: skip
