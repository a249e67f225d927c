"""RCOG Green-top 75, Cervical cerclage (2022). The figures it quotes, for the conversation with the woman.

Written from `clinical/guidelines-english.md` section 4.4, whose author read the complete document (S1). Not yet read
against the source by a clinician. A figure is of the women of its trial; it promises nothing to one woman.
"""

from __future__ import annotations

from fullterm.guidelines.model import inform
from fullterm.guidelines.rcog_gtg75 import RCOG75, history, not_yet_24, short
from fullterm.guidelines.rcog_gtg75_emergency import emergency_to_27, extensive_surgery, vaginal_cerclage_failed
from fullterm.guidelines.rcog_gtg75_operation import planned, shortened_or_open
from fullterm.logic.language import ALWAYS, all_of, any_of
from fullterm.vocabulary import findings, treatments, woman
from fullterm.vocabulary.fact import Text

RCOG75.recommend(
    "FIG-1", inform(treatments.history_cerclage, treatments.ultrasound_cerclage),
    row="RCOG75-FIG-1", decision="counselling",
    says=Text(
        "Cochrane review of cerclage against none: preterm birth, relative risk 0.77 (0.66 to 0.89; 9 studies, 2415 women); perinatal death 0.82 (0.65 to 1.04; 2927 women).",
        "Cochrane综述(环扎与不环扎比较):早产相对危险度0.77(0.66–0.89;9项研究,2415人);围产儿死亡0.82(0.65–1.04;2927人)。",
    ),
    women=findings.not_multiple, when=history, grade="-", locus="p.1182", read="full text",
)  # fmt: skip

