"""`fullterm protocol compare`: what a hospital follows, where it departs and why, on a terminal and as data."""

import json
import re

import pytest

from fullterm.care.protocol.model import available
from tests.cli.cases import fullterm


def printed(*arguments: str) -> str:
    result = fullterm("protocol", "compare", *arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def test_a_protocol_is_printed_step_by_step_and_document_by_document() -> None:
    said = printed("antai")
    assert said.startswith("An Tai hospital beside the documents in force on 2026-11-30\n")
    assert "Every departure has its reason." in said
    steps, documents = said.split("Document by document")
    assert "\n  Cerclage 12w0d to 14w6d\n" in steps
    assert "RCOG GTG 75 HI-2: departs: RCOG keeps a planned suture for three or more" in steps
    assert "here 12w0d to 14w6d, there 11w0d to 14w6d" in steps
    assert "names no advice of: China 2024; NICE NG25" in steps
    assert "names no advice of any document" in steps
    assert "\n  WHO 2015 " in documents
    assert "not read there: what it advises to do was seen neither" in documents


def test_it_is_printed_in_chinese() -> None:
    said = printed("antai", "--lang", "zh")
    assert "每一处不同均已说明原因。" in said
    assert "遵循" in said
    assert not re.search("follows|departs|stricter|silent|not read|step:|Every", said)


@pytest.mark.parametrize("name", available())
def test_the_data_holds_every_document_and_step(name: str) -> None:
    told = json.loads(printed(name, "--json"))
    assert told["protocol"] == name
    assert told["without_reason"] == []
    assert {one["relation"] for one in told["counts"]} == {"departs", "stricter", "follows", "silent", "not_read"}
    assert len(told["steps"]) > 30
    assert len(told["documents"]) > 20


def test_another_day_compares_what_was_in_force_then() -> None:
    assert "\n  RCOG GTG 75 " not in printed("antai", "--on", "2021-01-01")


def test_what_cannot_be_compared_is_said_in_a_sentence() -> None:
    result = fullterm("protocol", "compare", "nowhere")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "there is no protocol 'nowhere': write one of antai, rcog_nice\n"
