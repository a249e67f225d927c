"""Where the arguments of the causes rest: each document once, with its row in `clinical/` and how it was read."""

from __future__ import annotations

from fullterm.guidelines.cause_model import Citation

RCOG17 = Citation("RCOG Green-top 17 (2023)", "§5.4.3, p.e15-16", "full text", "RCOG17-DIAG")
ACOG142 = Citation("ACOG Practice Bulletin 142 (2014)", "definition", "abstract", "ACOG142-DEF")
ACOG142_RISK = Citation("ACOG Practice Bulletin 142 (2014)", "risk factors", "abstract", "ACOG142-RISK")
ACOG142_HI = Citation("ACOG Practice Bulletin 142 (2014)", "summary of recommendations", "abstract", "ACOG142-HI")
ACOG142_PRETEST = Citation("ACOG Practice Bulletin 142 (2014)", "text", "secondary", "ACOG142-PRETEST")
RCOG75_PRETEST = Citation("RCOG Green-top 75 (2022)", "§5.1, p.1183", "full text", "RCOG75-PRETEST")
RCOG75_INFECTION = Citation("RCOG Green-top 75 (2022)", "p.1196", "full text", "RCOG75-FIG-11")
RCOG75_HIGH = Citation("RCOG Green-top 75 (2022)", "§6.2, p.1185-6", "full text", "RCOG75-SURV-HR")
RCOG75_MIDDLE = Citation("RCOG Green-top 75 (2022)", "§6.2, p.1186", "full text", "RCOG75-SURV-IR")
RCOG17_CONE = Citation("RCOG Green-top 17 (2023)", "§5.4.3, p.e15-16", "full text", "FULL-RCOG17-1")
RCOG17_APS = Citation("RCOG Green-top 17 (2023)", "§5.2.1, p.e12", "full text", "FULL-RCOG17-3")
RCOG17_GENES = Citation("RCOG Green-top 17 (2023)", "§5.3.2, p.e13-14", "full text", "FULL-RCOG17-17")
RCOG17_BORN_SO = Citation("RCOG Green-top 17 (2023)", "§5.4.1, p.e14", "full text", "FULL-RCOG17-14")
RCOG17_ARCUATE = Citation("RCOG Green-top 17 (2023)", "§5.4.1, p.e14", "full text", "FULL-RCOG17-15")
RCOG17_FIBROID = Citation("RCOG Green-top 17 (2023)", "§5.4.2, p.e15", "full text", "FULL-RCOG17-10")
RCOG17_AT_LARGE = Citation("RCOG Green-top 17 (2023)", "§5.4.2, p.e15", "full text", "FULL-RCOG17-18")
RCOG17_ADHESIONS = Citation("RCOG Green-top 17 (2023)", "§5.4.2, p.e15", "full text", "FULL-RCOG17-16")
CHINA25 = Citation("中国专家共识 2025", "abstract", "abstract", "CN25-DEF")
HEGAR = Citation("Chinese lay and clinic pages; the consensus of 2023 was not seen", "-", "secondary", "CN23-DX-NP")
CNGOF16 = Citation("CNGOF, pregnancy losses (2016)", "abstract", "abstract", "CNGOF16-WORKUP")
HOSPITAL = Citation(
    "An Tai hospital, late recurrent miscarriage", "causes and diagnosis", "full text", "HOSPITAL-CAUSES"
)
CASTANON = Citation("Castanon, BMJ 2014;349:g6223", "abstract", "abstract", "EV-CASTANON")
LEMMERS = Citation("Lemmers, Hum Reprod 2016;31:34-45", "abstract", "abstract", "EV-LEMMERS")
FULL_DILATATION = Citation("PMID 28960252 (Sydney, 533 and 2142 women)", "abstract", "abstract", "EV-FULL-DILATATION")
WATSON = Citation("Watson, Acta Obstet Gynecol Scand 2017;96:1100-5", "abstract", "abstract", "EV-WATSON")
KIM = Citation("J Clin Med 2021;10:4797", "abstract", "abstract", "EV-KIM")
CHAN = Citation("Chan, Ultrasound Obstet Gynecol 2011;38:371-82", "abstract", "abstract", "EV-CHAN")
EHLERS = Citation(
    "J Matern Fetal Neonatal Med 2020, doi 10.1080/14767058.2020.1767574", "abstract", "abstract", "EV-EHLERS"
)
SUNDELIN = Citation(
    "Sundelin, Acta Obstet Gynecol Scand 2017, doi 10.1111/aogs.13043", "abstract", "abstract", "EV-SUNDELIN"
)
PLACENTA = Citation("PMC6876705 (placentas of 14 losses before 22 weeks)", "abstract", "abstract", "DIG-PLACENTA")
TEXTBOOK = Citation("general knowledge, no text seen", "-", "recalled", "-")
