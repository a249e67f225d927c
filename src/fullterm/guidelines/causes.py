"""Why late losses happen: candidate causes, each with cited arguments. Several may stand at once.

The causes that are not the cervix stand beside those that are, so that a suture is never the answer to every late
loss. Figures come from `clinical/evidence.md` with their source, or not at all; no share of causes is printed,
because none is published. An argument seen only in another's words, or recalled, is shown and never counts. A cause
is excluded only where a document's definition leaves it out: a finding nobody looked for excludes nothing.
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
RCOG75_INFECTION = Citation("RCOG Green-top 75 (2022)", "p.1196", "full text", "RCOG75-FIG-11")
RCOG75_HIGH = Citation("RCOG Green-top 75 (2022)", "§6.2, p.1185-6", "full text", "RCOG75-SURV-HR")
RCOG75_MIDDLE = Citation("RCOG Green-top 75 (2022)", "§6.2, p.1186", "full text", "RCOG75-SURV-IR")
RCOG17_APS = Citation("RCOG Green-top 17 (2023)", "key recommendations", "abstract", "RCOG17-APS")
RCOG17_CYTO = Citation("RCOG Green-top 17 (2023)", "§6.2", "full text", "RCOG17-CYTO")
CHINA25 = Citation("中国专家共识 2025", "abstract", "abstract", "CN25-DEF")
HEGAR = Citation("Chinese lay and clinic pages; the consensus of 2023 was not seen", "-", "secondary", "CN23-DX-NP")
CNGOF16 = Citation("CNGOF, pregnancy losses (2016)", "abstract", "abstract", "CNGOF16-WORKUP")
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
PLACENTA = Citation("PMC6876705 (placentas of 14 losses before 22 weeks)", "abstract", "abstract", "DIG-PLACENTA")
TEXTBOOK = Citation("general knowledge, no text seen", "-", "recalled", "-")

late = all_of(earlier.gestation >= weeks(12), earlier.gestation < weeks(28))
late_loss = all_of(earlier.outcome.is_("loss", "stillbirth", "live_birth"), late)
any_late_loss = some(earlier.EARLIER, late_loss)
explained = any_of(
    earlier.contractions_first, earlier.abruption, earlier.fetal_anomaly, earlier.fetal_death_first
)  # not infection: it is found in many women whose cervix has opened, and need not have come first
opened_quietly = any_of(earlier.painless_dilatation, earlier.membranes_bulging)
open_now = all_of(
    woman.pregnant, pregnancy.gestation >= weeks(14), pregnancy.gestation < weeks(28), findings.dilated,
    not_(pregnancy.contractions), not_(pregnancy.labour), not_(pregnancy.bleeding), not_(pregnancy.infection),
    not_(pregnancy.ruptured_membranes),
)  # fmt: skip
seen_wide = any_of(woman.hysteroscopy_wide_os, woman.ultrasound_wide_os, woman.mri_cervix_abnormal)
hegar_told = woman.hegar_passed >= mm(0)

INSUFFICIENCY = Cause(
    "cervical_insufficiency", Text("cervical insufficiency", "宫颈机能不全"), of_the_cervix=True,
    arguments=(
        supports(
            findings.typical_history, RCOG17,
            Text("A late loss in which the cervix had opened and no contractions came first.", "晚期流产时宫口已开大,且此前无宫缩。"),
        ),
        supports(
            some(earlier.EARLIER, all_of(late_loss, earlier.membranes_bulging)), RCOG17,
            Text("The membranes were seen intact, bulging through the open cervix; in insufficiency they often are intact.",
                 "曾见未破的羊膜囊自扩张的宫口膨出;宫颈机能不全时胎膜常未破。"),
        ),
        supports(
            count(earlier.EARLIER, all_of(findings.lost_between(weeks(12), weeks(28)), not_(explained))) >= 2, CHINA25,
            Text("Late losses have happened more than once without contractions first, abruption, fetal anomaly or fetal death first.",
                 "无宫缩在先、早剥、胎儿异常或胎儿先死亡的晚期流产不止一次。"),
        ),
        supports(
            open_now, ACOG142,
            Text("In this pregnancy the cervix has opened in the second trimester without contractions, bleeding, infection or broken waters.",
                 "本次妊娠中孕期宫口扩张,而无宫缩、出血、感染及破水。"),
        ),
        supports(
            all_of(any_late_loss, woman.hegar_passed >= mm(8)), HEGAR,
            Text("Outside pregnancy a No. 8 Hegar dilator passed the internal os without resistance: supportive in Chinese practice, never sufficient.",
                 "非孕期8号Hegar扩张棒无阻力通过宫颈内口:在中国实践中为支持依据,不足以确诊。"),
        ),
        opposes(
            hegar_told, RCOG75_PRETEST,
            Text("RCOG holds the dilator unvalidated: passing it outside pregnancy, whatever the result, has not been shown to improve the choice of women for cerclage.",
                 "RCOG认为扩张棒检查未经验证:非孕期检查无论结果如何,均未证实有助于选择需环扎者。"),
        ),
        opposes(
            hegar_told, ACOG142_PRETEST,
            Text("ACOG counts Hegar dilators among the tests that have not been validated.", "ACOG将Hegar扩张棒列为未经验证的检查。"),
        ),
        supports(
            all_of(any_late_loss, seen_wide), HOSPITAL,
            Text("Imaging outside pregnancy shows a wide internal os or an abnormal cervix: supportive in An Tai hospital's practice, never sufficient.",
                 "非孕期影像见宫颈内口松弛或宫颈异常:在安泰医院实践中为支持依据,不足以确诊。"),
        ),
        opposes(
            seen_wide, RCOG17,
            Text("RCOG: there is at present no satisfactory objective test for insufficiency outside pregnancy.",
                 "RCOG:非孕期目前尚无令人满意的客观检查可诊断宫颈机能不全。"),
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
            some(earlier.EARLIER, all_of(late_loss, any_of(earlier.infection, earlier.fetal_anomaly))), ACOG142_HI,
            Text("A late loss was not unexplained: infection or a fetal anomaly was found.", "有晚期流产并非原因不明:曾发现感染或胎儿异常。"),
        ),
        opposes(
            some(earlier.EARLIER, all_of(late_loss, earlier.fetal_death_first)), RCOG17,
            Text("The baby had died before a late loss began; in insufficiency it is alive.", "有晚期流产发动前胎儿已死亡;宫颈机能不全时胎儿存活。"),
        ),
        excludes(
            all_of(
                any_late_loss, not_(open_now),
                not_(some(earlier.EARLIER, all_of(late_loss, any_of(not_(explained), opened_quietly)))),
            ),
            ACOG142_HI,
            Text("Every late loss had contractions first, abruption, fetal anomaly or fetal death first, and none opened the cervix without pain: none is unexplained.",
                 "每次晚期流产均有宫缩在先、早剥、胎儿异常或胎儿先死亡,且无一次宫口无痛性扩张:均非原因不明。"),
        ),
    ),
)  # fmt: skip

CONGENITAL = Cause(
    "congenital", Text("cervix weak or short from birth", "先天性宫颈发育异常"), of_the_cervix=True,
    arguments=(
        supports(woman.cervix_never_normal, HOSPITAL, Text("The cervix is malformed from birth.", "宫颈先天发育异常。")),
        supports(
            findings.mullerian_anomaly, ACOG142_RISK,
            Text("The uterus is malformed from birth, a proposed risk factor.", "先天性子宫畸形,为可能的危险因素。"),
        ),
        supports(woman.des_exposure, ACOG142_RISK, Text("She was exposed to diethylstilbestrol before birth, a proposed risk factor.", "宫内己烯雌酚暴露,为可能的危险因素。")),
        supports(
            woman.connective_tissue_disorder, EHLERS,
            Text("Connective-tissue disorder: insufficiency aOR 3.11 (1.99-4.85) in Ehlers-Danlos.",
                 "结缔组织病:埃勒斯-当洛斯综合征宫颈机能不全aOR 3.11(1.99–4.85)。"),
        ),
        opposes(
            woman.connective_tissue_disorder, SUNDELIN,
            Text("A Swedish cohort of 314 with hypermobility or Ehlers-Danlos found no more preterm birth: aOR 0.6 (0.3-1.2).",
                 "瑞典队列(关节过度活动或埃勒斯-当洛斯综合征314例)未见早产增多:aOR 0.6(0.3–1.2)。"),
        ),
    ),
)  # fmt: skip

SHORT_WITHOUT_SEGMENT = Cause(
    "short_without_lower_segment", Text("cervix short from birth without a normal lower segment", "先天性宫颈短且无正常子宫下段"),
    of_the_cervix=True,
    arguments=(
        supports(
            all_of(woman.short_cervix_not_pregnant, woman.lower_segment_absent), HOSPITAL,
            Text("The cervix is short and a normal lower segment of the uterus is missing.", "宫颈偏短且无正常子宫下段。"),
        ),
    ),
)  # fmt: skip

AFTER_SURGERY = Cause(
    "after_cervical_surgery", Text("after surgery to the cervix", "宫颈手术后"), of_the_cervix=True,
    arguments=(
        supports(findings.cervical_surgery, ACOG142_RISK, Text("The cervix has been operated on: a proposed risk factor, by itself no indication for a suture.", "曾行宫颈手术:为可能的危险因素,本身不构成环扎指征。")),
        supports(findings.trachelectomy, RCOG75_HIGH, Text("The cervix has been removed (trachelectomy).", "宫颈已切除(宫颈切除术)。")),
        supports(
            some(procedures.PROCEDURES, procedures.depth >= mm(15)), CASTANON,
            Text("An excision was 15 mm deep or more: preterm birth RR 2.04 (1.41-2.96) at 15-19 mm, 2.40 (1.53-3.75) from 20 mm, against under 10 mm.",
                 "切除深度≥15 mm:与<10 mm相比早产RR 15–19 mm为2.04(1.41–2.96),≥20 mm为2.40(1.53–3.75)。"),
        ),
        supports(
            any_of(
                findings.cone, count(procedures.PROCEDURES, procedures.kind.is_("lletz")) >= 2,
                some(procedures.PROCEDURES, all_of(procedures.kind.is_("lletz"), procedures.depth > mm(10))),
            ),
            RCOG75_MIDDLE,
            Text("A cone, more than one loop excision, or one deeper than 10 mm: intermediate risk of preterm birth.",
                 "锥切、一次以上环形电切,或电切深度>10 mm:早产中度风险。"),
        ),
        opposes(
            all_of(findings.cervical_surgery, not_(some(procedures.PROCEDURES, procedures.depth >= mm(10)))), CASTANON,
            Text("No excision reached 10 mm: preterm birth 7.5 %, as after a punch biopsy (7.2 %).", "切除深度均<10 mm:早产率7.5%,与活检(7.2%)相近。"),
        ),
    ),
)  # fmt: skip

INJURY = Cause(
    "injury", Text("injury at birth or by dilatation", "分娩或扩宫损伤"), of_the_cervix=True,
    arguments=(
        supports(woman.cervical_laceration, ACOG142_RISK, Text("The cervix was torn at a birth or loss, a proposed risk factor.", "分娩或流产时宫颈曾撕裂,为可能的危险因素。")),
        supports(
            findings.full_dilatation_caesarean, FULL_DILATATION,
            Text("A caesarean was done at full dilatation: next spontaneous preterm birth 3.8 against 1.7 %, OR 2.2 (1.3-3.8).",
                 "曾于宫口开全时剖宫产:再次妊娠自发早产3.8%对1.7%,OR 2.2(1.3–3.8)。"),
        ),
        supports(
            all_of(findings.full_dilatation_caesarean, any_late_loss), WATSON,
            Text("Caesarean at full dilatation and a late loss after it: birth before 30 weeks came again in 12 of 29 against 5 of 37, RR 3.06 (1.22-7.71); which came first is for the doctor to check.",
                 "宫口开全剖宫产且其后晚期流产:再次30周前分娩12/29对5/37,RR 3.06(1.22–7.71);先后由医生核对。"),
        ),
        supports(
            woman.curettages >= 1, LEMMERS,
            Text("The cervix was dilated for curettage: preterm birth OR 1.29 (1.17-1.42), before 28 weeks 1.68 (1.47-1.92).",
                 "曾扩宫刮宫:早产OR 1.29(1.17–1.42),孕28周前1.68(1.47–1.92)。"),
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
        supports(
            findings.mullerian_anomaly, KIM,
            Text("The uterus is malformed: second-trimester loss OR 2.92 (1.35-6.32), preterm birth OR 2.98 (2.43-3.65).",
                 "子宫畸形:中孕期流产OR 2.92(1.35–6.32),早产OR 2.98(2.43–3.65)。"),
        ),
        supports(woman.adhesions, RCOG75_HIGH, Text("There are adhesions inside the uterus: high risk of preterm birth.", "存在宫腔粘连:早产高危。")),
        supports(
            any_of(woman.submucous_fibroid, woman.polyps), CNGOF16,
            Text("A submucous fibroid or polyps: acquired lesions open to surgery are part of the work-up of recurrent loss.",
                 "黏膜下肌瘤或息肉:可手术的获得性病变属复发性流产检查内容。"),
        ),
    ),
)  # fmt: skip

INFECTION = Cause(
    "infection", Text("infection in the womb", "宫内感染"), of_the_cervix=False,
    arguments=(
        supports(some(earlier.EARLIER, all_of(late_loss, earlier.infection)), PLACENTA, Text("Infection was found at a late loss; chorioamnionitis was among the leading findings in 14 placentas of losses before 22 weeks.", "晚期流产时发现宫内感染;14例22周前流产胎盘中绒毛膜羊膜炎为主要所见之一。")),
        opposes(
            some(earlier.EARLIER, all_of(late_loss, earlier.infection, opened_quietly)), RCOG75_INFECTION,
            Text("At that loss the cervix had opened without pain or with bulging membranes; infection is found in 13-51% of women with an open cervix and 1-2% with a short one, so which came first stays open.",
                 "该次宫口已无痛性扩张或羊膜囊膨出;宫口已开者感染占13%–51%,仅宫颈短者1%–2%,孰先孰后未定。"),
        ),
    ),
)  # fmt: skip
ABRUPTION = Cause(
    "abruption", Text("placental abruption", "胎盘早剥"), of_the_cervix=False,
    arguments=(
        confirms(some(earlier.EARLIER, all_of(late_loss, earlier.abruption)), ACOG142_HI, Text("The placenta had come away at a late loss.", "晚期流产时胎盘早剥。")),
        supports(some(earlier.EARLIER, all_of(late_loss, earlier.bleeding_first)), TEXTBOOK, Text("A late loss began with bleeding.", "晚期流产以出血起病。")),
    ),
)  # fmt: skip
ANTIPHOSPHOLIPID = Cause(
    "antiphospholipid", Text("antiphospholipid syndrome", "抗磷脂综合征"), of_the_cervix=False,
    arguments=(
        supports(all_of(any_late_loss, woman.antiphospholipid_antibodies), RCOG17_APS, Text("Antiphospholipid antibodies were found.", "抗磷脂抗体阳性。")),
    ),
)  # fmt: skip
FETAL_ANOMALY = Cause(
    "fetal_anomaly", Text("fetal anomaly or chromosomes", "胎儿畸形或染色体异常"), of_the_cervix=False,
    arguments=(
        confirms(some(earlier.EARLIER, all_of(late_loss, earlier.fetal_anomaly)), RCOG17_CYTO, Text("A baby lost late had an anomaly or abnormal chromosomes.", "晚期流产的胎儿有畸形或染色体异常。")),
    ),
)  # fmt: skip
FETAL_DEATH = Cause(
    "fetal_death", Text("the baby died first", "胎儿先死亡"), of_the_cervix=False,
    arguments=(
        confirms(some(earlier.EARLIER, all_of(late_loss, earlier.fetal_death_first)), RCOG17, Text("The baby had died before a late loss began; in insufficiency it is alive.", "晚期流产发动前胎儿已死亡;宫颈机能不全时胎儿通常存活。")),
    ),
)  # fmt: skip
LABOUR = Cause(
    "labour", Text("preterm labour: contractions first", "早产临产(宫缩在先)"), of_the_cervix=False,
    arguments=(
        confirms(some(earlier.EARLIER, all_of(late_loss, earlier.contractions_first)), ACOG142, Text("A late loss began with painful contractions.", "晚期流产以痛性宫缩起病。")),
    ),
)  # fmt: skip
MEMBRANES = Cause(
    "membranes", Text("waters broken first", "胎膜早破在先"), of_the_cervix=False,
    arguments=(
        supports(some(earlier.EARLIER, all_of(late_loss, earlier.membranes_first, not_(earlier.membranes_bulging))), RCOG17, Text("A late loss began with the waters breaking; in insufficiency the membranes are often intact when the cervix opens.", "晚期流产以破水起病;宫颈机能不全时宫口开大而胎膜常未破。")),
    ),
)  # fmt: skip

CAUSES: tuple[Cause, ...] = (
    INSUFFICIENCY, CONGENITAL, SHORT_WITHOUT_SEGMENT, AFTER_SURGERY, INJURY, UTERUS,
    INFECTION, ABRUPTION, ANTIPHOSPHOLIPID, FETAL_ANOMALY, FETAL_DEATH, LABOUR, MEMBRANES,
)  # fmt: skip
