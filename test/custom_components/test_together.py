"""A reply in one piece is told from one that is streamed."""

import asyncio
from collections.abc import AsyncGenerator

from custom_components.hearken.messages import Delta, Outcome
from custom_components.hearken.together import outcome_first

END = Outcome(
    speech="One. Two.",
    language="en",
    understood=True,
    continue_conversation=False,
    changes=(),
    path=None,
)

type Events = AsyncGenerator[Delta | Outcome]


async def sent(*events: Delta | Outcome) -> Events:
    """Send these at once."""
    for event in events:
        yield event


async def received(events: Events) -> list[Delta | Outcome]:
    """Return what is passed on."""
    return [event async for event in outcome_first(events)]


async def test_a_piece_that_is_all_of_the_reply_is_left_to_the_outcome() -> None:
    """Which holds the same words."""
    assert await received(sent(Delta("One. Two."), END)) == [END]


async def test_pieces_of_a_streamed_reply_are_passed_on() -> None:
    """All of them, in order."""
    pieces = (Delta("One. "), Delta("Two."), END)
    assert await received(sent(*pieces)) == list(pieces)
    assert await received(sent(END)) == [END]
    assert await received(sent()) == []


async def test_hanging_up_between_two_pieces_ends_the_stream() -> None:
    """Also while the second one is awaited."""
    closed = asyncio.Event()

    async def events() -> Events:
        try:
            yield Delta("One. ")
            await asyncio.Event().wait()
        finally:
            closed.set()

    stream = outcome_first(events())
    assert await anext(stream) == Delta("One. ")
    await stream.aclose()
    assert closed.is_set()
