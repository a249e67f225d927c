"""Why something typed was refused, in the reader's language.

The sentences are made where the rule is, in English; here stand the same sentences in Chinese. One that is not here
is shown as it is: a refusal in the other language is better than none.
"""

from __future__ import annotations

import re

from fullterm.vocabulary.fact import Language

_CHINESE: tuple[tuple[str, str], ...] = (
    (r"'(.+)' looks like centimetres: write (.+) mm, or (.+) mm if you mean it",
     "“{0}”像是以厘米为单位：请写 {1} mm；如果确实是 {2} mm，请写明单位"),
    (r"'(.+)' is not possible here: write a value from (.+) to (.+), or unknown",
     "“{0}”超出可能范围：请写 {1} 至 {2} 之间的数值，或“不清楚”"),
    (r"'(.+)' is not a gestation: .+", "“{0}”不是孕周：请写 20w3d、18-22周、大约5个月，或“不清楚”"),
    (r"'(.+)' may mean (.+) or a part of a week: .+",
     "“{0}”可能是 {1}，也可能是零点几周：请写 {1}，或写清几周几天"),
    (r"'(.+)' has more than 6 days beside its weeks: write (.+)", "“{0}”周后面的天数超过6天：请写 {1}"),
    (r"'(.+)' is not a number: .+", "“{0}”不是数字：请写数字、范围（如 20..25）或“不清楚”"),
    (r"'(.+)' is negative: .+", "“{0}”是负数：请写测得的数值，或“不清楚”"),
    (r"'(.+)' runs backwards: .+", "“{0}”前后颠倒：请先写较小的"),
    (r"'(.+)' says too little of a measurement: .+", "“{0}”不够具体：请写测量值或范围，如 20..25"),
    (r"'(.+)' is in '(.+)': write it in (.+)", "“{0}”的单位是 {1}：请用 {2}"),
    (r"'(.+)' is finer than it can be measured: .+", "“{0}”小数位过多：请减少小数位，或写“不清楚”"),
    (r"'(.+)' is neither yes(?:,| nor) no.*", "“{0}”不是“是”“否”或“不清楚”：请选其中一个"),
    (r"'(.+)' is none of its options: .+", "“{0}”不在选项中：请从选项中选择"),
    (r"'(.+)' is not a date: .+", "“{0}”不是日期：请写成 2026-03-02"),
    (r"'(.+)' is not one day: .+", "“{0}”不是具体的一天：请写成 2026-03-02"),
    (r"'(.+)' is a day that does not exist: .+", "“{0}”这一天不存在：请改正日期"),
    (r"'(.+)' is not a number of days: .+", "“{0}”不是天数：请写成 5"),
    (r"(.+) days either side is no dating: write up to (.+)d, .+",
     "前后误差 {0} 天已不能算核实孕周：请写 {1} 天以内，或不填日期"),
    (r"'?([^']+?)'? (?:lies in the future|is after the day the case was told) ?\(.+\): .+",
     "{0} 是将来的日期：请改正"),
    (r"(.+) has not come yet: .+", "{0} 还没有到：请写实际的日期"),
    (r"this is needed: fill it in", "此项必填"),
    (r".* (?:and|both) .*the cervix cannot have opened without pain.+|.*: the cervix cannot have opened without pain.+",
     "“宫颈无痛性扩张”与“首先出现痛性宫缩”不能同时成立：请保留正确的一项，或写“不清楚”"),
    (r".*: the waters and the contractions cannot both have come first.+",
     "“首先破水”与“首先宫缩”不能同时成立：请保留正确的一项，或写“不清楚”"),
    (r".*: a baby is not born alive this early.+", "这个孕周不可能活产：请改正结局（流产？）或孕周"),
    (r".*: a stillbirth does not come this early.+", "这个孕周不称为死产：请改为流产，或改正孕周"),
    (r".*: a caesarean is not done this early.+", "这个孕周不做剖宫产：请改正剖宫产或孕周"),
    (r".*: there was no cerclage, yet one is described.+", "填了未做环扎，却又描述了环扎：请改正其中一项"),
    (r".*: the suture cannot have been placed after the pregnancy ended.+",
     "环扎不可能晚于妊娠结束：请改正其中一个孕周"),
    (r".*: the suture cannot have come out before it was placed.+", "拆线不可能早于环扎：请改正其中一个孕周"),
    (r".*: the cervix cannot have been measured after the pregnancy ended.+",
     "宫颈测量不可能晚于妊娠结束：请改正其中一个孕周"),
    (r".*: the membranes are ruptured on examination, yet.+", "检查见胎膜已破，却填了未破水：请改正其中一项"),
    (r".*: membranes cannot bulge through a cervix that is not open.+",
     "宫口未开时胎膜不可能膨出：请改正其中一项"),
    (r".*: infection is seen, yet not suspected.+", "有感染征象，却填了不怀疑感染：请改正其中一项"),
    (r".*: she is in labour, yet without contractions.+", "已临产，却填了无宫缩：请改正其中一项"),
    (r".*: no caesarean is planned, yet its gestation is.+", "未计划剖宫产，却填了剖宫产孕周：请改正其中一项"),
    (r".*: there is no suture, yet its indication is told.+", "填了无缝线，却填了环扎指征：请改正其中一项"),
    (r"the suture came out on (.+), before it was placed \((.+)\): .+",
     "拆线日 {0} 早于环扎日 {1}：请改正其中一个日期"),
    (r"a suture came out, yet none is told: .+", "没有环扎记录，不能记录拆线：请先记录环扎"),
    (r"(?:a|an|the) .+ on (.+) lies before conception \((.+)\): .+", "{0} 早于受孕（{1}）：请改正日期或预产期"),
    (r"the scan falls at (.+): .+", "按预产期，超声时孕 {0}：请改正日期或预产期"),
    (r"no pregnancy is recorded: .+only an abdominal suture comes before",
     "没有妊娠记录：请先记录妊娠及核实孕周；只有经腹环扎可以在孕前做"),
    (r"no pregnancy is recorded: .+", "没有妊娠记录：请先记录妊娠及核实孕周"),
    (r"this pregnancy has no outcome yet: .+", "本次妊娠尚未记录结局：请先记录如何结束，再开始新的妊娠"),
    (r"this pregnancy is recorded as ended on (.+): .+", "本次妊娠已记录于 {0} 结束：请更正那条记录"),
    (r"this pregnancy ended on (.+): .+", "本次妊娠已于 {0} 结束：请先开始新的妊娠，或改正日期"),
    (r"the pregnancy before ended on (.+): a new one.+", "上次妊娠于 {0} 结束：新的妊娠应在此日之后"),
    (r"the pregnancy before ended on (.+): that day.+", "上次妊娠于 {0} 结束，这一天属于上次妊娠：请改正日期"),
    (r"by this the pregnancy has not begun on (.+): .+", "按此推算，{0} 时尚未怀孕：请改正日期"),
    (r"by this she is (.+) pregnant on (.+): .+", "按此推算，{1} 时孕 {0}：请改正日期，或记录妊娠如何结束"),
    (r"both on: and gestation: are needed.+", "日期和孕周都要填写"),
    (r"pregnant: no, yet this pregnancy is told without an end.+",
     "本次妊娠尚未记录结局，不能填未怀孕：请先记录如何结束"),
    (r"this is asked of a pregnancy, and none is told.+", "这是关于妊娠的问题：请先填是否怀孕"),
    (r"that pregnancy has ended: .+", "那次妊娠已结束：请先开始新的妊娠"),
    (r"a gestation is told by another pregnancy: .+",
     "有孕周是以另一次妊娠为参照填写的：请先把它写成独立的孕周"),
    (r"'(.+)': there is no pregnancy (.+) in the list: .+", "“{0}”：列表中没有第{1}次妊娠：请改正"),
    (r"'(.+)': the gestation of pregnancy (.+) is not told: .+",
     "“{0}”：第{1}次妊娠的孕周还未填写：请先填写"),
    (r"a .+ may not do this to an agreement .+", "您的角色不能对协议进行此操作"),
    (r"this form was already used for something else: .+", "此表单已用于其他操作：请重新打开页面后再保存"),
    (r"'(.+)' and '(.+)' cannot both be true: .+",
     "“{0}”与“{1}”不能同时成立：请保留正确的一个，或写“不清楚”"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(pattern, re.DOTALL), chinese) for pattern, chinese in _CHINESE)


def in_words(sentence: str, language: Language) -> str:
    """A refusal in the reader's language, ending as a sentence."""
    if language == "zh":
        for pattern, chinese in _PATTERNS:
            if found := pattern.fullmatch(sentence):
                return chinese.format(*found.groups())
    return sentence[:1].upper() + sentence[1:]
