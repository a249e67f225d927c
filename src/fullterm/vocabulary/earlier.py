"""Earlier pregnancies: one record each. Gestation is kept in days, so that each body can classify it by its own limits."""

from __future__ import annotations

from fullterm.logic.quantity import Quantity, Unit, mm, weeks
from fullterm.vocabulary.fact import Code, Text, list_of, number, option, yes_no

EARLIER = list_of(
    "earlier",
    one=Text("earlier pregnancy", "既往妊娠"),
    label=Text("earlier pregnancies", "既往妊娠史"),
    question=Text("Has she been pregnant before?", "以前怀过孕吗?"),
    complete=Text("Are these all her earlier pregnancies?", "以上是她全部的既往妊娠吗?"),
)

outcome = option(
    "outcome", Text("outcome", "结局"), Text("How did that pregnancy end?", "那次妊娠结局如何?"),
    {
        "loss": Text("lost before or at birth", "流产(胎儿丢失)"),
        "stillbirth": Text("stillborn", "死产"),
        "live_birth": Text("born alive", "活产"),
        "termination": Text("termination", "人工终止妊娠"),
        "ectopic": Text("ectopic", "异位妊娠"),
        "molar": Text("molar", "葡萄胎"),
    },
    rows=EARLIER,
)  # fmt: skip
gestation = number(
    "gestation", Text("gestation at the end", "终止时孕周"), Text("How far along was she?", "当时怀孕多少周?"), Unit.DAYS,
    between=(weeks(3), weeks(45)), rows=EARLIER, codes=(Code("LOINC", "49052-4"),),
)  # fmt: skip
fetuses = number(
    "fetuses", Text("number of babies", "胎儿数"), Text("How many babies was she carrying?", "当时怀了几个胎儿?"),
    Unit.COUNT, between=(Quantity(1, Unit.COUNT), Quantity(6, Unit.COUNT)), rows=EARLIER,
)  # fmt: skip
induced = yes_no(
    "induced", Text("ended by doctors for a medical reason", "因医学指征终止"),
    Text("Did doctors start it, before labour or the waters breaking began by itself?",
         "是由医生引发,而非先有自然宫缩或破水吗?"), rows=EARLIER,
)  # fmt: skip
already_being_lost = yes_no(
    "already_being_lost", Text("already being lost before doctors ended it", "医生终止前已在流产"),
    Text("Was the pregnancy already being lost before doctors ended or completed it: the cervix open, the membranes "
         "bulging, the waters broken, labour or bleeding?",
         "医生终止(或完成)妊娠之前,是否已在流产(宫口已开、羊膜囊膨出、破水、临产或出血,即难免流产)?"), rows=EARLIER,
)  # fmt: skip
"""Order in time: 难免流产引产 is a loss that doctors completed. That the baby had died is `fetal_death_first`."""
painless_dilatation = yes_no(
    "painless_dilatation", Text("the cervix opened without pain", "宫颈无痛性扩张"),
    Text("Had the cervix opened before she felt any pain?", "宫口是否在没有疼痛时就已开大?"), rows=EARLIER,
)  # fmt: skip
membranes_bulging = yes_no(
    "membranes_bulging", Text("membranes bulging into the vagina", "羊膜囊膨入阴道"),
    Text("Was the sac seen bulging through the cervix?", "是否见羊膜囊膨出宫口?"), rows=EARLIER,
)  # fmt: skip
membranes_first = yes_no(
    "membranes_first", Text("the waters broke first", "首先破水"),
    Text("Did the waters break before any contraction?", "是否在宫缩之前先破水?"), rows=EARLIER,
)  # fmt: skip
contractions_first = yes_no(
    "contractions_first", Text("painful contractions came first", "首先出现痛性宫缩"),
    Text("Did painful contractions come first?", "是否首先出现规律的痛性宫缩?"), rows=EARLIER,
)  # fmt: skip
bleeding_first = yes_no(
    "bleeding_first", Text("bleeding came first", "首先出血"), Text("Did bleeding come first?", "是否首先出血?"),
    rows=EARLIER,
)  # fmt: skip
fetal_death_first = yes_no(
    "fetal_death_first", Text("the baby had died before", "胎儿先死亡"),
    Text("Had the baby already died before it began?", "发动之前胎儿是否已死亡?"), rows=EARLIER,
)  # fmt: skip
infection = yes_no(
    "infection", Text("infection of the womb", "宫内感染"),
    Text("Was infection of the womb or placenta found?", "是否发现宫内或胎盘感染?"), rows=EARLIER,
    codes=(Code("SNOMED CT", "11612004"),),
)  # fmt: skip
abruption = yes_no(
    "abruption", Text("placental abruption", "胎盘早剥"),
    Text("Had the placenta come away (abruption)?", "是否有胎盘早剥?"), rows=EARLIER,
    codes=(Code("SNOMED CT", "415105001"),),
)  # fmt: skip
fetal_anomaly = yes_no(
    "fetal_anomaly", Text("fetal anomaly or abnormal chromosomes", "胎儿畸形或染色体异常"),
    Text("Was the baby found to have an anomaly or abnormal chromosomes?", "是否发现胎儿畸形或染色体异常?"),
    rows=EARLIER,
)  # fmt: skip
tissue_tested = yes_no(
    "tissue_tested", Text("chromosomes of the pregnancy tested", "已行妊娠物染色体检查"),
    Text("Were the chromosomes of the pregnancy tested?", "妊娠物是否做过染色体检查?"), rows=EARLIER,
)  # fmt: skip
shortest_cervix = number(
    "shortest_cervix", Text("shortest cervix in that pregnancy", "当次妊娠最短宫颈长度"),
    Text("What was the shortest cervical length in that pregnancy (mm)?", "那次妊娠最短宫颈长度是多少毫米?"),
    Unit.MILLIMETRES, between=(mm(0), mm(80)), rows=EARLIER, codes=(Code("LOINC", "11961-0"),),
)  # fmt: skip
shortest_cervix_at = number(
    "shortest_cervix_at", Text("when the shortest cervix was measured", "测得最短宫颈的孕周"),
    Text("At what gestation was it measured?", "当时孕多少周?"), Unit.DAYS, between=(weeks(8), weeks(42)),
    rows=EARLIER,
)  # fmt: skip
cerclage = option(
    "cerclage", Text("cerclage in that pregnancy, by indication", "当次妊娠环扎(按指征)"),
    Text("Was a cerclage placed, and why?", "是否做过宫颈环扎?因为什么?"),
    {
        "none": Text("none", "未做"),
        "history": Text("because of her history", "病史指征"),
        "ultrasound": Text("because the cervix was short", "超声指征"),
        "examination": Text("because the cervix had opened", "体格检查指征(紧急)"),
    },
    rows=EARLIER,
)  # fmt: skip
cerclage_route = option(
    "cerclage_route", Text("route of that cerclage", "当次环扎途径"),
    Text("Through the vagina or the abdomen?", "经阴道还是经腹?"),
    {
        "vaginal": Text("through the vagina", "经阴道"),
        "abdominal": Text("through the abdomen", "经腹(含腹腔镜)"),
    },
    rows=EARLIER,
)  # fmt: skip
cerclage_technique = option(
    "cerclage_technique", Text("technique of that cerclage", "当次环扎术式"),
    Text("Which technique?", "哪种术式?"),
    {
        "mcdonald": Text("McDonald (low)", "McDonald术"),
        "shirodkar": Text("Shirodkar (high)", "Shirodkar术"),
        "open_abdominal": Text("open abdominal", "开腹"),
        "laparoscopic": Text("laparoscopic", "腹腔镜"),
    },
    rows=EARLIER,
)  # fmt: skip
cerclage_placed = number(
    "cerclage_placed", Text("gestation at that cerclage", "当次环扎孕周"),
    Text("At what gestation was it placed?", "环扎时孕多少周?"), Unit.DAYS, between=(weeks(0), weeks(32)), rows=EARLIER,
)  # fmt: skip
cerclage_removed = number(
    "cerclage_removed", Text("gestation when that suture came out", "当次拆线孕周"),
    Text("At what gestation was it removed?", "拆线时孕多少周?"), Unit.DAYS, between=(weeks(10), weeks(42)), rows=EARLIER,
)  # fmt: skip
progesterone = yes_no(
    "progesterone", Text("progesterone in that pregnancy", "当次妊娠用过孕酮"),
    Text("Did she use vaginal progesterone in that pregnancy?", "那次妊娠是否用过阴道孕酮?"), rows=EARLIER,
)  # fmt: skip
caesarean = option(
    "caesarean", Text("caesarean", "剖宫产"), Text("Was it a caesarean, and when?", "是否剖宫产?在什么时候?"),
    {
        "none": Text("no caesarean", "非剖宫产"),
        "before_full_dilatation": Text("before full dilatation", "宫口开全前"),
        "full_dilatation": Text("at full dilatation", "宫口开全时"),
    },
    rows=EARLIER, codes=(Code("SNOMED CT", "161805006"),),
)  # fmt: skip
tissue_result = option(
    "tissue_result", Text("chromosomes of that pregnancy's tissue", "该次妊娠物染色体结果"),
    Text("What did the chromosomes of the pregnancy tissue show?", "妊娠物染色体检查结果如何?"),
    {
        "kept": Text("tissue kept, not tested", "组织已留存,未检测"),
        "not_available": Text("no tissue could be tested", "无组织可检"),
        "failed": Text("test failed", "检测失败"),
        "normal": Text("normal", "正常"),
        "unbalanced": Text("unbalanced structural abnormality", "不平衡性结构异常"),
        "other_abnormal": Text("another abnormality", "其他异常"),
    },
    rows=EARLIER,
)  # fmt: skip
