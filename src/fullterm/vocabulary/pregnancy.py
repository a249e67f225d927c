"""This pregnancy, and how she is today. What can change within hours goes stale within a day."""

from __future__ import annotations

from fullterm.logic.quantity import Quantity, Unit, cm, mm, weeks
from fullterm.vocabulary.fact import Answers, Code, Text, list_of, number, option, yes_no

TODAY = 1
WEEK = 7

gestation = number(
    "gestation", Text("gestation today", "目前孕周"), Text("How far along is she today?", "今天孕多少周?"), Unit.DAYS,
    between=(weeks(0), weeks(45)), lasts=0, codes=(Code("LOINC", "49052-4"),),
)  # fmt: skip
fetuses = number(
    "fetuses", Text("number of babies", "胎儿数"), Text("How many babies is she carrying?", "怀了几个胎儿?"), Unit.COUNT,
    between=(Quantity(1, Unit.COUNT), Quantity(6, Unit.COUNT)), codes=(Code("LOINC", "11878-6"),),
)  # fmt: skip
chorionicity = option(
    "chorionicity", Text("placentas and sacs of twins or triplets", "多胎绒毛膜性与羊膜性"),
    Text("Twins or triplets: how many placentas (chorions) and how many sacs (amnions)?", "双胎或三胎:几个绒毛膜、几个羊膜囊?"),
    {
        "dichorionic_diamniotic": Text("dichorionic diamniotic", "双绒毛膜双羊膜囊"),
        "monochorionic_diamniotic": Text("monochorionic diamniotic", "单绒毛膜双羊膜囊"),
        "monochorionic_monoamniotic": Text("monochorionic monoamniotic", "单绒毛膜单羊膜囊"),
        "trichorionic_triamniotic": Text("trichorionic triamniotic", "三绒毛膜三羊膜囊"),
        "dichorionic_triamniotic": Text("dichorionic triamniotic", "双绒毛膜三羊膜囊"),
        "monochorionic_triamniotic": Text("monochorionic triamniotic", "单绒毛膜三羊膜囊"),
        "undetermined": Text("looked for, could not be determined", "已查,未能判定"),
    },
)  # fmt: skip
multiple_complication = yes_no(
    "multiple_complication", Text("a complication of the twin or triplet pregnancy", "双胎或三胎妊娠并发症"),
    Text("Has the twin or triplet pregnancy become complicated (growth, blood shared between the babies, an anomaly, "
         "the death of one, or another)?", "双胎或三胎妊娠是否出现并发症(生长异常、胎儿间输血、畸形、一胎死亡或其他)?"),
    lasts=28,
)  # fmt: skip
"""What counts is the doctor's to say: NICE NG137 speaks of "uncomplicated" and defines it nowhere. Read anew every 28 days:
our own limit."""
alive = yes_no(
    "alive", Text("heartbeat", "胎心"),
    Text("The baby's heartbeat: present, absent, or not looked for?", "胎心:有、无,还是未查?"), lasts=28,
    answers=Answers(
        yes=Text("present", "有"), no=Text("absent", "无"), unknown=Text("not looked for", "未查"),
        when_yes=Text("a heartbeat was seen", "已见胎心"), when_no=Text("no heartbeat was seen", "未见胎心"),
    ),
    hint=Text("“Absent” only when somebody looked and saw none: a doctor then has to confirm it.",
              "只有查过而未见胎心才填“无”:须由医生确认。"),
)  # fmt: skip
"""No is a finding to confirm, never a death; unknown is that nobody looked."""
babies_died = number(
    "babies_died", Text("babies confirmed dead by a doctor", "经医生确认死亡的胎儿数"),
    Text("How many babies of this pregnancy has a doctor confirmed dead?", "经医生确认,本次妊娠有几个胎儿已死亡?"), Unit.COUNT,
    between=(Quantity(0, Unit.COUNT), Quantity(6, Unit.COUNT)),
    hint=Text("Recorded by a doctor once death is confirmed; it is never asked again.",
              "经医生确认死亡后由医生录入;不再重复询问。"),
    by_doctor=True,
)  # fmt: skip
"""Never grows old: a death is not asked again. Until a doctor has confirmed it, `alive: no` is a finding to confirm."""
first_trimester_scan = yes_no(
    "first_trimester_scan", Text("first-trimester scan and screening done", "已完成早孕超声与筛查"),
    Text("Have the first-trimester scan and aneuploidy screening been done?", "早孕期超声和染色体筛查做了吗?"),
)  # fmt: skip
anomaly_scan = option(
    "anomaly_scan", Text("anomaly scan", "胎儿畸形筛查"), Text("What did the anomaly scan show?", "胎儿畸形筛查结果如何?"),
    {
        "not_done": Text("not done yet", "尚未做"),
        "normal": Text("no major anomaly", "未见重大畸形"),
        "major": Text("a major anomaly", "重大畸形"),
        "lethal": Text("a lethal anomaly", "致死性畸形"),
    },
)  # fmt: skip
fetal_compromise = yes_no(
    "fetal_compromise", Text("fetal compromise", "胎儿窘迫"), Text("Is the baby compromised?", "胎儿是否有窘迫?"),
    lasts=TODAY,
)  # fmt: skip

