"""AWMF (Germany, Austria, Switzerland): 015/025 prevention of preterm birth, 015/050 recurrent miscarriage.

Written from `clinical/guidelines-world.md` section 7. Existence and strength words (soll, sollte, kann) were read; no
recommendation text was. All is recalled, and nothing advises. Early total cervical occlusion is a German-language option.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, Window, consider, inform, not_routinely, offer
from fullterm.logic.language import all_of, any_of, count, mm, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

AWMF_025 = Guideline(
    id="awmf-015-025", short="AWMF 015/025",
    title=Text("Prevention and therapy of preterm birth (S2k)", "早产的预防与治疗(S2k)"),
    publisher="DGGG/OEGGG/SGGG", country="DE", published=date(2022, 9, 1), url="https://doi.org/10.1055/a-2044-0203",
    edition="September 2022 (part 1: Geburtshilfe Frauenheilkd 2023;83:547-568)",
)  # fmt: skip
AWMF_050 = Guideline(
    id="awmf-015-050", short="AWMF 015/050",
    title=Text("Recurrent miscarriage (S2k)", "复发性流产(S2k)"),
    publisher="DGGG/OEGGG/SGGG", country="DE", published=date(2022, 5, 1), url="https://doi.org/10.1055/a-1895-9940",
    edition="May 2022 (Geburtshilfe Frauenheilkd 2023;83:49-78)",
)  # fmt: skip

before_24 = all_of(woman.pregnant, pregnancy.gestation < weeks(24))
short = findings.shortest_before_24 <= mm(25)
history = findings.preterm_birth_or_late_loss

AWMF_025.recommend(
    "PRG", offer(treatments.vaginal_progesterone),
    row="AWMF025-PRG", decision="progesterone",
    says=Text(
        "In a singleton with a cervix of 25 mm or less before 24+0, vaginal progesterone 200 mg or gel 90 mg daily to 36+6.",
        "单胎24+0前宫颈≤25 mm者,阴道孕酮200 mg/d或凝胶90 mg/d至36+6。",
    ),
    women=findings.not_multiple, when=all_of(before_24, short), grade="soll", locus="-", read="recalled",
)  # fmt: skip
AWMF_025.recommend(
    "PRG-H", consider(treatments.vaginal_progesterone),
    row="AWMF025-PRG-H", decision="progesterone",
    says=Text("After a spontaneous preterm birth, progesterone from 16 weeks in a singleton; weaker in 2022.", "既往自发早产的单胎16周起用孕酮;2022版强度减弱。"),
    women=findings.not_multiple, when=all_of(woman.pregnant, pregnancy.gestation < weeks(37), findings.preterm_birth),
    window=Window(weeks(16), weeks(37)), grade="-", locus="-", read="recalled",
)  # fmt: skip
AWMF_025.recommend(
    "CER-U", offer(treatments.ultrasound_cerclage),
    row="AWMF025-CER-U", decision="cerclage",
    says=Text(
        "Cerclage in a singleton with an earlier spontaneous preterm birth or late miscarriage and a cervix of 25 mm or less before 24+0.",
        "单胎、既往自发早产或晚期流产、24+0前宫颈≤25 mm者环扎。",
    ),
    women=findings.not_multiple, when=all_of(before_24, history, short), grade="sollte", locus="-", read="recalled",
)  # fmt: skip
AWMF_025.recommend(
    "CER-P", consider(treatments.history_cerclage, treatments.occlusion_total),
    row="AWMF025-CER-P", decision="cerclage",
    says=Text(
        "Primary cerclage or early total occlusion of the cervix may follow earlier late losses or preterm births.",
        "既往晚期流产或早产者,可行预防性环扎或早期宫颈完全封闭术。",
    ),
    women=findings.not_multiple, when=history, grade="kann", locus="-", read="recalled",
    note=Text("How many losses or births are asked for is not remembered: one is read.", "所需次数记不清:按一次读。"),
)  # fmt: skip
AWMF_025.recommend(
    "CER-T", consider(treatments.rescue_cerclage, treatments.tocolysis, treatments.antibiotics),
    row="AWMF025-CER-T", decision="emergencies",
    says=Text(
        "Emergency cerclage with indomethacin and antibiotics may be done when the cervix has opened before 24+0.",
        "24+0前宫口扩张者,可行紧急环扎并用吲哚美辛与抗生素。",
    ),
    when=all_of(before_24, any_of(findings.dilated, findings.exposed_membranes)), grade="kann", locus="-", read="recalled",
)  # fmt: skip
AWMF_025.recommend(
    "PES", consider(treatments.pessary),
    row="AWMF025-PES", decision="pessary",
    says=Text("A pessary was an option in 2019, weakened in 2022.", "宫颈托2019年为可选,2022年减弱。"),
    women=findings.not_multiple, when=all_of(before_24, short), grade="kann", locus="-", read="recalled",
    note=Text("Doubtful recollection.", "回忆,存疑。"),
)  # fmt: skip
AWMF_025.recommend(
    "REST", not_routinely(treatments.bed_rest),
    row="AWMF025-REST", decision="not_to_do",
    says=Text("No benefit of bed rest has been shown.", "卧床未见获益。"),
    when=woman.pregnant, grade="-", locus="-", read="recalled",
)  # fmt: skip
AWMF_025.recommend(
    "FTMV", inform(treatments.occlusion_total),
    row="AWMF025-FTMV", decision="cerclage",
    says=Text(
        "Total cervical occlusion is listed beside cerclage and pessary in German-language texts, and in no FIGO, RCOG or Chinese text read.",
        "宫颈完全封闭术见于德语文献(与环扎、宫颈托并列);所读FIGO、RCOG及中国文件均未见。",
    ),
    when=history, grade="-", locus="Springer reference chapter 10.1007/978-3-662-44369-9_15-2", read="secondary",
)  # fmt: skip

recurrent = count(earlier.EARLIER, all_of(earlier.outcome.is_("loss"), earlier.gestation < weeks(24))) >= 3

AWMF_050.recommend(
    "DEF", inform(),
    row="AWMF050-DEF", decision="diagnosis",
    says=Text(
        "Three or more consecutive losses are recurrent miscarriage; in some women work-up begins earlier.",
        "连续3次及以上流产为复发性流产;部分妇女可提前检查。",
    ),
    when=recurrent, grade="-", locus="-", read="recalled",
    note=Text("Order is not among our facts. Before 24+0 is ours.", "先后次序未录入;24+0前为我们的理解。"),
)  # fmt: skip
AWMF_050.recommend(
    "SEPT", consider(treatments.septum_resection),
    row="AWMF050-SEPT", decision="uterus",
    says=Text("Resection of a septum in recurrent miscarriage may or should be done.", "复发性流产合并纵隔者可(或宜)切除。"),
    when=all_of(recurrent, findings.septum), grade="kann/sollte", locus="-", read="recalled",
    note=Text("The strength is not remembered exactly: the weaker is encoded.", "强度记忆不确,按较弱者编码。"),
)  # fmt: skip
