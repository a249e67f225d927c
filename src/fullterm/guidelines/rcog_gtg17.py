"""RCOG Green-top 17, Recurrent miscarriage (4th edition, 2023), and the edition of 2011 it replaced.

Written from `clinical/guidelines-english.md` section 4.1 (complete document, S5) and `clinical/guidelines-world.md`
section 4 (key recommendations, abstract, landing page). Where rows of both files meet, each carries the part that it
alone holds, or that was seen in the fuller text. Not yet read against the source by a clinician.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import (
    Guideline,
    Window,
    consider,
    do_not_offer,
    inform,
    not_routinely,
    offer,
    uncertain,
)
from fullterm.logic.language import all_of, any_of, count, mm, not_, some, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

RCOG17 = Guideline(
    id="rcog-gtg17", short="RCOG GTG 17", title=Text("Recurrent miscarriage, Green-top Guideline No. 17", "复发性流产(绿顶指南第17号)"),
    publisher="RCOG", country="GB", published=date(2023, 6, 19), url="https://doi.org/10.1111/1471-0528.17515",
    edition="4th edition, 19 June 2023",
)  # fmt: skip
RCOG17_2011 = Guideline(
    id="rcog-gtg17-2011", short="RCOG GTG 17 (2011)",
    title=Text("Recurrent first-trimester and second-trimester miscarriage, Green-top Guideline No. 17, edition of 2011", "复发性早期及中期流产(绿顶指南第17号,2011年版)"),
    publisher="RCOG", country="GB", published=date(2011, 1, 1), until=date(2023, 6, 19),
    url="https://paperzz.com/doc/7714910", edition="2011, superseded",
)  # fmt: skip

early_losses = count(earlier.EARLIER, all_of(earlier.outcome.is_("loss"), earlier.gestation < weeks(14)))
late_losses = findings.losses(weeks(14), weeks(24))
all_losses = count(earlier.EARLIER, all_of(earlier.outcome.is_("loss"), earlier.gestation < weeks(24)))
recurrent = early_losses >= 3
late = late_losses >= 1
losing_now = all_of(woman.pregnant, not_(pregnancy.alive), pregnancy.gestation < weeks(24))

# -- who is meant -----------------------------------------------------------------------------------------------

RCOG17.recommend(
    "DEF-01", inform(),
    row="RCOG17-DEF-01", decision="diagnosis",
    says=Text(
        "Recurrent miscarriage is three or more miscarriages in the first trimester.",
        "复发性流产定义为3次及以上早孕期流产。",
    ),
    when=recurrent, grade="-", locus="key recommendations", read="full text",
    note=Text(
        "The first trimester has no day bounds in what was read; it is read as before 14+0. Ectopic and molar pregnancies and terminations are not counted (our reading).",
        "所读文本未给出早孕期天数,按14+0前理解。异位妊娠、葡萄胎及人工终止不计(我方理解)。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "DEF-01B", inform(),
    row="RCOG17-DEF-01", decision="investigations",
    says=Text(
        "After two miscarriages in the first trimester a doctor may already investigate when a pathological cause is suspected.",
        "2次早孕期流产而怀疑存在病理原因者,医生可酌情检查。",
    ),
    when=all_of(early_losses >= 2, not_(recurrent)), grade="-", locus="key recommendations", read="full text",
    note=Text("The suspicion is the doctor's; it is not computed here.", "是否怀疑由医生判断,软件不计算。"),
)  # fmt: skip

RCOG17.recommend(
    "DEF-02", inform(),
    row="RCOG17-DEF-02", decision="diagnosis",
    says=Text(
        "The miscarriages need neither follow one another nor be with the same partner.",
        "流产次数不要求连续,也不要求为同一伴侣。",
    ),
    when=any_of(recurrent, late), grade="-", locus="landing page and news of rcog.org.uk", read="abstract",
)  # fmt: skip

RCOG17.recommend(
    "DEF-03", inform(treatments.uterine_imaging, treatments.cytogenetics, treatments.thrombophilia_tests),
    row="RCOG17-DEF-03", decision="investigations",
    says=Text(
        "The guideline is also meant for women with one or more second-trimester miscarriages, so that its investigations concern them from the first such loss.",
        "本指南亦适用于有1次及以上中孕期流产者,故自首次中孕期流产起即涉及其所列检查。",
    ),
    when=late, grade="-", locus="scope, abstract", read="abstract",
    note=Text(
        "The scope is the document's; that every single investigation applies after one late loss is our inference. Recommendations written for 'recurrent miscarriage' are kept to three first-trimester losses on this page. The second trimester is read as 14+0 to 23+6.",
        "适用范围为原文所述;一次晚期流产后每项检查均适用系我方推断。原文写“复发性流产”的推荐,本页仍限于3次早孕期流产。中孕期按14+0–23+6理解。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "RPLDEF", inform(),
    row="RCOG17-RPLDEF", decision="diagnosis",
    says=Text(
        "A woman with second-trimester losses only is outside this guideline's definition of recurrent miscarriage, however many she has had, though inside its scope.",
        "仅有中孕期流产者,无论次数多少,均不属本指南“复发性流产”定义,但在其适用范围内。",
    ),
    when=all_of(late, not_(recurrent)), grade="-", locus="key recommendations", read="full text",
    note=Text(
        "Other bodies, the Chinese consensus among them, count late losses as recurrent. The second trimester is read as 14+0 to 23+6.",
        "其他机构(包括中国共识)将晚期流产计入复发性流产。中孕期按14+0–23+6理解。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "DIAG", uncertain(treatments.prepregnancy_test),
    row="RCOG17-DIAG", decision="diagnosis",
    says=Text(
        "No test outside pregnancy shows cervical insufficiency satisfactorily; it is diagnosed from the history of a second-trimester miscarriage with painless opening of the cervix, often with intact membranes and a living fetus.",
        "非孕期尚无令人满意的客观检查可诊断宫颈机能不全;诊断依据中孕期流产史:宫颈无痛性扩张,常胎膜完整、胎儿存活。",
    ),
    when=late, grade="2–", locus="§5.4.3 p.e15–e16, §7.4.3", read="full text",
    note=Text(
        "For management the document refers to NICE NG25; a recollection that it refers to Green-top 75 (CX) was not confirmed. The second trimester is read as 14+0 to 23+6.",
        "处理方面原文指向NICE NG25;“指向绿顶指南第75号”(CX)仅为记忆,未经证实。中孕期按14+0–23+6理解。",
    ),
)  # fmt: skip

# -- investigations ---------------------------------------------------------------------------------------------

RCOG17.recommend(
    "APS", offer(treatments.antiphospholipid_tests),
    row="RCOG17-APS", decision="investigations",
    says=Text(
        "Offer a woman with recurrent miscarriage tests for lupus anticoagulant and anticardiolipin antibodies before she is pregnant again.",
        "复发性流产者应在再次妊娠前检测狼疮抗凝物和抗心磷脂抗体。",
    ),
    when=all_of(recurrent, not_(woman.pregnant)), grade="C", locus="§6.1", read="full text",
    note=Text(
        "Written for recurrent miscarriage, three first-trimester losses; that one late loss suffices is recalled only (APS-2T).",
        "原文针对复发性流产(3次早孕期流产);一次晚期流产即检测仅为记忆(APS-2T)。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "APS-2T", offer(treatments.antiphospholipid_tests),
    row="RCOG17-APS", decision="investigations",
    says=Text(
        "The same tests for antiphospholipid antibodies are offered after one or more second-trimester miscarriages.",
        "有1次及以上中孕期流产者同样检测抗磷脂抗体。",
    ),
    when=all_of(late, not_(woman.pregnant)), grade="C", locus="§6.1 (not seen for second-trimester loss)", read="recalled",
    note=Text(
        "The edition of 2011 said so; for 2023 it is recalled, and must be checked before it may advise.",
        "2011年版如此规定;2023年版仅为记忆,核实前不作建议。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "INH", consider(treatments.thrombophilia_tests),
    row="RCOG17-INH", decision="investigations",
    says=Text(
        "A woman with a second-trimester miscarriage may be offered tests for factor V Leiden, the prothrombin gene mutation and protein S, ideally in research.",
        "有中孕期流产者可检测因子V Leiden、凝血酶原基因突变和蛋白S,最好在研究中进行。",
    ),
    when=late, grade="C", locus="§6.1", read="full text",
    note=Text(
        "Weaker than the edition of 2011, which said that it should be done. The second trimester is read as 14+0 to 23+6.",
        "弱于2011年版的“应当检测”。中孕期按14+0–23+6理解。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "INH-NO", not_routinely(treatments.thrombophilia_tests),
    row="RCOG17-INH-NO", decision="not_to_do",
    says=Text(
        "In recurrent miscarriage no routine tests for protein C, antithrombin or MTHFR.",
        "复发性流产者不常规检测蛋白C、抗凝血酶或MTHFR。",
    ),
    when=recurrent, grade="C", locus="§6.1", read="full text",
    note=Text("Speaks of these three tests only.", "仅指此三项检查。"),
)  # fmt: skip

RCOG17.recommend(
    "THROMB-NO", not_routinely(treatments.thrombophilia_tests),
    row="RCOG17-THROMB", decision="not_to_do",
    says=Text(
        "After a second-trimester miscarriage too, protein C, antithrombin and MTHFR are not tested as a routine.",
        "中孕期流产后同样不常规检测蛋白C、抗凝血酶或MTHFR。",
    ),
    when=late, grade="C", locus="§6.1", read="full text",
    note=Text(
        "Speaks of these three tests only; factor V Leiden, prothrombin and protein S are INH. The second trimester is read as 14+0 to 23+6.",
        "仅指此三项;因子V Leiden、凝血酶原及蛋白S见INH。中孕期按14+0–23+6理解。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "CYTO", offer(treatments.cytogenetics),
    row="RCOG17-CYTO", decision="investigations",
    says=Text(
        "Offer chromosome analysis of the pregnancy tissue of the third and any later miscarriage, and of every second-trimester miscarriage.",
        "第3次及以后的流产,以及任何中孕期流产,均应对妊娠物行染色体检查。",
    ),
    when=any_of(
        late, all_losses >= 3, all_of(losing_now, any_of(pregnancy.gestation >= weeks(14), all_losses >= 2))
    ),
    grade="D", locus="§6.2", read="full text",
    note=Text(
        "Speaks of tissue still available: of the miscarriage happening now, told by a missing heartbeat before 24+0, or kept from an earlier one. The third miscarriage is counted among all losses before 24+0. The second trimester is read as 14+0 to 23+6.",
        "指尚可获得的组织:正在发生的流产(24+0前无胎心)或既往保存者。第3次流产按24+0前全部流产计数。中孕期按14+0–23+6理解。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "KARYO", offer(treatments.parental_karyotype),
    row="RCOG17-KARYO", decision="investigations",
    says=Text(
        "Offer both parents chromosome analysis when the pregnancy tissue shows an unbalanced structural abnormality.",
        "妊娠物显示不平衡性染色体结构异常时,夫妇双方应行染色体检查。",
    ),
    when=some(earlier.EARLIER, earlier.tissue_result.is_("unbalanced")), grade="D", locus="key recommendations", read="abstract",
    note=Text("The number of losses is not repeated in the row; none is required here.", "该条未重复流产次数,此处不作要求。"),
)  # fmt: skip

RCOG17.recommend(
    "KARYO-B", offer(treatments.parental_karyotype),
    row="RCOG17-KARYO", decision="investigations",
    says=Text(
        "Offer both parents chromosome analysis when no pregnancy tissue could be tested or the test failed.",
        "妊娠物无法获得或检测失败时,夫妇双方应行染色体检查。",
    ),
    when=all_of(
        any_of(recurrent, late),
        some(
            earlier.EARLIER,
            all_of(
                earlier.outcome.is_("loss", "stillbirth"),
                any_of(not_(earlier.tissue_tested), earlier.tissue_result.is_("not_available", "failed")),
            ),
        ),
    ),
    grade="GPP", locus="key recommendations", read="abstract",
    note=Text(
        "Read for recurrent miscarriage or a second-trimester loss, whose tissue should have been tested; one untested loss is enough here.",
        "按复发性流产或中孕期流产(其组织本应检测)理解;有一次未检测即可。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "ANAT", offer(treatments.uterine_imaging),
    row="RCOG17-ANAT", decision="investigations",
    says=Text(
        "Offer a woman with recurrent miscarriage an examination for congenital uterine anomaly, ideally by three-dimensional ultrasound.",
        "复发性流产者应检查先天性子宫畸形,首选三维超声。",
    ),
    when=recurrent, grade="B", locus="key recommendations", read="full text",
    note=Text(
        "Written for recurrent miscarriage; for one or more late losses see DEF-03.",
        "原文针对复发性流产;1次及以上晚期流产见DEF-03。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "THY", offer(treatments.thyroid_tests),
    row="RCOG17-THY", decision="investigations",
    says=Text(
        "Offer a woman with recurrent miscarriage thyroid function tests and thyroid peroxidase antibodies.",
        "复发性流产者应检测甲状腺功能与甲状腺过氧化物酶抗体。",
    ),
    when=recurrent, grade="C", locus="key recommendations", read="abstract",
)  # fmt: skip

RCOG17.recommend(
    "NO", not_routinely(treatments.immunology_tests, treatments.genital_swabs),
    row="RCOG17-NO", decision="not_to_do",
    says=Text(
        "In recurrent miscarriage no routine immunology, screening for infection or sperm DNA testing outside research.",
        "复发性流产者,研究之外不常规行免疫学检查、感染筛查或精子DNA检查。",
    ),
    when=recurrent, grade="C", locus="key recommendations", read="abstract",
    note=Text(
        "Written for recurrent miscarriage; whether it reaches a woman with late losses only is not said in what was read.",
        "原文针对复发性流产;所读文本未说明是否适用于仅有晚期流产者。",
    ),
)  # fmt: skip

# -- treatment --------------------------------------------------------------------------------------------------

RCOG17.recommend(
    "PROG", consider(treatments.early_progestogen),
    row="RCOG17-PROG", decision="progesterone",
    says=Text(
        "Consider a progestogen for a woman with recurrent miscarriage who bleeds in early pregnancy.",
        "复发性流产者早孕期出血时,可考虑孕激素。",
    ),
    when=all_of(woman.pregnant, recurrent, pregnancy.early_bleeding, pregnancy.gestation < weeks(14)),
    window=Window(None, weeks(14)), grade="-", locus="news of rcog.org.uk", read="abstract",
    note=Text(
        "The grade (B) and the dose (400 mg vaginally twice daily to 16 weeks) are recalled, not seen, and are no part of the advice. Early pregnancy is read as before 14+0.",
        "推荐强度(B)与剂量(阴道400 mg每日2次至16周)仅为记忆,未见原文,不作为建议。“早孕”按14+0前理解。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "SEPT", consider(treatments.septum_resection),
    row="RCOG17-UTERUS", decision="uterus",
    says=Text(
        "Consider resection of a uterine septum after recurrent first- or second-trimester miscarriage, ideally within audit or research.",
        "子宫纵隔合并复发性早孕期或中孕期流产者,可考虑纵隔切除,最好在审计或研究中进行。",
    ),
    when=all_of(findings.septum, not_(woman.pregnant), any_of(recurrent, late_losses >= 2)),
    grade="C", locus="key recommendations", read="full text",
    note=Text(
        "'Recurrent' second-trimester miscarriage is read as two or more, from 14+0 to 23+6; the operation belongs before pregnancy.",
        "“复发性”中孕期流产按2次及以上(14+0–23+6)理解;手术在非孕期进行。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "SEPT-R", consider(treatments.septum_resection),
    row="RCOG17-SEPT", decision="uterus",
    says=Text(
        "Consider resection of a uterine septum in recurrent miscarriage.",
        "子宫纵隔合并复发性流产者,可考虑纵隔切除。",
    ),
    when=all_of(findings.septum, recurrent), grade="C", locus="key recommendations, sentence not seen", read="recalled",
    note=Text("A recollection that the full text bears out: SEPT advises in its place.", "为记忆内容,已由全文证实,以SEPT为准。"),
)  # fmt: skip

RCOG17.recommend(
    "APS-RX", offer(treatments.aspirin_heparin),
    row="RCOG17-APS-RX", decision="counselling",
    says=Text(
        "Aspirin with heparin for a woman with recurrent miscarriage and antiphospholipid syndrome.",
        "复发性流产合并抗磷脂综合征者,用阿司匹林联合肝素。",
    ),
    when=all_of(recurrent, woman.antiphospholipid_antibodies), grade="B", locus="not seen", read="recalled",
    note=Text("Recalled; must be checked before it may advise.", "仅为记忆,核实前不作建议。"),
)  # fmt: skip

RCOG17.recommend(
    "APS-RX-NO", do_not_offer(treatments.aspirin_heparin),
    row="RCOG17-APS-RX", decision="not_to_do",
    says=Text(
        "No aspirin with heparin for unexplained recurrent miscarriage.",
        "不明原因复发性流产不用阿司匹林联合肝素。",
    ),
    when=all_of(recurrent, not_(woman.antiphospholipid_antibodies), not_(woman.other_cause_found)),
    grade="B", locus="not seen", read="recalled",
    note=Text("Recalled; must be checked before it may advise.", "仅为记忆,核实前不作建议。"),
)  # fmt: skip

RCOG17.recommend(
    "CX", inform(treatments.history_cerclage, treatments.ultrasound_cerclage),
    row="RCOG17-CX", decision="cerclage",
    says=Text(
        "On cervical weakness and cerclage the document refers to Green-top Guideline 75.",
        "关于宫颈功能不全与环扎,原文指向绿顶指南第75号。",
    ),
    when=late, grade="-", locus="not seen", read="recalled",
    note=Text(
        "Recalled, and in conflict with what was read: §5.4.3 refers to NICE NG25 (DIAG).",
        "仅为记忆,且与所读原文不符:§5.4.3指向NICE NG25(DIAG)。",
    ),
)  # fmt: skip

# -- the edition of 2011, still widely copied -------------------------------------------------------------------

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
