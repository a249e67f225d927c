"""What stands in the way of binding somebody and of money: one sentence in both languages, or None.

Each guard reads the agreement, what is about to be done, and what is around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeAlias

from fullterm.care.agreement.ledger import HANDED, parse_amount, show
from fullterm.care.agreement.state import AgreementDone, Around, Life
from fullterm.care.agreement.terms import text_hash
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.wording import name_of

Guard: TypeAlias = Callable[[Life, AgreementDone, Around], Text | None]


def in_order(life: Life, done: AgreementDone, around: Around) -> Text | None:
    """No day to come, and none before what it follows."""
    if done.on > around.today:
        return Text(f"{done.on} has not come yet: write the day it was done", f"{done.on} 还没有到：请写实际的日期")
    since = _since(life, done)
    if since is not None and done.on < since:
        return Text(
            f"{done.on} lies before {since}, the day of what it follows: correct the day",
            f"{done.on} 早于前一步骤的日期 {since}：请改正日期",
        )
    return None


def _since(life: Life, done: AgreementDone) -> date | None:
    """The day of what a step follows. A payment may be recorded late; it only follows the signature."""
    if done.action in ("paid", "corrected"):
        return life.signed_on
    days = (life.offered_on, life.signed_on, life.treated_on, life.reported_on, life.reviewed_on, life.ended_on)
    return max((one for one in days if one is not None), default=None)


def with_a_reason(life: Life, done: AgreementDone, around: Around) -> Text | None:  # noqa: ARG001  # a guard
    """Somebody will ask why."""
    return None if done.reason.strip() else Text("say why: the reason stays with it", "请写明原因：原因将随记录保存")


def eligible(life: Life, done: AgreementDone, around: Around) -> Text | None:  # noqa: ARG001  # a guard
    """She may sign, by the record of that day; unknown is never yes."""
    found = around.eligible
    if found is None:
        return Text(
            "her record cannot be read: it cannot be told whether she may sign", "病历无法读取，不能判断能否签署"
        )
    if found.verdict == "eligible":
        return None
    if found.verdict == "refused":
        which = found.standing(False)
        return Text(
            "she may not sign; this is not so: " + "; ".join(one.says.en for one in which),
            "不能签署，以下条件不满足：" + "；".join(one.says.zh for one in which),
        )
    needs = [need for one in found.standing(None) for need in _needs(one.missing, one.needs)]
    en, zh = list(dict.fromkeys(one.en for one in needs)), list(dict.fromkeys(one.zh for one in needs))
    return Text(
        "it cannot be told yet whether she may sign; needs: " + "; ".join(en),
        "尚不能判断能否签署，还需要：" + "；".join(zh),
    )


def _needs(missing: Iterable[str], other: Text | None) -> list[Text]:
    named = [Text(name_of(key, "en"), name_of(key, "zh")) for key in sorted(missing)]
    return [*named, *([] if other is None else [other])]


def the_text_she_saw(life: Life, done: AgreementDone, around: Around) -> Text | None:  # noqa: ARG001  # a guard
    """What is signed is what was shown, to the letter."""
    language = done.data.get("language")
    if language not in ("en", "zh") or done.data.get("hash") != text_hash(around.terms, language):
        return Text(
            "the text shown is not the text of these terms: open the page again and read it anew",
            "显示的文本与协议文本不一致：请重新打开页面并重新阅读",
        )
    return None


def by_both(life: Life, done: AgreementDone, around: Around) -> Text | None:  # noqa: ARG001  # a guard
    """She, and somebody for the hospital; and she was told what has to be told."""
    if not done.data.get("woman", "").strip():
        return Text("her signature is missing: write her name as she signed", "缺少患者签名：请按签名填写姓名")
    if not done.data.get("hospital", "").strip():
        return Text("nobody has signed for the hospital: write who did", "缺少医院签署人：请填写姓名")
    if done.data.get("understood") != "yes":
        return Text(
            "confirm that she has read the text, with the other ways and the published figures, or had it read to her",
            "请确认患者已阅读（或听读）全文，包括其他选择和已发表的数据",
        )
    return None


def a_part_of_the_fee(life: Life, done: AgreementDone, around: Around) -> Text | None:  # noqa: ARG001  # a guard
    """More than nothing, no more than is still to be paid, into one of our accounts."""
    try:
        amount = parse_amount(str(done.data.get("amount", "")), life.currency)
    except ValueError:
        return Text(
            "the amount is not one: write it in digits, such as 20000 or 20,000.50",
            "金额无法识别：请写数字，如 20000 或 20,000.50",
        )
    if amount > life.unpaid:
        left, typed = show(life.unpaid, life.currency), show(amount, life.currency)
        if life.unpaid == 0:
            return Text("the whole fee is paid: there is nothing more to pay", "费用已付清，无须再付")
        return Text(
            f"only {left} of the fee is still to be paid, not {typed}: correct the amount",
            f"尚未支付的费用只有 {left}，不是 {typed}：请改正金额",
        )
    return _handed(done)


def _handed(done: AgreementDone) -> Text | None:
    if done.data.get("account") not in HANDED:
        return Text("say whether it is cash or by bank", "请选择现金或银行")
    return None


def handed(life: Life, done: AgreementDone, around: Around) -> Text | None:  # noqa: ARG001  # a guard
    """By bank or in cash."""
    return _handed(done)


def a_payment(life: Life, done: AgreementDone, around: Around) -> Text | None:  # noqa: ARG001  # a guard
    """A payment of this agreement that has not been corrected before."""
    found = next((one for one in life.payments if one.number == done.data.get("payment")), None)
    if found is None:
        return Text("there is no such payment under this agreement: choose one", "本协议下没有这笔付款：请重新选择")
    if found.corrected:
        return Text("this payment has been corrected before", "这笔付款已经冲正过")
    return None
