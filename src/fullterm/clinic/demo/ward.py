"""The demonstration ward: about 300 invented women across every stage of care, and 70 whose pregnancy is over for the
registry to count: the same ones for the same day. Ms. Wang lies there before each of her visits.

Each is made as events and folded by `care.record.events`, so that her record is exactly what her events leave; only the
rows are written in bulk.
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date
from functools import cache
from random import Random

from django.db import transaction

from fullterm.care.record.events import Document, RecordEvent, after
from fullterm.clinic.demo import finished
from fullterm.clinic.demo.finished import FINISHED
from fullterm.clinic.demo.people import make_users
from fullterm.clinic.demo.stages import WARD
from fullterm.clinic.demo.stages_pressing import PRESSING
from fullterm.clinic.demo.stories import MS_WANG, Story, StoryAnswers, expecting, gd, sutured
from fullterm.clinic.models import Event, User, Woman

SEED = 20260102
SAID = "said by her"
FAMILY = "赵钱孙李周吴郑冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜"
GIVEN = "宁安和静怡欣悦婉清芸岚月雨晴兰梅竹萱琪瑶琳珊慧敏洁莹雪霞燕蓉"
ROLES_OF = {
    "cerclage placed": "surgeon",
    "suture removed": "doctor",
    "called": "nurse",
    "snoozed": "nurse",
    "scanned": "nurse",
}
"""Who recorded what; everything else is the doctor's."""


def make(on: date) -> int:
    """Make the ward as of a day, all or nothing, once: a ward that is there stays. Returns how many women were made."""
    with transaction.atomic():
        users = make_users()
        if Woman.objects.exists():
            return 0
        draw = Random(SEED)
        stories = [ms_wang(on), *(stage(on, draw) for count, stage in WARD for _ in range(count))]
        made = _women(stories, users, draw, first=1)
        draw = Random(SEED + 1)  # of their own, so that they change nothing about the women above
        over = [stage(on, draw) for count, stage in FINISHED for _ in range(count)]
        made += _women(over, users, draw, first=len(made) + 1)
        draw = Random(SEED + 2)
        made += _women([stage(on, draw) for stage in PRESSING], users, draw, first=len(made) + 1)
        made += _women(other_visits(on), users, Random(SEED + 3), first=len(made) + 1)
        Woman.objects.bulk_create(woman for woman, _ in made)
        Event.objects.bulk_create((event for _, events in made for event in events), batch_size=500)
    return len(made)


def _women(stories: list[Story], users: dict[str, User], draw: Random, first: int) -> list[tuple[Woman, list[Event]]]:
    for number, story in enumerate(stories, first - 1):
        story.name = story.name or FAMILY[number % len(FAMILY)] + "演" + draw.choice(GIVEN)
    return [_woman(number, story, users, draw) for number, story in enumerate(stories, first)]


def ms_wang(on: date) -> Story:
    """Ms. Wang in her third pregnancy, some days before the suture planned for its 13th to 14th week."""
    story = expecting(on, Random(SEED), gd(12, 5), MS_WANG)
    story.name, story.age = "王女士", 33
    return story


def other_visits(on: date) -> list[Story]:
    """Ms. Wang before her other visits, a record for each: nothing told yet, the suture in, the second child wished."""
    draw = Random(SEED)
    first = Story(on, (), 33, on, "王女士（首诊前）")
    third = sutured(on, draw, gd(36, 2), MS_WANG, placed=gd(13, 3))
    third.name, third.age = "王女士（36周就诊前）", 33
    fourth = finished.sutured(
        finished.over(on, draw, MS_WANG, gd(39)), draw, gd(13, 3), "history", gd(39), "live_birth"
    )
    fourth.name, fourth.age = "王女士（再次备孕就诊前）", 33
    for key, said in (("pregnant", "no"), ("wishes_to_conceive", "yes")):
        fourth.tell("answered", on, key=key, said=said, source=SAID)
    return [first, third, fourth]


def _woman(number: int, story: Story, users: dict[str, User], draw: Random) -> tuple[Woman, list[Event]]:
    document, told = _history(story.history, story.first)
    aged = RecordEvent("answered", story.first, {"key": "age", "said": str(story.age), "source": SAID})
    kept = len(told)
    told = tuple(replace(one, number=place) for place, one in enumerate((*told, aged, *story.events()), 1))
    for event in told[kept:]:
        document = after(document, event)
    woman = Woman(
        id=uuid.UUID(int=draw.getrandbits(128), version=4), number=f"D{number:04}", name=story.name,
        phone=f"000-0000-{number:04}", document=document, events=len(told),
    )  # fmt: skip
    return woman, [
        Event(
            woman=woman, number=place, action=one.action, on=one.on, data=dict(one.data),
            actor=users[ROLES_OF.get(one.action, "doctor")], key=uuid.UUID(int=draw.getrandbits(128), version=4),
        )
        for place, one in enumerate(told, 1)
    ]  # fmt: skip


@cache
def _history(answers: StoryAnswers, on: date) -> tuple[Document, tuple[RecordEvent, ...]]:
    """The record after the history was taken, and its events. Women with one story on one day share the work."""
    document: Document = {}
    told = tuple(RecordEvent("answered", on, {"key": key, "said": said, "source": SAID}) for key, said in answers)
    for event in told:
        document = after(document, event)
    return document, told
