"""The causes that are not the cervix: they stand beside it, so that a suture is never the answer to every late loss."""

from __future__ import annotations

from fullterm.guidelines.cause_findings import (
    came_before,
    open_or_short_now,
    opened_quietly,
    since_birth,
    something_now,
)
from fullterm.guidelines.cause_model import Cause, confirms, opposes, risk, supports
from fullterm.guidelines.cause_sources import (
    ACOG142,
    ACOG142_HI,
    CHAN,
    CNGOF16,
    KIM,
    PLACENTA,
    RCOG17,
    RCOG17_ADHESIONS,
    RCOG17_APS,
    RCOG17_ARCUATE,
    RCOG17_AT_LARGE,
    RCOG17_BORN_SO,
    RCOG17_FIBROID,
    RCOG17_GENES,
    RCOG75_HIGH,
    RCOG75_INFECTION,
    TEXTBOOK,
)
from fullterm.logic.language import all_of, any_of, not_, some
from fullterm.vocabulary import earlier, findings, pregnancy, woman
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.late_loss import any_late_loss, late_loss

_lesion = any_of(woman.submucous_fibroid, woman.polyps)

UTERUS = Cause(
    "uterus", Text("a uterine problem beside the cervix", "合并子宫因素"), of_the_cervix=False,
    arguments=(
        since_birth(
            findings.septum, CHAN,
            Text("The uterus has a septum: preterm birth RR 2.14 (1.48-3.11).", "子宫纵隔:早产RR 2.14(1.48–3.11)。"),
        ),
        since_birth(
            woman.uterine_anomaly.is_("unicornuate", "bicornuate", "didelphys"), CHAN,
            Text("The uterus is unicornuate, bicornuate or double: preterm birth RR 2.97 (2.08-4.23).", "单角、双角或双子宫:早产RR 2.97(2.08–4.23)。"),
        ),
        since_birth(
            woman.uterine_anomaly.is_("arcuate"), CHAN,
            Text("The uterus is arcuate: second-trimester loss RR 2.39 (1.33-4.27).", "弓形子宫:中孕期流产RR 2.39(1.33–4.27)。"),
        ),
        opposes(
            woman.uterine_anomaly.is_("arcuate"), RCOG17_ARCUATE,
            Text("RCOG: the pooled risk of second-trimester miscarriage is raised (RR 1.98, 1.06-3.69), but of varying ways of diagnosis; with three-dimensional ultrasound births were as with a normal uterus, and all the latest classifications hold the arcuate uterus to be a normal variant without consequence.",
                 "RCOG:合并分析中孕期流产风险升高(RR 1.98,1.06–3.69),但诊断方法不一;以三维超声诊断者活产率与正常子宫相近,最新分类均视弓形子宫为无临床意义的正常变异。"),
        ),
        since_birth(
            woman.uterine_anomaly.is_("septate", "bicornuate"), RCOG17_BORN_SO,
            Text("RCOG: second-trimester miscarriage is more frequent with a septate (RR 2.95, 1.51-5.77) or bicornuate uterus (RR 2.90, 1.56-5.41).",
                 "RCOG:纵隔子宫(RR 2.95,1.51–5.77)与双角子宫(RR 2.90,1.56–5.41)中孕期流产增多。"),
        ),
        opposes(
            woman.uterine_anomaly.is_("unicornuate", "didelphys"), RCOG17_BORN_SO,
            Text("RCOG: second-trimester miscarriage was not significantly more frequent with a double (RR 1.71, 0.63-4.59) or unicornuate uterus (RR 2.27, 0.64-7.96); four studies of each.",
                 "RCOG:双子宫(RR 1.71,0.63–4.59)与单角子宫(RR 2.27,0.64–7.96)中孕期流产未显著增多;各四项研究。"),
        ),
        since_birth(
            findings.mullerian_anomaly, KIM,
            Text("The uterus is malformed: second-trimester loss OR 2.92 (1.35-6.32), preterm birth OR 2.98 (2.43-3.65).",
                 "子宫畸形:中孕期流产OR 2.92(1.35–6.32),早产OR 2.98(2.43–3.65)。"),
        ),
        came_before(
            woman.adhesions, woman.adhesions_before_loss, RCOG75_HIGH,
            Text("There are adhesions inside the uterus: high risk of preterm birth.", "存在宫腔粘连:早产高危。"),
        ),
        came_before(
            _lesion, woman.lesion_before_loss, CNGOF16,
            Text("A submucous fibroid or polyps: acquired lesions open to surgery are part of the work-up of recurrent loss.",
                 "黏膜下肌瘤或息肉:可手术的获得性病变属复发性流产检查内容。"),
        ),
        opposes(
            woman.adhesions, RCOG17_ADHESIONS,
            Text("RCOG: a link between adhesions and miscarriage is plausible, but so far unsubstantiated.", "RCOG:粘连与流产的联系可能存在,但尚未证实。"),
        ),
        came_before(
            woman.submucous_fibroid, woman.lesion_before_loss, RCOG17_FIBROID,
            Text("RCOG: among women with recurrent miscarriage those with a submucous fibroid had more of it in the second trimester, 21.7 against 8.0 %.",
                 "RCOG:复发性流产者中,有黏膜下肌瘤者中孕期流产较多,21.7%对8.0%。"),
        ),
        opposes(
            woman.submucous_fibroid, RCOG17_AT_LARGE,
            Text("RCOG: in pregnant women at large miscarriage was not more frequent with fibroids, RR 1.16 (0.80-1.52), though where they lay was seldom told; whether acquired lesions cause miscarriage remains uncertain.",
                 "RCOG:一般孕妇中有肌瘤者流产未增多,RR 1.16(0.80–1.52),但多未区分部位;获得性病变是否导致流产仍不确定。"),
        ),
    ),
)  # fmt: skip

