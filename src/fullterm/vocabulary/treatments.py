"""What may be done: each treatment, test or course of action once."""

from __future__ import annotations

from dataclasses import dataclass

from fullterm.vocabulary.fact import Text

TREATMENTS: dict[str, Treatment] = {}


@dataclass(frozen=True, slots=True)
class Treatment:
    """One thing that can be done, tested or advised."""

    id: str
    label: Text


def _treatment(id_: str, en: str, zh: str) -> Treatment:
    if id_ in TREATMENTS:
        raise ValueError(f"the treatment {id_} is defined twice")
    TREATMENTS[id_] = Treatment(id_, Text(en, zh))
    return TREATMENTS[id_]


history_cerclage = _treatment("history_cerclage", "history-indicated cerclage", "病史指征宫颈环扎")
ultrasound_cerclage = _treatment("ultrasound_cerclage", "ultrasound-indicated cerclage", "超声指征宫颈环扎")
rescue_cerclage = _treatment("rescue_cerclage", "rescue (emergency) cerclage", "紧急(援救性)宫颈环扎")
abdominal_cerclage = _treatment("abdominal_cerclage", "abdominal cerclage", "经腹宫颈环扎")
high_vaginal_cerclage = _treatment("high_vaginal_cerclage", "high vaginal cerclage", "经阴道高位环扎")
laparoscopic_route = _treatment("laparoscopic_route", "laparoscopic route", "腹腔镜途径")
reinforcing_suture = _treatment("reinforcing_suture", "a second, reinforcing suture", "再次加固缝扎")
occlusion_suture = _treatment("occlusion_suture", "occlusion suture of the external os", "宫颈外口封闭缝合")
vaginal_progesterone = _treatment("vaginal_progesterone", "vaginal progesterone", "阴道孕酮")
injected_progesterone = _treatment("injected_progesterone", "injected 17-OHPC", "肌注己酸羟孕酮")
early_progestogen = _treatment("early_progestogen", "progestogen for bleeding in early pregnancy", "早孕出血用孕激素")
pessary = _treatment("pessary", "cervical pessary", "宫颈托")
serial_scans = _treatment("serial_scans", "serial transvaginal scans of the cervix", "系列经阴道宫颈测量")
single_scan = _treatment("single_scan", "one scan of the cervix", "单次宫颈测量")
screening_scan = _treatment("screening_scan", "screening scan of the cervix for all", "普遍宫颈长度筛查")
transvaginal_measurement = _treatment("transvaginal_measurement", "standard transvaginal measurement", "规范经阴道测量")
preterm_clinic = _treatment("preterm_clinic", "preterm birth clinic", "早产预防门诊")
specialist_opinion = _treatment("specialist_opinion", "opinion of a specialist", "专科会诊")
bed_rest = _treatment("bed_rest", "bed rest or activity restriction", "卧床或限制活动")
abstinence = _treatment("abstinence", "sexual abstinence", "禁止性生活")
antibiotics = _treatment("antibiotics", "antibiotics around the operation", "围手术期抗生素")
tocolysis = _treatment("tocolysis", "tocolysis", "抑制宫缩药物")
amniocentesis = _treatment("amniocentesis", "amniocentesis", "羊膜腔穿刺")
amnioreduction = _treatment("amnioreduction", "amnioreduction", "羊水减量")
genital_swabs = _treatment("genital_swabs", "genital tract swabs", "生殖道分泌物培养")
urine_culture = _treatment("urine_culture", "urine culture", "尿培养")
vaginosis_culture = _treatment("vaginosis_culture", "vaginal culture for bacterial vaginosis", "细菌性阴道病培养")
fibronectin = _treatment("fibronectin", "fetal fibronectin", "胎儿纤维连接蛋白")
white_count_crp = _treatment("white_count_crp", "white cell count and CRP", "白细胞与C反应蛋白")
prepregnancy_test = _treatment("prepregnancy_test", "test of the cervix outside pregnancy", "非孕期宫颈功能检查")
uterine_imaging = _treatment("uterine_imaging", "imaging of the uterine cavity", "宫腔形态检查")
antiphospholipid_tests = _treatment("antiphospholipid_tests", "antiphospholipid antibodies", "抗磷脂抗体检测")
thrombophilia_tests = _treatment("thrombophilia_tests", "inherited thrombophilia tests", "遗传性易栓症检测")
cytogenetics = _treatment("cytogenetics", "chromosomes of the pregnancy tissue", "妊娠物染色体检查")
parental_karyotype = _treatment("parental_karyotype", "chromosomes of both parents", "夫妇双方染色体检查")
thyroid_tests = _treatment("thyroid_tests", "thyroid function and antibodies", "甲状腺功能与抗体")
metabolic_tests = _treatment("metabolic_tests", "diabetes and other metabolic tests", "糖代谢等检查")
immunology_tests = _treatment("immunology_tests", "immunology, infection or sperm DNA tests", "免疫、感染或精子DNA检查")
risk_history = _treatment("risk_history", "a full history of risk factors", "全面询问高危因素")
first_trimester_scan = _treatment("first_trimester_scan", "first-trimester scan and screening", "早孕超声与筛查")
anomaly_scan = _treatment("anomaly_scan", "anomaly scan", "胎儿畸形筛查")
septum_resection = _treatment("septum_resection", "resection of the septum", "子宫纵隔切除")
metroplasty = _treatment("metroplasty", "metroplasty", "子宫成形术")
adhesiolysis = _treatment("adhesiolysis", "division of adhesions", "宫腔粘连分离")
fibroid_removal = _treatment("fibroid_removal", "removal of fibroids", "肌瘤切除")
polyp_removal = _treatment("polyp_removal", "removal of polyps", "息肉切除")
suture_removal = _treatment("suture_removal", "removal of the suture", "拆除宫颈缝线")
removal_plan = _treatment("removal_plan", "a written plan for removal", "书面拆线计划")
keep_suture = _treatment("keep_suture", "leaving the suture in place", "保留缝线")
caesarean = _treatment("caesarean", "caesarean birth", "剖宫产")
evacuation_through_suture = _treatment("evacuation_through_suture", "evacuation with the suture in place", "带缝线清宫")
information = _treatment("information", "information and consent", "告知与知情同意")
technique = _treatment("technique", "technique of the suture", "缝扎技术")
anaesthesia = _treatment("anaesthesia", "anaesthesia", "麻醉")
day_case = _treatment("day_case", "day-case operation", "日间手术")
aspirin_heparin = _treatment("aspirin_heparin", "aspirin with heparin", "阿司匹林联合肝素")
occlusion_total = _treatment("occlusion_total", "early total cervical occlusion", "早期宫颈完全封闭术")
pprom_antibiotics = _treatment("pprom_antibiotics", "antibiotic after the waters break early", "早产胎膜早破后抗生素")
gbs_treatment = _treatment("gbs_treatment", "antenatal treatment of group B streptococcus", "产前治疗B族链球菌")
