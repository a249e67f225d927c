"""Ms. Wang's whole story and a rescue, told through the pages in Debian's Chromium. Pictures: tests/artefacts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from fullterm.care.case.facts_on import known_on
from fullterm.care.record.events import read
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.models import Agreement, Row, Woman
from tests.clinic import ward
from tests.clinic.pdf import read_pdf
from tests.clinic.through import PICTURES, Ward

pytestmark = pytest.mark.django_db(transaction=True)
In = Callable[..., Ward]

SAID = {
    "pregnant": "no", "wishes_to_conceive": "yes", "age": "33", "earlier": "2", "procedures": "0",
    "earlier[1].outcome": "loss", "earlier[1].gestation": "刚过5个月", "earlier[1].membranes_first": "yes",
    "earlier[1].contractions_first": "no", "earlier[1].fetuses": "1", "earlier[1].abruption": "no",
    "earlier[1].infection": "no", "earlier[1].fetal_death_first": "no", "earlier[1].fetal_anomaly": "no",
    "earlier[1].cerclage": "none", "earlier[1].bleeding_first": "no", "earlier[1].induced": "no",
    "earlier[2].outcome": "loss", "earlier[2].gestation": "不到五个月",
    "earlier[2].membranes_bulging": "yes", "earlier[2].painless_dilatation": "yes",
    "earlier[2].contractions_first": "no", "earlier[2].fetuses": "1", "earlier[2].abruption": "no",
    "earlier[2].infection": "no", "earlier[2].fetal_death_first": "no", "earlier[2].fetal_anomaly": "no",
    "earlier[2].cerclage": "none", "earlier[2].bleeding_first": "no", "earlier[2].induced": "no",
    "uterine_anomaly": "none", "adhesions": "no", "antiphospholipid_antibodies": "no", "curettages": "0",
    "cervical_laceration": "no", "transvaginal_cerclage_impossible": "no",
}  # fmt: skip
AT_TWELVE_WEEKS = {
    "alive": "yes", "suture": "none", "suture_in": "no", "first_trimester_scan": "yes", "early_bleeding": "no",
    "progesterone": "no",
    "pessary": "no", "contractions": "no", "labour": "no", "bleeding": "no", "ruptured_membranes": "no",
    "infection": "no", "infection_suspected": "no", "fetal_compromise": "no", "earlier": "2", "scans": "0",
    "procedures": "0",
}  # fmt: skip
WORDS = {
    "earlier[1].outcome": "拿起拖把拖了几下，突然下身流水，但是肚子疼，打120到医院，说孩子保不住了。",
    "earlier[2].outcome": "小肚子不舒服，胀胀的，马上送到医院，宫口已经开了，羊膜囊都膨出来了。",
}
DIAGNOSED = {"cause:cervical_insufficiency": "confirmed"}
FIRST_VISIT, TWELVE_WEEKS, THEATRE = date(2026, 1, 5), date(2026, 4, 6), date(2026, 4, 16)
SCANS = ((date(2026, 5, 20), "31"), (date(2026, 6, 3), "27"))
THIRTY_SIX, OUT, BIRTH, AGAIN = date(2026, 9, 23), date(2026, 9, 24), date(2026, 10, 12), date(2027, 3, 1)
CORE = {
    "mother_died": "no", "mother_infection": "no", "mother_prelabour_rupture": "no", "mother_harm": "no",
    "baby1_survival": "alive", "baby1_weight": "3120", "baby1_neurodevelopment_early": "no",
    "baby1_gastrointestinal": "no", "baby1_infection": "no", "baby1_respiratory": "no", "baby1_harm": "no",
    "baby1_neurodevelopment_late": "unknown",
}  # fmt: skip


@dataclass(slots=True)
class Hospital:
    """Everybody she meets, each at their own browser; and she, with her phone."""

    nurse: Ward
    doctor: Ward
    surgeon: Ward
    office: Ward
    registrar: Ward
    hers: Ward


@pytest.fixture
def hospital(on_the_ward: In) -> Hospital:
    people = {"office": "outsider", "hers": "nobody"}
    return Hospital(**{
        one: on_the_ward(people.get(one, one), "zh-hans", "wang") for one in Hospital.__dataclass_fields__
    })  # fmt: skip


def facts_of(woman: Woman, on: date) -> Any:
    woman.refresh_from_db()
    case, problems = read(woman.document)
    assert problems == ()
    assert case is not None
    return known_on(case, on).facts


def interview(at: Ward, woman: Woman, said: dict[str, str], words: dict[str, str]) -> list[list[str]]:
    """Answer page after page until nothing more is asked; what is not in `said` is not known. The keys of each page."""
    pages: list[list[str]] = []
    while len(pages) < 40:
        if (go_on := at.page.locator('a[href$="further=1"]')).count():
            go_on.click()
        if not (sent := at.page.locator('input[name="keys"]')).count():
            break
        pages.append(str(sent.get_attribute("value")).split())
        for key in pages[-1]:
            answer(at, key, said.get(key, "unknown"))
        story = at.page.locator("textarea[name=words]")
        if story.count() and (told := next((words[key] for key in pages[-1] if key in words), None)):
            story.fill(told)
        at.press(at.page.locator("button.go"))
    return pages


def answer(at: Ward, key: str, value: str) -> None:
    """One field of a page: typed, or by its button; what has folded away is left, and what was told is confirmed."""
    field = at.page.locator(f'[name="{key}"]')
    if not field.first.is_visible():
        return
    if field.first.get_attribute("type") == "radio":
        wanted = at.page.locator(f'[name="{key}"][value="{value}"]')
        (wanted if wanted.count() else at.page.locator(f'[name="{key}"][value="complete"]')).check()
    elif not (typed := at.page.locator(f'[name="{key}"]:not([type="checkbox"])')).input_value():
        typed.fill("不清楚" if value == "unknown" else value)
        typed.blur()
    at.page.locator("form.interview:not([aria-busy])").wait_for()


def test_ms_wangs_story_from_the_first_visit_to_the_second_child(hospital: Hospital) -> None:
    woman = first_visit(hospital.nurse)
    decided(hospital, woman)
    agreement = promised(hospital, woman)
    operated(hospital, woman)
    assert "已手术，等待结局" in hospital.office.step(agreement, "treated")
    on_her_phone(hospital, woman)
    printed(hospital.nurse, woman)
    scanned(hospital.nurse, woman)
    suture_out(hospital, woman)
    born(hospital.doctor, woman)
    kept(hospital.office, agreement)
    counted(hospital.registrar, woman)
    again(hospital.doctor, woman)


def first_visit(nurse: Ward) -> Woman:
    """Registered and asked, page after page, until nothing more would settle anything."""
    nurse.set_day(FIRST_VISIT)
    nurse.go("home")
    nurse.follow("register")
    nurse.fill(number="W-2026", name="王秀兰", phone="13900000000", language="zh")
    nurse.picture("登记")
    nurse.save()
    nurse.picture("第一页")
    woman = Woman.objects.get()
    pages = interview(nurse, woman, SAID, WORDS)
    nurse.picture("问完")
    nurse.page.goto(nurse.address("history", woman.pk) + "?ask=earlier[2].gestation")
    nurse.fill(typed="不到五个月；比第1次早10天", words="比上次还早10天")  # asked before the first was told
    nurse.picture("改答")
    nurse.save()
    facts = facts_of(woman, FIRST_VISIT)

    assert pages[0][0] == "pregnant"
    assert len(pages) < 16, "today's pages, and those that settle the rest"
    assert [one["outcome"] for one in facts.lists["earlier"].records] == ["loss", "loss"]
    assert facts.lists["earlier"].records[1]["gestation"].low == 130
    assert "拖把" in woman.document["earlier"]["pregnancies"][0]["said"]
    nurse.of_her(woman, "history")
    nurse.follow("history_form", woman.pk)
    nurse.picture("完整病史")
    return woman


def decided(hospital: Hospital, woman: Woman) -> None:
    """The doctor confirms the diagnosis and signs; at twelve weeks, the cerclage is accepted and signed too."""
    doctor, nurse = hospital.doctor, hospital.nurse
    doctor.go("woman", woman.pk)
    doctor.picture("患者主页")
    doctor.sign(woman, DIAGNOSED)
    assert "确诊" in doctor.said()
    nurse.enter(woman, "begin", TWELVE_WEEKS, by="crl", day="2026-04-06", gestation="12w0d", within="2", fetuses="1")
    nurse.of_her(woman, "history")
    assert "suture_in" in {key for keys in interview(nurse, woman, AT_TWELVE_WEEKS, {}) for key in keys}
    nurse.picture("十二周问完")
    doctor.sign(woman, DIAGNOSED | {"choice:cerclage": "accepted"})
    doctor.picture("签字")
    woman.refresh_from_db()
    second = woman.history.filter(action="signed").latest("number").data
    assert (second["version"], second["in_pregnancy"], second["diagnosis"]) == (
        2, True, {"cervical_insufficiency": "confirmed"},
    )  # fmt: skip
    assert [(one["of"], one["choice"]) for one in second["decisions"]] == [("cerclage", "accepted")]


def promised(hospital: Hospital, woman: Woman) -> Agreement:
    """Nothing is offered while the cervix is not looked at; then signed by both, and paid in two parts."""
    office = hospital.office
    office.find_agreement(woman)
    said = office.said()
    assert "尚不能判断" in said
    assert "宫口扩张" in said, "what would settle it"
    assert "研究结果" in said, "the published figures stand on the page before anything is signed"
    assert "签与不签" in said
    hospital.nurse.enter(woman, "examination", TWELVE_WEEKS, dilatation="0", membranes="not_visible")
    agreement = office.offer(woman)
    office.picture("协议")
    hands = {"woman": "王秀兰", "hospital": "协议办公室 李", "understood": "yes"}
    assert "已完成并记录" in office.step(agreement, "signed", **hands)
    office.step(agreement, "paid", amount="8,000", account="bank", reference="R1")
    said = office.step(agreement, "paid", amount="13000", account="cash")
    assert "尚未支付的费用只有 12,000.00 CNY" in said, "refused, and what was typed is still there"
    assert office.page.locator('[name="amount"]').input_value() == "13000"
    said = office.step(agreement, "paid", amount="12000", account="cash")
    assert "已签署、费用付清" in said
    office.follow("agreement_text", agreement.pk)
    assert "王秀兰" in office.said()
    return agreement


def operated(hospital: Hospital, woman: Woman) -> None:
    """The cerclage at thirteen weeks opens the removal window, and names who takes it out, where and when."""
    surgeon = hospital.surgeon
    surgeon.enter(woman, "cerclage", THEATRE, technique="mcdonald", indication="history", anaesthesia="腰麻",
                  material="Mersilene带", sutures="1", bites="5", depth_judged="right", blood_loss="20",
                  membranes_before="not_visible", membranes_after="not_visible", remover="胡主任",
                  remove_where="门诊手术室", remove_when="2026-09-24 上午")  # fmt: skip
    said = surgeon.said()
    assert "2026-09-23" in said
    assert "胡主任" in said
    surgeon.picture("拆线窗口")
    surgeon.follow("woman", woman.pk)
    assert "2026-09-24 上午" in surgeon.said()


def on_her_phone(hospital: Hospital, woman: Woman) -> None:
    """The nurse gives her a link and a code; on her phone nothing of hers stands before the code is typed."""
    nurse, hers = hospital.nurse, hospital.hers
    nurse.of_her(woman, "link")
    nurse.save()
    nurse.picture("她的链接")
    link, code = (nurse.page.locator(one).inner_text() for one in (".sheet-address", ".sheet-code"))
    hers.page.goto(link)
    assert "孕" not in hers.said()
    for typed in ("000000" if code != "000 000" else "111111", code):
        hers.fill(code=typed)
        hers.save()
    hers.page.wait_for_url(hers.address("her"))
    said = hers.said()
    assert "孕13周3天" in said
    assert "宫颈" not in said, "no diagnosis"
    assert "%" not in said
    hers.picture("她的手机")


def printed(nurse: Ward, woman: Woman) -> None:
    """The passport is a PDF that opens in a window of its own."""
    nurse.of_her(woman, "letters")
    with nurse.page.expect_popup() as opened:
        nurse.page.locator('form[method="post"][target="_blank"] button').click()
    window = opened.value
    window.wait_for_load_state("networkidle")
    window.screenshot(path=PICTURES / "wang-就诊卡.png")  # the browser's own reader keeps the file to itself
    paper = read_pdf(window.request.get(window.url).body())
    assert set(paper.pages) == {(148, 210)}
    for said in ("王秀兰", "2026-04-16", "胡主任"):
        assert said in paper.squeezed
    window.close()


def scanned(nurse: Ward, woman: Woman) -> None:
    nurse.enter(woman, "scan", SCANS[0][0], length="2.2")
    assert "像是以厘米为单位" in nurse.said()
    nurse.picture("厘米")
    for day, length in SCANS:
        nurse.enter(woman, "scan", day, length=length, funnel="none", sludge="no")


def suture_out(hospital: Hospital, woman: Woman) -> None:
    """At 36+0 it stands on top of the nurse's morning; the surgeon takes it out, and the line is gone."""
    nurse = hospital.nurse
    nurse.set_day(THIRTY_SIX)
    worklist.recompute_all(THIRTY_SIX)  # the night before
    nurse.go("home")
    nurse.follow("today")
    first = nurse.page.locator(".line").first.inner_text()
    assert "王秀兰" in first
    assert "拆除宫颈缝线" in first
    assert "胡主任" in first
    nurse.picture("今日")
    hospital.surgeon.enter(woman, "removal", OUT)
    hospital.surgeon.said()
    assert not Row.objects.filter(step="removal").exists()


