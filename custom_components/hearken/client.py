"""The HTTP interface of a Hearken server, over Home Assistant's own session."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from enum import StrEnum
from http import HTTPStatus
from typing import Any, Final

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    ClientWebSocketResponse,
    ConnectionTimeoutError,
    WSServerHandshakeError,
)
from yarl import URL

from .messages import (
    Delta,
    Outcome,
    Server,
    Turn,
    TurnFailed,
    parse_error_code,
    parse_event,
    parse_last_turn,
    parse_server,
)

PROTOCOL: Final = "1"
_PROTOCOL_HEADER: Final = "hearken-protocol"

# On a home's network an answer takes milliseconds, and whoever spoke is waiting: what
# is wrong is said within a second.
_CONNECT_SECONDS: Final = 0.8
_QUESTION_TIMEOUT: Final = ClientTimeout(total=3, connect=_CONNECT_SECONDS)
# A turn with a language model takes its time, but says something on the way.
_TURN_TIMEOUT: Final = ClientTimeout(total=60, connect=_CONNECT_SECONDS, sock_read=30)
# A server that lost its power is missed after one and a half of these.
_HEARTBEAT_SECONDS: Final = 15.0


class Failure(StrEnum):
    """Why there is no outcome; the keys of `config.error` and `exceptions`."""

    CANNOT_CONNECT = "cannot_connect"
    INVALID_AUTH = "invalid_auth"
    HOST_REFUSED = "host_refused"
    BUSY = "busy"
    REJECTED = "rejected"
    INCOMPATIBLE = "incompatible"
    DEADLINE = "deadline"
    INTERRUPTED = "interrupted"

    @property
    def is_before_work(self) -> bool:
        """True when the server certainly did nothing, so that another agent may."""
        return self not in (Failure.DEADLINE, Failure.INTERRUPTED)


class HearkenError(Exception):
    """The server gave no outcome."""

    def __init__(self, failure: Failure, protocol: str | None = None) -> None:
        """Keep the reason, and which protocol the server speaks, when it says so."""
        super().__init__(failure.value)
        self.failure = failure
        self.protocol = protocol


class _ConnectionLostError(HearkenError):
    """The server may or may not have worked on the request."""

    def __init__(self) -> None:
        super().__init__(Failure.INTERRUPTED)


class HearkenClient:
    """One server and the token for it. Every call raises HearkenError."""

    def __init__(
        self, session: ClientSession, host: str, port: int, token: str
    ) -> None:
        """Raise HearkenError for a host that is no name and no address."""
        self._session = session
        self._access = {
            "authorization": f"Bearer {token}",
            _PROTOCOL_HEADER: PROTOCOL,
        }
        # A kept connection to a machine that lost its power would take the
        # request and be silent; a new one is refused or given up in a second.
        self._headers = {**self._access, "connection": "close"}
        try:
            self._base = URL.build(scheme="http", host=host, port=port)
        except ValueError as err:
            raise HearkenError(Failure.CANNOT_CONNECT) from err

    async def server(self) -> Server:
        """Ask who answers; this proves address and token."""
        async with (
            _translated_errors(),
            self._session.get(
                self._base / "api/v1/home",
                headers=self._headers,
                timeout=_QUESTION_TIMEOUT,
            ) as response,
        ):
            await _check(response)
            try:
                return parse_server(await response.read())
            except ValueError as err:
                raise HearkenError(Failure.INCOMPATIBLE) from err

    async def last_turn(self) -> dict[str, Any] | None:
        """Return the newest turn stage by stage; None when there was none yet."""
        async with (
            _translated_errors(),
            self._session.get(
                self._base / "api/v1/turns",
                headers=self._headers,
                timeout=_QUESTION_TIMEOUT,
            ) as response,
        ):
            await _check(response)
            try:
                return parse_last_turn(await response.read())
            except ValueError as err:
                raise HearkenError(Failure.INCOMPATIBLE) from err

    async def converse(self, turn: Turn) -> AsyncGenerator[Delta | Outcome]:
        """Yield the reply's pieces as they come, and the outcome last.

        A connection that breaks is tried once more: the server answers a turn id it
        knows with the first outcome, and acts once. Closing the generator hangs up.
        """
        has_text = False
        try:
            async with aclosing(self._stream(turn)) as events:
                async for event in events:
                    has_text = True
                    yield event
        except _ConnectionLostError:
            pass
        else:
            return
        try:
            async with aclosing(self._stream(turn)) as events:
                async for event in events:
                    if isinstance(event, Outcome) or not has_text:
                        yield event
        except HearkenError as err:
            # The first request may have done its work, whatever befell the second.
            raise HearkenError(Failure.INTERRUPTED) from err

    @asynccontextmanager
    async def satellites(self) -> AsyncIterator[ClientWebSocketResponse]:
        """Open the channel over which the server speaks to satellites."""
        async with _translated_errors():
            async with asyncio.timeout(_QUESTION_TIMEOUT.total):
                socket = await self._session.ws_connect(
                    self._base / "api/v1/satellites",
                    headers=self._access,
                    heartbeat=_HEARTBEAT_SECONDS,
                )
            try:
                yield socket
            finally:
                await socket.close()

    async def _stream(self, turn: Turn) -> AsyncGenerator[Delta | Outcome]:
        async with (
            _translated_errors(),
            self._session.post(
                self._base / "api/v1/conversation",
                json=turn.as_body(),
                headers=self._headers,
                timeout=_TURN_TIMEOUT,
            ) as response,
        ):
            await _check(response)
            try:
                async for line in response.content:
                    event = parse_event(line)
                    if isinstance(event, TurnFailed):
                        raise HearkenError(Failure.INTERRUPTED)
                    if event is not None:
                        yield event
                    if isinstance(event, Outcome):
                        return
            except ValueError as err:
                raise HearkenError(Failure.INTERRUPTED) from err
            raise _ConnectionLostError


# Only requests with a wrong token are ever limited.
_REFUSALS: Final = {
    401: Failure.INVALID_AUTH,
    429: Failure.INVALID_AUTH,
    403: Failure.HOST_REFUSED,
    404: Failure.INCOMPATIBLE,
}


@asynccontextmanager
async def _translated_errors() -> AsyncIterator[None]:
    """Tell by what a request failed whether the server can have seen it."""
    try:
        yield
    except (ClientConnectorError, ConnectionTimeoutError) as err:
        raise HearkenError(Failure.CANNOT_CONNECT) from err
    except WSServerHandshakeError as err:
        raise HearkenError(_REFUSALS.get(err.status, Failure.INCOMPATIBLE)) from err
    except TimeoutError as err:
        raise HearkenError(Failure.DEADLINE) from err
    except ClientError as err:
        raise _ConnectionLostError from err


async def _check(response: ClientResponse) -> None:
    """Raise HearkenError for an answer that is a refusal."""
    if response.status == HTTPStatus.OK:
        return
    speaks = response.headers.get(_PROTOCOL_HEADER)
    match response.status, parse_error_code(await response.read()):
        case (_, None):
            # Somebody else listens at this address.
            failure = Failure.INCOMPATIBLE
        case (status, _) if status in _REFUSALS:
            failure = _REFUSALS[status]
        case (400 | 413, _):
            failure = Failure.REJECTED if speaks == PROTOCOL else Failure.INCOMPATIBLE
        case (_, "ENGINE_OVERLOADED"):
            failure = Failure.BUSY
        case _:
            # The server broke while it was at work.
            failure = Failure.INTERRUPTED
    raise HearkenError(failure, speaks)
