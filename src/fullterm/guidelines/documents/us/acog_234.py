"""ACOG Practice Bulletin 234 (2021), its Practice Advisory of April 2023, and Bulletin 144 on multiples (superseded).

Written from `clinical/guidelines-english.md` sections 2 and 9. Of Bulletin 234 only other people's summaries were seen:
all of it is carried and none of it advises. The advisory's recommendations were read on ACOG's own page; Bulletin 144
in the structured record of its recommendations.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import (
    Guideline,
    Window,
    consider,
    do_not_offer,
    inform,
    not_routinely,
    offer,
    uncertain,
)
from fullterm.logic.language import ALWAYS, all_of, any_of, mm, not_, weeks
from fullterm.vocabulary import findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

ACOG234 = Guideline(
    id="acog-234", short="ACOG PB 234",
    title=Text("Prediction and Prevention of Spontaneous Preterm Birth", "自发早产的预测与预防"),
    publisher="ACOG", country="US", published=date(2021, 1, 1),
    url="https://www.aafp.org/pubs/afp/issues/2022/0900/practice-guidelines-preventing-preterm-birth.html",
    edition="Practice Bulletin 234, 2021 (Obstet Gynecol 2021;138:e65-e90); the address is of a summary",
)  # fmt: skip
ACOG_PA_2023 = Guideline(
    id="acog-pa-2023", short="ACOG Practice Advisory 2023",
    title=Text(
        "Updated guidance: progesterone supplementation for prevention of recurrent preterm birth",
        "孕激素预防复发性早产的更新指导",
    ),
    publisher="ACOG", country="US", published=date(2023, 4, 1),
    url="https://www.acog.org/clinical/clinical-guidance/practice-advisory/articles/2023/04/updated-guidance-use-of-progesterone-supplementation-for-prevention-of-recurrent-preterm-birth",
    edition="Practice Advisory, April 2023, updating Practice Bulletin 234",
)  # fmt: skip
ACOG144 = Guideline(
    id="acog-144", short="ACOG PB 144", title=Text("Multifetal gestations", "多胎妊娠"),
    publisher="ACOG", country="US", published=date(2014, 5, 1), until=date(2016, 10, 1),
    url="https://github.com/JesseTG/ngc_dump",
    edition="Practice Bulletin 144, May 2014 (NGC record 10346); replaced by PB 169 in 2016 and PB 231 in 2021",
)  # fmt: skip

short = findings.shortest_16_to_24 <= mm(25)
not_short = findings.shortest_16_to_24 > mm(25)
no_preterm_birth = not_(findings.preterm_birth)
opened = any_of(findings.dilated, findings.exposed_membranes)

# -- Practice Bulletin 234: carried, it never advises -----------------------------------------------------------

ACOG234.recommend(
    "SURV", offer(treatments.serial_scans),
    row="ACOG234-SURV", decision="surveillance",
    says=Text(
        "In a singleton pregnancy after a spontaneous preterm birth, transvaginal scans of the cervix start at 16+0 and are repeated until 24+0.",
        "既往自发早产的单胎孕妇,自16+0起经阴道测量宫颈,重复至24+0。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, pregnancy.gestation <= weeks(24), findings.preterm_birth),
    window=Window(weeks(16), weeks(24, 1)),
    grade="Level A", locus="not seen; comparison table in UpToDate", read="secondary",
    note=Text("The interval was not in what was seen; 1-4 weeks is recalled.", "所见资料未给间隔;1–4周为回忆。"),
)  # fmt: skip

ACOG234.recommend(
    "SCREEN", offer(treatments.single_scan),
    row="ACOG234-SCREEN", decision="surveillance",
    says=Text(
        "Without an earlier spontaneous preterm birth, the cervix is looked at once, through the abdomen or the vagina, at the anatomy scan from 18+0 to 22+6; serial scans are not indicated.",
        "无自发早产史者,在18+0–22+6畸形筛查时经腹或经阴道观察宫颈一次,无需系列测量。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, pregnancy.gestation < weeks(23), no_preterm_birth),
    window=Window(weeks(18), weeks(23)),
    grade="Level B", locus="not seen; comparison table in UpToDate", read="secondary",
    note=Text("Singleton is our reading.", "单胎为我们的理解。"),
)  # fmt: skip

ACOG234.recommend(
    "PROG", offer(treatments.vaginal_progesterone),
    row="ACOG234-PROG", decision="progesterone",
    says=Text(
        "Vaginal progesterone is recommended in an asymptomatic singleton pregnancy without an earlier preterm birth when the cervix is 25 mm or less in mid-trimester.",
        "无症状、无早产史的单胎孕妇,中孕期宫颈≤25 mm者推荐阴道孕酮。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, no_preterm_birth, short), unless=pregnancy.contractions,
    grade="Level A", locus="not seen; comparison table in UpToDate", read="secondary",
    note=Text(
        "Mid-trimester is read as scans from 16+0 to 24+0; asymptomatic as no contractions.",
        "中孕期按16+0至24+0的超声理解;无症状理解为无宫缩。",
    ),
)  # fmt: skip

ACOG234.recommend(
    "PRIOR", consider(treatments.vaginal_progesterone, treatments.ultrasound_cerclage),
    row="ACOG234-PRIOR", decision="cerclage",
    says=Text(
        "After an earlier preterm birth and with a cervix of 25 mm or less, vaginal progesterone or cerclage is considered.",
        "有早产史且宫颈≤25 mm者,考虑阴道孕酮或环扎。",
    ),
    women=findings.not_multiple, when=all_of(woman.pregnant, findings.preterm_birth, short),
    grade="-", locus="not seen; comparison table in UpToDate", read="secondary",
    note=Text(
        "The summary gives no gestation; scans from 16+0 to 24+0 are read.", "摘要未给孕周,按16+0至24+0的超声理解。"
    ),
)  # fmt: skip

ACOG234.recommend(
    "DOSE", inform(treatments.vaginal_progesterone),
    row="ACOG234-DOSE", decision="progesterone",
    says=Text(
        "Most studies of vaginal progesterone used 200 mg daily from the diagnosis of a short cervix to 36-37 weeks; dose and formulation are not settled.",
        "多数研究自诊断宫颈短起每日阴道孕酮200 mg至36–37周;剂量与剂型尚无定论。",
    ),
    women=findings.not_multiple, when=all_of(woman.pregnant, short),
    grade="-", locus="not seen; comparison table in UpToDate", read="secondary",
    note=Text(
        "Conflict between summaries: the AAFP's says from 20-24 weeks until 34 weeks.",
        "各摘要互相矛盾:AAFP写自20–24周用至34周。",
    ),
)  # fmt: skip

ACOG234.recommend(
    "EI", consider(treatments.rescue_cerclage),
    row="ACOG234-EI", decision="emergencies",
    says=Text(
        "When the cervix is seen to be open in the second trimester, cerclage prolongs pregnancy and improves survival of the newborn.",
        "中孕期见宫口扩张者,环扎可延长孕周并提高新生儿存活率。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, pregnancy.gestation >= weeks(14), pregnancy.gestation < weeks(28), opened),
    grade="-", locus="not seen; summary by the AAFP", read="secondary",
    note=Text(
        "The days of the second trimester (14+0 to 27+6) and singleton are our readings.",
        "中孕期天数(14+0–27+6)与单胎为我们的理解。",
    ),
)  # fmt: skip

ACOG234.recommend(
    "MISC-PESSARY", do_not_offer(treatments.pessary),
    row="ACOG234-MISC", decision="pessary",
    says=Text("The cervical pessary is not supported.", "不支持使用宫颈托。"),
    when=all_of(woman.pregnant, short),
    grade="-", locus="not seen", read="recalled",
)  # fmt: skip

ACOG234.recommend(
    "MISC-REST", do_not_offer(treatments.bed_rest),
    row="ACOG234-MISC", decision="not_to_do",
    says=Text("Restriction of activity is not recommended.", "不推荐限制活动。"),
    when=woman.pregnant,
    grade="-", locus="not seen", read="recalled",
)  # fmt: skip

ACOG234.recommend(
    "MISC-MULTIPLE",
    not_routinely(treatments.vaginal_progesterone, treatments.ultrasound_cerclage, treatments.pessary),
    row="ACOG234-MISC", decision="cerclage",
    says=Text(
        "In multiple pregnancy neither progesterone, nor cerclage, nor pessary is used routinely.",
        "多胎妊娠不常规使用孕酮、环扎或宫颈托。",
    ),
    women=findings.multiple, when=ALWAYS,
    grade="-", locus="not seen", read="recalled",
)  # fmt: skip

ACOG234.recommend(
    "MISC-10", uncertain(treatments.ultrasound_cerclage),
    row="ACOG234-MISC", decision="cerclage",
    says=Text(
        "Cerclage may possibly help when the cervix is shorter than 10 mm without an earlier spontaneous preterm birth; this is discussed, not recommended.",
        "无自发早产史、宫颈短于10 mm者环扎可能有益;仅作讨论,未作推荐。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, no_preterm_birth, findings.shortest_before_24 < mm(10)),
    grade="-", locus="not seen", read="recalled",
)  # fmt: skip

# -- Practice Advisory, April 2023 ------------------------------------------------------------------------------

ACOG_PA_2023.recommend(
    "PA-1", consider(treatments.vaginal_progesterone),
    row="ACOG23PA-1", decision="progesterone",
    says=Text(
        "Vaginal progesterone may be considered when three things come together: an earlier preterm birth, a singleton pregnancy and a short cervix.",
        "同时具备早产史、单胎、宫颈短三项者,可考虑阴道孕酮。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, findings.preterm_birth, short),
    grade="Practice Advisory", locus="recommendations, first bullet", read="abstract",
    note=Text(
        "The bullet gives no length: 25 mm or less on a transvaginal scan from 16+0 to 24+0 is our reading, after the summaries of Bulletin 234. An earlier preterm birth is read as one that came by itself from 20+0 to 36+6. The gestation at which treatment starts and ends is not given.",
        "该条未给长度:16+0–24+0经阴道≤25 mm为我们依据第234号公告摘要的理解。早产史按20+0–36+6自然发动理解。未给用药起止孕周。",
    ),
)  # fmt: skip

ACOG_PA_2023.recommend(
    "PA-1-LONG", uncertain(treatments.vaginal_progesterone),
    row="ACOG23PA-1", decision="progesterone",
    says=Text(
        "After an earlier preterm birth but without a short cervix, vaginal progesterone has not been proven effective and should not be taken as a substitute for 17-OHPC.",
        "有早产史但宫颈不短者,阴道孕酮未证实有效,不应当作己酸羟孕酮的替代。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, findings.preterm_birth, not_short),
    grade="Practice Advisory", locus="recommendations, first bullet", read="abstract",
    note=Text(
        "Not short is read as longer than 25 mm so far, on transvaginal scans from 16+0 to 24+0; a cervix not yet measured is left open.",
        "“不短”理解为16+0–24+0经阴道测量至今均大于25 mm;尚未测量者不作判断。",
    ),
)  # fmt: skip

ACOG_PA_2023.recommend(
    "PA-2", do_not_offer(treatments.injected_progesterone),
    row="ACOG23PA-2", decision="progesterone",
    says=Text(
        "Intramuscular 17-OHPC is not recommended to prevent another preterm birth in a woman who has had a spontaneous one.",
        "有自发早产史者,不推荐肌注己酸羟孕酮预防再次早产。",
    ),
    when=findings.preterm_birth,
    grade="Practice Advisory", locus="recommendations", read="abstract",
    note=Text(
        "The advisory dates the withdrawal by the FDA 6 April 2023; SMFM writes 5 April.",
        "该文称FDA撤回日期为2023年4月6日;SMFM写4月5日。",
    ),
)  # fmt: skip

ACOG_PA_2023.recommend(
    "PA-3", offer(treatments.information),
    row="ACOG23PA-3", decision="counselling",
    says=Text(
        "After a spontaneous preterm birth, the whole range of interventions is discussed and a plan made together, by cervical length, history and treatment in the past.",
        "有自发早产史者,应讨论全部可选干预,并按宫颈长度、病史及既往治疗共同制定计划。",
    ),
    when=findings.preterm_birth,
    grade="Practice Advisory", locus="recommendations", read="abstract",
)  # fmt: skip

# -- Practice Bulletin 144, superseded --------------------------------------------------------------------------

ACOG144.recommend(
    "TW-CERCLAGE", do_not_offer(treatments.history_cerclage),
    row="ACOG144-TW", decision="cerclage",
    says=Text("Prophylactic cerclage should not be used in multiple pregnancy.", "多胎妊娠不应行预防性环扎。"),
    women=findings.multiple, when=ALWAYS,
    grade="B / A", locus="Summary of Recommendations (NGC 10346)", read="abstract",
    note=Text(
        "Superseded. Which of the two grades belongs to which sentence was not recorded. Cerclage for a short cervix in twins is in Bulletin 142.",
        "已被取代。两个等级各属哪句未记录。双胎宫颈短的环扎见第142号公告。",
    ),
)  # fmt: skip

ACOG144.recommend(
    "TW-PESSARY", do_not_offer(treatments.pessary),
    row="ACOG144-TW", decision="pessary",
    says=Text("A prophylactic pessary should not be used in multiple pregnancy.", "多胎妊娠不应预防性使用宫颈托。"),
    women=findings.multiple, when=ALWAYS,
    grade="B / A", locus="Summary of Recommendations (NGC 10346)", read="abstract",
)  # fmt: skip

ACOG144.recommend(
    "TW-REST", do_not_offer(treatments.bed_rest, treatments.tocolysis),
    row="ACOG144-TW", decision="not_to_do",
    says=Text(
        "Prophylactic tocolytics, routine stay in hospital and bed rest should not be used in multiple pregnancy.",
        "多胎妊娠不应使用预防性宫缩抑制剂、常规住院或卧床休息。",
    ),
    women=findings.multiple, when=ALWAYS,
    grade="B / A", locus="Summary of Recommendations (NGC 10346)", read="abstract",
)  # fmt: skip

ACOG144.recommend(
    "TW-PROGESTERONE", not_routinely(treatments.vaginal_progesterone, treatments.injected_progesterone),
    row="ACOG144-TW", decision="progesterone",
    says=Text("Progesterone is not recommended in unselected twins or triplets.", "未经筛选的双胎或三胎不推荐孕激素。"),
    women=findings.multiple, when=ALWAYS,
    grade="B / A", locus="Summary of Recommendations (NGC 10346)", read="abstract",
    note=Text(
        "'Unselected' leaves the woman with a short cervix open, so it is read as advice against routine use.",
        "“未经筛选”未涉及宫颈短者,故理解为不作常规。",
    ),
)  # fmt: skip