RCOG75.recommend(
    "FIG-2", inform(treatments.history_cerclage),
    row="RCOG75-FIG-2", decision="counselling",
    says=Text(
        "MRC/RCOG trial, birth before 33 weeks with and without cerclage: after three or more pregnancies ending before 37 weeks (104 women) 15% against 32%; after two 12% against 14%; after one 14% against 17%.",
        "MRC/RCOG试验,环扎与未环扎者33周前分娩:既往3次及以上37周前终止妊娠者(104人)15%比32%;2次者12%比14%;1次者14%比17%。",
    ),
    women=findings.not_multiple, when=history, grade="-", locus="p.1182", read="full text",
    note=Text(
        "The document prints 'P > 0.05' beside 15% against 32%, probably a misprint.",
        "原文在15%比32%处印“P > 0.05”,可能为印刷错误。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FIG-3", inform(treatments.ultrasound_cerclage),
    row="RCOG75-FIG-3", decision="counselling",
    says=Text(
        "Randomised trial in women with a cervix under 25 mm and a spontaneous birth at 17+0 to 33+6 before, with against without cerclage: birth before 24+0 6.1% against 14%, perinatal death 8.8% against 16%, birth before 35+0 32% against 42% (odds ratio 0.67, 0.42 to 1.07); with a cervix under 15 mm odds ratio 0.23 (0.08 to 0.66).",
        "随机试验(既往17+0–33+6自发早产、宫颈<25 mm),环扎比未环扎:24+0前分娩6.1%比14%,围产儿死亡8.8%比16%,35+0前分娩32%比42%(比值比0.67,0.42–1.07);宫颈<15 mm者比值比0.23(0.08–0.66)。",
    ),
    women=findings.not_multiple, when=all_of(woman.pregnant, not_yet_24, history, short),
    grade="-", locus="p.1184", read="full text",
    note=Text(
        "Shown to the women of UI-1, who are a little wider than those of the trial: 25 mm itself, and births and losses from 14+0 to 36+6.",
        "向UI-1的人群显示,略宽于试验人群:含恰25 mm者,及14+0–36+6的早产或流产者。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FIG-4", inform(treatments.serial_scans, treatments.history_cerclage),
    row="RCOG75-FIG-4", decision="counselling",
    says=Text(
        "Under surveillance 40 to 70% of such women keep a cervix above 25 mm to 24+0, and 90% of these give birth after 34 weeks; scanning against history-indicated cerclage gave birth before 37 weeks 31% against 32%, before 34 weeks 17% against 23%, perinatal mortality 5% against 3%, and in 42% the cervix became short.",
        "监测中40–70%的此类孕妇至24+0宫颈仍>25 mm,其中90%在34周后分娩;超声监测比病史指征环扎:37周前分娩31%比32%,34周前17%比23%,围产儿死亡5%比3%,42%宫颈缩短。",
    ),
    women=findings.not_multiple, when=history, grade="-", locus="p.1185", read="full text",
)  # fmt: skip

RCOG75.recommend(
    "FIG-5", inform(treatments.history_cerclage, treatments.ultrasound_cerclage),
    row="RCOG75-FIG-5", decision="counselling",
    says=Text(
        "Twins, any cerclage against none: perinatal death 19.2% against 9.5%, relative risk 1.74 (0.92 to 3.28); ultrasound-indicated cerclage, respiratory distress syndrome, relative risk 5.07 (1.75 to 14.7); in a cohort with a cervix under 15 mm, spontaneous birth before 34 weeks, adjusted odds ratio 0.51 (0.31 to 0.83).",
        "双胎,任何环扎比未环扎:围产儿死亡19.2%比9.5%,相对危险度1.74(0.92–3.28);超声指征环扎新生儿呼吸窘迫综合征相对危险度5.07(1.75–14.7);宫颈<15 mm队列,34周前自发早产校正比值比0.51(0.31–0.83)。",
    ),
    women=findings.twins, when=ALWAYS, grade="-", locus="p.1186–1187", read="full text",
)  # fmt: skip

RCOG75.recommend(
    "FIG-6", inform(treatments.abdominal_cerclage, treatments.high_vaginal_cerclage),
    row="RCOG75-FIG-6", decision="counselling",
    says=Text(
        "MAVRIC trial, abdominal against low vaginal cerclage: birth before 32 weeks 8% against 33%, relative risk 0.23 (0.07 to 0.76), number needed to treat 3.9 (2.32 to 12.1); a high vaginal suture did not differ from a low one.",
        "MAVRIC试验,经腹比经阴道低位环扎:32周前分娩8%比33%,相对危险度0.23(0.07–0.76),需治疗人数3.9(2.32–12.1);经阴道高位与低位无差异。",
    ),
    women=findings.not_multiple, when=vaginal_cerclage_failed, grade="-", locus="p.1189", read="full text",
    note=Text("'Failed' is read as in TAC-1.", "“失败”含义同TAC-1。"),
)  # fmt: skip

RCOG75.recommend(
    "FIG-7", inform(treatments.laparoscopic_route),
    row="RCOG75-FIG-7", decision="counselling",
    says=Text(
        "Abdominal cerclage by laparoscopy against laparotomy: complications 2% against 22%, second-trimester loss 8.1% against 7.8%, birth after 34 weeks 78.5% against 84.8%.",
        "腹腔镜比开腹经腹环扎:并发症2%比22%,中孕期流产8.1%比7.8%,34周后分娩78.5%比84.8%。",
    ),
    women=findings.not_multiple, when=any_of(vaginal_cerclage_failed, extensive_surgery),
    grade="-", locus="p.1190", read="full text",
    note=Text("An indirect comparison, of series with series. Women as in TAC-1 and TAC-1S.", "为不同系列间的间接比较。人群同TAC-1与TAC-1S。"),
)  # fmt: skip

RCOG75.recommend(
    "FIG-8", inform(treatments.rescue_cerclage),
    row="RCOG75-FIG-8", decision="counselling",
    says=Text(
        "Emergency cerclage at 14 to 27 weeks against waiting: neonatal survival 71% against 43%, relative risk 1.65 (1.19 to 2.28); pregnancy longer by 33.98 days (17.88 to 50.08).",
        "孕14–27周紧急环扎比期待:新生儿存活71%比43%,相对危险度1.65(1.19–2.28);延长孕期33.98天(17.88–50.08)。",
    ),
    women=findings.not_multiple, when=emergency_to_27, grade="-", locus="p.1192", read="full text",
    note=Text(
        "The definition in §4 allows emergency cerclage up to 27+6; §9.1 says that it can rarely be justified beyond 24 weeks.",
        "§4定义允许紧急环扎至27+6;§9.1称24周后极少合理。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FIG-9", inform(treatments.information),
    row="RCOG75-FIG-9", decision="counselling",
    says=Text(
        "Harms of cerclage from individual patient data: fever, odds ratio 2.35 (1.37 to 4.05); chorioamnionitis 0.73 (0.36 to 1.46); preterm prelabour rupture 0.92 (0.62 to 1.35); complications during the operation under 1%; fistula rare.",
        "环扎的危害(个体患者数据):发热比值比2.35(1.37–4.05);绒毛膜羊膜炎0.73(0.36–1.46);未足月胎膜早破0.92(0.62–1.35);术中并发症<1%;瘘罕见。",
    ),
    when=planned, grade="-", locus="p.1194", read="full text",
    note=Text(
        "In the document's table of §9.3 the rationale on pyrexia stands in the row on laceration.",
        "原文§9.3表中,发热的依据误列于宫颈撕裂一行。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FIG-10", inform(treatments.information),
    row="RCOG75-FIG-10", decision="counselling",
    says=Text(
        "A tear of the cervix needing sutures at birth: 11% after Shirodkar, 14% after McDonald, 2% in other women.",
        "分娩时需缝合的宫颈撕裂:Shirodkar后11%,McDonald后14%,其他妇女2%。",
    ),
    when=any_of(planned, findings.has_vaginal_suture), grade="-", locus="p.1194", read="full text",
)  # fmt: skip

RCOG75.recommend(
    "FIG-11", inform(treatments.amniocentesis),
    row="RCOG75-FIG-11", decision="counselling",
    says=Text(
        "Infection within the amniotic cavity is found in 13 to 51% of women with an open cervix and in 1 to 2% of those with an ultrasound indication.",
        "宫口扩张者羊膜腔内感染13–51%,超声指征者1–2%。",
    ),
    when=any_of(shortened_or_open, emergency_to_27), grade="-", locus="p.1196", read="full text",
    note=Text(
        "Shown when an ultrasound-indicated or emergency cerclage is planned, or the cervix is open with membranes exposed up to 27+6 (the definition in §4; §9.1 says rarely justified beyond 24 weeks).",
        "拟行超声指征或紧急环扎,或27+6前宫口扩张且胎膜暴露时显示(§4定义;§9.1称24周后极少合理)。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FIG-12", inform(treatments.fibronectin),
    row="RCOG75-FIG-12", decision="counselling",
    says=Text(
        "Fetal fibronectin after cerclage: a negative result has a predictive value above 98% for no birth before 30 weeks, specificity 77% against 90% without a suture.",
        "环扎后胎儿纤维连接蛋白:阴性结果对30周前不分娩的预测值>98%,特异度77%(无缝线者90%)。",
    ),
    women=findings.has_suture, when=ALWAYS, grade="-", locus="p.1202", read="full text",
)  # fmt: skip