_infected_now = all_of(woman.pregnant, pregnancy.infection)

INFECTION = Cause(
    "infection", Text("infection in the womb", "宫内感染"), of_the_cervix=False,
    arguments=(
        supports(some(earlier.EARLIER, all_of(late_loss, earlier.infection)), PLACENTA, Text("Infection was found at a late loss; chorioamnionitis was among the leading findings in 14 placentas of losses before 22 weeks.", "晚期流产时发现宫内感染;14例22周前流产胎盘中绒毛膜羊膜炎为主要所见之一。")),
        risk(
            _infected_now, all_of(_infected_now, something_now), RCOG75_INFECTION,
            Text("There are signs of infection in the womb now; infection is found in 13-51% of women with an open cervix and 1-2% with a short one.",
                 "目前有宫内感染征象;宫口已开者感染占13%–51%,仅宫颈短者1%–2%。"),
        ),
        opposes(
            all_of(_infected_now, open_or_short_now), RCOG75_INFECTION,
            Text("The cervix is open or short as well, so which came first stays open.", "宫颈亦已开大或缩短,孰先孰后未定。"),
        ),
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
        risk(woman.antiphospholipid_antibodies, all_of(any_late_loss, woman.antiphospholipid_antibodies), RCOG17_APS, Text("Antiphospholipid antibodies were found; with the loss of a normally formed baby after the tenth week they make the syndrome.", "抗磷脂抗体阳性;合并第10周后形态正常胎儿丢失即符合抗磷脂综合征。")),
    ),
)  # fmt: skip
FETAL_ANOMALY = Cause(
    "fetal_anomaly", Text("fetal anomaly or chromosomes", "胎儿畸形或染色体异常"), of_the_cervix=False,
    arguments=(
        confirms(some(earlier.EARLIER, all_of(late_loss, earlier.fetal_anomaly)), RCOG17_GENES, Text("A baby lost late had an anomaly or abnormal chromosomes.", "晚期流产的胎儿有畸形或染色体异常。")),
    ),
)  # fmt: skip
FETAL_DEATH = Cause(
    "fetal_death", Text("the baby died first", "胎儿先死亡"), of_the_cervix=False,
    arguments=(
        confirms(some(earlier.EARLIER, all_of(late_loss, earlier.fetal_death_first)), RCOG17, Text("The baby had died before a late loss began; in insufficiency it is commonly alive.", "晚期流产发动前胎儿已死亡;宫颈机能不全时胎儿多存活。")),
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
