"""CNGOF (France): pregnancy loss 2016, prevention of spontaneous preterm birth 2017.

Written from `clinical/guidelines-world.md` section 8. Of 2016 the abstract was read as far as it was visible; the rest,
and all of 2017, is recalled. French weeks (semaines d'aménorrhée, SA) are weeks since the last period, as ours; weeks of
"grossesse" (SG) are two fewer and never enter here.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, Window, do_not_offer, not_routinely, offer
from fullterm.logic.language import all_of, any_of, count, mm, not_, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

CNGOF_2016 = Guideline(
    id="cngof-2016", short="CNGOF 2016",
    title=Text("Pregnancy losses: guidelines for clinical practice", "妊娠丢失临床实践指南"),
    publisher="CNGOF", country="FR", published=date(2016, 1, 1), url="https://hal.science/hal-02077416",
    edition="2014/2016, Eur J Obstet Gynecol Reprod Biol 201:18-26",
)  # fmt: skip
CNGOF_2017 = Guideline(
    id="cngof-2017", short="CNGOF 2017",
    title=Text("Prevention of spontaneous preterm birth", "自发性早产的预防"),
    publisher="CNGOF", country="FR", published=date(2017, 1, 1), url="https://fr.scribd.com/document/346712852",
    edition="2016/2017, Eur J Obstet Gynecol Reprod Biol 210:217-224",
)  # fmt: skip

lost_before_14 = count(earlier.EARLIER, all_of(earlier.outcome.is_("loss"), earlier.gestation < weeks(14)))
late = all_of(woman.pregnant, pregnancy.gestation >= weeks(14), pregnancy.gestation < weeks(22))
open_cervix = any_of(findings.dilated, findings.exposed_membranes)
births_and_losses = findings.births(weeks(14), weeks(37))
before_24 = all_of(woman.pregnant, pregnancy.gestation < weeks(24))
short = findings.shortest_before_24 < mm(25)

CNGOF_2016.recommend(
    "TLM-OPEN", offer(treatments.rescue_cerclage, treatments.tocolysis),
    row="CNGOF16-TLM-OPEN", decision="emergencies",
    says=Text(
        "In threatened late miscarriage with an open cervix, with or without the sac in the vagina, McDonald cerclage and tocolysis should be given when there is neither chorioamnionitis nor rupture of the membranes.",
        "晚期流产先兆、宫口已开(无论羊膜囊是否膨出),且无绒毛膜羊膜炎及胎膜破裂者,应行McDonald环扎并抑制宫缩。",
    ),
    when=all_of(late, open_cervix),
    unless=any_of(pregnancy.infection, pregnancy.ruptured_membranes),
    grade="C (recalled)", locus="abstract", read="abstract",
    note=Text(
        "The abstract was cut after 'tocolysis with in…': indomethacin and antibiotics are recalled and not encoded. 'Late miscarriage' is read as 14+0 to 21+6 SA, which is recalled; plurality is not said. Clinical signs stand for chorioamnionitis.",
        "摘要于“tocolysis with in…”处截断:吲哚美辛与抗生素为回忆,未编码。“晚期流产”按14+0至21+6(停经周),系回忆;未写胎数。绒毛膜羊膜炎以临床征象计。",
    ),
)  # fmt: skip
CNGOF_2016.recommend(
    "TLM-SHORT", offer(treatments.ultrasound_cerclage),
    row="CNGOF16-TLM-SHORT", decision="cerclage",
    says=Text(
        "With a closed cervix below 25 mm, cerclage only after a late miscarriage or preterm birth.",
        "宫颈闭合而<25 mm者,仅有晚期流产或早产史者环扎。",
    ),
    women=findings.not_multiple, when=all_of(late, not_(open_cervix), short, births_and_losses >= 1),
    grade="A", locus="-", read="recalled",
)  # fmt: skip
CNGOF_2016.recommend(
    "TLM-PRG", offer(treatments.vaginal_progesterone),
    row="CNGOF16-TLM-PRG", decision="progesterone",
    says=Text(
        "With a closed cervix below 25 mm and no contractions, daily vaginal progesterone to 34 weeks.",
        "宫颈闭合而<25 mm、无宫缩者,每日阴道孕酮至34周。",
    ),
    when=all_of(late, not_(open_cervix), short, not_(pregnancy.contractions)), window=Window(closes=weeks(34)),
    grade="A", locus="-", read="recalled",
)  # fmt: skip
CNGOF_2016.recommend(
    "WORKUP",
    offer(
        treatments.metabolic_tests, treatments.antiphospholipid_tests, treatments.thyroid_tests, treatments.uterine_imaging
    ),
    row="CNGOF16-WORKUP", decision="investigations",
    says=Text(
        "After recurrent loss: diabetes, antiphospholipid syndrome, hypothyroidism with thyroid antibodies, folate and B12, homocysteine, prolactin, ovarian reserve, and uterine malformation or lesions open to surgery.",
        "复发性妊娠丢失者检查:糖尿病、抗磷脂综合征、甲减及甲状腺抗体、叶酸与B12、同型半胱氨酸、泌乳素、卵巢储备,以及可手术的子宫畸形或病变。",
    ),
    when=lost_before_14 >= 3,
    grade="A (diabetes, APS, thyroid), B (prolactin), C (the others)", locus="abstract", read="abstract",
    note=Text(
        "Recurrent loss in France is read as three or more losses before 14 SA; that count is recalled, 'consecutive' cannot be read from our facts.",
        "法国的“复发”按14停经周前3次及以上,该次数系回忆;“连续”无法由现有资料判断。",
    ),
)  # fmt: skip
CNGOF_2016.recommend(
    "SEPT", offer(treatments.septum_resection),
    row="CNGOF16-SEPT", decision="uterus",
    says=Text("Hysteroscopic section of a septum after one or more late miscarriages.", "有一次及以上晚期流产的纵隔子宫行宫腔镜切开。"),
    when=all_of(findings.septum, findings.losses(weeks(14), weeks(22)) >= 1), grade="C", locus="-", read="recalled",
)  # fmt: skip
CNGOF_2016.recommend(
    "ACQ", offer(treatments.polyp_removal, treatments.fibroid_removal, treatments.adhesiolysis),
    row="CNGOF16-ACQ", decision="uterus",
    says=Text(
        "Polyps, fibroids and adhesions are corrected after three early or late losses.", "三次早期或晚期流产后,处理息肉、肌瘤与粘连。"
    ),
    when=all_of(
        count(earlier.EARLIER, earlier.outcome.is_("loss")) >= 3,
        any_of(woman.polyps, woman.submucous_fibroid, woman.adhesions),
    ),
    grade="C", locus="-", read="recalled",
)  # fmt: skip
CNGOF_2016.recommend(
    "CER-H", offer(treatments.history_cerclage),
    row="CNGOF16-CER-H", decision="cerclage",
    says=Text("Prophylactic cerclage after three or more late miscarriages or preterm births.", "晚期流产或早产合计三次及以上者行预防性环扎。"),
    women=findings.not_multiple, when=births_and_losses >= 3, grade="B", locus="-", read="recalled",
)  # fmt: skip

CNGOF_2017.recommend(
    "CER-01", offer(treatments.history_cerclage),
    row="CNGOF17-CER-01", decision="cerclage",
    says=Text("Cerclage in a singleton after three or more late miscarriages or preterm births.", "单胎、晚期流产或早产三次及以上者环扎。"),
    women=findings.not_multiple, when=births_and_losses >= 3, grade="A", locus="-", read="recalled",
)  # fmt: skip
CNGOF_2017.recommend(
    "CER-02", offer(treatments.ultrasound_cerclage),
    row="CNGOF17-CER-02", decision="cerclage",
    says=Text(
        "Cerclage in a singleton after a late miscarriage or spontaneous preterm birth with a cervix below 25 mm before 24 weeks.",
        "单胎、有晚期流产或自发早产史、24周前宫颈<25 mm者环扎。",
    ),
    women=findings.not_multiple, when=all_of(before_24, births_and_losses >= 1, short),
    grade="C", locus="-", read="recalled",
)  # fmt: skip
CNGOF_2017.recommend(
    "CER-03", do_not_offer(treatments.history_cerclage),
    row="CNGOF17-CER-03", decision="cerclage",
    says=Text(
        "No history-indicated cerclage for conisation alone, a uterine malformation alone, an isolated preterm birth, or twins.",
        "仅有锥切史、仅有子宫畸形、孤立的早产史或双胎者,不做病史指征环扎。",
    ),
    when=any_of(
        all_of(any_of(findings.cone, findings.lletz, findings.mullerian_anomaly), births_and_losses < 1),
        all_of(births_and_losses >= 1, births_and_losses < 2),
        findings.twins,
    ),
    grade="C; professional consensus; B; B/C", locus="-", read="recalled",
    note=Text("'Isolated' is read as one; two are left open.", "“孤立”按一次理解;两次未定。"),
)  # fmt: skip
CNGOF_2017.recommend(
    "PRG", offer(treatments.vaginal_progesterone),
    row="CNGOF17-PRG", decision="progesterone",
    says=Text(
        "Vaginal progesterone to 34 weeks in a singleton without symptoms or history and a cervix of 20 mm or less at 16-24 weeks.",
        "无症状、无病史的单胎16–24周宫颈≤20 mm者,阴道孕酮至34周。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, pregnancy.gestation <= weeks(24), births_and_losses < 1, findings.shortest_16_to_24 <= mm(20)),
    window=Window(weeks(16), weeks(34)), grade="B", locus="-", read="recalled",
)  # fmt: skip
CNGOF_2017.recommend(
    "PES", not_routinely(treatments.pessary),
    row="CNGOF17-PES", decision="pessary",
    says=Text("No pessary in the general population.", "一般人群不用宫颈托。"),
    when=woman.pregnant, grade="-", locus="-", read="recalled",
)  # fmt: skip
