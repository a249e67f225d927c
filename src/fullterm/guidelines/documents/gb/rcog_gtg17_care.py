"""RCOG Green-top 17, Recurrent miscarriage (2023), sections 7 and 8: the thyroid, life, embryos, and care.

Compared with the complete document on 2026-12-01. Not yet read against the source by a clinician. `grade` is the level of
evidence and the strength printed beside the sentence.
"""

from __future__ import annotations

from fullterm.guidelines.documents.gb.rcog_gtg17 import RCOG17, RECURRENT, all_losses, late, recurrent, unexplained
from fullterm.guidelines.documents.gb.rcog_gtg17_treatment import UNEXPLAINED
from fullterm.guidelines.model import not_routinely, offer
from fullterm.logic.language import all_of, any_of
from fullterm.vocabulary import treatments, woman
from fullterm.vocabulary.fact import Text

RCOG17.recommend(
    "TPO", not_routinely(treatments.thyroxine),
    row="RCOG17-TPO", decision="not_to_do",
    says=Text(
        "With thyroid peroxidase antibodies, a thyroid that works normally and a miscarriage behind her, thyroxine is no routine.",
        "有流产史、甲状腺过氧化物酶抗体阳性而甲状腺功能正常者,不推荐常规使用左甲状腺素。",
    ),
    when=all_of(woman.tpo_euthyroid, all_losses >= 1), grade="1–, A", locus="§7.5, p.e24", read="full text",
    note=Text(
        "Normal function only: a thyroid that is failing is another matter (p.e25). Level 1– is printed beside strength A, which by the document's own scheme (p.e35) asks for 1+ or more. A miscarriage is read as a loss before 24+0, as in DEF-01.",
        "仅指功能正常者;甲状腺功能减退另论(第e25页)。原文级别1–与强度A并列,而按其分级表(第e35页)A级须1+及以上。流产按24+0前丢失理解(同DEF-01)。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "LIFE", offer(treatments.lifestyle_advice),
    row="RCOG17-LIFE", decision="counselling",
    says=Text(
        "A woman with recurrent miscarriage should be advised to keep a body mass index between 19 and 25, to stop smoking, to limit alcohol and to keep caffeine under 200 mg a day.",
        "复发性流产者应建议:体重指数保持在19–25,戒烟,限制饮酒,咖啡因每日<200 mg。",
    ),
    when=recurrent, grade="2–, D", locus="§7.1, p.e21", read="full text",
    note=Text(
        f"Smoking, alcohol and caffeine are carried over from sporadic miscarriage. {RECURRENT.en}",
        f"吸烟、饮酒与咖啡因的证据由偶发流产外推。{RECURRENT.zh}",
    ),
)  # fmt: skip

RCOG17.recommend(
    "PGTA", not_routinely(treatments.pgt_a),
    row="RCOG17-PGTA", decision="not_to_do",
    says=Text(
        "In unexplained recurrent miscarriage testing embryos for aneuploidy is no routine: too little speaks for it so far, and it can be costly and is not free of risk.",
        "不明原因复发性流产者不常规做胚胎植入前非整倍体检测:支持资料尚少,且费用可能高,并非无风险。",
    ),
    when=all_of(recurrent, unexplained), grade="2–, C", locus="§7.3, p.e23", read="full text",
    note=Text(
        f"'Insufficient data to support the routine use' is read as not routinely. {UNEXPLAINED.en}",
        f"原文为常规应用“资料不足”,按不常规理解。{UNEXPLAINED.zh}",
    ),
)  # fmt: skip

RCOG17.recommend(
    "CARE", offer(treatments.supportive_care),
    row="RCOG17-CARE", decision="counselling",
    says=Text(
        "Where nothing explains recurrent miscarriage she should be offered supportive care, best in a clinic of its own. With supportive care alone about 75% succeed in a further pregnancy, fewer with age and with each miscarriage.",
        "不明原因复发性流产者应提供支持性照护,最好在复发性流产专科门诊。仅支持性照护,再次妊娠成功约75%,随年龄与流产次数增加而降低。",
    ),
    when=all_of(recurrent, unexplained), grade="2+, C", locus="§7.8.2, p.e27", read="full text", note=UNEXPLAINED,
)  # fmt: skip

RCOG17.recommend(
    "CARE-AGAIN", offer(treatments.supportive_care),
    row="FULL-RCOG17-13", decision="counselling",
    says=Text(
        "Should she miscarry again, provision is made beforehand: whom she reaches, ultrasound, access to services, and how the tissue is collected for chromosome analysis.",
        "应预先安排再次流产时的支持:联系何人、超声检查、就诊途径,以及如何留取组织行染色体检查。",
    ),
    when=any_of(recurrent, late), grade="3, D; text level 4", locus="§8, p.e27", read="full text",
    note=Text(
        "The box prints level 3, the text beside it level 4. The section names no losses; care after a sporadic miscarriage is outside the document (p.e11), and one second-trimester loss is counted because the heading of §6 counts it (DEF-03, where the weeks stand). No clinic is named here, unlike in CARE.",
        "推荐框印3级,正文印4级。本节未限流产次数;偶发流产的照护不在本文范围(第e11页),1次中孕期流产因§6标题所及而计入(见DEF-03,孕周同)。此处未提专科门诊,与CARE不同。",
    ),
)  # fmt: skip
