"""RCOG Green-top 73, Prelabour rupture of membranes from 24+0 (2019). What it says, and does not say, for our women.

Written from `clinical/guidelines-english.md` section 4.3, whose author read the complete document (S6). It was not at
hand when the five British documents were read again rule by rule, and no clinician has read it against the source:
each note says so.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, no_recommendation, offer
from fullterm.logic.language import all_of, some, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, treatments
from fullterm.vocabulary.fact import Text

RCOG73 = Guideline(
    id="rcog-gtg73", short="RCOG GTG 73",
    title=Text("Preterm prelabour rupture of membranes from 24+0, Green-top Guideline No. 73", "孕24+0周起未足月胎膜早破(绿顶指南第73号)"),
    publisher="RCOG", country="GB", published=date(2019, 6, 1), url="https://doi.org/10.1111/1471-0528.15803",
    edition="June 2019",
)  # fmt: skip

RCOG73.recommend(
    "8.1", offer(treatments.preterm_clinic),
    row="RCOG73-NOTE", decision="surveillance",
    says=Text(
        "After a preterm prelabour rupture of membranes, the next pregnancy is looked after by an obstetrician with an interest in preterm birth.",
        "既往未足月胎膜早破者,下次妊娠由专注早产的产科医生管理。",
    ),
    when=some(
        earlier.EARLIER,
        all_of(earlier.membranes_first, earlier.gestation >= weeks(24), earlier.gestation < weeks(37)),
    ),
    grade="4", locus="§8.1", read="full text",
    note=Text(
        "The document begins at 24+0; the rupture is dated here by the end of that pregnancy, so that a rupture before 24+0 followed by a birth after it counts as well. 'Preterm' is read as before 37+0; one baby or several, and before conception too. Read whole once by the author of the row; not read again beside this rule.",
        "该指南自24+0起;此处以该次妊娠终止孕周计,故24+0前破膜而其后分娩者亦计入。“未足月”按37+0前理解;单胎、多胎及孕前均显示。条目作者曾通读全文;本条未再与原文逐句核对。",
    ),
)  # fmt: skip

RCOG73.recommend(
    "SILENT", no_recommendation(treatments.keep_suture, treatments.suture_removal),
    row="RCOG73-NOTE", decision="emergencies",
    says=Text(
        "The document says nothing on a cerclage in place when the membranes rupture.",
        "该指南未提及胎膜早破时如何处理已有的宫颈环扎。",
    ),
    women=findings.has_vaginal_suture, when=all_of(
        pregnancy.ruptured_membranes, pregnancy.gestation >= weeks(24), pregnancy.gestation < weeks(37)
    ),
    grade="-", locus="whole document (text search)", read="full text",
    note=Text(
        "The words cerclage, suture and stitch do not occur in it. RCOG 75 §13.1 does speak of this. From 24+0, the document's title, and before 37+0, since it is of preterm rupture; of a suture placed through the vagina, the one that would be taken out. Read whole once by the author of the row; not searched again beside this rule.",
        "全文检索无cerclage、suture、stitch字样。RCOG 75 §13.1对此有论述。自24+0起(见标题)至37+0前(限未足月);指经阴道缝线,即可能拆除者。条目作者曾通读全文;本条未再检索原文。",
    ),
)  # fmt: skip
