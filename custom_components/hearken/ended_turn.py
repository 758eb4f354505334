"""What the entities and actions are told of a turn that ended."""

from dataclasses import dataclass

from .client import Failure
from .messages import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedTurn:
    """One sentence, and how it ended; without an outcome there is a failure."""

    duration_seconds: float
    text: str
    speech: str
    outcome: Outcome | None
    failure: Failure | None
