"""The words of the protocol's page beside the documents; its sentences are the command's own (`care.assess.compare_text`)."""

from __future__ import annotations

from fullterm.care.assess.compare_text import SAYS
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.punctuation import chinese

WORDS: dict[str, Text] = {
    **{f"compare.{name}": Text(text.en, chinese(text.zh)) for name, text in SAYS.items()},
    "compare.title": Text("The protocol beside the national documents", "本院方案与各国文件对照"),
    "compare.open": Text("The protocol beside the national documents", "与各国文件对照"),
    "compare.back": Text("The hospital's protocol", "本院方案"),
    "compare.on": Text("Documents in force on {}.", "{}现行的文件。"),
    "compare.contents": Text("On this page", "本页内容"),
    "compare.step_head": Text("Step", "步骤"),
    "compare.names": Text("What it names of the documents", "对各文件的引用"),
    "compare.silent_head": Text("Names no advice of", "未引用"),
    "compare.net": Text("safety net", "安全网"),
    "compare.steps_of": Text("Step", "步骤"),
    "compare.none_answered": Text("It answers no document.", "本方案未声明对应任何文件。"),
}
