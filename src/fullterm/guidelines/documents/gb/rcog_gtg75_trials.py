"""RCOG Green-top 75, Cervical cerclage (2022). The figures it quotes, for the conversation with the woman.

Written from `clinical/guidelines-english.md` section 4.4; compared with the complete document on 2026-11-30. Not yet read
against the source by a clinician. `grade` is the level of evidence printed beside the text. A figure is of the women of its trial; it promises nothing to one woman.
"""

from __future__ import annotations

from fullterm.guidelines.documents.gb.rcog_gtg75 import RCOG75, history, not_yet_24, short
from fullterm.guidelines.documents.gb.rcog_gtg75_emergency import (
    emergency_to_27,
    extensive_surgery,
    vaginal_cerclage_failed,
    wants_pregnancy,
)
from fullterm.guidelines.documents.gb.rcog_gtg75_operation import before_either, planned
from fullterm.guidelines.documents.gb.rcog_gtg75_removal import WHILE_IN, well_before_30
from fullterm.guidelines.model import Window, inform
from fullterm.logic.language import ALWAYS, all_of, any_of, not_, weeks
from fullterm.vocabulary import findings, pregnancy, risk_groups, treatments, woman
from fullterm.vocabulary.fact import Text

planned_vaginal = all_of(planned, not_(woman.cerclage_planned.is_("abdominal")))
"""Whose figures are of sutures placed through the vagina."""

