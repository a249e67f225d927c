"""Why late losses happen: candidate causes, each with cited arguments. Several may stand at once.

The causes that are not the cervix stand beside those that are, so that a suture is never the answer to every late
loss. Figures come from `clinical/evidence.md` with their source, or not at all; no share of causes is printed,
because none is published.
"""

from __future__ import annotations

from fullterm.guidelines.cause_model import Cause, Citation, confirms, excludes, opposes, supports
from fullterm.logic.language import all_of, any_of, count, mm, not_, some, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, procedures, woman
from fullterm.vocabulary.fact import Text

RCOG17 = Citation("RCOG Green-top 17 (2023)", "§5.4.3, p.e15-16", "full text", "RCOG17-DIAG")
ACOG142 = Citation("ACOG Practice Bulletin 142 (2014)", "definition", "abstract", "ACOG142-DEF")
ACOG142_RISK = Citation("ACOG Practice Bulletin 142 (2014)", "risk factors", "abstract", "ACOG142-RISK")
ACOG142_HI = Citation("ACOG Practice Bulletin 142 (2014)", "summary of recommendations", "abstract", "ACOG142-HI")
ACOG142_PRETEST = Citation("ACOG Practice Bulletin 142 (2014)", "text", "secondary", "ACOG142-PRETEST")
RCOG75_PRETEST = Citation("RCOG Green-top 75 (2022)", "§5.1, p.1183", "full text", "RCOG75-PRETEST")
RCOG75_HIGH = Citation("RCOG Green-top 75 (2022)", "§6.2, p.1185-6", "full text", "RCOG75-SURV-HR")
RCOG75_MIDDLE = Citation("RCOG Green-top 75 (2022)", "§6.2, p.1186", "full text", "RCOG75-SURV-IR")
RCOG17_APS = Citation("RCOG Green-top 17 (2023)", "key recommendations", "abstract", "RCOG17-APS")
RCOG17_CYTO = Citation("RCOG Green-top 17 (2023)", "§6.2", "full text", "RCOG17-CYTO")
CHINA25 = Citation("中国专家共识 2025", "abstract", "abstract", "CN25-DEF")
CHINA23 = Citation("中国专家共识 2023", "abstract", "abstract", "CN23-DEF")
CHINA23_HEGAR = Citation("中国专家共识 2023", "-", "recalled", "CN23-DX-NP")
HOSPITAL = Citation("An Tai hospital, late recurrent miscarriage", "causes and diagnosis", "full text", "source A")
CASTANON = Citation("Castanon, BMJ 2014;349:g6223", "abstract", "abstract", "evidence 4")
LEMMERS = Citation("Lemmers, Hum Reprod 2016;31:34-45", "abstract", "abstract", "evidence 4")
FULL_DILATATION = Citation("PMID 28960252 (Sydney, 533 and 2142 women)", "abstract", "abstract", "evidence 4")
WATSON = Citation("Watson, Acta Obstet Gynecol Scand 2017;96:1100-5", "abstract", "abstract", "evidence 4")
KIM = Citation("J Clin Med 2021;10:4797", "abstract", "abstract", "evidence 4")
CHAN = Citation("Chan, Ultrasound Obstet Gynecol 2011;38:371-82", "abstract", "abstract", "evidence 4")
EHLERS = Citation(
    "J Matern Fetal Neonatal Med 2020, doi 10.1080/14767058.2020.1767574", "abstract", "abstract", "evidence 4"
)
SUNDELIN = Citation(
    "Sundelin, Acta Obstet Gynecol Scand 2017, doi 10.1111/aogs.13043", "abstract", "abstract", "evidence 4"
)
PLACENTA = Citation("PMC6876705 (placentas of 14 losses before 22 weeks)", "abstract", "abstract", "evidence topic 11")

late = all_of(earlier.gestation >= weeks(12), earlier.gestation < weeks(28))
late_loss = all_of(earlier.outcome.is_("loss", "stillbirth", "live_birth"), late)
unexplained = all_of(late_loss, not_(findings.not_the_cervix))
any_late_loss = some(earlier.EARLIER, late_loss)