def born(doctor: Ward, woman: Woman) -> None:
    """Born at term, with the core outcome set; the pregnancy becomes her third with nothing retyped."""
    doctor.set_day(BIRTH)
    doctor.of_her(woman, "enter", "end")
    doctor.fill(outcome="live_birth", caesarean="none", said="足月，母女平安", **CORE)
    doctor.picture("结局")
    doctor.save()
    doctor.said()
    third = facts_of(woman, BIRTH).lists["earlier"].records[2]
    assert (third["outcome"], third["cerclage"]) == ("live_birth", "history")
    assert third["shortest_cervix"] == (270, 270)


def kept(office: Ward, agreement: Agreement) -> None:
    """The promise is kept, and what was held becomes the hospital's, once."""
    assert "已履行" in office.step(agreement, "fulfilled")
    office.picture("已履行")
    assert [one.kind for one in agreement.transactions.all()] == ["payment", "payment", "earned"]
    office.go("agreement_month")
    assert "20,000.00 CNY" in office.said()


def counted(registrar: Ward, woman: Woman) -> None:
    """Her number leads to her, by her hospital number and without her name."""
    registrar.go("home")
    registrar.follow("registry")
    registrar.picture("登记统计")
    registrar.page.locator(".registry-table td a").first.click()
    said = registrar.said()
    assert woman.number in said
    assert woman.name not in said