SCANS = list_of(
    "scans",
    one=Text("cervical scan", "宫颈超声"),
    label=Text("cervical scans in this pregnancy", "本次妊娠宫颈超声"),
    question=Text("Has the cervix been measured in this pregnancy?", "本次妊娠测过宫颈长度吗?"),
    complete=Text("Are these all the scans of the cervix so far?", "以上是目前为止全部的宫颈测量吗?"),
)
scan_gestation = number(
    "gestation", Text("gestation at the scan", "超声时孕周"), Text("At what gestation was the scan?", "超声时孕多少周?"),
    Unit.DAYS, between=(weeks(4), weeks(42)), rows=SCANS,
)  # fmt: skip
scan_length = number(
    "length", Text("cervical length", "宫颈长度"), Text("How long was the closed cervix (mm)?", "闭合宫颈长多少毫米?"),
    Unit.MILLIMETRES, between=(mm(0), mm(80)), rows=SCANS, codes=(Code("LOINC", "11961-0"),),
)  # fmt: skip
scan_method = option(
    "method", Text("how it was measured", "测量方法"), Text("Was it measured through the vagina?", "是经阴道测量吗?"),
    {
        "transvaginal": Text("through the vagina", "经阴道"),
        "transabdominal": Text("through the abdomen", "经腹"),
    },
    rows=SCANS,
)  # fmt: skip
scan_funnel = option(
    "funnel", Text("funnel", "漏斗"), Text("Was there a funnel, and of what shape?", "有无漏斗?形状如何?"),
    {"none": Text("none", "无"), "v": Text("V-shaped", "V形"), "u": Text("U-shaped", "U形")}, rows=SCANS,
)  # fmt: skip
scan_sludge = yes_no(
    "sludge", Text("amniotic sludge", "羊水沉渣"), Text("Was there sludge at the internal os?", "内口处是否有羊水沉渣?"),
    rows=SCANS,
)  # fmt: skip

dilatation = number(
    "dilatation", Text("dilatation of the cervix", "宫口扩张"), Text("How far has the cervix opened (cm)?", "宫口开了几厘米?"),
    Unit.CENTIMETRES, between=(cm(0), cm(10)), lasts=WEEK,
)  # fmt: skip
membranes = option(
    "membranes", Text("membranes on examination", "检查所见胎膜"),
    Text("Where are the membranes on examination?", "检查时胎膜在哪里?"),
    {
        "not_visible": Text("not visible", "未见"),
        "at_os": Text("visible at the external os", "外口可见"),
        "bulging": Text("bulging beyond the external os into the vagina", "膨出外口入阴道"),
        "ruptured": Text("ruptured", "已破"),
    },
    lasts=TODAY,
)  # fmt: skip
contractions = yes_no(
    "contractions", Text("contractions", "宫缩"), Text("Does she have contractions?", "她现在有宫缩吗?"), lasts=TODAY
)  # fmt: skip
labour = yes_no(
    "labour", Text("established labour", "已临产"), Text("Is she in established labour?", "是否已临产?"),
    lasts=TODAY,
)  # fmt: skip
bleeding = yes_no(
    "bleeding", Text("vaginal bleeding", "阴道出血"), Text("Is she bleeding?", "有阴道出血吗?"), lasts=TODAY
)  # fmt: skip
ruptured_membranes = yes_no(
    "ruptured_membranes", Text("waters broken", "胎膜已破"), Text("Have her waters broken?", "破水了吗?"), lasts=TODAY,
    codes=(Code("SNOMED CT", "44223004"),),
)  # fmt: skip
infection = yes_no(
    "infection", Text("clinical signs of infection in the womb", "宫内感染的临床征象"),
    Text("Are there clinical signs of infection (fever, tenderness, foul discharge)?",
         "有感染的临床征象(发热、压痛、分泌物异味)吗?"),
    lasts=TODAY, codes=(Code("SNOMED CT", "11612004"),),
)  # fmt: skip
infection_suspected = yes_no(
    "infection_suspected", Text("infection in the womb suspected", "怀疑宫内感染"),
    Text("Is infection in the womb suspected?", "是否怀疑宫内感染?"), lasts=TODAY,
)  # fmt: skip
temperature = number(
    "temperature", Text("temperature", "体温"), Text("What is her temperature (°C)?", "体温多少摄氏度?"), Unit.CELSIUS,
    between=(Quantity(330, Unit.CELSIUS), Quantity(430, Unit.CELSIUS)), lasts=TODAY,
)  # fmt: skip
white_count = number(
    "white_count", Text("white cell count", "白细胞计数"), Text("White cell count (×10⁹/L)?", "白细胞计数(×10⁹/L)?"),
    Unit.CELLS, between=(Quantity(0, Unit.CELLS), Quantity(1000, Unit.CELLS)), lasts=TODAY,
)  # fmt: skip
crp = number(
    "crp", Text("C-reactive protein", "C反应蛋白"), Text("C-reactive protein (mg/L)?", "C反应蛋白(mg/L)?"),
    Unit.MILLIGRAMS_PER_LITRE, lasts=TODAY,
    between=(Quantity(0, Unit.MILLIGRAMS_PER_LITRE), Quantity(6000, Unit.MILLIGRAMS_PER_LITRE)),
)  # fmt: skip
placenta_praevia = yes_no(
    "placenta_praevia", Text("placenta praevia", "前置胎盘"), Text("Is there a placenta praevia?", "是否前置胎盘?"),
    lasts=28,
)  # fmt: skip
early_bleeding = yes_no(
    "early_bleeding", Text("bleeding in early pregnancy", "早孕期出血"),
    Text("Has she bled in the first trimester of this pregnancy?", "本次妊娠早孕期有出血吗?"),
)  # fmt: skip
in_trial = yes_no(
    "in_trial", Text("treated within a trial", "在临床试验中"), Text("Is she treated within a trial?", "她是否参加临床试验?")
)  # fmt: skip