INSUFFICIENCY = Cause(
    "cervical_insufficiency", Text("cervical insufficiency", "宫颈机能不全"), of_the_cervix=True,
    arguments=(
        supports(
            findings.typical_history, RCOG17,
            Text("A late loss in which the cervix had opened and no contractions came first.", "晚期流产时宫口已开大,且此前无宫缩。"),
        ),
        supports(
            some(earlier.EARLIER, all_of(late_loss, earlier.membranes_bulging)), RCOG17,
            Text("The sac was seen bulging through the open cervix.", "曾见羊膜囊自扩张的宫口膨出。"),
        ),
        supports(
            count(earlier.EARLIER, findings.lost_between(weeks(12), weeks(28))) >= 2, CHINA25,
            Text("Late losses have happened more than once.", "晚期流产不止一次。"),
        ),
        confirms(
            all_of(woman.pregnant, pregnancy.gestation < weeks(28), findings.dilated, not_(pregnancy.contractions),
                   not_(pregnancy.labour), not_(pregnancy.bleeding), not_(pregnancy.infection)),
            CHINA23,
            Text("In this pregnancy the cervix has opened without contractions, bleeding or infection.",
                 "本次妊娠宫口扩张而无宫缩、出血及感染。"),
        ),
        supports(
            woman.hegar_passed >= mm(8), HOSPITAL,
            Text("Outside pregnancy a Hegar 8 dilator passed without resistance: supportive in Chinese practice, held unvalidated by RCOG and ACOG.",
                 "非孕期8号Hegar扩张棒无阻力通过:在中国实践中为支持依据,RCOG与ACOG认为未经验证。"),
        ),
        supports(
            any_of(woman.hysteroscopy_wide_os, woman.ultrasound_wide_os, woman.mri_cervix_abnormal), HOSPITAL,
            Text("Imaging outside pregnancy shows a wide or abnormal cervix: supportive only.", "非孕期影像见宫颈内口松弛或异常:仅为支持依据。"),
        ),
        opposes(
            some(earlier.EARLIER, all_of(late_loss, earlier.contractions_first)), ACOG142,
            Text("A late loss began with contractions, which speaks for labour rather than the cervix.", "有晚期流产以宫缩起病,更像临产而非宫颈原因。"),
        ),
        opposes(
            some(earlier.EARLIER, all_of(late_loss, earlier.abruption)), ACOG142_HI,
            Text("A late loss came with placental abruption.", "有晚期流产伴胎盘早剥。"),
        ),
        opposes(
            some(earlier.EARLIER, all_of(late_loss, any_of(earlier.infection, earlier.fetal_anomaly, earlier.fetal_death_first))), RCOG17,
            Text("A late loss had another explanation: infection, fetal anomaly, or the baby had died before.", "有晚期流产存在其他解释:感染、胎儿异常或胎儿先死亡。"),
        ),
        excludes(
            all_of(any_late_loss, not_(some(earlier.EARLIER, unexplained))), ACOG142_HI,
            Text("Every late loss has another explanation.", "每一次晚期流产都有其他原因可解释。"),
        ),
    ),
)  # fmt: skip

CONGENITAL = Cause(
    "congenital", Text("cervix weak or short from birth", "先天性宫颈发育异常"), of_the_cervix=True,
    arguments=(
        supports(woman.cervix_never_normal, HOSPITAL, Text("The cervix is malformed from birth.", "宫颈先天发育异常。")),
        supports(
            all_of(woman.short_cervix_not_pregnant, woman.lower_segment_absent), HOSPITAL,
            Text("The cervix is short and a normal lower segment of the uterus is missing.", "宫颈偏短且无正常子宫下段。"),
        ),
        supports(
            findings.mullerian_anomaly, KIM,
            Text("The uterus is malformed: second-trimester loss OR 2.92 (1.35-6.32).", "子宫畸形:中孕期流产OR 2.92(1.35–6.32)。"),
        ),
        supports(woman.des_exposure, ACOG142_RISK, Text("She was exposed to diethylstilbestrol before birth.", "宫内己烯雌酚暴露。")),
        supports(
            woman.connective_tissue_disorder, EHLERS,
            Text("Connective-tissue disorder: insufficiency aOR 3.11 (1.99-4.85) in Ehlers-Danlos; a Swedish cohort found no more preterm birth (aOR 0.6, 0.3-1.2).",
                 "结缔组织病:埃勒斯-当洛斯综合征宫颈机能不全aOR 3.11(1.99–4.85);瑞典队列未见早产增多(aOR 0.6,0.3–1.2)。"),
        ),
        excludes(
            all_of(not_(woman.cervix_never_normal), not_(woman.short_cervix_not_pregnant), not_(findings.mullerian_anomaly),
                   not_(woman.des_exposure), not_(woman.connective_tissue_disorder)),
            ACOG142_RISK,
            Text("None of the known inborn causes was found.", "未发现已知的先天因素。"),
        ),
    ),
)  # fmt: skip

