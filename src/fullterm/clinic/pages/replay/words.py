"""The words of the replay of one woman's record."""

from __future__ import annotations

from fullterm.vocabulary.fact import Text

WORDS: dict[str, Text] = {
    "woman_pages.replay": Text("Day by day", "逐日回放"),
    "woman_page.replay": Text("day by day", "逐日回放"),
    "replay.title": Text("What stood on each day", "逐日回放：每一天的提示"),
    "replay.how": Text(
        "Each day is decided by what had been recorded by then, and by the documents in force then: what was entered late "
        "was not known before. The hospital's protocol is today's.",
        "每一天只依据当日之前（含当日）已录入的内容和当日现行的文件判断：补录的内容此前并不知道。所用为本院现行方案。",
    ),
    "replay.days": Text("From {} to {}", "{}至{}"),
    "replay.cut": Text("Only the last {} days are shown: her record is older.", "仅显示最近{}天：其病历更早。"),
    "replay.lines": Text("What called for somebody", "需要处理的提示"),
    "replay.rose": Text("Rose on", "出现日期"),
    "replay.at": Text("Gestation", "孕周"),
    "replay.line": Text("Line", "提示"),
    "replay.stood": Text("Days", "天数"),
    "replay.ended": Text("What ended it", "如何结束"),
    "replay.then": Text("from {}: {}", "{}起：{}"),
    "replay.urgent": Text("now", "立即"),
    "replay.nothing": Text("Nothing is recorded yet.", "尚无任何记录。"),
    "replay.none": Text("No line rose on any of these days.", "此期间没有任何提示出现。"),
    "replay.closed": Text("Windows that closed unanswered", "未获处理即关闭的时间窗"),
    "replay.closed.none": Text("No window closed unanswered.", "没有未获处理即关闭的时间窗。"),
    "replay.closed.on": Text("Too late from", "自此逾期"),
    "replay.closed.how": Text("How", "情形"),
    "replay.unreadable": Text(
        "Her record as it stood on one of these days cannot be read: {}", "其中某一天的病历无法读取：{}"
    ),
}
