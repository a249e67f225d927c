"""NICE NG25: is it labour, and stopping it: information (1.1), diagnosis with the membranes whole (1.7), tocolysis (1.8).

Read in full, 2022 edition; for a singleton pregnancy (p.5). Suspected labour is read as symptoms or contractions before
37+0 with established labour excluded (p.22-23); what it is by the document's terms stands in `vocabulary.preterm_labour`.
"""

from __future__ import annotations

from fullterm.guidelines.documents.gb.nice_ng25 import AMENDED, NG25, history, short
from fullterm.guidelines.documents.gb.nice_ng25_waters import early
from fullterm.guidelines.model import Window, consider, do_not_offer, inform, offer
from fullterm.logic.language import all_of, any_of, mm, not_, weeks
from fullterm.vocabulary import findings, pregnancy, treatments
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.preterm_labour import (
    established_preterm_labour,
    labour_diagnosed,
    labour_unlikely,
    preterm_birth_ahead,
    suspected_preterm_labour,
    symptoms_of_preterm_labour,
    waters_broken_early,
)

from_22 = pregnancy.gestation >= weeks(22)
whole = not_(pregnancy.ruptured_membranes)
suspected = all_of(suspected_preterm_labour, whole)
from_30 = all_of(suspected, pregnancy.gestation >= weeks(30))
against_stopping = any_of(
    pregnancy.bleeding, pregnancy.infection, pregnancy.infection_suspected, labour_unlikely
)  # fmt: skip
SUSPECTED = Text(
    "Suspected labour is read as symptoms or contractions before 37+0, with established labour excluded on examination (terms, p.22-23).",
    "“怀疑早产临产”理解为37+0前有症状或宫缩,且检查已排除临产(术语,第22–23页)。",
)
STOPPING = Text(
    "1.8.1 names bleeding and infection as signs that stopping labour may be contraindicated; here they are read as exclusions, suspected infection too, and so is a test from 30+0 that makes labour unlikely (1.7.4, 1.7.5). Suspected labour is read as symptoms or contractions with established labour excluded. Both ends of the range are included. In 2015 this was an off-label use.",
    "1.8.1指出出血和感染提示可能不宜抑制宫缩;此处作为排除条件(含可疑感染),30+0起检测提示临产可能性小者亦然(1.7.4、1.7.5)。“怀疑”理解为有症状或宫缩且已排除临产。孕周含两端。2015年时属超说明书用药。",
)

