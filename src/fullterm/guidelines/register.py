"""Every guideline the software knows. A new one adds its page, its cases, and one line here."""

from __future__ import annotations

from functools import cache
from types import ModuleType

from fullterm.guidelines.documents.au import australia
from fullterm.guidelines.documents.ca import sogc_301, sogc_373, sogc_other
from fullterm.guidelines.documents.cn import china_2014, china_2023, china_2024, china_rsa_2022
from fullterm.guidelines.documents.de import awmf
from fullterm.guidelines.documents.eu import eshre_rpl
from fullterm.guidelines.documents.fr import cngof
from fullterm.guidelines.documents.gb import (
    nice_ipg639,
    nice_ng25,
    nice_ng25_2015,
    nice_ng25_birth,
    nice_ng25_labour,
    nice_ng25_silent,
    nice_ng25_waters,
    nice_ng137,
    nice_ng137_birth,
    nice_ng137_labour,
    nice_ng137_risk,
    nice_ng137_watching,
    rcog_gtg17,
    rcog_gtg17_2011,
    rcog_gtg17_care,
    rcog_gtg17_tests,
    rcog_gtg17_treatment,
    rcog_gtg73,
    rcog_gtg75,
    rcog_gtg75_emergency,
    rcog_gtg75_operation,
    rcog_gtg75_removal,
    rcog_gtg75_trials,
    saving_babies_lives,
    saving_babies_lives_birth,
    saving_babies_lives_booking,
    saving_babies_lives_labour,
    saving_babies_lives_prevention,
)
from fullterm.guidelines.documents.int import figo_2021, isuog_2022, who_2015
from fullterm.guidelines.documents.jp import japan
from fullterm.guidelines.documents.no import nordic
from fullterm.guidelines.documents.ru import russia
from fullterm.guidelines.documents.us import (
    acog_142,
    acog_142_operation,
    acog_234,
    acog_faq_2023,
    smfm_65,
    smfm_70,
    smfm_other,
)
from fullterm.guidelines.documents.za import south_africa
from fullterm.guidelines.model import Guideline, Recommendation

PAGES: tuple[ModuleType, ...] = (
    nice_ng25,
    nice_ng25_silent,
    nice_ng25_waters,
    nice_ng25_labour,
    nice_ng25_birth,
    nice_ng25_2015,
    nice_ipg639,
    nice_ng137,
    nice_ng137_risk,
    nice_ng137_birth,
    nice_ng137_labour,
    nice_ng137_watching,
    saving_babies_lives,
    saving_babies_lives_prevention,
    saving_babies_lives_booking,
    saving_babies_lives_labour,
    saving_babies_lives_birth,
    sogc_373,
    sogc_301,
    sogc_other,
    australia,
    south_africa,
    acog_142,
    acog_142_operation,
    rcog_gtg75,
    rcog_gtg75_emergency,
    figo_2021,
    isuog_2022,
    eshre_rpl,
    who_2015,
    china_2023,
    china_2024,
    china_2014,
    china_rsa_2022,
    awmf,
    cngof,
    acog_234,
    acog_faq_2023,
    smfm_70,
    rcog_gtg75_operation,
    rcog_gtg75_removal,
    rcog_gtg75_trials,
    rcog_gtg73,
    smfm_65,
    smfm_other,
    rcog_gtg17,
    russia,
    japan,
    nordic,
    rcog_gtg17_tests,
    rcog_gtg17_treatment,
    rcog_gtg17_care,
    rcog_gtg17_2011,
)


def on_page(page: ModuleType) -> tuple[Guideline, ...]:
    """The guidelines one page holds: usually one, or its editions in turn."""
    return tuple(value for value in vars(page).values() if isinstance(value, Guideline))


GUIDELINES: dict[str, Guideline] = {guideline.id: guideline for page in PAGES for guideline in on_page(page)}


@cache
def recommendations() -> tuple[Recommendation, ...]:
    """Every recommendation of every guideline, in the order of the register and of the page."""
    return tuple(one for guideline in GUIDELINES.values() for one in guideline.recommendations.values())


def find(guideline: str, ref: str) -> Recommendation:
    """One recommendation by its guideline's id and its number. Raises KeyError."""
    return GUIDELINES[guideline].recommendations[ref]


def of_page(page: str, ref: str) -> Recommendation:
    """The recommendation `ref` of the page module `page`, as a case names it. Raises KeyError."""
    for module in PAGES:
        if module.__name__.endswith(f".{page}"):
            for guideline in on_page(module):
                if ref in guideline.recommendations:
                    return guideline.recommendations[ref]
    raise KeyError(f"{page} has no recommendation {ref}: correct the number in its cases")
