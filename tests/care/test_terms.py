"""The terms of the agreement: what was offered is never edited, everything wrong is said, nothing is promised."""

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from fullterm.care.agreement import terms_file
from fullterm.care.agreement.promise_words import promises
from fullterm.care.agreement.terms import Terms, said, text_hash, text_of
from fullterm.care.agreement.terms_file import available, offered, parsed, read_terms
from fullterm.clinic.words import WORDS
from fullterm.guidelines import register
from fullterm.vocabulary.fact import Language

PUBLISHED = {
    ("antai-cn-1", "en"): "982a1126f7ceea6fc87d8c53f49a79d6e1114b494c2363c96448357e08a4e009",
    ("antai-cn-1", "zh"): "4a0a4521b95360905191ff5a7a628b244606f1d83fe6ec57140626f983023589",
    ("example-gb-1", "en"): "6e14c5648f7ad414886905a8587508d32527e6b61efd419c2915df8c097401fe",
    ("example-gb-1", "zh"): "dc4a81dea0487413ed04243a1a993e682baf5c3f425a04b55fc0076927ba4fca",
}
"""The hash of every text a woman may have signed. A line is added with a new version; none is ever changed."""
EVERY = [read_terms(key) for key in available()]
FILE = "antai-cn-1.toml"
NO_AMOUNT = 'is no amount above nothing with two decimals: write it as "20000.00"'
WRITTEN = (terms_file.TERMS / FILE).read_text(encoding="utf-8")


def refused(change: Callable[[str], str]) -> list[str]:
    text = change(WRITTEN)
    assert text != WRITTEN, "the test changed nothing"
    with pytest.raises(ValueError, match=re.escape(FILE)) as caught:
        parsed(FILE, text)
    return str(caught.value).split("\n")


def without(name: str) -> Callable[[str], str]:
    return lambda text: re.sub(rf"(?m)^{name} = .*\n", "", text, count=1)


# ---- what was offered


def test_a_published_text_is_never_edited() -> None:
    now = {(one.key, language): text_hash(one, language) for one in EVERY for language in terms_file.LANGUAGES}
    assert now == PUBLISHED, "a published text changed, or a new version is not listed: a change is a new file"


def test_a_jurisdiction_is_offered_its_own_terms_and_another_none() -> None:
    assert offered("CN") is read_terms("antai-cn-1")
    assert offered("GB") is read_terms("example-gb-1")
    assert offered("FR") is None


