"""The woman herself: what stays with her from one pregnancy to the next."""

from __future__ import annotations

from fullterm.logic.quantity import Quantity, Unit, mm
from fullterm.vocabulary.fact import Code, Text, number, option, yes_no

YEAR = 366

age = number(
    "age", Text("age", "年龄"), Text("How old is she?", "她多大年纪?"), Unit.YEARS,
    between=(Quantity(10, Unit.YEARS), Quantity(60, Unit.YEARS)), lasts=YEAR,
)  # fmt: skip
bmi = number(
    "bmi", Text("body mass index", "体重指数"), Text("What is her body mass index?", "她的体重指数是多少?"),
    Unit.KILOGRAMS_PER_SQUARE_METRE, lasts=YEAR,
    between=(Quantity(100, Unit.KILOGRAMS_PER_SQUARE_METRE), Quantity(800, Unit.KILOGRAMS_PER_SQUARE_METRE)),
)  # fmt: skip
pregnant = yes_no(
    "pregnant", Text("pregnant now", "目前已怀孕"), Text("Is she pregnant now?", "她现在怀孕了吗?"), lasts=28,
    codes=(Code("LOINC", "82810-3"),),
)  # fmt: skip
wishes_to_conceive = yes_no(
    "wishes_to_conceive", Text("wishes to conceive", "有生育意愿"),
    Text("Does she wish to become pregnant (again)?", "她希望(再次)怀孕吗?"), lasts=YEAR,
)  # fmt: skip

uterine_anomaly = option(
    "uterine_anomaly", Text("congenital uterine anomaly", "先天性子宫畸形"),
    Text("Has the shape of the uterus been examined, and is it normal?", "是否检查过子宫形态?是否正常?"),
    {
        "none": Text("none found", "未发现"),
        "arcuate": Text("arcuate", "弓形子宫"),
        "septate": Text("septate", "纵隔子宫"),
        "bicornuate": Text("bicornuate", "双角子宫"),
        "unicornuate": Text("unicornuate", "单角子宫"),
        "didelphys": Text("didelphys", "双子宫"),
        "other": Text("another anomaly", "其他畸形"),
    },
    codes=(Code("SNOMED CT", "41215002"),),
)  # fmt: skip
adhesions = yes_no(
    "adhesions", Text("intrauterine adhesions", "宫腔粘连"),
    Text("Are there adhesions inside the uterus (Asherman)?", "宫腔内有粘连吗?"),
)  # fmt: skip
adhesions_before_loss = yes_no(
    "adhesions_before_loss", Text("the adhesions were there before a late loss or an early birth", "粘连先于晚期流产或早产"),
    Text("Were the adhesions there before a pregnancy that was lost late or born early, not only after it?",
         "宫腔粘连是否在某次晚期流产或早产之前就有,而非其后才有?"),
)  # fmt: skip
submucous_fibroid = yes_no(
    "submucous_fibroid", Text("submucous fibroid", "黏膜下肌瘤"),
    Text("Is there a fibroid that distorts the cavity?", "是否有使宫腔变形的黏膜下肌瘤?"),
)  # fmt: skip
intramural_fibroid = yes_no(
    "intramural_fibroid", Text("intramural fibroid", "肌壁间肌瘤"),
    Text("Is there a fibroid within the wall of the uterus?", "是否有肌壁间肌瘤?"),
)  # fmt: skip
polyps = yes_no(
    "polyps", Text("endometrial polyps", "子宫内膜息肉"), Text("Are there endometrial polyps?", "是否有子宫内膜息肉?")
)  # fmt: skip
lesion_before_loss = yes_no(
    "lesion_before_loss", Text("the fibroid or polyps were there before a late loss or an early birth", "肌瘤或息肉先于晚期流产或早产"),
    Text("Were the fibroid or the polyps there before a pregnancy that was lost late or born early, not only after it?",
         "黏膜下肌瘤或息肉是否在某次晚期流产或早产之前就有,而非其后才有?"),
)  # fmt: skip
des_exposure = yes_no(
    "des_exposure", Text("exposed to diethylstilbestrol before birth", "宫内己烯雌酚暴露"),
    Text("Did her own mother take diethylstilbestrol while carrying her?", "她母亲怀她时是否服用过己烯雌酚?"),
)  # fmt: skip
connective_tissue_disorder = yes_no(
    "connective_tissue_disorder", Text("connective-tissue disorder", "结缔组织病"),
    Text("Does she have a disorder of collagen, such as Ehlers-Danlos?", "是否有胶原异常疾病(如埃勒斯-当洛斯综合征)?"),
)  # fmt: skip

