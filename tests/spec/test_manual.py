"""The manual's chapter on meaning is this specification, printed."""

from tests.spec.render import PAGE, chapters, page


def test_the_manual_is_printed_from_the_specification_as_it_stands() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "write it again with: python -m tests.spec.render"


def test_every_chapter_has_its_own_place_in_the_manual() -> None:
    places = [one.ORDER for one in chapters()]

    assert places == list(range(1, len(places) + 1))
