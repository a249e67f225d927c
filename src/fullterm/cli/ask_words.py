"""The words of the interview at the terminal."""

from __future__ import annotations

from fullterm.vocabulary.fact import Text

BACK = frozenset({"back", "b", "返回", "上一题"})
STOP = frozenset({"stop", "quit", "exit", "q", "停止", "退出"})
NONE = frozenset({"none", "none of these", "均无", "都没有", "以上均无"})
SAY = {
    "begin": Text(
        "Answers: yes, no, 'about 20 weeks', '18-22', \"don't know\"; several: no, no, yes; 'back' undoes, 'stop' "
        "ends. Saved in {}",
        "可答:是、否、“约20周”、“18-22”、“不知道”;可连答:否,否,是;“返回”撤销,“停止”结束。保存于{}",
    ),
    "waiting": Text("open verdicts waiting: {}", "等待此答案的判断:{}项"),
    "for_today": Text("for today's decision", "关系今日决定"),
    "choices": Text("one of", "可选"),
    "dangers": Text("Is any of these so today? {}. If not: none", "今日有无:{}?均无请答“均无”"),
    "said": Text(
        "Earlier pregnancy {}: what happened, in her own words? (kept as said; empty goes on)",
        "既往妊娠{}:用她自己的话说,发生了什么?(原样保留;空行继续)",
    ),
    "again": Text("Not taken: {}", "未采纳:{}"),
    "conflict": Text("Taken, but look: {}", "已采纳,但请注意:{}"),
    "first": Text("There is nothing to go back to.", "已是第一题。"),
    "undone": Text("Taken back.", "已撤销。"),
    "enough": Text(
        "Enough for today: nothing that is still open changes the leading cause or the first line of the plan. "
        "{} would settle the rest. Enter goes on; 'stop' ends.",
        "今日已足够:尚未问到的内容不会再改变首位病因或计划首行。再答{}可得出其余判断。回车继续,“停止”结束。",
    ),
    "more": Text("{} more answers", "{}题"),
    "many": Text("{} or more answers", "{}题或更多"),
    "settled": Text(
        "Nothing more can change a verdict. Next: fullterm assess {}", "已无问题能改变判断。下一步:fullterm assess {}"
    ),
    "unsaved": Text(
        "{}: the answer cannot be saved ({}): name a file in a folder you may write to",
        "{}:无法保存({}):请指定可写文件夹中的文件",
    ),
    "stopped": Text("Saved. Go on later with: fullterm ask {}", "已保存。继续:fullterm ask {}"),
}
MOST = 30
"""Questions up to which what is left is counted."""