def again(doctor: Ward, woman: Woman) -> None:
    """The second pregnancy of this clinic begins: all of the last is history, and nothing of it is this one's."""
    doctor.enter(woman, "begin", AGAIN, by="lmp", day="2027-01-11", within="5")
    doctor.said()
    facts = facts_of(woman, AGAIN)
    assert len(facts.lists["earlier"].records) == 3
    assert facts.lists["scans"].records == ()
    assert "suture" not in facts.values
    doctor.picture("第二胎")
    doctor.of_her(woman, "history")
    doctor.follow("history_form", woman.pk)
    assert doctor.page.locator('[name="earlier[3].cerclage"]').input_value() == "history"


def test_a_rescue_in_english_from_the_door_to_the_operation_and_no_agreement(on_the_ward: In) -> None:
    nurse, surgeon, office = (on_the_ward(one, "en", "rescue") for one in ("nurse", "surgeon", "outsider"))
    day = date(2026, 5, 12)
    nurse.set_day(day)
    nurse.go("home")
    nurse.follow("emergency_start")
    nurse.fill(number="R-1", name="Ann Lee", language="en")
    nurse.save()
    nurse.picture("six-answers")
    nurse.fill(gestation="21w3d", dated_by="scan", dilatation="2", membranes="bulging", pains="none", bleeding="no",
               ruptured_membranes="no", signs="none", alive="yes", fetal_compromise="no", fetuses="1",
               anomaly_scan="normal", suture="none")  # fmt: skip
    nurse.save()
    said = nurse.said()
    assert "21w3d" in said or "21 weeks" in said
    assert "Rescue cerclage" in said
    assert "agreement" in said, "she is told at the door that this is no treatment agreement"
    nurse.picture("this-hour")
    nurse.page.locator('select[name="to"]').select_option("surgeon")
    nurse.page.locator(".em-pass button").click()
    assert "surgeon" in nurse.said()
    woman = Woman.objects.get()

    office.find_agreement(woman)
    said = office.said()
    assert "may not sign" in said
    assert "there is rescue care, and no agreement" in said
    assert "2 cm" not in said, "the office reads the criteria, not her record"
    assert office.page.get_by_role("button", name="Offer").count() == 0
    office.picture("refused")
    assert not Agreement.objects.exists()
    assert office.page.goto(office.address("woman", woman.pk)).status == 403

    surgeon.go("home")
    surgeon.picture("today")
    first = surgeon.page.locator(".line").first
    assert "Ann Lee" in first.inner_text()
    assert "Rescue cerclage" in first.inner_text()
    surgeon.follow("woman", woman.pk)
    surgeon.follow("emergency", woman.pk)
    surgeon.follow("enter", woman.pk, "cerclage")
    surgeon.fill(technique="mcdonald", membranes_before="bulging", membranes_after="not_visible",
                 depth_judged="unsure")  # fmt: skip
    surgeon.save()
    surgeon.picture("operation-saved")
    facts = facts_of(woman, day)

    assert facts.values["suture"] == "mcdonald"
    assert woman.history.get(action="cerclage placed").data["indication"] == "examination"
    assert not Row.objects.filter(step="rescue").exists()


def test_an_entry_and_an_answer_are_saved_with_scripts_off(on_the_ward: In, ms_wang: Woman) -> None:
    clinic = on_the_ward("nurse", "en", "plain", scripts=False)
    clinic.set_day(ward.DAY)
    clinic.go("enter", ms_wang.pk, "scan")
    clinic.page.locator('[name="length"]').fill("31")
    with clinic.page.expect_navigation():
        clinic.page.keyboard.press("Enter")
    ms_wang.refresh_from_db()

    assert ms_wang.history.filter(action="scanned").exists()
    clinic.page.goto(clinic.root + reverse("history", args=(ms_wang.pk,)) + "?ask=diabetes")
    with clinic.page.expect_navigation():
        clinic.page.locator('button[name="said"][value="no"]').click()
    assert ms_wang.history.filter(data__key="diabetes", data__said="no").exists()