RCOG75.recommend(
    "FIG-1", inform(treatments.history_cerclage, treatments.ultrasound_cerclage),
    row="RCOG75-FIG-1", decision="counselling",
    says=Text(
        "Cochrane review of cerclage against none in singletons: preterm birth, relative risk 0.77 (0.66 to 0.89; 9 studies, 2415 women); perinatal death 0.82 (0.65 to 1.04; 10 studies, 2927 women), which crosses the line of no effect.",
        "Cochrane综述(单胎,环扎与不环扎比较):早产相对危险度0.77(0.66–0.89;9项研究,2415人);围产儿死亡0.82(0.65–1.04;10项研究,2927人),跨越无效线。",
    ),
    women=findings.not_multiple, when=history, grade="evidence level 1+", locus="§5.1, p.1182", read="full text",
    note=Text(
        "Of singletons with a suture for any reason; too few to tell the reasons apart. Preterm is before 37, 34 and 28 weeks, by the text. Shown to a woman with a spontaneous birth or loss at 14+0 to 36+6, at any time.",
        "为单胎各类指征合计,例数不足以区分指征;早产指37、34、28周前(正文)。向14+0至36+6有自发早产或流产史者显示,不限时间。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FIG-2", inform(treatments.history_cerclage),
    row="RCOG75-FIG-2", decision="counselling",
    says=Text(
        "MRC/RCOG trial, birth before 33 weeks with and without cerclage: after three or more pregnancies ending before 37 weeks (104 women) 15% against 32%; after two 12% against 14%; after one 14% against 17%.",
        "MRC/RCOG试验,环扎与未环扎者33周前分娩:既往3次及以上37周前终止妊娠者(104人)15%比32%;2次者12%比14%;1次者14%比17%。",
    ),
    women=findings.not_multiple, when=history, grade="evidence level 1+", locus="§5.1, p.1182", read="full text",
    note=Text(
        "The document prints 'P > 0.05' beside 15% against 32%, probably a misprint. Shown to a woman with a spontaneous birth or loss at 14+0 to 36+6, however many; the trial counted pregnancies that ended before 37 weeks.",
        "原文在15%比32%处印“P > 0.05”,可能为印刷错误。向14+0至36+6有自发早产或流产史者显示,不论次数;试验计数37周前终止的妊娠。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FIG-3", inform(treatments.ultrasound_cerclage),
    row="RCOG75-FIG-3", decision="counselling",
    says=Text(
        "Randomised trial in women with a cervix under 25 mm at 16+0 to 21+6 and a spontaneous birth at 17+0 to 33+6 before, with against without cerclage: birth before 24+0 6.1% against 14%, perinatal death 8.8% against 16%, birth before 35+0 32% against 42% (odds ratio 0.67, 0.42 to 1.07); with a cervix under 15 mm odds ratio 0.23 (0.08 to 0.66).",
        "随机试验(既往17+0–33+6自发早产、16+0–21+6宫颈<25 mm),环扎比未环扎:24+0前分娩6.1%比14%,围产儿死亡8.8%比16%,35+0前分娩32%比42%(比值比0.67,0.42–1.07);宫颈<15 mm者比值比0.23(0.08–0.66)。",
    ),
    women=findings.not_multiple, when=all_of(woman.pregnant, not_yet_24, history, short),
    grade="evidence level 1++", locus="§6.1.1, p.1184", read="full text",
    note=Text(
        "Shown to the women of UI-1, who are a little wider than those of the trial: 25 mm itself, any scan before 24+0, and births and losses from 14+0 to 36+6. What ends UI-1 does not end it.",
        "向UI-1的人群显示,略宽于试验人群:含恰25 mm者、24+0前任何测量,及14+0–36+6的早产或流产者。使UI-1不适用者不影响本条。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FIG-4", inform(treatments.serial_scans, treatments.history_cerclage),
    row="RCOG75-FIG-4", decision="counselling",
    says=Text(
        "Under surveillance 40 to 70% of such women keep a cervix above 25 mm to 24+0, and 90% of these give birth after 34 weeks; scanning against history-indicated cerclage gave birth before 37 weeks 31% against 32%, before 34 weeks 17% against 23%, perinatal mortality 5% against 3%, and in 42% the cervix became short.",
        "监测中40–70%的此类孕妇至24+0宫颈仍>25 mm,其中90%在34周后分娩;超声监测比病史指征环扎:37周前分娩31%比32%,34周前17%比23%,围产儿死亡5%比3%,42%宫颈缩短。",
    ),
    women=findings.not_multiple, when=history, grade="evidence level 2++", locus="§6.2, p.1185", read="full text",
    note=Text(
        "The 90% are of three of the studies. Relative risks: before 37 weeks 0.97 (0.73 to 1.29), before 34 weeks 0.76 (0.48 to 1.2), perinatal mortality 1.77 (0.58 to 5.35). Shown to a woman with a spontaneous birth or loss at 14+0 to 36+6, at any time.",
        "90%来自其中3项研究。相对危险度:37周前0.97(0.73–1.29),34周前0.76(0.48–1.2),围产儿死亡1.77(0.58–5.35)。向14+0至36+6有自发早产或流产史者显示,不限时间。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FIG-5", inform(treatments.history_cerclage, treatments.ultrasound_cerclage),
    row="RCOG75-FIG-5", decision="counselling",
    says=Text(
        "Twins, any cerclage against none: perinatal death 19.2% against 9.5%, relative risk 1.74 (0.92 to 3.28); ultrasound-indicated cerclage, respiratory distress syndrome, relative risk 5.07 (1.75 to 14.7); in a cohort with a cervix under 15 mm, spontaneous birth before 34 weeks, adjusted odds ratio 0.51 (0.31 to 0.83).",
        "双胎,任何环扎比未环扎:围产儿死亡19.2%比9.5%,相对危险度1.74(0.92–3.28);超声指征环扎新生儿呼吸窘迫综合征相对危险度5.07(1.75–14.7);宫颈<15 mm队列,34周前自发早产校正比值比0.51(0.31–0.83)。",
    ),
    women=findings.twins, when=ALWAYS, grade="evidence level 1++; cohort 2++", locus="§7.1, p.1186–1187", read="full text",
    note=Text(
        "Six of the 128 pregnancies of the review were triplets; its subgroups and the cohort are small. In the cohort, which had a cervix under 25 mm at 16 to 24 weeks, birth before 32, 28 and 24 weeks and perinatal death did not differ. Shown with any twins, whatever the cervix.",
        "该综述128例中6例为三胎;亚组与队列例数均少。队列(16–24周宫颈<25 mm)中32、28、24周前分娩及围产儿死亡无差异。凡双胎均显示,不论宫颈长短。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FIG-6", inform(treatments.abdominal_cerclage, treatments.high_vaginal_cerclage),
    row="RCOG75-FIG-6", decision="counselling",
    says=Text(
        "MAVRIC trial, abdominal against low vaginal cerclage: birth before 32 weeks 8% against 33%, relative risk 0.23 (0.07 to 0.76), number needed to treat 3.9 (2.32 to 12.1); a high vaginal suture did not differ from a low one.",
        "MAVRIC试验,经腹比经阴道低位环扎:32周前分娩8%比33%,相对危险度0.23(0.07–0.76),需治疗人数3.9(2.32–12.1);经阴道高位与低位无差异。",
    ),
    women=findings.not_multiple, when=all_of(vaginal_cerclage_failed, wants_pregnancy), window=Window(None, weeks(14)),
    grade="evidence level 1+ in the box, 2– in the margin", locus="§8.1, p.1189", read="full text",
    note=Text(
        "'Failed', the wish to conceive and plurality are read as in TAC-1; the trial placed its sutures before conception or before 14 weeks, and so the window. An abdominal suture already in, and what §9.2 lists, do not end it: it informs. The document grades this trial twice: 1+ in the box, 'level 2–' in the margin. An older retrospective study favoured a higher suture where the cervix was short.",
        "“失败”、生育意愿及胎数的理解同TAC-1;试验于孕前或14周前缝扎,时间窗据此。已有经腹环扎带或有§9.2禁忌证者仍显示(仅为告知)。原文对该试验分级不一:推荐框为1+,页边为“2–”。另有较早回顾性研究提示宫颈短者缝线越高越好。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FIG-7", inform(treatments.laparoscopic_route),
    row="RCOG75-FIG-7", decision="counselling",
    says=Text(
        "Abdominal cerclage by laparoscopy against laparotomy: complications 2% against 22%, second-trimester loss 8.1% against 7.8%, birth after 34 weeks 78.5% against 84.8%.",
        "腹腔镜比开腹经腹环扎:并发症2%比22%,中孕期流产8.1%比7.8%,34周后分娩78.5%比84.8%。",
    ),
    women=findings.not_multiple, when=all_of(any_of(vaginal_cerclage_failed, extensive_surgery), wants_pregnancy),
    window=Window(None, weeks(14)), grade="evidence level 2+", locus="§8.2, p.1190", read="full text",
    note=Text(
        "The complications are of one cohort against an earlier one, losses and births of series against series: no direct comparison. Women, the wish and the window as in TAC-1 and TAC-1S; as FIG-6, nothing of §9.2 ends it.",
        "并发症来自一组队列与其既往队列的比较,流产与分娩来自不同系列:均非直接比较。人群、生育意愿及时间窗同TAC-1与TAC-1S;与FIG-6相同,§9.2禁忌证不影响本条。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FIG-8", inform(treatments.rescue_cerclage),
    row="RCOG75-FIG-8", decision="counselling",
    says=Text(
        "Emergency cerclage at 14 to 27 weeks against waiting: neonatal survival 71% against 43%, relative risk 1.65 (1.19 to 2.28); pregnancy longer by 33.98 days (17.88 to 50.08).",
        "孕14–27周紧急环扎比期待:新生儿存活71%比43%,相对危险度1.65(1.19–2.28);延长孕期33.98天(17.88–50.08)。",
    ),
    women=findings.not_multiple, when=emergency_to_27, grade="evidence level 2+", locus="§9.1, p.1192", read="full text",
    note=Text(
        "The definition in §4 allows emergency cerclage up to 27+6; §9.1 says that it can rarely be justified beyond 24 weeks. No lower limit is set here, and what §9.2 lists does not end it; of ten studies one was randomised. No plurality is written; read for a pregnancy that is not multiple.",
        "§4定义允许紧急环扎至27+6;§9.1称24周后极少合理。此处未设孕周下限,§9.2禁忌证不影响本条;10项研究中仅1项为随机。原文未限胎数,按非多胎理解。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FIG-9", inform(treatments.information),
    row="RCOG75-FIG-9", decision="counselling",
    says=Text(
        "Harms of cerclage from individual patient data: fever, odds ratio 2.35 (1.37 to 4.05); chorioamnionitis 0.73 (0.36 to 1.46); preterm prelabour rupture 0.92 (0.62 to 1.35); complications during the operation under 1%; fistula rare.",
        "环扎的危害(个体患者数据):发热比值比2.35(1.37–4.05);绒毛膜羊膜炎0.73(0.36–1.46);未足月胎膜早破0.92(0.62–1.35);术中并发症<1%;瘘罕见。",
    ),
    when=planned_vaginal, grade="evidence level 1+; operation 2–", locus="§9.3, p.1194", read="full text",
    note=Text(
        "The odds ratios are of trials of history- and ultrasound-indicated cerclage, not of emergency ones, of which series without controls report high risks of ruptured membranes and infection (level 2–); an abdominal suture is not read in. In the document's table of §9.3 the rationale on pyrexia stands in the row on laceration. Read once one is planned.",
        "比值比来自病史与超声指征环扎的试验,不含紧急环扎(后者的无对照系列报告破膜与感染风险高,级别2–);按不含经腹环扎理解。原文§9.3表中,发热的依据误列于宫颈撕裂一行。按已计划环扎者理解。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FIG-10", inform(treatments.information),
    row="RCOG75-FIG-10", decision="counselling",
    says=Text(
        "A tear of the cervix needing sutures at birth: 11% after Shirodkar, 14% after McDonald, 2% in other women.",
        "分娩时需缝合的宫颈撕裂:Shirodkar后11%,McDonald后14%,其他妇女2%。",
    ),
    when=any_of(planned_vaginal, findings.has_vaginal_suture), grade="evidence level 2–", locus="§9.3, p.1194", read="full text",
    note=Text(
        "One retrospective review of 251 cerclages, 202 history-indicated and 49 rescue, none ultrasound-indicated: shown for these too. The document calls it highly open to reporting bias. Shown once one is planned, or while one through the vagina is in.",
        "来自251例环扎的回顾(病史指征202例,紧急49例,无超声指征者);超声指征者亦显示。原文称极易有报告偏倚。拟行或已有经阴道环扎者显示。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FIG-11", inform(treatments.amniocentesis),
    row="RCOG75-FIG-11", decision="counselling",
    says=Text(
        "Infection within the amniotic cavity is found in 13 to 51% of women with an open cervix and in 1 to 2% of those with an ultrasound indication.",
        "宫口扩张者羊膜腔内感染13–51%,超声指征者1–2%。",
    ),
    when=before_either, grade="evidence level 3", locus="§10.2, p.1196", read="full text",
    note=Text(
        "Shown when an ultrasound-indicated or emergency cerclage is planned, or the cervix is open with membranes exposed up to 27+6 (the definition in §4; §9.1 says rarely justified beyond 24 weeks). The open cervix counts whether or not an emergency cerclage follows; no plurality is written.",
        "拟行超声指征或紧急环扎,或27+6前宫口扩张且胎膜暴露时显示(§4定义;§9.1称24周后极少合理)。宫口扩张者无论其后是否紧急环扎均属其数据;原文未限胎数。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FIG-12", inform(treatments.fibronectin),
    row="RCOG75-FIG-12", decision="counselling",
    says=Text(
        "Fetal fibronectin after cerclage: a negative result has a predictive value above 98% for no birth before 30 weeks, specificity 77% against 90% without a suture.",
        "环扎后胎儿纤维连接蛋白:阴性结果对30周前不分娩的预测值>98%,特异度77%(无缝线者90%)。",
    ),
    women=findings.has_suture, when=well_before_30, grade="evidence level 2+", locus="§12.4, p.1202", read="full text",
    note=Text(
        "Of 159 women without symptoms and with a suture, among 910 at high risk. Shown as FFN-R: before 30+0 and without contractions, labour or bleeding; with symptoms see FIG-19.",
        "来自910例高危无症状孕妇中159例有缝线者。显示人群同FFN-R:30+0前且无宫缩、未临产、无出血;有症状者见FIG-19。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FIG-13", inform(treatments.tocolysis),
    row="RCOG75-TOCO-f", decision="counselling",
    says=Text(
        "After an ultrasound-indicated cerclage, indomethacin for 48 hours against none, in a retrospective cohort: birth before 35 weeks 39% against 34%, not significant (101 women).",
        "回顾性队列:超声指征环扎后吲哚美辛48小时比不用:35周前分娩39%比34%,无显著差异(101人)。",
    ),
    when=woman.cerclage_planned_for.is_("ultrasound"), grade="evidence level 4", locus="§11.1, p.1197", read="full text",
    note=Text(
        "The drug was given after the suture was placed; shown while one is planned. Once the suture is in and no plan is told any more, it is not shown.",
        "该药于缝扎后使用;此处在计划环扎时显示。已缝扎且不再记有计划者不显示。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FIG-14", inform(treatments.reinforcing_suture),
    row="RCOG75-REINF-f", decision="counselling",
    says=Text(
        "A second suture for a cervix that shortened to under 25 mm above a history-indicated one, against waiting (5 and 19 women): birth at 21 against 33 weeks, second-trimester loss 80% against 15%; for membranes through the first suture (13 and 12 women): birth at 26+0 against 31+1.",
        "病史指征环扎后宫颈缩短至<25 mm,加固缝扎比期待(5人与19人):分娩孕周21比33周,中孕期流产80%比15%;胎膜经首次缝线膨出者(13人与12人):26+0比31+1。",
    ),
    women=findings.has_vaginal_suture, when=pregnancy.suture_indication.is_("history"),
    grade="evidence level 3", locus="§12.3, p.1201", read="full text",
    note=Text(
        "Small and retrospective; who was chosen for which is not told. In the second series the first suture is only called a previous cerclage. Shown with a history-indicated suture through the vagina in, before its cervix has shortened too.",
        "小样本回顾性资料,分组标准不明;第二组仅称首次为既往环扎。有经阴道病史指征缝线者均显示,宫颈尚未缩短者亦然。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FIG-15", inform(treatments.bed_rest),
    row="RCOG75-REST-f", decision="counselling",
    says=Text(
        "Bed rest in women at high risk of preterm birth, one trial (432 against 834 women): birth before 37 weeks 7.9% against 8.5%, relative risk 0.92 (0.62 to 1.37). After cerclage it was not studied.",
        "早产高危者卧床,一项试验(432人比834人):37周前分娩7.9%比8.5%,相对危险度0.92(0.62–1.37);环扎后卧床尚无研究。",
    ),
    women=findings.has_suture, when=ALWAYS, grade="evidence level 1–", locus="§12.1, p.1200", read="full text", note=WHILE_IN,
)  # fmt: skip

RCOG75.recommend(
    "FIG-16", inform(treatments.vaginal_progesterone),
    row="RCOG75-PROG-f", decision="counselling",
    says=Text(
        "Cerclage with progesterone against cerclage alone, in women at risk without symptoms: birth before 37 weeks, relative risk 1.04 (0.71 to 2.42); in a trial of ultrasound-indicated cerclage (302 women), the intention to use progesterone: birth before 35+0, odds ratio 0.97 (0.6 to 1.6).",
        "无症状高危者环扎加孕酮比单纯环扎:37周前分娩相对危险度1.04(0.71–2.42);一项超声指征环扎试验(302人)中拟加用孕酮者35+0前分娩比值比0.97(0.6–1.6)。",
    ),
    women=findings.has_suture, when=ALWAYS, grade="evidence level 2+; 1+", locus="§12.5, p.1203", read="full text",
    note=Text(
        "The second trial was of singletons with a spontaneous birth at 17+0 to 33+6 before; shown with any suture in, a wider group than that of either figure. A trial of emergency cerclage with progesterone against progesterone alone (p.1202) took women with labour pains and is not carried. No route is written; it stands under vaginal progesterone here.",
        "后一试验为单胎、既往17+0–33+6自发早产者;凡有缝线者均显示,宽于两组数据的人群。另一试验(第1202页)比较紧急环扎加孕酮与单用孕酮,入组者有产痛,未录入。原文未写途径,此处归入阴道孕酮。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FIG-17", inform(),
    row="RCOG75-EXC-f", decision="counselling",
    says=Text(
        "Birth before 37 weeks after an excision of the cervix against none, by depth: up to 10–12 mm 7.1% against 3.4%, relative risk 1.54 (1.09 to 2.18); from 10–12 mm 9.8%, 1.93 (1.62 to 2.31); from 15–17 mm 10.1%, 2.77 (1.95 to 3.93); from 20 mm 10.2%, 4.91 (2.06 to 11.68); after more than one treatment 13.2% against 4.1%, 3.78 (2.65 to 5.39).",
        "宫颈切除后37周前分娩,按深度:≤10–12 mm 7.1%比3.4%,相对危险度1.54(1.09–2.18);≥10–12 mm 9.8%,1.93(1.62–2.31);≥15–17 mm 10.1%,2.77(1.95–3.93);≥20 mm 10.2%,4.91(2.06–11.68);1次以上治疗13.2%比4.1%,3.78(2.65–5.39)。",
    ),
    when=risk_groups.cervix_excised, grade="evidence level 1+", locus="§7.2, p.1187", read="full text",
    note=Text(
        "Women with intraepithelial neoplasia already have a somewhat higher risk without treatment (5.9% against 5.6%, relative risk 1.24, 1.14 to 1.35). Shown after a loop excision or a cone; that it was for neoplasia is not asked, nor is the depth. After a cone with the knife 14% against 5% (2.59, 1.8 to 3.72), after a loop excision 11% against 7% (1.7, 1.24 to 2.35), by the review before it; after laser ablation no more.",
        "宫颈上皮内瘤变者未治疗时风险已略高(5.9%比5.6%,相对危险度1.24,1.14–1.35)。环形电切或锥切后显示,未询问是否因上皮内瘤变及切除深度。另一综述:冷刀锥切14%比5%(2.59,1.8–3.72),环形电切11%比7%(1.7,1.24–2.35),激光消融未见增加。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FIG-18", inform(treatments.serial_scans),
    row="RCOG75-KIND-f", decision="counselling",
    says=Text(
        "After excision for intraepithelial neoplasia (725 women, 13.5% with an ultrasound-indicated cerclage, 9.7% born before 37 weeks), a cervix that shortened by less than 10% between two mid-trimester scans marked women at low risk.",
        "上皮内瘤变切除治疗后(725人,13.5%行超声指征环扎,9.7%于37周前分娩),中孕期两次测量间宫颈缩短<10%提示低危。",
    ),
    when=risk_groups.cervix_excised, grade="evidence level 2+", locus="§7.2, p.1188", read="full text",
    note=Text("Retrospective, one population without comparison; the document asks for prospective studies. Whom it is shown to as in FIG-17.", "回顾性,无对照;原文认为尚需前瞻性研究。显示人群同FIG-17。"),
)  # fmt: skip

RCOG75.recommend(
    "FIG-19", inform(treatments.fibronectin),
    row="FULL-RCOG75-7", decision="counselling",
    says=Text(
        "In women with a suture and symptoms of labour at 23 to 34 weeks (71 tests), fetal fibronectin for birth within 2 weeks: sensitivity 100%, specificity 78%, positive predictive value 28%, negative 100%.",
        "有缝线且孕23–34周有临产症状者(71次检测),胎儿纤维连接蛋白预测2周内分娩:敏感度100%,特异度78%,阳性预测值28%,阴性预测值100%。",
    ),
    women=findings.has_suture,
    when=all_of(pregnancy.contractions, pregnancy.gestation >= weeks(23), pregnancy.gestation <= weeks(34)), grade="evidence level 2+", locus="§12.4, p.1202", read="full text",
    note=Text("'Symptoms of labour' is read as contractions, '23 to 34 weeks' as 23+0 to 34+0. No plurality is written.", "“临产症状”按宫缩理解,“23–34周”按23+0至34+0理解。原文未限胎数。"),
)  # fmt: skip
