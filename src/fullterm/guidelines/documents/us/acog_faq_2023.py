"""ACOG, questions physicians ask of progesterone after the withdrawal of 17-OHPC (7 April 2023).

Written from `clinical/guidelines-2026-11.md` section 22: one answer of the page was seen, whole. SMFM's statement of
two days before answers the same question otherwise (D29).
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, uncertain
from fullterm.logic.language import all_of
from fullterm.vocabulary import pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

ACOG_FAQ_2023 = Guideline(
    id="acog-faq-2023", short="ACOG FAQ 2023",
    title=Text(
        "Questions physicians ask: progesterone for prevention of preterm birth", "医师常见问题:孕酮预防早产"
    ),
    publisher="ACOG", country="US", published=date(2023, 4, 7),
    url="https://www.acog.org/clinical-information/physician-faqs", edition="7 April 2023",
)  # fmt: skip

ACOG_FAQ_2023.recommend(
    "FAQ-1", uncertain(treatments.injected_progesterone),
    row="ACOG23FAQ-1", decision="progesterone",
    says=Text(
        "In the middle of a course of 17-OHPC it is reasonable to stop early; after a shared decision she may also choose to finish the course, as far as there is supply.",
        "己酸羟孕酮疗程中提前停用是合理的;经共同决定,她也可以选择用完疗程(视供应而定)。",
    ),
    when=all_of(woman.pregnant, pregnancy.injected_progesterone),
    grade="answer to a question, not graded", locus="answer on a course already begun", read="abstract",
    note=Text(
        "It leaves the choice to her and advises neither; no new course is meant. How far along she is plays no part in it.",
        "由她选择,并不偏向任何一方;不指开始新的疗程。与孕周无关。",
    ),
)  # fmt: skip
