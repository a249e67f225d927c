"""The words of the history: the interview and the whole form."""

from __future__ import annotations

from fullterm.vocabulary.fact import Text

WORDS: dict[str, Text] = {
    "history.title": Text("History", "病史采集"),
    "history.question": Text("Next question", "下一个问题"),
    "history.pages": Text("About {} pages left for today", "今日约剩{}页"),
    "history.past": Text("Today's decision is made; this settles the rest", "今日决定已可作出；以下用于得出其余判断"),
    "history.page.empty": Text(
        "Nothing is answered yet: answer what is known, or leave the page for later.",
        "尚未回答：请填写已知内容，或将本页留待以后。",
    ),
    "history.story": Text("What happened, in her own words", "用她自己的话说，发生了什么"),
    "history.not_looked_for": Text("not looked for", "未查"),
    "history.none_of_these": Text("None of these", "以上均无"),
    "history.skip_rest": Text("Save, and leave the rest for later", "保存，其余留待以后"),
    "history.how_many": Text("yes, {}", "有，{}次"),
    "history.how_many.more": Text("no, {} more", "不，还有{}次"),
    "history.enough": Text("Enough for today", "今日已足够"),
    "history.enough.sentence": Text(
        "Nothing that is still open changes the leading cause or the first line of the plan.",
        "尚未问到的内容不会再改变首位病因或计划首行。",
    ),
    "history.further": Text("Go on: {} more answers settle the rest", "继续：再答{}题可得出其余判断"),
    "history.further.many": Text("Go on: {} or more answers settle the rest", "继续：再答{}题或更多可得出其余判断"),
    "history.again": Text("This was asked before", "这个问题问过"),
    "history.answer_now": Text("Answer now: {}", "目前的回答：{}"),
    "history.more_exactly": Text(
        "Told so far: {}. A limit lies inside it: can it be told more exactly?",
        "目前的回答：{}。界限正好在此范围内，能更准确些吗？",
    ),
    "history.may_have_changed": Text(
        "the answer was: {}. It may have changed since.", "当时的回答：{}。此后可能已有变化。"
    ),
    "history.no_more_exactly": Text("No more exactly than that", "不能更准确了"),
    "history.replaces": Text(
        "A new answer replaces it; the old one stays in the list of entries. A danger told of the same day still counts until "
        "its entry is withdrawn.",
        "新的回答会替换它；原来的回答仍保留在记录中。当日已录入的危险情况在该条撤销之前仍按其判断。",
    ),
    "history.settled": Text("{} of {} recommendations are settled for her", "{1}条建议中已有{0}条对她有结论"),
    "history.waits": Text("Waiting for this answer: {}", "取决于此回答的建议：{}条"),
    "history.waits.causes": Text("What waits for this answer", "取决于此回答的内容"),
    "history.causes": Text("Causes", "病因"),
    "history.source": Text("Source", "来源"),
    "history.source.said": Text("said by her", "本人口述"),
    "history.source.notes": Text("seen in notes", "见于病历"),
    "history.words": Text("In her own words", "她的原话"),
    "history.words.help": Text("Kept as she said it; it decides nothing.", "原样保留，不参与判断。"),
    "history.on": Text("Told on", "询问日期"),
    "history.save": Text("Save and go on", "保存并继续"),
    "history.skip": Text("Skip for now", "暂时跳过"),
    "history.back": Text("Back to the last answer", "回到上一个回答"),
    "history.forward": Text("On to the next question", "继续下一个问题"),
    "history.whole": Text("The whole form", "完整病史表"),
    "history.interview": Text("Ask one question at a time", "逐题询问"),
    "history.to_woman": Text("Her page", "患者主页"),
    "history.done": Text("Nothing more to ask", "没有需要再问的了"),
    "history.done.sentence": Text(
        "No question left unasked can change a recommendation or a cause for her today.",
        "今天没有尚未问过的问题会再改变对她的建议或病因判断。",
    ),
    "history.done.open": Text(
        "Recommendations that stay open, because something asked is not known or was skipped: {}.",
        "仍有{}条建议没有结论，因为有些问题回答“不清楚”或被跳过。",
    ),
    "history.skipped": Text("Skipped in this sitting: {}", "本次跳过{}题"),
    "history.ask_skipped": Text("Ask the skipped ones", "再问跳过的问题"),
    "history.latest": Text("Answered last", "最近的回答"),
    "history.change": Text("Change", "修改"),
    "history.undated": Text("She is pregnant and the pregnancy is not dated yet.", "她已怀孕，尚未核实孕周。"),
    "history.date_it": Text("Record the dating", "核实孕周"),
    "history.list.another": Text("yes, there is one to tell", "有，记录一次"),
    "history.list.none": Text("no, none", "没有"),
    "history.list.told": Text("{} told", "已记录{}次"),
    "history.list.all": Text("yes, these are all", "是，全部了"),
    "history.list.more": Text("no, there is another", "不，还有"),
    "history.number": Text("Type the answer", "填写回答"),
    "history.semicolon": Text(
        "Two things she said may both hold: less than 5 months; 10 days before pregnancy 1",
        "她说的两句话可以都写，用分号隔开：不到五个月；比第1次早10天",
    ),
    "history.empty": Text("this is needed: fill it in", "请填写，或选“不清楚”"),
    "history.changed": Text(
        "Somebody has changed this record since you opened it. What you typed is kept: look at what is new, then save "
        "again.",
        "您打开后，已有他人更改了这份记录。您填写的内容已保留：请看新的内容，再保存一次。",
    ),
    "form.title": Text("The whole history", "完整病史"),
    "form.woman": Text("The woman", "患者本人"),
    "form.earlier": Text("Earlier pregnancy {}", "既往妊娠{}"),
    "form.procedures": Text("Operation on the cervix {}", "宫颈手术{}"),
    "form.pregnancy": Text("This pregnancy", "本次妊娠"),
    "form.all.earlier": Text("Are these all her earlier pregnancies?", "以上是她全部的既往妊娠吗？"),
    "form.all.procedures": Text("Are these all the operations on the cervix?", "以上是全部宫颈手术吗？"),
    "form.all.yes": Text("yes, all", "是，全部"),
    "form.add.earlier": Text("Save and add an earlier pregnancy", "保存并添加一次既往妊娠"),
    "form.add.procedures": Text("Save and add an operation", "保存并添加一次手术"),
    "form.withdraw": Text("Told by mistake: take this one out", "误录：移除这一次"),
    "form.not_told": Text("not told", "未填"),
    "form.stale": Text("{} on {}: too old to count", "{1} 为{0}：已过时"),
    "form.examined": Text("from the examination of {}", "{}检查所见"),
    "form.examined.stays": Text(
        "The examination of {} told this: withdraw that entry under 'All events', or type another answer.",
        "此项由{}的检查录入：请在“全部记录”中撤销那条记录，或改填其他答案。",
    ),
    "form.from_record": Text("from the record of that pregnancy", "来自那次妊娠的记录"),
    "form.saved": Text("Answers saved: {}.", "已保存{}项回答。"),
    "form.nothing": Text("Nothing was changed, so nothing was saved.", "没有更改，未保存任何内容。"),
    "form.wrong": Text("Answers refused: {}. Nothing is saved yet.", "{}项回答有误，尚未保存。"),
    "form.only_changed": Text(
        "Only what you change is saved, one entry for each answer.", "只保存您更改的内容，每项回答各留一条记录。"
    ),
}