short_cervix_not_pregnant = yes_no(
    "short_cervix_not_pregnant", Text("cervix short outside pregnancy", "非孕期宫颈短"),
    Text("Is the cervix unusually short when she is not pregnant?", "非孕期宫颈是否明显偏短?"),
)  # fmt: skip
lower_segment_absent = yes_no(
    "lower_segment_absent", Text("no normal lower uterine segment", "无正常子宫下段"),
    Text("Has a normal lower segment of the uterus been found missing?", "是否发现没有正常的子宫下段?"),
)  # fmt: skip
cervix_never_normal = yes_no(
    "cervix_congenital", Text("cervix malformed from birth", "先天性宫颈发育异常"),
    Text("Is the cervix known to be malformed from birth?", "是否明确有先天性宫颈发育异常?"),
)  # fmt: skip
cervical_laceration = yes_no(
    "cervical_laceration", Text("cervix torn at a birth or loss", "分娩或流产时宫颈裂伤"),
    Text("Was the cervix torn at an earlier birth or loss?", "以往分娩或流产时宫颈是否撕裂过?"),
)  # fmt: skip
laceration_before_loss = yes_no(
    "laceration_before_loss", Text("the tear came before a late loss or an early birth", "裂伤先于晚期流产或早产"),
    Text("Was the cervix torn before a pregnancy that was lost late or born early, not only at it or after it?",
         "宫颈裂伤是否先于某次晚期流产或早产,而非当次或其后发生?"),
)  # fmt: skip
curettages = number(
    "curettages", Text("dilatation and curettage, number", "扩宫刮宫次数"),
    Text("How many times was the cervix dilated for curettage or evacuation?", "做过几次扩宫刮宫或清宫?"),
    Unit.COUNT, between=(Quantity(0, Unit.COUNT), Quantity(20, Unit.COUNT)),
)  # fmt: skip
curettage_before_loss = yes_no(
    "curettage_before_loss", Text("a curettage came before a late loss or an early birth", "刮宫先于晚期流产或早产"),
    Text("Was the cervix dilated for curettage before a pregnancy that was lost late or born early, not only after it?",
         "扩宫刮宫是否先于某次晚期流产或早产,而非其后才做?"),
)  # fmt: skip
caesarean_before_loss = yes_no(
    "caesarean_before_loss",
    Text("a late loss or an early birth came after a caesarean at full dilatation", "宫口开全剖宫产后有晚期流产或早产"),
    Text("After a caesarean at full dilatation, was a later pregnancy lost late or born early by itself?",
         "宫口开全时剖宫产之后,是否又有自发的晚期流产或早产?"),
)  # fmt: skip
"""`care.case.births_in_order` reads it from the order of the pregnancies; told only where that does not say."""
transvaginal_cerclage_impossible = yes_no(
    "transvaginal_cerclage_impossible", Text("cerclage through the vagina anatomically impossible", "解剖上无法经阴道环扎"),
    Text("On examination, is there too little cervix to place a suture through the vagina?",
         "检查时宫颈是否过短或缺失,无法经阴道缝扎?"),
)  # fmt: skip

