"""NICE NG25: waters broken early (P-PROM): finding it (1.3), the antibiotic (1.4), infection (1.5).

Read in full, 2022 edition. By its own definition (p.22) P-PROM is broken waters before 37+0 *without established labour*:
once labour is established, nothing of 1.4 and 1.5 speaks to her any more. For a singleton pregnancy (p.5).
"""

from __future__ import annotations

from fullterm.guidelines.documents.gb.nice_ng25 import AMENDED, NG25
from fullterm.guidelines.model import consider, do_not_offer, inform, no_recommendation, offer
from fullterm.logic.language import all_of, any_of, not_, weeks
from fullterm.vocabulary import findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.preterm_labour import waters_broken_early

early = pregnancy.gestation < weeks(37)
perhaps_broken = all_of(early, pregnancy.leaking)
DEFINITION = Text(
    "By the document's definition (p.22): before 37+0 and not in established labour; no lower limit is printed.",
    "按原文定义(第22页):37+0前且未临产;未印孕周下限。",
)
NOT_SEEN = Text(
    "'Symptoms suggestive' are read as fluid leaking that she reports, before 37+0. No pooled fluid seen is read as waters told as not broken; once labour is established nothing is tested (1.3.5).",
    "“提示性症状”理解为37+0前自述阴道流液。“未见羊水积聚”按告知未破水理解;一旦临产不再检测(1.3.5)。",
)
REPORTED = Text(
    "'Symptoms suggestive' are read as fluid leaking that she reports, before 37+0.",
    "“提示性症状”理解为37+0前自述阴道流液。",
)

