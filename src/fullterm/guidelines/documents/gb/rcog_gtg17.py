"""RCOG Green-top 17, Recurrent miscarriage (4th edition, 2023). Who is meant, and what it says of late loss and the cervix.

Written from `clinical/guidelines-english.md` section 4.1 and `clinical/guidelines-world.md` section 4; compared with the
complete document on 2026-12-01. Not yet read against the source by a clinician. The tests are in `rcog_gtg17_tests`,
treatment and care in `rcog_gtg17_treatment`, the edition it replaced in `rcog_gtg17_2011`.

Section 6 is headed "recurrent first trimester and one or more second trimester miscarriages", yet most of its sentences
speak of "women with recurrent miscarriage", which the document defines as three in the first trimester. Where a sentence
says "recurrent miscarriage" it is kept to these; what the heading adds for one late loss is DEF-03.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, inform, uncertain
from fullterm.logic.language import all_of, any_of, count, not_, weeks
from fullterm.vocabulary import earlier, findings, treatments, woman
from fullterm.vocabulary.fact import Text

RCOG17 = Guideline(
    id="rcog-gtg17", short="RCOG GTG 17", title=Text("Recurrent miscarriage, Green-top Guideline No. 17", "复发性流产(绿顶指南第17号)"),
    publisher="RCOG", country="GB", published=date(2023, 6, 19), url="https://doi.org/10.1111/1471-0528.17515",
    edition="4th edition, 19 June 2023",
)  # fmt: skip

lost = any_of(
    findings.lost,
    all_of(earlier.outcome.is_("stillbirth"), earlier.fetal_death_first),
)
"""One earlier pregnancy lost by itself, at whatever gestation; a baby that had died before doctors began counts."""
miscarried = any_of(lost, findings.born_alive_though_being_lost)
"""The same, asked only before 24+0: there a baby born alive by itself counts too. The document's miscarriage is every loss
until then (p.e10), and the one it describes from the cervix ends with a living fetus (p.e15)."""
in_second_trimester = all_of(miscarried, earlier.gestation >= weeks(14), earlier.gestation < weeks(24))
early_losses = count(earlier.EARLIER, all_of(lost, earlier.gestation < weeks(14)))
late_losses = count(earlier.EARLIER, in_second_trimester)
all_losses = count(earlier.EARLIER, all_of(miscarried, earlier.gestation < weeks(24)))
recurrent = early_losses >= 3
late = late_losses >= 1
recurrent_in_either = any_of(recurrent, late_losses >= 2)
"""Section 7 is headed "recurrent first and second trimester miscarriages": two in the second are read as recurrent."""
unexplained = all_of(
    not_(woman.antiphospholipid_antibodies), not_(woman.inherited_thrombophilia), not_(woman.other_cause_found)
)
SECOND_TRIMESTER = Text(
    "The second trimester has no day bounds in the document; it is read as 14+0 to 23+6, as a miscarriage ends before 24 weeks (p.e10). What counts as one, a baby born alive before 24+0 too, is told at DEF-01.",
    "原文未给出中孕期天数;流产限于24周前(第e10页),故按14+0–23+6理解。何者计为流产(含24+0前活产)见DEF-01。",
)

RECURRENT = Text(
    "Recurrent miscarriage is three in the first trimester, counted as in DEF-01; that second-trimester miscarriages stand in the headings is told at RPLDEF.",
    "复发性流产即3次早孕期流产,计法同DEF-01;标题中另有中孕期流产一事见RPLDEF。",
)

# -- who is meant -----------------------------------------------------------------------------------------------

RCOG17.recommend(
    "DEF-01", inform(),
    row="RCOG17-DEF-01", decision="diagnosis",
    says=Text(
        "Recurrent miscarriage is three or more miscarriages in the first trimester.",
        "复发性流产定义为3次及以上早孕期流产。",
    ),
    when=recurrent, grade="-", locus="key recommendations, p.e9; §3, p.e11", read="full text",
    note=Text(
        "A miscarriage is a spontaneous loss before viability, until 24 weeks (p.e10). The first trimester has no day bounds; it is read as before 14+0. A baby that had died before doctors emptied the womb counts, told as a termination only from 12+0 (before that it is to be told as a loss). A baby born alive by itself before 24+0 counts too: §5.4.3 (p.e15) speaks of a living fetus; one that lived on is no loss, but the record does not hold it. Ectopic and molar pregnancies and terminations do not count (our reading).",
        "流产指24周前胎儿存活能力形成前的自然丢失(第e10页)。原文未给出早孕期天数,按14+0前理解。胎儿先死亡而后清宫者计入,若记为人工终止则仅限满12+0者(此前应记为流产)。24+0前自然娩出而有生命者亦计入:§5.4.3(第e15页)述及胎儿存活;其后存活者不属丢失,但病历无此项。异位妊娠、葡萄胎及人工终止不计(我方理解)。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "DEF-01B", inform(),
    row="RCOG17-DEF-01", decision="investigations",
    says=Text(
        "After two miscarriages in the first trimester doctors are encouraged to use their discretion: extensive evaluation where a pathological and not a chance cause is suspected, for example after a loss with a normal karyotype or a normal non-invasive prenatal test.",
        "2次早孕期流产后,鼓励医生酌情判断:怀疑为病理性而非偶发者(如流产胎儿染色体或无创产前检测正常)可全面检查。",
    ),
    when=all_of(early_losses >= 2, not_(recurrent)), grade="-", locus="key recommendations, p.e9; §3, p.e11", read="full text",
    note=Text(
        "The suspicion is the doctor's; it is not computed here, so this informs. The first trimester is read as before 14+0; what counts as a miscarriage is told at DEF-01.",
        "是否怀疑由医生判断,软件不计算,故仅作告知。早孕期按14+0前理解;何者计为流产见DEF-01。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "DEF-02", inform(),
    row="RCOG17-DEF-02", decision="diagnosis",
    says=Text(
        "The three miscarriages need neither follow one another nor be with the same partner.",
        "3次流产不要求连续,也不要求为同一伴侣。",
    ),
    when=recurrent, grade="-", locus="§3, p.e11", read="full text", note=RECURRENT,
)  # fmt: skip

RCOG17.recommend(
    "DEF-03", inform(
        treatments.antiphospholipid_tests, treatments.thrombophilia_tests, treatments.cytogenetics,
        treatments.uterine_imaging, treatments.thyroid_tests,
    ),
    row="RCOG17-DEF-03", decision="investigations",
    says=Text(
        "The section on investigations is headed as being of recurrent first-trimester and of one or more second-trimester miscarriages, so that it concerns a woman from her first such late loss.",
        "检查一节的标题为“复发性早孕期流产及1次或以上中孕期流产”,故自首次中孕期流产起即与之有关。",
    ),
    when=late, grade="-", locus="heading of §6, p.e18", read="full text",
    note=Text(
        "Only the tests for inherited thrombophilia and the chromosomes of the tissue are named for second-trimester loss. The sentences on antiphospholipid antibodies, the uterus and the thyroid say 'recurrent miscarriage', which is three in the first trimester; whether one late loss is enough for these the document leaves between its heading and its words, and the doctor decides. The second trimester is read as 14+0 to 23+6; what counts as a miscarriage as in DEF-01.",
        "仅遗传性易栓症检测与妊娠物染色体检查明确写有中孕期流产;抗磷脂抗体、子宫及甲状腺三项原文写“复发性流产”(即3次早孕期流产)。1次晚期流产是否足够,标题与条文不一,由医生决定。中孕期按14+0–23+6理解;何者计为流产同DEF-01。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "RPLDEF", inform(),
    row="RCOG17-RPLDEF", decision="diagnosis",
    says=Text(
        "A woman without three first-trimester losses is outside this guideline's definition of recurrent miscarriage, however many second-trimester losses she has had, though inside its scope.",
        "未满3次早孕期流产者,无论有多少次中孕期流产,均不属本指南“复发性流产”定义,但在其适用范围内。",
    ),
    when=all_of(late, not_(recurrent)), grade="-", locus="§3, p.e11; headings of §6, p.e18, and §7, p.e21", read="full text",
    note=Text(
        "The headings of sections 6 and 7 name second-trimester miscarriages, most sentences below them only recurrent miscarriage; these are kept to its definition, but for the tests of DEF-03, the septum (SEPT) and acquired anomalies (ACQ). Other bodies, the Chinese consensus among them, count late losses as recurrent. The second trimester is read as 14+0 to 23+6; what counts as a miscarriage as in DEF-01.",
        "第6、7节标题含中孕期流产,其下多数条文仅写复发性流产,均按其定义理解;DEF-03所列检查、纵隔(SEPT)及获得性病变(ACQ)除外。其他机构(包括中国共识)将晚期流产计入复发性流产。中孕期按14+0–23+6理解;何者计为流产同DEF-01。",
    ),
)  # fmt: skip

# -- late loss and the cervix -----------------------------------------------------------------------------------

RCOG17.recommend(
    "DIAG", uncertain(treatments.prepregnancy_test),
    row="RCOG17-DIAG", decision="diagnosis",
    says=Text(
        "No test outside pregnancy shows cervical insufficiency satisfactorily at present. The diagnosis is clinical, usually from a second-trimester miscarriage in which the cervix commonly opened without pain, often with intact membranes until the sac was expelled and a living fetus.",
        "目前非孕期尚无令人满意的客观检查可诊断宫颈机能不全。诊断为临床性,通常依据中孕期流产史:多为宫颈无痛性扩张,排出前胎膜常完整,胎儿存活。",
    ),
    when=late, grade="evidence level 2–", locus="§5.4.3, p.e15–e16", read="full text",
    note=Text(
        f"The sentence names no women; it is shown to one with a second-trimester miscarriage, from which the diagnosis is made. {SECOND_TRIMESTER.en}",
        f"原文未限人群;因诊断依据中孕期流产史,向有此史者显示。{SECOND_TRIMESTER.zh}",
    ),
)  # fmt: skip

RCOG17.recommend(
    "CX", inform(treatments.history_cerclage, treatments.ultrasound_cerclage),
    row="RCOG17-CX (correct)", decision="cerclage",
    says=Text(
        "How suspected cervical insufficiency is treated is not said here: the document refers to NICE guideline NG25.",
        "疑似宫颈机能不全的治疗,本文未述,指向NICE指南NG25。",
    ),
    when=late, grade="-", locus="§7.4.3, p.e24", read="full text",
    note=Text(
        "Green-top 75 is not named. That the cervix is suspected is the doctor's; it is shown after any second-trimester loss, read as 14+0 to 23+6 and counted as in DEF-01.",
        "未提及绿顶指南第75号。是否怀疑宫颈因素由医生判断;凡中孕期流产(按14+0–23+6,计法同DEF-01)均显示。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "FIG-LATE", inform(),
    row="FULL-RCOG17-1", decision="counselling",
    says=Text(
        "Cervical insufficiency, infection and congenital anomalies of the uterus appear to be the main contributors to second-trimester miscarriage; even in dedicated clinics tests found a cause in about half of the women. A previous cone biopsy and a short cervix on ultrasound appear to predispose to it, as carried over from preterm birth.",
        "宫颈机能不全、感染及先天性子宫畸形似为中孕期流产的主要原因;即使在专科门诊,检查也仅约半数能查明原因。据早产资料推断,宫颈锥切史与超声宫颈短似为易感因素。",
    ),
    when=late, grade="evidence level 2–", locus="§5.4.3, p.e15–e16", read="full text", note=SECOND_TRIMESTER,
)  # fmt: skip

RCOG17.recommend(
    "FIG-BV", inform(treatments.vaginosis_culture),
    row="FULL-RCOG17-2", decision="counselling",
    says=Text(
        "Bacterial vaginosis went with more second-trimester miscarriages (odds ratio 6.32, 3.65 to 10.94), but data in women with recurrent miscarriage are lacking; a trial that screened 84 530 pregnant women and treated those at low risk found no fewer late miscarriages or very preterm births.",
        "细菌性阴道病与中孕期流产增多相关(比值比6.32,3.65–10.94),但缺乏复发性流产人群资料;一项筛查84 530名孕妇的试验中,低危者治疗未减少晚期流产或极早产。",
    ),
    when=late, grade="evidence level 2+ (association), 2– (trial)", locus="§5.7, p.e17; §6.6, p.e21", read="full text",
    note=SECOND_TRIMESTER,
)  # fmt: skip