def test_a_newer_version_replaces_the_older_for_new_offers_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = WRITTEN.replace("version = 1", "version = 2").replace("2026-01-05", "2026-02-01").replace("20000", "21000")
    for name, text in ((FILE, WRITTEN), ("antai-cn-2.toml", newer)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(terms_file, "TERMS", tmp_path)
    for one in (read_terms, offered):
        one.cache_clear()
    try:
        found = offered("CN")
        assert found is not None
        assert (found.key, found.fee) == ("antai-cn-2", Decimal("21000.00"))
        assert read_terms("antai-cn-1").fee == Decimal("20000.00"), "what she signed is still what she signed"
    finally:
        for one in (read_terms, offered):
            one.cache_clear()


# ---- what the text says


@pytest.mark.parametrize("terms", EVERY, ids=lambda one: one.key)
@pytest.mark.parametrize("language", terms_file.LANGUAGES)
def test_the_text_shown_has_every_parameter_filled_in(terms: Terms, language: Language) -> None:
    text = text_of(terms, language)
    assert not re.search(r"[{}]|None|w\dd", text)
    weeks = [f"{days // 7}+{days % 7}" for days in (terms.recurs_from, terms.recurs_before, terms.success_from)]
    shown = [f"{terms.fee:,.2f}", *weeks, terms.key, terms.held_by[language], terms.complaints[language]]
    shown += [str(n) for n in (terms.months, terms.claim_months, terms.review_days, terms.refund_days)]
    shown += [said(clause, terms, language) for clause in (*terms.excluded, *terms.ends)]
    for one in shown:
        assert one in text, one


def test_the_text_is_the_one_a_woman_reads() -> None:
    terms = read_terms("antai-cn-1")
    english, chinese = text_of(terms, "en"), text_of(terms, "zh")
    assert "You pay CNY 20,000.00 for the planned treatment." in english
    assert "the pregnancy ends from 12+0 weeks to before 28+0 weeks" in english
    assert "您为计划的治疗支付人民币20,000.00元。" in chinese
    assert "妊娠在12+0周至28+0周（不含）期间结束" in chinese
    assert "published 5 January 2026" in english
    assert "发布于2026年1月5日" in chinese


@pytest.mark.parametrize("terms", EVERY, ids=lambda one: one.key)
def test_the_care_is_said_to_be_the_same_without_it_and_the_fee_to_be_invented(terms: Terms) -> None:
    assert "Your care is the same with it and without it" in text_of(terms, "en")
    assert "签与不签，对您的医疗照护完全相同" in text_of(terms, "zh")
    assert "parameter of the hospital. In this copy of the software it is invented" in text_of(terms, "en")
    assert "为演示而虚构" in text_of(terms, "zh")


@pytest.mark.parametrize("terms", EVERY, ids=lambda one: one.key)
def test_whatever_ends_it_before_treatment_gives_everything_back(terms: Terms) -> None:
    before = [one for one in terms.ends if one.stage == "before treatment"]
    assert {one.by for one in before} == {"woman", "hospital", "either", "time"}
    assert all(one.returns == "everything" for one in before)
    assert not [one for one in terms.ends if one.stage == "after treatment" and one.by == "hospital"]


@pytest.mark.parametrize("terms", EVERY, ids=lambda one: one.key)
def test_other_ways_are_named_and_a_recommendation_among_them_exists(terms: Terms) -> None:
    advice = {one.key for one in register.recommendations()}
    said_by = {one.source for one in terms.alternatives}
    assert said_by - advice == {"the hospital"}
    assert len(said_by & advice) >= 3


@pytest.mark.parametrize("terms", EVERY, ids=lambda one: one.key)
def test_every_published_figure_names_its_paper_its_outcome_and_how_it_was_read(terms: Terms) -> None:
    assert {one.tier for one in terms.chances} >= {"planned vaginal", "repeat low vaginal", "abdominal", "none"}
    for one in terms.chances:
        assert re.search(r"\b(19|20)\d\d\b", one.source), one.source
        assert one.read in ("full text", "abstract"), "what nobody has read closely is no figure to sign by"
        assert re.findall(r"[\d.]+", one.figure.en) == re.findall(r"[\d.]+", one.figure.zh) or one.source.startswith(
            ("C-STICH", "Berghella")
        ), one.figure  # their sentences differ in order, not in number


def test_the_figures_are_those_of_the_papers() -> None:
    """Against clinical/evidence.md 3.1, 3.2 and 3.7: counts and percentages agree."""
    for one in read_terms("antai-cn-1").chances:
        for events, women, percent in re.findall(r"(\d+) of (\d+) \(([\d.]+)%\)", one.figure.en):
            digits = len(percent.partition(".")[2])
            assert f"{100 * int(events) / int(women):.{digits}f}" == percent, one.source


# ---- what is refused


def test_everything_wrong_is_said_at_once_with_the_file_and_the_field() -> None:
    found = refused(lambda text: without("fee")(without("months")(text)).replace('by = "woman"\n', "", 1))
    assert f"{FILE}: fee is missing: write it" in found
    assert f"{FILE}: months is missing: write it" in found
    assert f"{FILE} ends woman-leaves: by is missing: write it" in found


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('fee = "20000.00"', 'fee = "a lot"', f"fee: 'a lot' {NO_AMOUNT}"),
        ('fee = "20000.00"', 'fee = "-1.00"', f"fee: '-1.00' {NO_AMOUNT}"),
        ('fee = "20000.00"', 'fee = "1.005"', f"fee: '1.005' {NO_AMOUNT}"),
        ('"12w0d"', '"12w0d..13w0d"', "recurs_from: '12w0d..13w0d' is not one day: write it as 14w0d"),
        ('"12w0d"', '"29w0d"', ": the weeks run backwards: write recurs_from < recurs_before <= success_from"),
        ('currency = "CNY"', 'currency = "XAU"', "currency: 'XAU' is not known: write one of CNY, GBP"),
        ("version = 1", "version = 3", ": id and version make antai-cn-3: give the file that name"),
        ('by = "time"', 'by = "fate"', "ends lapsed: by = 'fate' is none of woman, hospital, either, time"),
        ('id = "termination"', 'id = "lapsed"', ": two clauses are called 'lapsed': a decision names one"),
        ("review_days = 15", "review_days = -1", ": days and months are counted from 1 up"),
        ("You pay {fee}", "You pay", "body [en]: it never says {fee}: write it"),
        ("{months} months", "{moons} months", "lapsed [en]: {moons} is nothing that can be filled in"),
        ('jurisdiction = "CN"', 'jurisdiction = "CN"\ncolour = "red"', ": 'colour' is no field of terms: take it out"),
    ],
)  # fmt: skip
def test_each_mistake_has_its_sentence(old: str, new: str, sentence: str) -> None:
    found = refused(lambda text: text.replace(old, new, 1))
    assert any(one.endswith(sentence) and one.startswith(FILE) for one in found), found


