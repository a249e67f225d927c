"""The words of withdrawing an entry made in error."""

from __future__ import annotations

from fullterm.vocabulary.fact import Text

WORDS: dict[str, Text] = {
    "conflict": Text(
        "Two answers of one day contradict each other: the more dangerous counts",
        "同一天的回答互相矛盾：以较危险者为准",
    ),
    "conflict.told": Text("{0}: told as {1}. What counts is {2}.", "{0}：记有{1}，现按{2}判断。"),
    "conflict.and": Text(" and ", "和"),
    "conflict.entry": Text("Entry {0} ({1})", "第{0}条（{1}）"),
    "conflict.withdraw": Text("withdraw it", "撤销"),
    "conflict.how": Text(
        "If one of them was recorded in error, withdraw that entry. If both were true and the danger has passed, it still "
        "counts for this day; examine again on another day. (Safety rule of this software.)",
        "如某条录入有误，请撤销该条。如两次均属实、危险已过去，当日仍按危险者判断，改日再检查。（本软件的安全规则。）",
    ),
    "withdraw.undo": Text("Undo", "撤销本次录入"),
    "withdraw.undo.back": Text("Undo", "取消撤销"),
    "withdraw.link": Text("withdraw", "撤销"),
    "withdraw.link.back": Text("undo the withdrawal", "取消撤销"),
    "withdraw.title": Text("Withdraw an entry", "撤销一条记录"),
    "withdraw.title.back": Text("Undo a withdrawal", "取消撤销"),
    "withdraw.what": Text(
        "The entry stays on the list of events, struck through, with who withdrew it, when and why. Her record and "
        "Today become what the remaining entries leave.",
        "该条记录仍保留在“全部记录”中并加删除线，注明撤销人、时间和原因。病历与“今日”按其余记录重新得出。",
    ),
    "withdraw.what.back": Text(
        "The entry counts again, as if it had never been withdrawn; both steps stay on the list of events.",
        "该条记录重新生效，如同从未撤销；两次操作都保留在“全部记录”中。",
    ),
    "withdraw.entry": Text("Entry {}", "第{}条记录"),
    "withdraw.why": Text("Why", "原因"),
    "withdraw.why.error": Text("entered in error", "录入错误"),
    "withdraw.why.woman": Text("wrong woman", "录错患者"),
    "withdraw.why.typing": Text("typing error", "笔误"),
    "withdraw.why.changed": Text("she changed her mind", "患者改变主意"),
    "withdraw.why.other": Text("another reason", "其他原因"),
    "withdraw.more": Text("In your words", "补充说明"),
    "withdraw.more.help": Text(
        "Needed for another reason; otherwise it may stay empty.", "选“其他原因”时必填，否则可不填。"
    ),
    "withdraw.more.needed": Text("Write the reason.", "请填写原因。"),
    "withdraw.do": Text("Withdraw it", "撤销"),
    "withdraw.do.back": Text("Let it stand again", "恢复"),
    "withdraw.by": Text("withdrawn by {} on {}", "{}于{}撤销"),
}