suture_in = yes_no(
    "suture_in", Text("suture in place now", "目前有环扎缝线"),
    Text("Is a suture in the cervix (or above it) now?", "目前宫颈(或宫颈上方)有环扎缝线吗?"),
)  # fmt: skip
suture_vaginal = yes_no(
    "suture_vaginal", Text("suture through the vagina in place now", "目前有经阴道环扎缝线"),
    Text("Is a suture in that was placed through the vagina?", "目前有经阴道放置的缝线吗?"),
)  # fmt: skip
suture_abdominal = yes_no(
    "suture_abdominal", Text("abdominal suture in place now", "目前有经腹环扎带"),
    Text("Is a suture in that was placed through the abdomen?", "目前有经腹放置的环扎带吗?"),
)  # fmt: skip
suture = option(
    "suture", Text("suture in the cervix now", "目前宫颈缝线"),
    Text("Is there a suture in the cervix now, and of which kind?", "目前宫颈有缝线吗?是哪种?"),
    {
        "none": Text("none", "无"),
        "mcdonald": Text("McDonald (low, through the vagina)", "McDonald(经阴道低位)"),
        "shirodkar": Text("Shirodkar (high, bladder mobilised)", "Shirodkar(经阴道高位)"),
        "abdominal": Text("abdominal", "经腹"),
        "vaginal": Text("through the vagina, technique not known", "经阴道,术式不详"),
        "in": Text("one is in, kind not known", "有缝线,种类不详"),
    },
    vague=("vaginal", "in"), codes=(Code("SNOMED CT", "69802008"),),
)  # fmt: skip
suture_indication = option(
    "suture_indication", Text("why the present suture was placed", "本次环扎指征"),
    Text("Why was the present suture placed?", "本次环扎的指征是什么?"),
    {
        "history": Text("because of her history", "病史指征"),
        "ultrasound": Text("because the cervix was short", "超声指征"),
        "examination": Text("because the cervix had opened", "体格检查指征(紧急)"),
    },
)  # fmt: skip
progesterone = yes_no(
    "progesterone", Text("using vaginal progesterone", "正在使用阴道孕酮"),
    Text("Is she using vaginal progesterone?", "她在用阴道孕酮吗?"), lasts=28,
)  # fmt: skip
injected_progesterone = yes_no(
    "injected_progesterone", Text("a course of injected 17-OHPC begun", "已开始肌注己酸羟孕酮"),
    Text("Has she begun a course of injected 17-OHPC in this pregnancy?", "本次妊娠是否已开始肌注己酸羟孕酮?"), lasts=28,
)  # fmt: skip
pessary = yes_no(
    "pessary", Text("cervical pessary in place", "已放置宫颈托"), Text("Is a cervical pessary in place?", "放了宫颈托吗?"),
    lasts=28,
)  # fmt: skip
planned_caesarean = yes_no(
    "planned_caesarean", Text("caesarean before labour planned", "计划临产前剖宫产"),
    Text("Is a caesarean before labour planned?", "是否计划在临产前剖宫产?"),
)  # fmt: skip
planned_caesarean_at = number(
    "planned_caesarean_at", Text("gestation of the planned caesarean", "计划剖宫产孕周"),
    Text("For what gestation is the caesarean planned?", "剖宫产计划在多少周?"), Unit.DAYS,
    between=(weeks(24), weeks(42)),
)  # fmt: skip
lost_with_suture = yes_no(
    "lost_with_suture", Text("this pregnancy is being lost with the suture in place", "带缝线发生流产"),
    Text("Is this pregnancy being lost with the suture in place?", "本次妊娠是否带着缝线发生流产?"),
)  # fmt: skip