def test_no_way_out_before_treatment_may_keep_her_money() -> None:
    found = refused(lambda text: text.replace('returns = "everything"', 'returns = "nothing"', 1))
    assert found == [f'{FILE} ends opened: before the treatment everything comes back: write returns = "everything"']


def test_the_hospital_cannot_leave_after_the_treatment() -> None:
    found = refused(lambda text: text.replace('by = "woman"\nstage = "after', 'by = "hospital"\nstage = "after'))
    assert "after the treatment the hospital cannot end it" in found[0]


def test_a_text_missing_in_one_language_is_refused() -> None:
    found = refused(lambda text: re.sub(r'(title = \{ en = "[^"]*"), zh = "[^"]*"', r"\1", text))
    assert found == [f"{FILE}: title is needed in en and in zh"]


def test_terms_nobody_has_are_refused_by_name_and_a_path_is_no_name() -> None:
    for name in ("antai-cn-9", "../protocols/antai"):
        with pytest.raises(ValueError, match=r"there are no terms .*: write one of antai-cn-1, example-gb-1"):
            read_terms(name)


def test_what_is_not_toml_is_said_to_be_none() -> None:
    assert refused(lambda text: text + "\n[")[0].startswith(f"{FILE} is not TOML: ")


# ---- promise words


@pytest.mark.parametrize(
    ("word", "jurisdiction"),
    [
        ("无效退款", "CN"), ("包成功", "CN"), ("保证足月", "CN"), ("治愈率99%", "CN"),
        ("万无一失", "CN"), ("100%成功", "CN"),
        ("无效退款", "GB"), ("A guaranteed birth", "GB"), ("we guarantee it", "CN"), ("not guaranteed", "GB"),
        ("Money-back promise", "GB"), ("risk-free", "CN"), ("no baby, no fee", "GB"),
        ("无效退款", "FR"), ("保证", "FR"),
    ],
)  # fmt: skip
def test_a_promise_word_is_found_with_the_source_of_the_rule(word: str, jurisdiction: str) -> None:
    assert promises(f"…{word}…", jurisdiction)
    assert all(one.source for one in promises(word, jurisdiction))


def test_the_jurisdiction_decides_what_may_be_said() -> None:
    assert promises("本院保证书面答复", "CN")
    assert not promises("本院保证书面答复", "GB")


@pytest.mark.parametrize("word", ["无效退款", "保证成功"])
def test_terms_with_a_promise_are_refused(word: str) -> None:
    found = refused(lambda text: text.replace("本协议只约定费用", f"本协议{word}，只约定费用", 1))
    assert found
    assert all(one.startswith(f"{FILE} [zh]: ") and "is a promise: say it without (" in one for one in found)


def test_no_text_of_the_house_promises_anything() -> None:
    """Every word of the interface and all terms, held to every jurisdiction at once."""
    shown = [(name, text) for name, text in WORDS.items()]
    for name, text in shown:
        for language in terms_file.LANGUAGES:
            assert not promises(text[language], "every"), (name, text[language])
    for terms in EVERY:
        for language in terms_file.LANGUAGES:
            assert not promises(text_of(terms, language), "every"), (terms.key, language)
