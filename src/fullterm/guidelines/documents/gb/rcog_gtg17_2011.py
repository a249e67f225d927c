"""RCOG Green-top 17, the edition of 2011, which that of 2023 replaced and which is still widely copied.

Written from `clinical/guidelines-world.md` section 4. The document itself was not read; what is recalled never advises.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.documents.gb.rcog_gtg17 import late
from fullterm.guidelines.model import Guideline, offer
from fullterm.logic.language import all_of, any_of, mm, some, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

RCOG17_2011 = Guideline(
    id="rcog-gtg17-2011", short="RCOG GTG 17 (2011)",
    title=Text("Recurrent first-trimester and second-trimester miscarriage, Green-top Guideline No. 17, edition of 2011", "复发性早期及中期流产(绿顶指南第17号,2011年版)"),
    publisher="RCOG", country="GB", published=date(2011, 1, 1), until=date(2023, 6, 19),
    url="https://paperzz.com/doc/7714910", edition="2011, superseded",
)  # fmt: skip

RCOG17_2011.recommend(
    "2011-APS", offer(treatments.antiphospholipid_tests),
    row="RCOG17-2011", decision="investigations",
    says=Text(
        "Every woman with one or more second-trimester miscarriages was to be tested for antiphospholipid antibodies.",
        "(2011年版)凡有1次及以上中孕期流产者均应检测抗磷脂抗体。",
    ),
    when=late, grade="D", locus="copy at paperzz.com", read="abstract",
    note=Text("Superseded on 19 June 2023. The second trimester is read as 14+0 to 23+6.", "2023年6月19日起废止。中孕期按14+0–23+6理解。"),
)  # fmt: skip

RCOG17_2011.recommend(
    "2011-INH", offer(treatments.thrombophilia_tests),
    row="RCOG17-2011", decision="investigations",
    says=Text(
        "Inherited thrombophilia was to be tested for after a second-trimester miscarriage.",
        "(2011年版)中孕期流产后应筛查遗传性易栓症。",
    ),
    when=late, grade="D", locus="copy at paperzz.com", read="abstract",
    note=Text(
        "Superseded on 19 June 2023, when it became 'may be offered, ideally in research' (INH).",
        "2023年6月19日起废止,改为“可提供,最好在研究中”(INH)。",
    ),
)  # fmt: skip

RCOG17_2011.recommend(
    "2011-CX", offer(treatments.ultrasound_cerclage),
    row="RCOG17-2011", decision="cerclage",
    says=Text(
        "After one second-trimester loss attributed to the cervix, cerclage was to be offered when the cervix measured 25 mm or less before 24 weeks.",
        "(2011年版)既往1次归因于宫颈的中孕期流产、本次24周前宫颈≤25 mm者,应提供环扎。",
    ),
    women=findings.not_multiple,
    when=all_of(
        woman.pregnant, pregnancy.gestation < weeks(24), findings.shortest_before_24 <= mm(25),
        some(
            earlier.EARLIER,
            all_of(
                findings.lost_between(weeks(14), weeks(24)),
                any_of(earlier.painless_dilatation, earlier.membranes_bulging),
            ),
        ),
    ),
    grade="B", locus="not seen", read="recalled",
    note=Text(
        "Superseded and recalled. 'Attributed to the cervix' is read as painless opening or bulging membranes.",
        "已废止且仅为记忆。“归因于宫颈”按无痛性扩张或羊膜囊膨出理解。",
    ),
)  # fmt: skip