# -- labour that may be beginning, and the baby about to be born early --------------------------------------------

preterm_symptoms = yes_no(
    "preterm_symptoms", Text("symptoms of preterm labour", "早产临产症状"),
    Text("Does she report symptoms that may be preterm labour (pain in the abdomen, tightenings, pressure)?",
         "她是否自述可能为早产临产的症状(腹痛、腹部发紧、下坠感)?"), lasts=TODAY,
)  # fmt: skip
leaking = yes_no(
    "leaking", Text("fluid leaking, as she reports", "自述阴道流液"),
    Text("Does she report fluid leaking from the vagina?", "她是否自述阴道流液?"), lasts=TODAY,
)  # fmt: skip
waters_test = option(
    "waters_test", Text("test of vaginal fluid for broken waters", "阴道液胎膜早破检测"),
    Text("What did the test of vaginal fluid for broken waters (IGFBP-1 or PAMG-1) show?",
         "阴道液胎膜早破检测(IGFBP-1或PAMG-1)结果如何?"),
    {"negative": Text("negative", "阴性"), "positive": Text("positive", "阳性")}, lasts=TODAY,
)  # fmt: skip
length_now = number(
    "length_now", Text("cervical length today, measured for symptoms", "因症状于今日测得的宫颈长度"),
    Text("How long was the cervix through the vagina today, measured because of symptoms (mm)?",
         "今日因症状经阴道测得宫颈长多少毫米?"),
    Unit.MILLIMETRES, between=(mm(0), mm(80)), lasts=TODAY,
)  # fmt: skip
"""Beside the list of scans: a length of last week says nothing of labour today."""
fibronectin_now = option(
    "fibronectin_now", Text("fetal fibronectin today", "今日胎儿纤维连接蛋白"),
    Text("What was fetal fibronectin today: 50 ng/ml or less (negative), or more (positive)?",
         "今日胎儿纤维连接蛋白:≤50 ng/ml(阴性)还是>50 ng/ml(阳性)?"),
    {"negative": Text("negative", "阴性"), "positive": Text("positive", "阳性")}, lasts=TODAY,
)  # fmt: skip
presentation = option(
    "presentation", Text("presentation of the baby (of several, of the first)", "胎先露(多胎指第一胎)"),
    Text("How does the baby lie (of several, the first)?", "胎位如何(多胎指第一胎)?"),
    {
        "cephalic": Text("head first", "头位"),
        "breech": Text("breech", "臀位"),
        "other": Text("another (across, oblique)", "其他(横位、斜位)"),
    },
    lasts=TODAY,
)  # fmt: skip
planned_preterm_birth = option(
    "planned_preterm_birth", Text("planned birth before 37+0", "计划37+0周前分娩"),
    Text("Is a birth before 37+0 planned, and is it within 24 hours?", "是否计划37+0周前分娩?是否在24小时内?"),
    {
        "none": Text("none planned", "未计划"),
        "later": Text("planned, not within 24 hours", "已计划,不在24小时内"),
        "within_24h": Text("planned within 24 hours", "计划24小时内"),
    },
    lasts=TODAY,
)  # fmt: skip
birth_within_48h = yes_no(
    "birth_within_48h", Text("very high risk of birth within 48 hours", "48小时内分娩风险极高"),
    Text("Is she at very high risk of giving birth within the next 48 hours?", "她在48小时内分娩的风险是否极高?"), lasts=TODAY,
)  # fmt: skip
steroid_courses = number(
    "steroid_courses", Text("courses of steroids for preterm birth, in this pregnancy", "本次妊娠因早产用激素的疗程数"),
    Text("How many courses of steroids has she had in this pregnancy because of a preterm birth?",
         "本次妊娠因早产用过几个疗程的糖皮质激素?"), Unit.COUNT,
    between=(Quantity(0, Unit.COUNT), Quantity(6, Unit.COUNT)), lasts=TODAY,
)  # fmt: skip
steroids_over_7_days_ago = yes_no(
    "steroids_over_7_days_ago", Text("the last course of steroids more than 7 days ago", "末次激素疗程距今超过7天"),
    Text("Was the last course of steroids more than 7 days ago?", "末次激素疗程距今是否超过7天?"), lasts=TODAY,
)  # fmt: skip
