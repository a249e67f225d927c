"""Passport and letters as they come out of the printer: paper, words, sources, and nothing that should not be there."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import SuspiciousFileOperation
from django.test import Client
from django.urls import reverse

from fullterm.clinic.models import AccessLog, Event, User, Woman
from fullterm.clinic.pages.letters import citations as cited
from fullterm.clinic.pages.letters import pdf as printing
from fullterm.clinic.pages.letters.consent import HARMS, INSTEAD, OPERATIONS, OUT, SAW
from fullterm.clinic.pages.letters.passport import ABDOMINAL, HIGH, LABOUR, PLANNED, WATERS
from fullterm.clinic.pages.letters.views import LETTERS
from fullterm.guidelines import counselling, register
from fullterm.guidelines.figures import FIGURES, Figure
from fullterm.guidelines.model import ADVISING
from tests.clinic import ward
from tests.clinic.pdf import Read, read_pdf
from tests.clinic.test_her_page import sign
from tests.clinic.ward import DAY, NAME

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not printing.can_print(), reason=f"letters were skipped, this machine has no Pango: {printing.INSTALL}"
    ),
]
SignIn = Callable[[str], Client]
NOTE = {
    "technique": "mcdonald", "indication": "history", "route": "vaginal", "material": "Mersilene 5 mm",
    "knot": "anterior, 12 o'clock", "level": "just below the bladder", "depth": "mid-stroma", "anaesthesia": "spinal",
    "operation": {"sutures": "1", "to_external": "22 mm", "depth_judged": "right", "membranes_before": "not_visible",
                  "blood_loss": "unknown", "remover": "Dr Li", "remove_where": "day ward"},
}  # fmt: skip
PROMISES = re.compile(r"guarantee|we promise|will succeed|no refund|包成功|无效退款|保证|保胎成功", re.IGNORECASE)


def printed(client: Client, woman: Woman, letter: str, language: str, **typed: str) -> Read:
    answer = client.post(reverse("letter", args=[woman.pk, letter]), {"language": language, **typed})
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'inline; filename="{letter}.pdf"', "no name in the name of the file"
    return read_pdf(answer.content)


@pytest.fixture
def sutured(ms_wang: Woman, surgeon: User, on_day: Callable[[date], None]) -> Woman:
    on_day(DAY + timedelta(days=40))
    ward.tell(ms_wang, surgeon, "cerclage placed", DAY + timedelta(days=9), **NOTE)
    ward.tell(ms_wang, surgeon, "scanned", DAY + timedelta(days=30), length="31 mm", method="transvaginal")
    return ms_wang


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_prints_on_its_paper_in_both_languages(
    letter: str, language: str, sutured: Woman, client_of: SignIn
) -> None:
    read = printed(client_of("nurse"), sutured, letter, language)
    paper = (148, 210) if letter == "passport" else (210, 297)
    assert set(read.pages) == {paper}
    assert 1 <= len(read.pages) <= 3
    text = read.text
    assert NAME in text
    for page in range(1, len(read.pages) + 1):
        assert f"{page} / {len(read.pages)}" in text
    day = (DAY + timedelta(days=40)).isoformat()
    foot = {
        "en": f"Printed on {day} from fullterm, record version {sutured.events}",
        "zh": f"{day} 由 fullterm 打印，记录版本 {sutured.events}",
    }[language]
    assert text.count(foot) == len(read.pages), "on every page"
    assert "?" not in text, "every letter has its shape"
    assert not PROMISES.search(text)
    for word in NAME.split():
        assert word not in read.plain, "neither title nor outline names her"
    hanzi = re.findall(r"[\u4e00-\u9fff]", text)
    assert (len(hanzi) > 100) if language == "zh" else not hanzi, "one language, and the other not mixed in"


def test_the_chinese_letters_carry_their_font_with_them(sutured: Woman, client_of: SignIn) -> None:
    listed = subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, text=True, check=False).stdout
    if "Noto Sans CJK" not in listed:
        pytest.skip("the font of the Chinese letters is not here: apt-get install fonts-noto-cjk")
    read = printed(client_of("nurse"), sutured, "passport", "zh")
    assert {one.removesuffix("-Bold") for one in read.fonts} == {"Noto-Sans-CJK-SC"}


def test_the_passport_says_what_is_in_her_cervix_and_how_it_is_tied(sutured: Woman, client_of: SignIn) -> None:
    text = printed(client_of("nurse"), sutured, "passport", "en").squeezed
    for said in (
        "13800000000", "Due date:2026-10-17to2026-10-21", "Placedon:2026-04-15", "McDonald", "Mersilene5mm",
        "anterior,12o'clock", "justbelowthebladder", "mid-stroma", "Distancetotheexternalos:22mm", "DrLi", "dayward",
        "Plannedtocomeout:36w1dto37w0d,2026-09-24to2026-09-26", "Numberofsutures:1",
    ):  # fmt: skip
        assert said.replace(" ", "") in text, said
    chinese = printed(client_of("nurse"), sutured, "passport", "zh").squeezed
    for said in ("环扎日期：2026-04-15", "计划拆线：36周1天至37周，2026-09-24至2026-09-26", "距外口：22mm",
                 "术前胎膜：未见", "出血量：不详"):  # fmt: skip
        assert said in chinese, said
    assert "mmmm" not in chinese, "an amount is kept with its unit"


def test_a_letter_says_who_takes_the_suture_out_as_last_arranged(
    sutured: Woman, nurse: User, client_of: SignIn
) -> None:
    told = {"remover": "Dr Chen", "remove_where": "theatre 2", "remove_when": "2026-09-25"}
    ward.tell(sutured, nurse, "removal arranged", DAY + timedelta(days=31), **told)
    for letter in ("passport", "referral"):
        text = printed(client_of("nurse"), sutured, letter, "en").squeezed
        assert "Removalarranged:DrChen·theatre2·2026-09-25" in text
        assert "DrLi" not in text, "what was agreed before"


def test_a_suture_left_in_after_the_pregnancy_is_said_to_have_to_come_out(
    sutured: Woman, nurse: User, client_of: SignIn
) -> None:
    ward.tell(sutured, nurse, "pregnancy ended", DAY + timedelta(days=35), outcome="loss")
    text = printed(client_of("nurse"), sutured, "passport", "zh").squeezed
    assert "妊娠已结束而缝线仍在" in text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_further_page_of_a_letter_names_her(language: str, sutured: Woman, client_of: SignIn) -> None:
    read = printed(client_of("nurse"), sutured, "consent", language)
    assert len(read.pages) > 1
    assert read.text.count(NAME) == len(read.pages)


def test_the_passport_says_what_to_do_with_its_source(sutured: Woman, client_of: SignIn) -> None:
    text = printed(client_of("nurse"), sutured, "passport", "en").squeezed
    for key in (*LABOUR, *WATERS, *PLANNED):
        one = register.find(*key.split(" "))
        assert one.says.en.replace(" ", "") in text, key
        assert one.locus.replace(" ", "") in text, key
    assert register.find(*HIGH.split(" ")).says.en.replace(" ", "") not in text, "that is said of a high suture only"
    assert "Nodocumentreadcloselyherehasaruleforbleedingalone" in text
    assert "Thedoctorwhoseesherdecides" in text
    assert "notkeptinthisrecord:askher,andwritehere" in text, "allergies are nobody's guess"


def test_without_a_suture_the_passport_says_so_and_gives_no_advice_about_one(ms_wang: Woman, client_of: SignIn) -> None:
    text = printed(client_of("doctor"), ms_wang, "passport", "en").squeezed
    assert "Nosutureisrecordedasinplaceonthedayprinted" in text
    assert "thesuturecomesout" not in text
    assert "Plannedtocomeout" not in text


def test_an_abdominal_suture_is_not_cut_from_below(ms_wang: Woman, surgeon: User, client_of: SignIn) -> None:
    ward.tell(ms_wang, surgeon, "cerclage placed", DAY, technique="laparoscopic", indication="history",
              route="abdominal")  # fmt: skip
    text = printed(client_of("doctor"), ms_wang, "passport", "en").squeezed
    assert "Thesutureisabdominal:itisnotcutfrombelow" in text
    assert register.find(*ABDOMINAL[0].split(" ")).says.en.replace(" ", "") in text
    assert "thesutureisremoved." not in text
    assert "Labour:thesuturecomesout" not in text


def test_a_suture_of_an_ended_pregnancy_is_history_and_not_in_place(
    sutured: Woman, surgeon: User, client_of: SignIn, on_day: Callable[[date], None]
) -> None:
    ended = DAY + timedelta(days=40)
    ward.tell(sutured, surgeon, "suture removed", ended)
    ward.tell(sutured, surgeon, "pregnancy ended", ended, outcome="loss")
    begun = ended + timedelta(days=120)
    on_day(begun)
    due = begun + timedelta(days=280 - 84)
    ward.tell(sutured, surgeon, "pregnancy began", begun, **{**ward.PREGNANCY, "due": due.isoformat()})
    text = printed(client_of("doctor"), sutured, "passport", "en").squeezed
    assert "Nosutureisrecordedasinplace" in text
    assert "Placedon" not in text
    assert "Mersilene" not in text, "the note of that operation belongs to that pregnancy"
    assert ended.isoformat() in text, "as one more earlier pregnancy"


def test_a_referral_prints_the_doctors_own_words_and_keeps_them_nowhere(sutured: Woman, client_of: SignIn) -> None:
    client, before = client_of("doctor"), Event.objects.count()
    asked = 'Please consider an abdominal suture.\nShe asks: "will it hold?" <b>50</b> & more'
    text = printed(client, sutured, "referral", "en", to="Fetal medicine, 协和医院", asked=asked).text
    for line in asked.split("\n"):
        assert re.sub(r"\s", "", line) in re.sub(r"\s", "", text)
    assert "协和医院" in text
    assert Event.objects.count() == before
    assert "abdominal suture" not in client.get(reverse("events", args=[sutured.pk])).content.decode()
    assert "Please consider" not in str(client.session.items())


def test_a_referral_tells_her_history_her_scans_and_her_suture(sutured: Woman, client_of: SignIn) -> None:
    text = printed(client_of("doctor"), sutured, "referral", "en").squeezed
    for said in (
        "20w0dto23w6d",
        "thewatersbrokefirst:yes",
        "18w4dto22w3d",
        "2026-05-06",
        "31mm",
        "Placedon:2026-04-15",
    ):
        assert said in text, said
    assert "Whatisnotwrittenhereisnotknown" in text


def test_a_diagnosis_stands_in_a_letter_only_when_a_doctor_signed_it(
    sutured: Woman, doctor: User, client_of: SignIn
) -> None:
    client = client_of("doctor")
    assert "insufficiency" not in printed(client, sutured, "referral", "en").text
    sign(sutured, doctor, "cerclage", "accepted", DAY + timedelta(days=8))
    said = printed(client, sutured, "referral", "en").squeezed
    assert "Cervicalinsufficiency:confirmedbythedoctoron2026-04-14" in said
    assert "insufficiency" not in printed(client, sutured, "passport", "en").text
    assert "insufficiency" not in printed(client, sutured, "consent", "en").text


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_figure_of_the_consent_stands_with_its_study_and_how_it_was_read(
    operation: str, ms_wang: Woman, client_of: SignIn
) -> None:
    letter = "consent" if operation == "planned" else f"consent-{operation}"
    text = printed(client_of("doctor"), ms_wang, letter, "en").squeezed
    claims = [one for part in (SAW, HARMS, INSTEAD, OUT) for one in part[operation]]  # type: ignore[index]  # a name of OPERATIONS
    assert len(claims) >= 8
    for claim in claims:
        if isinstance(claim, Figure):
            says, source, read = claim.says.en, claim.source, claim.read
        else:
            row = register.find(*claim.split(" "))
            says, source, read = row.says.en, row.locus, row.read
        assert read in ADVISING, claim
        assert re.sub(r"\s", "", says) in text, claim
        assert re.sub(r"\s", "", source) in text, claim
    assert "Theyarenotyourownchance" in text
    assert "Youmaysayno" in text


def test_what_was_not_read_closely_comes_into_no_letter() -> None:
    with pytest.raises(ValueError, match="read from recalled"):
        cited.row("acog-142 LABOUR", "en")
    secondary = next(one for one in FIGURES if one.read == "secondary")
    with pytest.raises(ValueError, match="read from secondary"):
        cited.figure(secondary, "en")


def test_the_further_figures_are_those_of_the_clinical_notes() -> None:
    """Each number of `guidelines.counselling` stands in both languages, and none in one alone."""
    own = [one for one in vars(counselling).values() if isinstance(one, Figure)]
    assert len(own) == 8
    for one in own:
        numbers = [sorted(re.findall(r"\d+(?:\.\d+)?", text)) for text in (one.says.en, one.says.zh)]
        if one is counselling.MEMBRANES:
            numbers[0].insert(0, "0")  # "in none of 16"
        assert numbers[0] == numbers[1], one.says.en


def test_nothing_is_fetched_but_our_own_static_files(tmp_path: Path) -> None:
    from weasyprint.urls import FatalURLFetchingError

    secret = tmp_path / "secret.css"
    secret.write_text("p {}")
    fetch = printing._fetcher().fetch
    assert b"@page" in fetch("static:clinic/letters.css").read()
    for away in (
        "https://example.org/x.css", "http://127.0.0.1:8104/", secret.as_uri(), "static:../../settings.py",
        "static:/etc/passwd", "static:", "data:text/css,p{}", "ftp://example.org/",
    ):  # fmt: skip
        with pytest.raises((FatalURLFetchingError, SuspiciousFileOperation)):
            fetch(away)


def test_a_letter_that_asks_for_anything_else_is_not_printed(ms_wang: Woman, client_of: SignIn, tmp_path: Path) -> None:
    """Through WeasyPrint itself: a picture from elsewhere stops the print instead of being fetched."""
    from weasyprint import HTML
    from weasyprint.urls import FatalURLFetchingError

    html = HTML(string='<img src="https://example.org/x.png">', base_url="static:", url_fetcher=printing._fetcher())
    with pytest.raises(FatalURLFetchingError, match="none of our files"):
        html.write_pdf()


def test_without_pango_the_page_says_in_a_sentence_what_to_install(
    ms_wang: Woman, client_of: SignIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A module that fails to load as WeasyPrint does where Pango is missing, found before the real one."""
    broken = tmp_path / "weasyprint"
    broken.mkdir()
    (broken / "__init__.py").write_text('raise OSError("cannot load library libpango-1.0-0")')
    for name in [one for one in sys.modules if one.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(str(tmp_path))
    client = client_of("nurse")
    page = client.get(reverse("letters", args=[ms_wang.pk])).content.decode()
    assert "apt-get install libpango-1.0-0 libpangoft2-1.0-0" in page
    assert NAME in page, "the preview is there all the same"
    answer = client.get(reverse("letter", args=[ms_wang.pk, "passport"]))
    assert answer.status_code == 503
    assert "apt-get install libpango-1.0-0 libpangoft2-1.0-0" in answer.content.decode()


def test_the_clinic_starts_without_loading_the_printer() -> None:
    said = subprocess.run(
        [sys.executable, "-c", "import django; django.setup(); import fullterm.clinic.urls, sys; "
         "print('weasyprint' in sys.modules)"],
        env={"DJANGO_SETTINGS_MODULE": "tests.settings", "PATH": "/usr/bin:/bin", "PYTHONPATH": "."},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert said.stdout.strip() == "False"


def test_each_print_is_kept_as_a_look(ms_wang: Woman, client_of: SignIn) -> None:
    printed(client_of("surgeon"), ms_wang, "passport", "en")
    look = AccessLog.objects.latest("pk")
    assert (look.woman_id, look.actor.username, look.page) == (ms_wang.pk, "surgeon", "letter passport")
    assert "passport printed" in client_of("surgeon").get(reverse("events", args=[ms_wang.pk])).content.decode()


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_shows_a_letter_as_it_will_read(letter: str, language: str, sutured: Woman, client_of: SignIn) -> None:
    client = client_of("nurse")
    path = reverse("letters", args=[sutured.pk])
    page = client.get(path, {"letter": letter, "language": language}).content.decode()
    preview = page.partition('<article class="letter-preview"')[2].partition("</article>")[0]
    read = printed(client, sutured, letter, language).squeezed
    for heading in re.findall(r"<h[123]>(.*?)</h[123]>", preview):
        assert re.sub(r"\s", "", heading) in read, heading
    assert preview.count("<h2>") >= 4
    assert f'lang="{"zh-Hans" if language == "zh" else "en"}"' in page


def test_her_language_is_chosen_first(ms_wang: Woman, client_of: SignIn) -> None:
    client, path = client_of("nurse"), reverse("letters", args=[ms_wang.pk])
    assert client.get(path).context["chosen"] == "zh"
    ms_wang.language = "en"
    ms_wang.save(update_fields=["language"])
    assert client.get(path).context["chosen"] == "en"


def test_a_letter_there_is_not_is_not_found(ms_wang: Woman, client_of: SignIn) -> None:
    client: Any = client_of("nurse")
    assert client.get(reverse("letters", args=[ms_wang.pk]), {"letter": "nothing"}).status_code == 404
    assert client.get(reverse("letter", args=[ms_wang.pk, "nothing"])).status_code == 404


def test_a_woman_of_whom_nothing_is_recorded_has_letters_too(client_of: SignIn) -> None:
    empty = Woman.objects.create(number="W-7", name="Qian", language="en")
    for letter in LETTERS:
        assert "Qian" in printed(client_of("nurse"), empty, letter, "en").text
