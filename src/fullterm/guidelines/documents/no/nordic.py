"""Nordic texts: Norway's Veileder i fødselshjelp 2014, chapter 23 (archived), and NFOG on progesterone (2019).

Written from `clinical/guidelines-2026-11.md` sections 17 and 22. The Norwegian page itself says that it is archived: it
speaks for the years until its next edition, which nobody here has read. Of the NFOG text section 4 broke off.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, Window, consider, not_routinely
from fullterm.logic.language import all_of, any_of, count, mm, not_, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

NORWAY_2014 = Guideline(
    id="norway-2014", short="Norway 2014/2017",
    title=Text("Guide to obstetrics 2014, chapter 23: threatened preterm birth", "产科指南2014年版第23章:先兆早产"),
    publisher="NGF", country="NO", published=date(2017, 12, 1), until=date(2020, 1, 1),
    url="https://www.legeforeningen.no/foreningsledd/fagmed/norsk-gynekologisk-forening/",
    edition="2014, revised December 2017; archived by its own page, an edition of 2020 exists (recalled, its day is ours)",
)  # fmt: skip
NFOG_2019 = Guideline(
    id="nfog-2019", short="NFOG 2019",
    title=Text("Progesterone for prevention of preterm birth", "孕酮预防早产"),
    publisher="NFOG", country="NO", published=date(2019, 7, 1),
    url="https://fdocuments.us/document/guideline-nfog-guideline-progesterone", edition="version 1.2, 1 July 2019",
)  # fmt: skip

of_the_cervix = count(
    earlier.EARLIER,
    all_of(
        findings.ended_between(weeks(14), weeks(37)),
        any_of(earlier.painless_dilatation, earlier.membranes_bulging),
        not_(earlier.contractions_first),
    ),
)
shortest_to_34 = findings.shortest(weeks(0), weeks(34))

NORWAY_2014.recommend(
    "CER", consider(treatments.history_cerclage),
    row="NO14-CER", decision="cerclage",
    says=Text(
        "Cerclage is suggested for few women, each judged by herself; its gain is sure where several late miscarriages or preterm births are held to come from insufficiency.",
        "仅建议少数患者经个体评估后环扎;多次晚期流产或早产考虑为宫颈机能不全所致者获益确定。",
    ),
    when=all_of(woman.pregnant, of_the_cervix >= 2),
    grade="suggests", locus="chapter 23, revised 2017", read="abstract",
    note=Text(
        "'Several' is read as two or more that ended by themselves from 14+0 to 36+6 with the cervix open, or membranes in the vagina, and no contractions first; neither the number nor a gestation for the operation was seen.",
        "“多次”按2次及以上理解:14+0至36+6自发终止、宫口已开或胎膜膨出且无宫缩先发;所见文本未写次数与手术孕周。",
    ),
)  # fmt: skip
NORWAY_2014.recommend(
    "PRG", consider(treatments.vaginal_progesterone),
    row="NO14-PRG", decision="progesterone",
    says=Text(
        "Progesterone may be given from 16 to 34 weeks for a short cervix (below 20 mm with one baby, below 25 mm with several) or after a spontaneous preterm birth before 34 weeks.",
        "宫颈短(单胎<20 mm,多胎<25 mm)或有34周前自发早产史者,16–34周可用孕酮。",
    ),
    when=all_of(
        woman.pregnant,
        any_of(
            all_of(findings.not_multiple, shortest_to_34 < mm(20)),
            all_of(findings.multiple, shortest_to_34 < mm(25)),
            findings.preterm_birth_before_34,
        ),
    ),
    window=Window(weeks(16), weeks(34, 1)),
    grade="recommends", locus="chapter 23, revised 2017", read="abstract",
    note=Text(
        "The form is not printed: the vaginal one is read. 16 to 34 weeks is read as 16+0 to 34+0, and the preterm birth from 20+0 to 33+6; when the cervix is to be measured was not seen, so every scan before 34+0 counts.",
        "未写剂型,按阴道孕酮理解。16–34周按16+0至34+0;早产按20+0至33+6;未见测量孕周,故34+0前各次测量均计。",
    ),
)  # fmt: skip
NORWAY_2014.recommend(
    "PES", not_routinely(treatments.pessary),
    row="NO14-PES", decision="pessary",
    says=Text("A pessary is not suggested.", "不建议使用宫颈托。"),
    when=woman.pregnant, grade="does not suggest", locus="chapter 23, changed December 2017", read="abstract",
)  # fmt: skip

NFOG_2019.recommend(
    "PRG", consider(treatments.vaginal_progesterone),
    row="NFOG19-PRG", decision="progesterone",
    says=Text(
        "For one baby and a short cervix, progesterone is a weak recommendation.", "单胎且宫颈短者,孕酮为弱推荐。"
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, pregnancy.gestation < weeks(24), findings.shortest_before_24 <= mm(25)),
    grade="weak", locus="section 4", read="in part",
    note=Text(
        "The sentence broke off before the week and the length: 25 mm or less before 24+0 is ours.",
        "原句在孕周与长度之前中断:24+0前≤25 mm系我们的理解。",
    ),
)  # fmt: skip
