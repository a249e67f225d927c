"""What may be done: each treatment, test or course of action once, and whom it serves.

What serves the baby alone ends with the baby's life (`care.assess.still`): a suture, progesterone, scans of the cervix, rest,
and how an operation for the baby is done. What is owed to the woman never does: her suture out, her infection, her
tests, the birth with an abdominal suture, an opinion, information. Leaving a suture in prolongs a pregnancy or waits
for a birth, so it is counted with the baby's; what becomes of a suture after a death has advice of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from fullterm.vocabulary.fact import Text

TREATMENTS: dict[str, Treatment] = {}


@dataclass(frozen=True, slots=True)
class Treatment:
    """One thing that can be done, tested or advised.

    `for_baby`: it serves the baby alone. `places_suture`: an operation that places a suture; `over_another`: one that
    is placed beside a suture that is in.
    """

    id: str
    label: Text
    for_baby: bool
    places_suture: bool = False
    over_another: bool = False


def _written(one: Treatment) -> Treatment:
    if one.id in TREATMENTS:
        raise ValueError(f"the treatment {one.id} is defined twice")
    TREATMENTS[one.id] = one
    return one


def _for_baby(id_: str, en: str, zh: str) -> Treatment:
    return _written(Treatment(id_, Text(en, zh), for_baby=True))


def _for_her(id_: str, en: str, zh: str) -> Treatment:
    return _written(Treatment(id_, Text(en, zh), for_baby=False))


def _suture(id_: str, en: str, zh: str, *, over_another: bool = False) -> Treatment:
    return _written(Treatment(id_, Text(en, zh), for_baby=True, places_suture=True, over_another=over_another))


history_cerclage = _suture("history_cerclage", "history-indicated cerclage", "病史指征宫颈环扎")
ultrasound_cerclage = _suture("ultrasound_cerclage", "ultrasound-indicated cerclage", "超声指征宫颈环扎")
rescue_cerclage = _suture("rescue_cerclage", "rescue (emergency) cerclage", "紧急(援救性)宫颈环扎")
abdominal_cerclage = _suture("abdominal_cerclage", "abdominal cerclage", "经腹宫颈环扎")
high_vaginal_cerclage = _suture("high_vaginal_cerclage", "high vaginal cerclage", "经阴道高位环扎")
laparoscopic_route = _suture("laparoscopic_route", "laparoscopic route", "腹腔镜途径")
reinforcing_suture = _suture("reinforcing_suture", "a second, reinforcing suture", "再次加固缝扎", over_another=True)
occlusion_suture = _suture(
    "occlusion_suture", "occlusion suture of the external os", "宫颈外口封闭缝合", over_another=True
)
vaginal_progesterone = _for_baby("vaginal_progesterone", "vaginal progesterone", "阴道孕酮")
injected_progesterone = _for_baby("injected_progesterone", "injected 17-OHPC", "肌注己酸羟孕酮")
early_progestogen = _for_baby("early_progestogen", "progestogen for bleeding in early pregnancy", "早孕出血用孕激素")
pessary = _for_baby("pessary", "cervical pessary", "宫颈托")
serial_scans = _for_baby("serial_scans", "serial transvaginal scans of the cervix", "系列经阴道宫颈测量")
single_scan = _for_baby("single_scan", "one scan of the cervix", "单次宫颈测量")
screening_scan = _for_baby("screening_scan", "screening scan of the cervix for all", "普遍宫颈长度筛查")
transvaginal_measurement = _for_baby("transvaginal_measurement", "standard transvaginal measurement", "规范经阴道测量")
preterm_clinic = _for_baby("preterm_clinic", "preterm birth clinic", "早产预防门诊")
specialist_opinion = _for_her("specialist_opinion", "opinion of a specialist", "专科会诊")
bed_rest = _for_baby("bed_rest", "bed rest or activity restriction", "卧床或限制活动")
abstinence = _for_baby("abstinence", "sexual abstinence", "禁止性生活")
antibiotics = _for_baby("antibiotics", "antibiotics around the operation", "围手术期抗生素")
tocolysis = _for_baby("tocolysis", "tocolysis", "抑制宫缩药物")
amniocentesis = _for_baby("amniocentesis", "amniocentesis", "羊膜腔穿刺")
amnioreduction = _for_baby("amnioreduction", "amnioreduction", "羊水减量")
genital_swabs = _for_her("genital_swabs", "genital tract swabs", "生殖道分泌物培养")
urine_culture = _for_her("urine_culture", "urine culture", "尿培养")
vaginosis_culture = _for_her("vaginosis_culture", "vaginal culture for bacterial vaginosis", "细菌性阴道病培养")
fibronectin = _for_baby("fibronectin", "fetal fibronectin", "胎儿纤维连接蛋白")
white_count_crp = _for_her("white_count_crp", "white cell count and CRP", "白细胞与C反应蛋白")
prepregnancy_test = _for_her("prepregnancy_test", "test of the cervix outside pregnancy", "非孕期宫颈功能检查")
uterine_imaging = _for_her("uterine_imaging", "imaging of the uterine cavity", "宫腔形态检查")
antiphospholipid_tests = _for_her("antiphospholipid_tests", "antiphospholipid antibodies", "抗磷脂抗体检测")
thrombophilia_tests = _for_her("thrombophilia_tests", "inherited thrombophilia tests", "遗传性易栓症检测")
other_thrombophilia_tests = _for_her(
    "other_thrombophilia_tests", "protein C, antithrombin and MTHFR tests", "蛋白C、抗凝血酶及MTHFR检测"
)
cytogenetics = _for_her("cytogenetics", "chromosomes of the pregnancy tissue", "妊娠物染色体检查")
parental_karyotype = _for_her("parental_karyotype", "chromosomes of both parents", "夫妇双方染色体检查")
thyroid_tests = _for_her("thyroid_tests", "thyroid function and antibodies", "甲状腺功能与抗体")
metabolic_tests = _for_her("metabolic_tests", "diabetes and other metabolic tests", "糖代谢等检查")
immunology_tests = _for_her("immunology_tests", "immunology, infection or sperm DNA tests", "免疫、感染或精子DNA检查")
risk_history = _for_her("risk_history", "a full history of risk factors", "全面询问高危因素")
first_trimester_scan = _for_baby("first_trimester_scan", "first-trimester scan and screening", "早孕超声与筛查")
anomaly_scan = _for_baby("anomaly_scan", "anomaly scan", "胎儿畸形筛查")
septum_resection = _for_her("septum_resection", "resection of the septum", "子宫纵隔切除")
metroplasty = _for_her("metroplasty", "metroplasty", "子宫成形术")
adhesiolysis = _for_her("adhesiolysis", "division of adhesions", "宫腔粘连分离")
fibroid_removal = _for_her("fibroid_removal", "removal of fibroids", "肌瘤切除")
polyp_removal = _for_her("polyp_removal", "removal of polyps", "息肉切除")
suture_removal = _for_her("suture_removal", "removal of the suture", "拆除宫颈缝线")
removal_plan = _for_her("removal_plan", "a written plan for removal", "书面拆线计划")
keep_suture = _for_baby("keep_suture", "leaving the suture in place", "保留缝线")
caesarean = _for_her("caesarean", "caesarean birth", "剖宫产")
evacuation_through_suture = _for_her("evacuation_through_suture", "evacuation with the suture in place", "带缝线清宫")
information = _for_her("information", "information and consent", "告知与知情同意")
technique = _for_baby("technique", "technique of the suture", "缝扎技术")
anaesthesia = _for_her("anaesthesia", "anaesthesia", "麻醉")
day_case = _for_baby("day_case", "day-case operation", "日间手术")
aspirin_heparin = _for_baby("aspirin_heparin", "aspirin with heparin", "阿司匹林联合肝素")
occlusion_total = _suture("occlusion_total", "early total cervical occlusion", "早期宫颈完全封闭术")
pprom_antibiotics = _for_her("pprom_antibiotics", "antibiotic after the waters break early", "早产胎膜早破后抗生素")
gbs_treatment = _for_baby("gbs_treatment", "antenatal treatment of group B streptococcus", "产前治疗B族链球菌")
oral_penicillin = _for_her(
    "oral_penicillin", "an oral penicillin after the waters break early", "早产胎膜早破后口服青霉素类"
)
co_amoxiclav = _for_her("co_amoxiclav", "co-amoxiclav after the waters break early", "早产胎膜早破后阿莫西林克拉维酸")
intrapartum_antibiotics = _for_her("intrapartum_antibiotics", "antibiotics in labour", "产时抗生素")
speculum = _for_her("speculum", "speculum examination", "窥器检查")
waters_test = _for_her("waters_test", "test of vaginal fluid for broken waters", "阴道液胎膜早破检测")
nitrazine = _for_her("nitrazine", "nitrazine test", "硝嗪试纸检测")
labour_assessment = _for_her("labour_assessment", "clinical assessment for preterm labour", "早产临产临床评估")
labour_scan = _for_baby("labour_scan", "cervical length as a test for preterm labour", "测宫颈长度诊断早产临产")
labour_fibronectin = _for_baby(
    "labour_fibronectin", "fetal fibronectin as a test for preterm labour", "胎儿纤维连接蛋白诊断早产临产"
)
scan_with_fibronectin = _for_baby(
    "scan_with_fibronectin", "length and fibronectin together as one test", "宫颈长度与纤维连接蛋白联合检测"
)
labour_treatment = _for_baby("labour_treatment", "treatment as for preterm labour", "按早产临产处理")
nifedipine = _for_baby("nifedipine", "nifedipine to stop labour", "硝苯地平抑制宫缩")
oxytocin_antagonist = _for_baby(
    "oxytocin_antagonist", "an oxytocin receptor antagonist to stop labour", "催产素受体拮抗剂抑制宫缩"
)
betamimetics = _for_baby("betamimetics", "betamimetics to stop labour", "β受体激动剂抑制宫缩")
antenatal_steroids = _for_baby("antenatal_steroids", "steroids for the baby's lungs", "促胎肺成熟激素")
repeat_steroids = _for_baby("repeat_steroids", "another course of steroids", "重复激素疗程")
magnesium = _for_baby("magnesium", "magnesium sulfate for the baby's brain", "硫酸镁保护胎儿脑")
magnesium_monitoring = _for_her("magnesium_monitoring", "watch for magnesium toxicity", "监测镁中毒")
heart_rate_monitoring = _for_baby(
    "heart_rate_monitoring", "monitoring of the baby's heart rate in labour", "产时胎心监护"
)
scalp_electrode = _for_baby("scalp_electrode", "fetal scalp electrode", "胎儿头皮电极")
fetal_blood_sampling = _for_baby("fetal_blood_sampling", "fetal blood sampling", "胎儿头皮血取样")
preterm_caesarean = _for_baby("preterm_caesarean", "caesarean birth of a preterm baby", "早产儿剖宫产")
mode_of_birth_talk = _for_baby("mode_of_birth_talk", "a talk about the mode of birth", "分娩方式沟通")
parents_talk = _for_baby("parents_talk", "a talk with the parents about their preterm baby", "与父母谈早产儿")
cord_clamping = _for_baby("cord_clamping", "waiting before the cord is clamped", "延迟断脐")
monitoring_decision = _for_baby(
    "monitoring_decision", "deciding with her on monitoring of the baby's heart", "与其共同决定是否监护胎心"
)
oral_tocolysis = _for_baby("oral_tocolysis", "tablets against contractions, as prevention", "口服宫缩抑制剂预防早产")
fibronectin_alone = _for_baby(
    "fibronectin_alone", "fetal fibronectin alone, to predict preterm birth", "单凭胎儿纤维连接蛋白预测早产"
)
home_monitoring = _for_baby("home_monitoring", "monitoring of contractions at home", "居家宫缩监测")
routine_steroids = _for_baby(
    "routine_steroids", "steroids as a routine, with no birth in sight", "无分娩征象而常规用促胎肺成熟激素"
)
chorionicity_scan = _for_baby("chorionicity_scan", "scan for placentas and sacs", "超声判定绒毛膜性与羊膜性")
birth_plan_talk = _for_baby("birth_plan_talk", "a talk about her plans for the birth", "沟通分娩计划")
planned_birth = _for_baby("planned_birth", "planned birth of twins or triplets", "双胎或三胎计划分娩")
birth_assessment = _for_baby(
    "birth_assessment", "an individual assessment of when or how to give birth", "个体化评估分娩时机或方式"
)
weekly_watch = _for_baby("weekly_watch", "weekly visits with scan and Doppler", "每周复诊并查超声与多普勒")
multiple_caesarean = _for_baby("multiple_caesarean", "caesarean birth of twins or triplets", "双胎或三胎剖宫产")
continuous_tracing = _for_baby("continuous_tracing", "continuous tracing of the babies' hearts", "持续胎心监护")
listening = _for_baby("listening", "listening to the heart at intervals", "间断胎心听诊")
labour_presentation_scan = _for_baby("labour_presentation_scan", "bedside scan when labour begins", "临产时床旁超声")
bereavement_care = _for_her("bereavement_care", "support and counselling after a loss", "流产或胎儿死亡后的心理支持")
smoking_support = _for_her("smoking_support", "help to stop smoking", "戒烟帮助")
low_dose_aspirin = _for_baby("low_dose_aspirin", "low-dose aspirin", "低剂量阿司匹林")
sti_tests = _for_her("sti_tests", "tests for gonorrhoea and chlamydia", "淋病与沙眼衣原体检测")
labour_biomarkers = _for_baby(
    "labour_biomarkers", "PAMG-1 or IGFBP-1 as a test for preterm labour", "PAMG-1或IGFBP-1诊断早产临产"
)
midwife_continuity = _for_her("midwife_continuity", "the same midwives throughout", "助产士连续照护")
place_of_birth = _for_baby(
    "place_of_birth", "care beside a neonatal intensive care unit", "在设有新生儿重症监护室的医院诊治"
)
warm_newborn = _for_baby("warm_newborn", "keeping the newborn warm", "新生儿保暖")
mothers_milk = _for_baby("mothers_milk", "the mother's own milk early", "尽早给予亲母母乳")
growth_scans = _for_baby("growth_scans", "scans of the baby's growth", "胎儿生长超声")
thromboprophylaxis = _for_her("thromboprophylaxis", "heparin against thrombosis", "肝素预防血栓")
progestogen_without_bleeding = _for_baby(
    "progestogen_without_bleeding", "progestogen in early pregnancy without bleeding", "无出血者早孕期用孕激素"
)
thyroxine = _for_her("thyroxine", "thyroxine", "左甲状腺素")
lifestyle_advice = _for_her(
    "lifestyle_advice", "advice on weight, smoking, alcohol and caffeine", "体重、吸烟、饮酒与咖啡因指导"
)
pgt_a = _for_her("pgt_a", "genetic testing of embryos for aneuploidy", "胚胎植入前非整倍体检测")
supportive_care = _for_her("supportive_care", "supportive care", "支持性照护")
