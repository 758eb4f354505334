"""A reply that comes in one piece is known to be one before any of it is passed on."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import Final

from homeassistant.util.async_ import create_eager_task

from .messages import Delta, Outcome

# A finished reply and its outcome are sent in one go; nobody hears this wait.
_TOGETHER_SECONDS: Final = 0.05

type _Events = AsyncGenerator[Delta | Outcome]


async def outcome_first(events: _Events) -> _Events:
    """Yield the same events, without a piece that is the whole of the outcome.

    How a finished reply is told, as an answer or as an error, is in its outcome; what
    was streamed already can only be an answer.
    """
    if (first := await anext(events, None)) is None:
        return
    # What came with it is there without a round of the event loop.
    following = create_eager_task(_next(events))
    try:
        if not following.done():
            await asyncio.wait({following}, timeout=_TOGETHER_SECONDS)
        if not _is_whole(following):
            yield first
        if (second := await following) is not None:
            yield second
    finally:
        if not following.done():
            following.cancel()
            with suppress(asyncio.CancelledError):
                await following
    async for event in events:
        yield event


async def _next(events: _Events) -> Delta | Outcome | None:
    return await anext(events, None)


def _is_whole(following: asyncio.Future[Delta | Outcome | None]) -> bool:
    return (
        following.done()
        and following.exception() is None
        and isinstance(following.result(), Outcome)
    )
