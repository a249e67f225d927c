"""The referral letter: her history, this pregnancy and its scans, what was signed, and what is asked."""

from __future__ import annotations

from fullterm.care.signing.signature import INSUFFICIENCY, last_signed
from fullterm.clinic.base.effective_events import signatures_of, told
from fullterm.clinic.pages.letters import content as record
from fullterm.clinic.pages.letters.content import Plain, Recorded
from fullterm.clinic.words import WORDS
from fullterm.vocabulary.fact import Language

TOLD = (
    "pregnant", "dilatation", "membranes", "contractions", "labour", "bleeding", "ruptured_membranes", "infection",
    "infection_suspected", "progesterone", "pessary", "anomaly_scan", "alive", "babies_died",
)  # fmt: skip
HERSELF = (
    "uterine_anomaly", "adhesions", "submucous_fibroid", "polyps", "antiphospholipid_antibodies", "curettages",
    "cervical_laceration", "connective_tissue_disorder",
)  # fmt: skip


def referral(of: Recorded, language: Language, to: str = "", asked: str = "") -> Plain:
    """The letter as a template context. `to` and `asked` are the doctor's own words, printed and not kept."""
    return {
        "to": to,
        "asked": asked,
        "dating": record.dating(of, language),
        "history": record.history(of, language),
        "complete": of.case.earlier_complete,
        "herself": record.of_pregnancy(of, HERSELF, language),
        "now": record.of_pregnancy(of, TOLD, language) if of.pregnancy is not None else [],
        "scans": record.scans(of, language),
        "suture": record.suture(of, language),
        "removal": record.removal(of, language),
        "arranged": record.arranged(of),
        "signed": _signed(of, language),
    }


def _signed(of: Recorded, language: Language) -> str:
    """What the newest signature says of the diagnosis; empty while it says nothing. The software adds nothing to it."""
    signed = last_signed(told(one) for one in signatures_of(of.woman).filter(on__lte=of.on))
    found = None if signed is None else signed.diagnosis.get(INSUFFICIENCY)
    return "" if signed is None or found is None else WORDS[f"letter.signed.{found}"][language].format(signed.on)