hegar_passed = number(
    "hegar_passed", Text("largest Hegar dilator passed without resistance", "无阻力通过宫颈内口的最大Hegar扩张棒"),
    Text("Outside pregnancy, which was the largest Hegar dilator to pass the internal os without resistance (mm)?",
         "非孕期无阻力通过宫颈内口的最大Hegar扩张棒是几号(毫米)?"),
    Unit.MILLIMETRES, between=(mm(0), mm(20)),
)  # fmt: skip
hsg_isthmus = number(
    "hsg_isthmus", Text("width of the isthmus on hysterosalpingography", "子宫输卵管造影峡部宽度"),
    Text("How wide was the isthmus on hysterosalpingography (mm)?", "子宫输卵管造影中峡部宽多少毫米?"),
    Unit.MILLIMETRES, between=(mm(0), mm(30)),
)  # fmt: skip
hysteroscopy_wide_os = yes_no(
    "hysteroscopy_wide_os", Text("wide internal os at hysteroscopy", "宫腔镜见宫颈内口松弛"),
    Text("Did hysteroscopy show a wide internal os?", "宫腔镜检查是否见宫颈内口松弛?"),
)  # fmt: skip
ultrasound_wide_os = yes_no(
    "ultrasound_wide_os", Text("wide internal os on ultrasound outside pregnancy", "非孕期超声见宫颈内口增宽"),
    Text("Did ultrasound outside pregnancy show a wide internal os?", "非孕期超声是否见宫颈内口增宽?"),
)  # fmt: skip
mri_cervix_abnormal = yes_no(
    "mri_cervix_abnormal", Text("abnormal cervix on MRI", "磁共振见宫颈异常"),
    Text("Did magnetic resonance imaging show an abnormal cervix?", "磁共振是否见宫颈异常?"),
)  # fmt: skip

antiphospholipid_antibodies = yes_no(
    "antiphospholipid_antibodies", Text("antiphospholipid antibodies", "抗磷脂抗体阳性"),
    Text("Were lupus anticoagulant or anticardiolipin antibodies found, twice?",
         "狼疮抗凝物或抗心磷脂抗体是否两次阳性?"),
)  # fmt: skip
inherited_thrombophilia = yes_no(
    "inherited_thrombophilia", Text("inherited thrombophilia", "遗传性易栓症"),
    Text("Was an inherited thrombophilia found?", "是否查出遗传性易栓症?"),
)  # fmt: skip
thyroid_disease = yes_no(
    "thyroid_disease", Text("thyroid disease or antibodies", "甲状腺疾病或抗体"),
    Text("Was a thyroid disorder or thyroid antibodies found?", "是否查出甲状腺功能异常或甲状腺抗体?"),
    lasts=YEAR,
)  # fmt: skip
tpo_euthyroid = yes_no(
    "tpo_euthyroid", Text("thyroid antibodies with normal thyroid function", "甲状腺抗体阳性而甲状腺功能正常"),
    Text("Were thyroid peroxidase antibodies found while thyroid function is normal?",
         "是否甲状腺过氧化物酶抗体阳性而甲状腺功能正常?"),
    lasts=YEAR,
)  # fmt: skip
"""Beside `thyroid_disease`, which does not tell antibodies alone from a thyroid that fails."""
diabetes = yes_no(
    "diabetes", Text("diabetes", "糖尿病"), Text("Does she have diabetes?", "她有糖尿病吗?")
)  # fmt: skip
other_cause_found = yes_no(
    "other_cause_found", Text("another cause of the losses found", "已查出流产的其他原因"),
    Text("Did the work-up find another cause for the losses?", "检查是否查出流产的其他原因?"),
)  # fmt: skip
cerclage_planned = option(
    "cerclage_planned", Text("route of the planned cerclage", "拟行环扎的途径"),
    Text("By which route is a cerclage planned?", "计划经哪种途径环扎?"),
    {
        "none": Text("none planned", "未计划"),
        "vaginal": Text("through the vagina", "经阴道"),
        "abdominal": Text("through the abdomen", "经腹"),
    },
)  # fmt: skip
cerclage_planned_for = option(
    "cerclage_planned_for", Text("why a cerclage is planned", "拟行环扎的指征"),
    Text("Why is a cerclage planned?", "因何计划做宫颈环扎?"),
    {
        "none": Text("none planned", "未计划"),
        "history": Text("because of her history", "病史指征"),
        "ultrasound": Text("because the cervix is short", "超声指征"),
        "examination": Text("because the cervix has opened", "体格检查指征(紧急)"),
    },
    lasts=28,
)  # fmt: skip
penicillin_allergy = yes_no(
    "penicillin_allergy", Text("allergy to penicillin", "青霉素过敏"),
    Text("Is she allergic to penicillin?", "她对青霉素过敏吗?"),
)  # fmt: skip
