"""What every test of the integration starts from."""

from collections.abc import AsyncGenerator, Iterator
import re

import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from support.hearken_server import INSTANCE_ID, TOKEN, HearkenServer

# Before the plugin's own folder of that name is found.
import custom_components  # noqa: F401
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component

AGENT = "conversation.hearken"


@pytest.fixture(autouse=True)
def custom_integrations(enable_custom_integrations: None, socket_enabled: None) -> None:
    """Let core find the integration and the integration find its server."""


@pytest.fixture(autouse=True)
def lasting(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on the use of what core takes away some day: it says who uses it."""
    yield
    for phase in ("setup", "call"):
        for record in caplog.get_records(phase):
            text = record.getMessage()
            assert not re.search(r"custom integration 'hearken'|from hearken\.", text)


@pytest.fixture(autouse=True)
async def core(hass: HomeAssistant) -> None:
    """Set up what every core has."""
    for component in ("homeassistant", "repairs", "assist_pipeline"):
        assert await async_setup_component(hass, component, {})


@pytest.fixture
async def server() -> AsyncGenerator[HearkenServer]:
    """Serve Hearken's interface on a free port."""
    running = HearkenServer()
    await running.start()
    yield running
    await running.stop()
    running.verify()


@pytest.fixture
def entry(hass: HomeAssistant, server: HearkenServer) -> MockConfigEntry:
    """Return an entry for the server, not set up yet."""
    made = MockConfigEntry(
        domain="hearken",
        title="Hearken",
        unique_id=INSTANCE_ID,
        data={"host": "127.0.0.1", "port": server.port, "token": TOKEN},
    )
    made.add_to_hass(hass)
    return made


@pytest.fixture
async def agent(hass: HomeAssistant, entry: MockConfigEntry) -> str:
    """Set up the entry; return the id of its agent."""
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done()
    return AGENT
