"""The causes that are a weakness of the cervix: insufficiency itself, and why the cervix may be weak."""

from __future__ import annotations

from fullterm.guidelines.cause_findings import (
    came_before,
    open_now,
    opened_quietly,
    otherwise_explained,
    recorded_before,
    since_birth,
)
from fullterm.guidelines.cause_model import Argument, Cause, Citation, excludes, opposes, supports
from fullterm.guidelines.cause_sources import (
    ACOG142,
    ACOG142_HI,
    ACOG142_PRETEST,
    ACOG142_RISK,
    CASTANON,
    CHINA25,
    EHLERS,
    FULL_DILATATION,
    HEGAR,
    HOSPITAL,
    LEMMERS,
    RCOG17,
    RCOG17_CONE,
    RCOG75_HIGH,
    RCOG75_MIDDLE,
    RCOG75_PRETEST,
    SUNDELIN,
    WATSON,
)
from fullterm.logic.language import ALWAYS, NEVER, all_of, any_of, choose, count, mm, not_, some, weeks
from fullterm.logic.nodes import Bool
from fullterm.vocabulary import earlier, findings, procedures, woman
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.late_loss import any_late_loss, late_loss

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
            some(earlier.EARLIER, all_of(findings.typical_loss, earlier.membranes_bulging, not_(earlier.membranes_first))), RCOG17,
            Text("The membranes were seen intact, bulging through the open cervix; in insufficiency they often are intact.",
                 "曾见未破的羊膜囊自扩张的宫口膨出;宫颈机能不全时胎膜常未破。"),
        ),
        supports(
            count(earlier.EARLIER, all_of(findings.lost_between(weeks(12), weeks(28)), opened_quietly, not_(otherwise_explained))) >= 2, CHINA25,
            Text("More than once the cervix had opened at a late loss without contractions first, abruption, fetal anomaly or fetal death first.",
                 "晚期流产时宫口已开,而无宫缩在先、早剥、胎儿异常或胎儿先死亡,不止一次。"),
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
            some(earlier.EARLIER, all_of(late_loss, earlier.membranes_first)), RCOG17,
            Text("A late loss began with the waters breaking; in insufficiency the membranes are often intact when the cervix opens.",
                 "有晚期流产以破水起病;宫颈机能不全时宫口开大而胎膜常未破。"),
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
            Text("The baby had died before a late loss began; in insufficiency it is commonly alive.", "有晚期流产发动前胎儿已死亡;宫颈机能不全时胎儿多存活。"),
        ),
        excludes(
            all_of(
                any_late_loss, not_(open_now),
                not_(some(earlier.EARLIER, all_of(late_loss, any_of(not_(otherwise_explained), opened_quietly)))),
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
        since_birth(woman.cervix_never_normal, HOSPITAL, Text("The cervix is malformed from birth.", "宫颈先天发育异常。")),
        since_birth(
            findings.mullerian_anomaly, ACOG142_RISK,
            Text("The uterus is malformed from birth, a proposed risk factor.", "先天性子宫畸形,为可能的危险因素。"),
        ),
        since_birth(woman.des_exposure, ACOG142_RISK, Text("She was exposed to diethylstilbestrol before birth, a proposed risk factor.", "宫内己烯雌酚暴露,为可能的危险因素。")),
        since_birth(
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
        since_birth(
            all_of(woman.short_cervix_not_pregnant, woman.lower_segment_absent), HOSPITAL,
            Text("The cervix is short and a normal lower segment of the uterus is missing.", "宫颈偏短且无正常子宫下段。"),
        ),
    ),
)  # fmt: skip

_surgery = procedures.kind.is_("cold_knife_cone", "laser_cone", "lletz", "radical_diathermy", "trachelectomy")


def _operated(which: Bool, citation: Citation, says: Text) -> Argument:
    """An operation on the cervix, where what it may explain came after it."""
    done = some(procedures.PROCEDURES, which)
    before = some(procedures.PROCEDURES, all_of(which, procedures.before_loss))
    return recorded_before(done, before, citation, says)


def _middle_risk(counted: Bool) -> Bool:
    """A cone, more than one loop excision, or one deeper than 10 mm, among the operations that are `counted`."""
    loop = all_of(procedures.kind.is_("lletz"), counted)
    return any_of(
        some(procedures.PROCEDURES, all_of(procedures.kind.is_("cold_knife_cone", "laser_cone"), counted)),
        count(procedures.PROCEDURES, loop) >= 2,
        some(procedures.PROCEDURES, all_of(loop, procedures.depth > mm(10))),
    )


AFTER_SURGERY = Cause(
    "after_cervical_surgery", Text("after surgery to the cervix", "宫颈手术后"), of_the_cervix=True,
    arguments=(
        _operated(_surgery, ACOG142_RISK, Text("The cervix has been operated on: a proposed risk factor, by itself no indication for a suture.", "曾行宫颈手术:为可能的危险因素,本身不构成环扎指征。")),
        _operated(
            procedures.kind.is_("cold_knife_cone", "laser_cone"), RCOG17_CONE,
            Text("A cone biopsy: carried over from preterm birth, it appears to predispose to second-trimester miscarriage.", "锥切史:据早产资料推断,似为中孕期流产的易感因素。"),
        ),
        _operated(procedures.kind.is_("trachelectomy"), RCOG75_HIGH, Text("The cervix has been removed (trachelectomy).", "宫颈已切除(宫颈切除术)。")),
        _operated(
            procedures.depth >= mm(15), CASTANON,
            Text("An excision was 15 mm deep or more: preterm birth RR 2.04 (1.41-2.96) at 15-19 mm, 2.40 (1.53-3.75) from 20 mm, against under 10 mm.",
                 "切除深度≥15 mm:与<10 mm相比早产RR 15–19 mm为2.04(1.41–2.96),≥20 mm为2.40(1.53–3.75)。"),
        ),
        recorded_before(
            _middle_risk(ALWAYS), _middle_risk(procedures.before_loss), RCOG75_MIDDLE,
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
        came_before(
            woman.cervical_laceration, woman.laceration_before_loss, ACOG142_RISK,
            Text("The cervix was torn at a birth or loss, a proposed risk factor.", "分娩或流产时宫颈曾撕裂,为可能的危险因素。"),
        ),
        came_before(
            findings.full_dilatation_caesarean, woman.caesarean_before_loss, FULL_DILATATION,
            Text("A caesarean was done at full dilatation: next spontaneous preterm birth 3.8 against 1.7 %, OR 2.2 (1.3-3.8).",
                 "曾于宫口开全时剖宫产:再次妊娠自发早产3.8%对1.7%,OR 2.2(1.3–3.8)。"),
        ),
        supports(
            all_of(any_late_loss, choose((findings.full_dilatation_caesarean, woman.caesarean_before_loss), otherwise=NEVER)), WATSON,
            Text("Caesarean at full dilatation and a late loss after it: birth before 30 weeks came again in 12 of 29 against 5 of 37, RR 3.06 (1.22-7.71); that it was the loss, and not an early birth, that came after is for the doctor to check.",
                 "宫口开全剖宫产且其后晚期流产:再次30周前分娩12/29对5/37,RR 3.06(1.22–7.71);其后为流产而非早产,由医生核对。"),
        ),
        came_before(
            woman.curettages >= 1, woman.curettage_before_loss, LEMMERS,
            Text("The cervix was dilated for curettage: preterm birth OR 1.29 (1.17-1.42), before 28 weeks 1.68 (1.47-1.92).",
                 "曾扩宫刮宫:早产OR 1.29(1.17–1.42),孕28周前1.68(1.47–1.92)。"),
        ),
    ),
)  # fmt: skip
