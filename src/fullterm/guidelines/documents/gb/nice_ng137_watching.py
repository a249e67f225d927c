"""NICE NG137: watching twins in labour (1.11), and what the document is silent on.

Read in full, 2024 edition; the section is of 2019. It is of twins only: most triplets are born by caesarean (p.60). Where
no first week is printed it is read from 22+0, as in `nice_ng137_labour`. How a tracing is read and answered (1.11.7 to
1.11.21) is in other guidelines and is not entered, but for one limit.
"""

from __future__ import annotations

from fullterm.guidelines.documents.gb.nice_ng137 import NG137
from fullterm.guidelines.documents.gb.nice_ng137_labour import from_22, from_26, perhaps_preterm_labour
from fullterm.guidelines.model import do_not_offer, inform, no_recommendation, offer
from fullterm.logic.language import all_of, any_of, weeks
from fullterm.vocabulary import findings, pregnancy, treatments
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.multiples import twins_or_triplets
from fullterm.vocabulary.preterm_labour import birth_soon, waters_broken_early

labour_from_26 = all_of(pregnancy.labour, from_26)
MORE_THAN_26 = Text(
    "'More than 26 weeks' is read from 26+0, since 1.11.6 ends with 25+6. Established labour, whether preterm or not.",
    "“超过26周”按26+0起理解,因1.11.6止于25+6。已临产者,不论是否早产。",
)

NG137.recommend(
    "1.11.3", offer(treatments.continuous_tracing),
    row="FULL-NICE137-1.11.3", decision="birth",
    says=Text(
        "Twins in established labour beyond 26 weeks: both hearts are traced without a break.",
        "双胎孕26周后临产者,持续监护两胎胎心。",
    ),
    women=findings.twins, when=labour_from_26,
    grade="offer [2019]", locus="1.11.3, p.31; rationale, p.59", read="full text", note=MORE_THAN_26,
)  # fmt: skip

NG137.recommend(
    "1.11.4", offer(treatments.labour_presentation_scan),
    row="FULL-NICE137-1.11.4", decision="birth",
    says=Text(
        "Twins, once labour is established: a scan at the bedside shows which is which, how each lies and where the hearts are.",
        "双胎临产时,床旁超声确认两胎次序、各自胎位及胎心位置。",
    ),
    women=findings.twins, when=all_of(pregnancy.labour, from_22),
    grade="[2019]", locus="1.11.4, p.31; rationale, p.59", read="full text",
    note=Text("No first week is printed; read from 22+0, as in NG25.", "未印最早孕周,按22+0起理解(同NG25)。"),
)  # fmt: skip

NG137.recommend(
    "1.11.5", do_not_offer(treatments.listening),
    row="FULL-NICE137-1.11.5", decision="birth",
    says=Text(
        "Twins in established labour beyond 26 weeks: listening at intervals is not offered.",
        "双胎孕26周后临产者,不用间断听诊。",
    ),
    women=findings.twins, when=labour_from_26,
    grade="do not offer [2019]", locus="1.11.5, p.31", read="full text", note=MORE_THAN_26,
)  # fmt: skip

NG137.recommend(
    "1.11.6", offer(treatments.monitoring_decision),
    row="FULL-NICE137-1.11.6", decision="birth",
    says=Text(
        "Twins in established labour from 23+0 to 25+6: a senior obstetrician takes part in talking over with her how the hearts are watched.",
        "双胎孕23+0–25+6临产者,由高年资产科医生参与,与其讨论如何监护胎心。",
    ),
    women=findings.twins,
    when=all_of(pregnancy.labour, pregnancy.gestation >= weeks(23), pregnancy.gestation <= weeks(25, 6)),
    grade="[2019]", locus="1.11.6, p.31; rationale, p.59", read="full text",
    note=Text("In line with NG25 for one baby (p.59). Both ends are included.", "与NG25(单胎)一致(第59页)。孕周含两端。"),
)  # fmt: skip

NG137.recommend(
    "1.11.13", inform(treatments.scalp_electrode, treatments.fetal_blood_sampling),
    row="FULL-NICE137-1.11.13", decision="birth",
    says=Text(
        "Twins in labour: an electrode on the first baby's scalp only after 34 weeks and where nothing forbids it; sampling its blood is talked over from 34 weeks only.",
        "双胎临产:仅在34周后且无禁忌时对第一胎用头皮电极;胎儿头皮血取样亦仅自34周起讨论。",
    ),
    women=findings.twins, when=all_of(pregnancy.labour, from_22),
    grade="[2019]", locus="1.11.13-1.11.15, p.32-33; rationale, p.59-60", read="full text",
    note=Text(
        "Of the care by tracing only these limits are entered. The electrode is meant where tracing through the abdomen fails, both may be the same heart, or the first baby's trace is suspicious (1.11.13, 1.11.14), the sample where that trace is pathological and the gain likely outweighs the risk (1.11.15): not asked. Contraindications named: HIV, hepatitis, low platelets (p.59). No first week is printed; read from 22+0, as in NG25.",
        "胎监处理中仅录入此界限。头皮电极用于经腹监护失败、疑为同一胎心或第一胎胎监可疑(1.11.13、1.11.14),取样用于第一胎胎监病理且获益可能大于风险者(1.11.15):均未询问。所列禁忌:HIV、肝炎、血小板减少(第59页)。未印最早孕周,按22+0起理解(同NG25)。",
    ),
)  # fmt: skip

NG137.recommend(
    "SILENT-labour",
    no_recommendation(
        treatments.magnesium, treatments.nifedipine, treatments.oxytocin_antagonist, treatments.tocolysis
    ),
    row="FULL-NICE137-SILENT", decision="emergencies",
    says=Text(
        "For twins or triplets about to be born early, magnesium and drugs to stop labour are not addressed.",
        "双胎、三胎即将早产者,硫酸镁与抑制宫缩药物未作说明。",
    ),
    women=twins_or_triplets, when=all_of(from_22, any_of(birth_soon, perhaps_preterm_labour)),
    grade="-", locus="full-text search; 1.5.6, p.22-23", read="full text",
    note=Text(
        "NG25, which has both, is for one baby (NG25 p.5); the recommendations refer to it only for steroids before a planned birth (1.9.10) and the risks of a caesarean (1.10.5), the rationale once for watching the hearts (p.59). Oral tocolytics are named as prevention only. For whom the silence matters is our choice.",
        "NG25对两者均有条文,但仅适用于单胎(NG25第5页);本指南条文仅在计划分娩前激素(1.9.10)与剖宫产风险(1.10.5)处引用之,说明部分仅于胎心监护处提及(第59页)。口服宫缩抑制剂仅作为预防提及。对谁显示由我们界定。",
    ),
)  # fmt: skip

NG137.recommend(
    "SILENT-waters", no_recommendation(treatments.pprom_antibiotics),
    row="FULL-NICE137-SILENT", decision="emergencies",
    says=Text(
        "For twins or triplets whose waters break early, an antibiotic is not addressed.",
        "双胎、三胎未足月胎膜早破后的抗生素未作说明。",
    ),
    women=twins_or_triplets, when=waters_broken_early,
    grade="-", locus="full-text search", read="full text",
    note=Text(
        "NG25 1.4.1 is for one baby (NG25 p.5). For whom the silence matters is our choice.",
        "NG25 1.4.1仅适用于单胎(NG25第5页)。对谁显示由我们界定。",
    ),
)  # fmt: skip