AFTER_SURGERY = Cause(
    "after_cervical_surgery", Text("after surgery to the cervix", "宫颈手术后"), of_the_cervix=True,
    arguments=(
        supports(findings.cervical_surgery, ACOG142_RISK, Text("Tissue of the cervix has been cut away: a risk factor, by itself no indication for a suture.", "曾行宫颈切除类手术:为危险因素,本身不构成环扎指征。")),
        supports(findings.trachelectomy, RCOG75_HIGH, Text("The cervix has been removed (trachelectomy).", "宫颈已切除(宫颈切除术)。")),
        supports(
            some(procedures.PROCEDURES, procedures.depth >= mm(15)), CASTANON,
            Text("An excision was 15 mm deep or more: preterm birth RR 2.04 (1.41-2.96) at 15-19 mm, 2.40 (1.53-3.75) from 20 mm, against under 10 mm.",
                 "切除深度≥15 mm:与<10 mm相比早产RR 15–19 mm为2.04(1.41–2.96),≥20 mm为2.40(1.53–3.75)。"),
        ),
        opposes(
            all_of(findings.cervical_surgery, not_(some(procedures.PROCEDURES, procedures.depth >= mm(10)))), CASTANON,
            Text("No excision reached 10 mm: preterm birth 7.5 %, as after a punch biopsy (7.2 %).", "切除深度均<10 mm:早产率7.5%,与活检(7.2%)相近。"),
        ),
        excludes(not_(findings.cervical_surgery), ACOG142_RISK, Text("The cervix was never operated on.", "宫颈从未手术。")),
    ),
)  # fmt: skip

INJURY = Cause(
    "injury", Text("injury at birth or by dilatation", "分娩或扩宫损伤"), of_the_cervix=True,
    arguments=(
        supports(woman.cervical_laceration, ACOG142_RISK, Text("The cervix was torn at a birth or loss.", "分娩或流产时宫颈曾撕裂。")),
        supports(
            findings.full_dilatation_caesarean, FULL_DILATATION,
            Text("A caesarean was done at full dilatation: next spontaneous preterm birth 3.8 against 1.7 %, OR 2.2 (1.3-3.8).",
                 "曾于宫口开全时剖宫产:再次妊娠自发早产3.8%对1.7%,OR 2.2(1.3–3.8)。"),
        ),
        supports(
            all_of(findings.full_dilatation_caesarean, any_late_loss), WATSON,
            Text("Caesarean at full dilatation and a late loss: birth before 30 weeks recurred in 12 of 29, RR 3.06 (1.22-7.71).",
                 "宫口开全剖宫产后又有晚期流产:孕30周前再次分娩12/29,RR 3.06(1.22–7.71)。"),
        ),
        supports(
            woman.curettages >= 1, LEMMERS,
            Text("The cervix was dilated for curettage: preterm birth OR 1.29 (1.17-1.42), before 28 weeks 1.68 (1.47-1.92).",
                 "曾扩宫刮宫:早产OR 1.29(1.17–1.42),孕28周前1.68(1.47–1.92)。"),
        ),
        excludes(
            all_of(not_(woman.cervical_laceration), not_(findings.full_dilatation_caesarean), woman.curettages <= 0), ACOG142_RISK,
            Text("No tear, no caesarean at full dilatation and no curettage.", "无裂伤、无开全剖宫产、无刮宫史。"),
        ),
    ),
)  # fmt: skip

UTERUS = Cause(
    "uterus", Text("a uterine problem beside the cervix", "合并子宫因素"), of_the_cervix=False,
    arguments=(
        supports(
            findings.septum, CHAN,
            Text("The uterus has a septum: preterm birth RR 2.14 (1.48-3.11).", "子宫纵隔:早产RR 2.14(1.48–3.11)。"),
        ),
        supports(
            woman.uterine_anomaly.is_("unicornuate", "bicornuate", "didelphys"), CHAN,
            Text("The uterus is unicornuate, bicornuate or double: preterm birth RR 2.97 (2.08-4.23).", "单角、双角或双子宫:早产RR 2.97(2.08–4.23)。"),
        ),
        supports(
            woman.uterine_anomaly.is_("arcuate"), CHAN,
            Text("The uterus is arcuate: second-trimester loss RR 2.39 (1.33-4.27).", "弓形子宫:中孕期流产RR 2.39(1.33–4.27)。"),
        ),
        supports(woman.adhesions, RCOG75_HIGH, Text("There are adhesions inside the uterus.", "存在宫腔粘连。")),
        supports(woman.submucous_fibroid, HOSPITAL, Text("A fibroid distorts the cavity.", "黏膜下肌瘤使宫腔变形。")),
        supports(woman.polyps, HOSPITAL, Text("There are endometrial polyps.", "存在子宫内膜息肉。")),
        excludes(
            all_of(woman.uterine_anomaly.is_("none"), not_(woman.adhesions), not_(woman.submucous_fibroid), not_(woman.polyps)),
            HOSPITAL, Text("The cavity was examined and is normal.", "宫腔检查正常。"),
        ),
    ),
)  # fmt: skip

