"""The causes that are not the cervix: they stand beside it, so that a suture is never the answer to every late loss."""

from __future__ import annotations

from fullterm.guidelines.cause_findings import (
    any_late_loss,
    came_before,
    late_loss,
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
    RCOG17_APS,
    RCOG17_CYTO,
    RCOG75_HIGH,
    RCOG75_INFECTION,
    TEXTBOOK,
)
from fullterm.logic.language import all_of, any_of, not_, some
from fullterm.vocabulary import earlier, findings, pregnancy, woman
from fullterm.vocabulary.fact import Text

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
        risk(woman.antiphospholipid_antibodies, all_of(any_late_loss, woman.antiphospholipid_antibodies), RCOG17_APS, Text("Antiphospholipid antibodies were found.", "抗磷脂抗体阳性。")),
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