NG25.recommend(
    "1.1.1", offer(treatments.information),
    row="FULL-NICE25-1.1.1", decision="counselling",
    says=Text(
        "A woman at increased risk of preterm labour, or with labour suspected or established, or a planned preterm birth, is told early, in words and in writing, with her family: the signs of labour and the care that may be offered; she may be particularly anxious.",
        "早产高危、怀疑或已临产、或计划早产分娩者,尽早向其及家属口头并书面说明早产临产的征象及可提供的处理,并顾及其焦虑。",
    ),
    women=findings.singleton,
    when=all_of(early, any_of(history, short, preterm_birth_ahead)),
    grade="[2015]", locus="1.1.1, p.6", read="full text",
    note=Text(
        "'At increased risk' is not defined; read as the histories and the short cervix of 1.2.1. Suspected: symptoms or contractions, with labour told as not established.",
        "“高危”未作定义,按1.2.1的病史与宫颈短理解。“怀疑”指有症状或宫缩且已告知未临产。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.1.2", offer(treatments.parents_talk),
    row="FULL-NICE25-1.1.2", decision="emergencies",
    says=Text(
        "The parents are told how likely the baby is to survive and to be well, as natural frequencies; what its care is and where; what may follow at once and later. They may say again and again what they wish about resuscitation, see the neonatal unit and speak to a neonatologist or paediatrician.",
        "向父母说明(用自然频数)胎儿存活及其他结局的可能、新生儿救治及其地点、近期与远期问题;使其能随时表达对复苏的意愿,可参观新生儿病房,并与新生儿科或儿科医生交谈。",
    ),
    women=findings.singleton,
    when=all_of(preterm_birth_ahead, from_22),
    grade="[2015]", locus="1.1.2, p.6-7", read="full text",
    note=Text(
        "Meant for a planned preterm birth and for those offered treatment to stop labour, steroids or magnesium: read as labour suspected or established, waters broken or a birth planned, before 37+0; from 22+0, the first week in which any of these is discussed (1.9.1). Suspected: symptoms or contractions, with labour told as not established.",
        "对象为计划早产分娩者及被提供宫缩抑制、激素或硫酸镁者:按37+0前怀疑或已临产、胎膜早破或计划分娩理解;自22+0起(1.9.1所涉最早孕周)。“怀疑”指有症状或宫缩且已告知未临产。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.7.1", offer(treatments.information),
    row="FULL-NICE25-1.7.1", decision="investigations",
    says=Text(
        "A woman with symptoms of preterm labour and whole membranes is told which examination and tests there are, how they are done, and what a false positive or false negative result would mean at her gestation.",
        "有早产临产症状且胎膜完整者,说明可作的临床评估与检测、如何进行,以及在其孕周假阳性、假阴性的后果。",
    ),
    women=findings.singleton, when=all_of(symptoms_of_preterm_labour, whole), unless=pregnancy.labour,
    grade="[2015]", locus="1.7.1, p.12", read="full text",
    note=Text(
        "Contractions are read as a symptom. Once labour is established there is nothing left to tell apart.",
        "宫缩按症状理解。一旦临产即无须再鉴别。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.7.2", offer(treatments.labour_assessment),
    row="FULL-NICE25-1.7.2", decision="investigations",
    says=Text(
        "She is offered a clinical assessment: her history, the first observations of labour, and a speculum examination, with the finger only if the dilatation cannot be judged; a swab for fibronectin is taken before any digital examination.",
        "行临床评估:病史、临产初始观察项目及窥器检查;仅在无法判断宫口大小时行指检;如拟测纤维连接蛋白,须在指检前取样。",
    ),
    women=findings.singleton, when=all_of(symptoms_of_preterm_labour, whole), unless=pregnancy.labour,
    grade="offer [2015]", locus="1.7.2, p.12-13", read="full text",
    note=Text(
        "Contractions are read as a symptom; once labour is established there is nothing left to tell apart. The observations themselves are in NICE's guideline on intrapartum care, which is not read here.",
        "宫缩按症状理解;一旦临产即无须再鉴别。具体观察项目见NICE产时照护指南,本软件未读。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.7.3", offer(treatments.labour_treatment),
    row="FULL-NICE25-1.7.3", decision="emergencies",
    says=Text(
        "Up to 29+6, labour suspected on examination is treated without a further test, as 1.8 and 1.9 have it at her gestation.",
        "孕29+6周及以前,临床评估怀疑早产临产即按1.8、1.9(依其孕周)处理,无须再作检测。",
    ),
    women=findings.singleton, when=all_of(suspected, pregnancy.gestation <= weeks(29, 6)),
    grade="advise [2015]", locus="1.7.3, p.13", read="full text", note=SUSPECTED,
)  # fmt: skip

NG25.recommend(
    "1.7.4", consider(treatments.labour_scan),
    row="FULL-NICE25-1.7.4", decision="investigations",
    says=Text(
        "From 30+0, with labour suspected on examination, a transvaginal measurement of the cervix is considered to judge whether birth within 48 hours is likely, by somebody trained and experienced in it.",
        "孕30+0周起,临床评估怀疑早产临产者,考虑由受过训练且有经验者经阴道测量宫颈,判断48小时内分娩的可能。",
    ),
    women=findings.singleton, when=from_30,
    grade="consider [2015]", locus="1.7.4, 1.7.8, p.13-14", read="full text", note=SUSPECTED,
)  # fmt: skip

NG25.recommend(
    "1.7.4-long", inform(treatments.labour_scan),
    row="FULL-NICE25-1.7.4", decision="emergencies",
    says=Text(
        "More than 15 mm: preterm labour is unlikely. Another cause is thought of; going home or staying is weighed with her, and if she goes she comes back when symptoms stay or return.",
        "宫颈>15 mm:早产临产可能性小。考虑其他诊断;与其商议回家或留院的利弊;如回家,症状持续或再现应复诊。",
    ),
    women=findings.singleton, when=all_of(from_30, pregnancy.length_now > mm(15)),
    grade="[2015]", locus="1.7.4, p.13", read="full text",
    note=Text(
        "Only a length of today, measured because of symptoms. What the document has her told is entered as information. Suspected as in 1.7.4: symptoms or contractions, with labour told as not established.",
        "仅指今日因症状所测。原文要求的告知内容作为告知录入。“怀疑”同1.7.4:有症状或宫缩,且已告知未临产。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.7.4-short", offer(treatments.labour_treatment),
    row="FULL-NICE25-1.7.4", decision="emergencies",
    says=Text(
        "15 mm or less: she is held to be in diagnosed preterm labour and offered treatment as 1.8 and 1.9 have it.",
        "宫颈≤15 mm:视为已诊断早产临产,按1.8、1.9处理。",
    ),
    women=findings.singleton, when=all_of(from_30, pregnancy.length_now <= mm(15)),
    grade="offer [2015]", locus="1.7.4, p.13", read="full text",
    note=Text(
        "Only a length of today, measured because of symptoms. Suspected as in 1.7.4: symptoms or contractions, with labour told as not established.",
        "仅指今日因症状所测。“怀疑”同1.7.4:有症状或宫缩,且已告知未临产。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.7.5", consider(treatments.labour_fibronectin),
    row="FULL-NICE25-1.7.5", decision="investigations",
    says=Text(
        "From 30+0, only where that measurement is indicated but is not to be had or she does not want it: fetal fibronectin is considered instead.",
        "孕30+0周起,仅在应测宫颈而无条件或其不接受时,考虑改测胎儿纤维连接蛋白。",
    ),
    women=findings.singleton, when=from_30,
    grade="consider [2015]", locus="1.7.5, p.13", read="full text",
    note=Text(
        "Whether a scan can be had is not asked: the sentence carries the condition. Suspected as in 1.7.4: symptoms or contractions, with labour told as not established.",
        "能否超声未作询问,条件写在句中。“怀疑”同1.7.4:有症状或宫缩,且已告知未临产。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.7.5-negative", inform(treatments.labour_fibronectin),
    row="FULL-NICE25-1.7.5", decision="emergencies",
    says=Text(
        "Fibronectin 50 ng/ml or less: preterm labour is unlikely. Another cause is thought of; going home or staying is weighed with her, and if she goes she comes back when symptoms stay or return.",
        "纤维连接蛋白≤50 ng/ml:早产临产可能性小。考虑其他诊断;与其商议回家或留院的利弊;如回家,症状持续或再现应复诊。",
    ),
    women=findings.singleton, when=all_of(from_30, pregnancy.fibronectin_now.is_("negative")),
    grade="[2015]", locus="1.7.5, p.14", read="full text",
    note=Text(
        "Only a test of today. What the document has her told is entered as information. Suspected as in 1.7.4: symptoms or contractions, with labour told as not established.",
        "仅指今日所测。原文要求的告知内容作为告知录入。“怀疑”同1.7.4:有症状或宫缩,且已告知未临产。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.7.5-positive", offer(treatments.labour_treatment),
    row="FULL-NICE25-1.7.5", decision="emergencies",
    says=Text(
        "Fibronectin over 50 ng/ml: she is held to be in diagnosed preterm labour and offered treatment as 1.8 and 1.9 have it.",
        "纤维连接蛋白>50 ng/ml:视为已诊断早产临产,按1.8、1.9处理。",
    ),
    women=findings.singleton, when=all_of(from_30, pregnancy.fibronectin_now.is_("positive")),
    grade="offer [2015]", locus="1.7.5, p.14", read="full text",
    note=Text(
        "Only a test of today. Suspected as in 1.7.4: symptoms or contractions, with labour told as not established.",
        "仅指今日所测。“怀疑”同1.7.4:有症状或宫缩,且已告知未临产。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.7.6", offer(treatments.labour_treatment),
    row="FULL-NICE25-1.7.6", decision="emergencies",
    says=Text(
        "From 30+0, with labour suspected and neither test done, she is offered treatment as if labour were diagnosed.",
        "孕30+0周起怀疑早产临产而两项检测均未做者,按已诊断早产临产处理。",
    ),
    women=findings.singleton, when=from_30, unless=labour_unlikely,
    grade="offer [2015]", locus="1.7.6, p.14", read="full text",
    note=Text(
        "It holds until one of the two tests makes labour unlikely; while nobody has told a result, that is what it waits for. After a positive test the same treatment is 1.7.4-short or 1.7.5-positive. Suspected as in 1.7.4.",
        "在任一检测提示临产可能性小之前均适用;结果未录入时即待此项。检测阳性后同样处理,见1.7.4-short、1.7.5-positive。“怀疑”同1.7.4。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.7.7", do_not_offer(treatments.scan_with_fibronectin),
    row="FULL-NICE25-1.7.7", decision="investigations",
    says=Text(
        "Cervical length and fibronectin are not used together to diagnose preterm labour.",
        "不联合使用宫颈长度与纤维连接蛋白诊断早产临产。",
    ),
    women=findings.singleton, when=all_of(symptoms_of_preterm_labour, whole), unless=pregnancy.labour,
    grade="do not [2015]", locus="1.7.7, p.14", read="full text",
    note=Text(
        "Contractions are read as a symptom; before 37+0, while labour is not established.",
        "宫缩按症状理解;37+0前且未临产。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.8.1", inform(treatments.nifedipine, treatments.oxytocin_antagonist),
    row="FULL-NICE25-1.8.1", decision="emergencies",
    says=Text(
        "Before stopping labour is begun these are weighed: whether labour is suspected or diagnosed; bleeding, infection or anything else that speaks against stopping it; the gestation; what steroids would gain; whether the right neonatal care is to be had, here or by transfer; what she wishes.",
        "决定是否抑制宫缩前须权衡:怀疑还是已诊断;有无出血、感染等提示不宜抑制者;孕周;激素的可能获益;本院或转运后能否获得相应的新生儿救治;孕妇意愿。",
    ),
    women=findings.singleton, when=suspected,
    grade="[2015, amended 2022]", locus="1.8.1, p.14-15", read="full text", since=AMENDED, note=SUSPECTED,
)  # fmt: skip

NG25.recommend(
    "1.8.2", consider(treatments.nifedipine),
    row="FULL-NICE25-1.8.2", decision="emergencies",
    says=Text(
        "From 24+0 to 25+6, with whole membranes and labour suspected, nifedipine to stop it is considered.",
        "孕24+0–25+6周,胎膜完整、怀疑早产临产者,考虑硝苯地平抑制宫缩。",
    ),
    women=findings.singleton,
    when=all_of(suspected, pregnancy.gestation >= weeks(24), pregnancy.gestation <= weeks(25, 6)),
    unless=against_stopping, window=Window(weeks(24), weeks(26)),
    grade="consider [2015]", locus="1.8.2, p.15", read="full text", note=STOPPING,
)  # fmt: skip

NG25.recommend(
    "1.8.3", offer(treatments.nifedipine),
    row="FULL-NICE25-1.8.3", decision="emergencies",
    says=Text(
        "From 26+0 to 33+6, with whole membranes and labour suspected or diagnosed, nifedipine to stop it is offered.",
        "孕26+0–33+6周,胎膜完整、怀疑或已诊断早产临产者,用硝苯地平抑制宫缩。",
    ),
    women=findings.singleton,
    when=all_of(suspected, pregnancy.gestation >= weeks(26), pregnancy.gestation <= weeks(33, 6)),
    unless=against_stopping, window=Window(weeks(26), weeks(34)),
    grade="offer [2015]", locus="1.8.3, p.15", read="full text", note=STOPPING,
)  # fmt: skip

NG25.recommend(
    "1.8.3-diagnosed", offer(treatments.nifedipine),
    row="FULL-NICE25-1.8.3", decision="emergencies",
    says=Text(
        "From 30+0 to 33+6, with whole membranes and labour suspected and diagnosed by one positive test, nifedipine to stop it is offered.",
        "孕30+0–33+6周,胎膜完整、怀疑早产临产并经一项检测阳性而诊断者,用硝苯地平抑制宫缩。",
    ),
    women=findings.singleton, when=all_of(labour_diagnosed, whole, pregnancy.gestation <= weeks(33, 6)),
    unless=any_of(pregnancy.bleeding, pregnancy.infection, pregnancy.infection_suspected),
    window=Window(weeks(30), weeks(34)),
    grade="offer [2015]", locus="1.8.3, p.15; 1.7.4, 1.7.5, 1.7.7, p.13-14", read="full text",
    note=Text(
        "Part of 1.8.3, kept apart: one positive test diagnoses labour, and 1.7.7 forbids asking for the other. Where both were done and differ the document is silent; the positive one counts here. Bleeding and infection speak against stopping labour (1.8.1).",
        "1.8.3的一部分,此处分列:一项检测阳性即为已诊断,且1.7.7不允许再加做另一项。两项均做而结果不一,原文未提;此处以阳性者为准。出血、感染提示不宜抑制宫缩(1.8.1)。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.8.4", offer(treatments.oxytocin_antagonist),
    row="FULL-NICE25-1.8.4", decision="emergencies",
    says=Text(
        "Only where nifedipine is contraindicated: an oxytocin receptor antagonist is offered to stop labour.",
        "仅在硝苯地平有禁忌时:用催产素受体拮抗剂抑制宫缩。",
    ),
    women=findings.singleton,
    when=all_of(suspected, pregnancy.gestation >= weeks(24), pregnancy.gestation <= weeks(33, 6)),
    unless=against_stopping, window=Window(weeks(24), weeks(34)),
    grade="offer [2015]", locus="1.8.4, p.15", read="full text",
    note=Text(
        "Whether nifedipine is contraindicated is not asked: the sentence carries the condition. No gestation is printed here: read as that of 1.8.2 and 1.8.3 together. Bleeding, infection and a test that makes labour unlikely are exclusions, as there.",
        "硝苯地平有无禁忌未作询问,条件写在句中。此处未印孕周,按1.8.2与1.8.3合并理解。出血、感染及检测提示可能性小者同样除外。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.8.5", do_not_offer(treatments.betamimetics),
    row="FULL-NICE25-1.8.5", decision="emergencies",
    says=Text("Betamimetics are not offered to stop labour.", "不用β受体激动剂抑制宫缩。"),
    women=findings.singleton, when=any_of(symptoms_of_preterm_labour, established_preterm_labour, waters_broken_early),
    grade="do not offer [2015]", locus="1.8.5, p.15", read="full text",
    note=Text("No woman is named; read for symptoms, labour or broken waters before 37+0.", "原文未指明对象,按37+0前有症状、临产或胎膜早破者理解。"),
)  # fmt: skip
