"""What the server asks for over the channel to satellites, and what it is told."""

from dataclasses import dataclass
from enum import StrEnum

from homeassistant.util.json import json_loads


class Reason(StrEnum):
    """Why a command was not carried out."""

    UNKNOWN_SATELLITE = "unknown_satellite"
    UNAVAILABLE = "unavailable"
    BUSY = "busy"
    UNSUPPORTED = "unsupported"
    NO_ANSWER = "no_answer"
    FAILED = "failed"


class CommandError(Exception):
    """A command was not carried out."""

    def __init__(self, reason: Reason) -> None:
        """Keep the reason."""
        super().__init__(reason.value)
        self.reason = reason


class Speech(StrEnum):
    """Ways of saying something on a satellite."""

    ANNOUNCE = "announce"
    ASK = "ask"
    START_CONVERSATION = "start_conversation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """Say a text on a satellite."""

    id: str
    speech: Speech
    satellite_id: str
    text: str
    extra_prompt: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowTimer:
    """Show a timer on a device, or change the shown one."""

    id: str
    timer_id: str
    device_id: str
    name: str | None
    language: str
    total_seconds: int
    remaining_seconds: int
    is_paused: bool


@dataclass(frozen=True, slots=True)
class RemoveTimer:
    """Take a timer off its device."""

    id: str
    timer_id: str


@dataclass(frozen=True, slots=True)
class UnknownCommand:
    """Something a newer server knows."""

    id: str


type Command = Say | ShowTimer | RemoveTimer | UnknownCommand


def parse_command(text: str) -> Command:
    """Raise ValueError for what breaks the protocol."""
    match json_loads(text):
        case {
            "type": "announce" | "ask" | "start_conversation" as kind,
            "id": str(command_id),
            "satellite_id": str(satellite_id),
            "text": str(speech),
            **rest,
        }:
            return Say(
                id=command_id,
                speech=Speech(kind),
                satellite_id=satellite_id,
                text=speech,
                extra_prompt=_text_or_none(rest.get("extra_prompt")),
            )
        case {
            "type": "show_timer",
            "id": str(command_id),
            "timer_id": str(timer_id),
            "device_id": str(device_id),
            "language": str(language),
            "total_ms": int(total_ms),
            "remaining_ms": int(remaining_ms),
            "is_paused": bool(is_paused),
            **rest,
        }:
            return ShowTimer(
                id=command_id,
                timer_id=timer_id,
                device_id=device_id,
                name=_text_or_none(rest.get("name")),
                language=language,
                total_seconds=_whole_seconds(total_ms),
                remaining_seconds=_whole_seconds(remaining_ms),
                is_paused=is_paused,
            )
        case {"type": "remove_timer", "id": str(command_id), "timer_id": str(timer_id)}:
            return RemoveTimer(command_id, timer_id)
        case {"type": str(_), "id": str(command_id)}:
            return UnknownCommand(command_id)
    raise ValueError("a command that is none of the protocol's")


def _text_or_none(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _whole_seconds(duration_ms: int) -> int:
    """Home Assistant counts whole seconds; one that is shown has at least one left."""
    return max(1, round(duration_ms / 1000))