NG25.recommend(
    "1.3.1", offer(treatments.speculum),
    row="FULL-NICE25-1.3.1", decision="investigations",
    says=Text(
        "A woman who reports fluid leaking is offered a speculum examination to look for pooled amniotic fluid.",
        "自述阴道流液者,行窥器检查,观察有无羊水积聚。",
    ),
    women=findings.singleton, when=all_of(perhaps_broken, not_(pregnancy.labour)),
    grade="offer [2015, amended 2019]", locus="1.3.1, p.9", read="full text",
    note=Text(
        "'Symptoms suggestive' are read as fluid leaking that she reports, before 37+0. Once labour is established nothing is tested any more (1.3.5).",
        "“提示性症状”理解为37+0前自述阴道流液。一旦临产不再检测(1.3.5)。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.3.1-pool", do_not_offer(treatments.waters_test),
    row="FULL-NICE25-1.3.1", decision="investigations",
    says=Text(
        "Once pooled amniotic fluid is seen no test of it is done: she is cared for as P-PROM.",
        "窥器已见羊水积聚者不再做检测,按未足月胎膜早破处理。",
    ),
    women=findings.singleton, when=waters_broken_early, unless=pregnancy.labour,
    grade="[2015, amended 2019]", locus="1.3.1, p.9", read="full text",
    note=Text(
        "Waters told as broken are read as fluid seen; before 37+0 and not in established labour (definition, p.22).",
        "已告知破水按已见羊水理解;37+0前且未临产(定义,第22页)。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.3.1-test", offer(treatments.waters_test),
    row="FULL-NICE25-1.3.1", decision="investigations",
    says=Text(
        "Where she reports fluid leaking and no pooled fluid is seen, vaginal fluid is tested for IGFBP-1 or PAMG-1.",
        "自述流液而窥器未见羊水积聚者,检测阴道液IGFBP-1或PAMG-1。",
    ),
    women=findings.singleton,
    when=all_of(perhaps_broken, not_(pregnancy.ruptured_membranes), not_(pregnancy.labour)),
    grade="[2015, amended 2019]", locus="1.3.1, p.9", read="full text", note=NOT_SEEN,
)  # fmt: skip

NG25.recommend(
    "1.3.2", inform(treatments.waters_test),
    row="FULL-NICE25-1.3.2", decision="investigations",
    says=Text(
        "A positive IGFBP-1 or PAMG-1 test never decides alone: her condition, her medical and obstetric history and the gestation count too; either she is cared for as P-PROM, or looked at again later.",
        "IGFBP-1或PAMG-1阳性不能单独作决定:须结合临床情况、既往史与孕产史及孕周;或按未足月胎膜早破处理,或稍后重新评估。",
    ),
    women=findings.singleton,
    when=all_of(early, pregnancy.waters_test.is_("positive"), not_(pregnancy.labour)),
    grade="[2015]", locus="1.3.2, p.9-10", read="full text",
    note=Text("An instruction on how to read a result, entered as information. Before 37+0; once labour is established nothing is tested (1.3.5).", "系结果解读的指示,作为告知录入。37+0前;一旦临产不再检测(1.3.5)。"),
)  # fmt: skip

NG25.recommend(
    "1.3.3", do_not_offer(treatments.pprom_antibiotics),
    row="FULL-NICE25-1.3.3", decision="emergencies",
    says=Text(
        "With a negative IGFBP-1 or PAMG-1 test and no amniotic fluid seen, no preventive antibiotic; she is told that broken waters are unlikely and to come back with any further symptom of them or of labour.",
        "IGFBP-1或PAMG-1阴性且未见羊水者,不预防性用抗生素;告知胎膜早破可能性小,如再有破水或临产症状应复诊。",
    ),
    women=findings.singleton,
    when=all_of(early, pregnancy.waters_test.is_("negative"), not_(pregnancy.ruptured_membranes)),
    grade="do not offer [2015, amended 2022]", locus="1.3.3, p.10", read="full text", since=AMENDED,
    note=Text(
        "Preventive antibiotics for broken waters only; an antibiotic for another reason is not meant. No amniotic fluid seen is read as waters told as not broken; before 37+0.",
        "仅指胎膜早破的预防性抗生素,不涉及因其他原因用药。“未见羊水”按告知未破水理解;37+0前。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.3.4", do_not_offer(treatments.nitrazine),
    row="FULL-NICE25-1.3.4", decision="investigations",
    says=Text("Nitrazine is not used to find out whether the waters have broken early.", "不用硝嗪试纸诊断未足月胎膜早破。"),
    women=findings.singleton, when=perhaps_broken,
    grade="do not [2015]", locus="1.3.4, p.10", read="full text", note=REPORTED,
)  # fmt: skip

NG25.recommend(
    "1.3.5", do_not_offer(treatments.waters_test),
    row="FULL-NICE25-1.3.5", decision="investigations",
    says=Text(
        "Once labour is established, no diagnostic test for P-PROM, even where she reports fluid leaking.",
        "一旦临产,即使自述流液也不再做胎膜早破的诊断检测。",
    ),
    women=findings.singleton, when=all_of(perhaps_broken, pregnancy.labour),
    grade="do not [2015]", locus="1.3.5, p.10", read="full text", note=REPORTED,
)  # fmt: skip

NG25.recommend(
    "1.4.1", offer(treatments.pprom_antibiotics),
    row="NICE25-PPROM", decision="emergencies",
    says=Text(
        "After the waters break early, and while labour is not established, to prevent infection in the womb, erythromycin 250 mg by mouth four times a day is offered, for at most 10 days or until established labour, whichever comes first.",
        "未足月胎膜早破且未临产者,为预防宫内感染,口服红霉素250 mg,每日4次,最多10天或至临产为止(以先到者为准)。",
    ),
    women=findings.singleton, when=waters_broken_early, unless=pregnancy.labour,
    grade="offer [2015, amended 2022]", locus="1.4.1, p.10; definition p.22", read="full text", since=AMENDED,
    note=DEFINITION,
)  # fmt: skip

NG25.recommend(
    "1.4.2", consider(treatments.oral_penicillin),
    row="FULL-NICE25-1.4.2", decision="emergencies",
    says=Text(
        "Only where she cannot tolerate erythromycin, or must not have it: an oral penicillin is considered, for at most 10 days or until established labour, whichever comes first.",
        "仅在不能耐受红霉素或有禁忌时:考虑口服青霉素类,最多10天或至临产为止(以先到者为准)。",
    ),
    women=findings.singleton, when=waters_broken_early,
    unless=any_of(pregnancy.labour, woman.penicillin_allergy),
    grade="consider [2015, amended 2019]", locus="1.4.2, p.10; definition p.22", read="full text",
    note=Text(
        "Whether erythromycin suits her is not asked here: the sentence carries the condition. That an allergy to penicillin excludes it is this software's own safety rule; the document does not name it. Before 37+0 and not in established labour (p.22).",
        "此处不询问红霉素是否适用,条件写在句中。青霉素过敏者除外为本软件的安全规则,原文未写。37+0前且未临产(第22页)。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.4.3", do_not_offer(treatments.co_amoxiclav),
    row="FULL-NICE25-1.4.3", decision="emergencies",
    says=Text(
        "After the waters break early, no co-amoxiclav to prevent infection in the womb.",
        "未足月胎膜早破者,不用阿莫西林克拉维酸预防宫内感染。",
    ),
    women=findings.singleton, when=waters_broken_early, unless=pregnancy.labour,
    grade="do not offer [2015]", locus="1.4.3, p.10; definition p.22", read="full text", note=DEFINITION,
)  # fmt: skip

NG25.recommend(
    "1.4.4", inform(treatments.intrapartum_antibiotics),
    row="FULL-NICE25-1.4.4", decision="emergencies",
    says=Text(
        "Antibiotics in labour are another matter: NICE's guideline on neonatal infection, also for long broken waters with group B streptococcus (colonisation, urine or infection).",
        "产时抗生素另见NICE新生儿感染指南,破膜时间长且有B族链球菌(定植、菌尿或感染)者亦同。",
    ),
    women=findings.singleton, when=waters_broken_early, unless=pregnancy.labour,
    grade="[2015]", locus="1.4.4, p.10", read="full text",
    note=Text("That guideline is not read in this software.", "本软件未读该指南。"),
)  # fmt: skip

NG25.recommend(
    "1.5.1", offer(treatments.white_count_crp, treatments.heart_rate_monitoring),
    row="NICE25-PPROM", decision="emergencies",
    says=Text(
        "After the waters break early, infection in the womb is diagnosed by the clinical picture together with C-reactive protein, white cell count and fetal heart tracing.",
        "未足月胎膜早破后,结合临床表现、C反应蛋白、白细胞计数和胎心监护诊断宫内感染。",
    ),
    women=findings.singleton, when=waters_broken_early, unless=pregnancy.labour,
    grade="[2015]", locus="1.5.1, p.11; definition p.22", read="full text", note=DEFINITION,
)  # fmt: skip

NG25.recommend(
    "1.5.2", inform(treatments.white_count_crp),
    row="FULL-NICE25-1.5.2", decision="emergencies",
    says=Text(
        "No single one of them confirms or excludes infection in the womb: not one C-reactive protein, not a white cell count, not a heart tracing.",
        "任何单项均不能确诊或排除宫内感染:单次C反应蛋白、白细胞计数、胎心监护皆然。",
    ),
    women=findings.singleton, when=waters_broken_early, unless=pregnancy.labour,
    grade="do not [2015]", locus="1.5.2, p.11", read="full text",
    note=Text(
        "The document forbids relying on one alone, not the test: entered as information, so that it does not stand against 1.5.1. Before 37+0 and not in established labour (p.22).",
        "原文禁止的是单凭一项,而非检测本身:作为告知录入,以免与1.5.1相抵。37+0前且未临产(第22页)。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.5.3", consider(treatments.white_count_crp),
    row="FULL-NICE25-1.5.3", decision="emergencies",
    says=Text(
        "Where the clinical picture and the tests do not agree, she stays under observation and repeating the tests is considered.",
        "临床表现与检测结果不一致时,继续观察并考虑复查。",
    ),
    women=findings.singleton, when=waters_broken_early, unless=pregnancy.labour,
    grade="[2015]", locus="1.5.3, p.11", read="full text",
    note=Text(
        "Whether they agree is not recorded: the sentence carries the condition. Before 37+0 and not in established labour (p.22).",
        "是否一致未作记录,条件写在句中。37+0前且未临产(第22页)。",
    ),
)  # fmt: skip

NG25.recommend(
    "PPROM-suture", no_recommendation(treatments.suture_removal, treatments.keep_suture),
    row="NICE25-PPROM", decision="emergencies",
    says=Text(
        "Whether the suture is taken out when the waters break early is not addressed.",
        "未足月胎膜早破时是否拆除环扎线,未作说明。",
    ),
    women=all_of(findings.singleton, findings.has_vaginal_suture), when=waters_broken_early, unless=pregnancy.labour,
    grade="-", locus="full-text search; 1.4, 1.5, p.10-11", read="full text",
    note=Text("P-PROM by its definition (p.22): before 37+0 and not in established labour.", "按定义(第22页):37+0前且未临产。"),
)  # fmt: skip