INFECTION = Cause(
    "infection", Text("infection in the womb", "宫内感染"), of_the_cervix=False,
    arguments=(
        confirms(some(earlier.EARLIER, all_of(late_loss, earlier.infection)), PLACENTA, Text("Infection was found at a late loss.", "晚期流产时发现宫内感染。")),
        excludes(not_(some(earlier.EARLIER, all_of(late_loss, earlier.infection))), PLACENTA, Text("No late loss showed infection.", "各次晚期流产均未见感染。")),
    ),
)  # fmt: skip
ABRUPTION = Cause(
    "abruption", Text("placental abruption", "胎盘早剥"), of_the_cervix=False,
    arguments=(
        confirms(some(earlier.EARLIER, all_of(late_loss, earlier.abruption)), ACOG142_HI, Text("The placenta had come away at a late loss.", "晚期流产时胎盘早剥。")),
        supports(some(earlier.EARLIER, all_of(late_loss, earlier.bleeding_first)), PLACENTA, Text("A late loss began with bleeding.", "晚期流产以出血起病。")),
        excludes(not_(some(earlier.EARLIER, all_of(late_loss, any_of(earlier.abruption, earlier.bleeding_first)))), ACOG142_HI, Text("No late loss showed bleeding or abruption.", "各次晚期流产均无出血或早剥。")),
    ),
)  # fmt: skip
ANTIPHOSPHOLIPID = Cause(
    "antiphospholipid", Text("antiphospholipid syndrome", "抗磷脂综合征"), of_the_cervix=False,
    arguments=(
        supports(all_of(any_late_loss, woman.antiphospholipid_antibodies), RCOG17_APS, Text("Antiphospholipid antibodies were found.", "抗磷脂抗体阳性。")),
        excludes(not_(woman.antiphospholipid_antibodies), RCOG17_APS, Text("Antiphospholipid antibodies were looked for and not found.", "抗磷脂抗体检测阴性。")),
    ),
)  # fmt: skip
FETAL_ANOMALY = Cause(
    "fetal_anomaly", Text("fetal anomaly or chromosomes", "胎儿畸形或染色体异常"), of_the_cervix=False,
    arguments=(
        confirms(some(earlier.EARLIER, all_of(late_loss, earlier.fetal_anomaly)), RCOG17_CYTO, Text("A baby lost late had an anomaly or abnormal chromosomes.", "晚期流产的胎儿有畸形或染色体异常。")),
        excludes(not_(some(earlier.EARLIER, all_of(late_loss, earlier.fetal_anomaly))), RCOG17_CYTO, Text("No baby lost late was abnormal.", "各次晚期流产胎儿均无异常。")),
    ),
)  # fmt: skip
FETAL_DEATH = Cause(
    "fetal_death", Text("the baby died first", "胎儿先死亡"), of_the_cervix=False,
    arguments=(
        confirms(some(earlier.EARLIER, all_of(late_loss, earlier.fetal_death_first)), RCOG17, Text("The baby had died before a late loss began; in insufficiency it is alive.", "晚期流产发动前胎儿已死亡;宫颈机能不全时胎儿通常存活。")),
        excludes(not_(some(earlier.EARLIER, all_of(late_loss, earlier.fetal_death_first))), RCOG17, Text("Every baby lost late was alive when it began.", "各次晚期流产发动时胎儿均存活。")),
    ),
)  # fmt: skip
LABOUR = Cause(
    "labour", Text("preterm labour: contractions first", "早产临产(宫缩在先)"), of_the_cervix=False,
    arguments=(
        confirms(some(earlier.EARLIER, all_of(late_loss, earlier.contractions_first)), ACOG142, Text("A late loss began with painful contractions.", "晚期流产以痛性宫缩起病。")),
        excludes(not_(some(earlier.EARLIER, all_of(late_loss, earlier.contractions_first))), ACOG142, Text("No late loss began with contractions.", "各次晚期流产均非宫缩起病。")),
    ),
)  # fmt: skip
MEMBRANES = Cause(
    "membranes", Text("waters broken first", "胎膜早破在先"), of_the_cervix=False,
    arguments=(
        supports(some(earlier.EARLIER, all_of(late_loss, earlier.membranes_first, not_(earlier.membranes_bulging))), RCOG17, Text("A late loss began with the waters breaking; in insufficiency the membranes are often intact when the cervix opens.", "晚期流产以破水起病;宫颈机能不全时宫口开大而胎膜常未破。")),
        excludes(not_(some(earlier.EARLIER, all_of(late_loss, earlier.membranes_first))), RCOG17, Text("No late loss began with the waters breaking.", "各次晚期流产均非破水起病。")),
    ),
)  # fmt: skip

CAUSES: tuple[Cause, ...] = (
    INSUFFICIENCY, CONGENITAL, AFTER_SURGERY, INJURY, UTERUS,
    INFECTION, ABRUPTION, ANTIPHOSPHOLIPID, FETAL_ANOMALY, FETAL_DEATH, LABOUR, MEMBRANES,
)  # fmt: skip
