"""Every way in: by hand, found, signed in again, moved."""

from ipaddress import ip_address
from typing import Any
from unittest.mock import patch

import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from support.hearken_server import INSTANCE_ID, TOKEN, HearkenServer, error

from homeassistant.config_entries import (
    SOURCE_HASSIO,
    SOURCE_IGNORE,
    SOURCE_USER,
    SOURCE_ZEROCONF,
    ConfigFlowResult,
)
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers.service_info.hassio import HassioServiceInfo
from homeassistant.helpers.service_info.zeroconf import ZeroconfServiceInfo

NOTHING = {"voice_services": False, "pipeline": False, "preferred": False}
TYPE = "_hearken._tcp.local."


def address(server: HearkenServer, token: str = TOKEN) -> dict[str, Any]:
    """Return what a person enters."""
    return {"host": "127.0.0.1", "port": server.port, "token": token}


def announced(
    port: int | None, instance_id: str | None = INSTANCE_ID
) -> ZeroconfServiceInfo:
    """Return what the network says."""
    return ZeroconfServiceInfo(
        ip_address=ip_address("127.0.0.1"),
        ip_addresses=[ip_address("127.0.0.1")],
        port=port,
        hostname="hearken.local.",
        type=TYPE,
        name=f"Hearken 1c7f6a1e.{TYPE}",
        properties={"id": instance_id} if instance_id else {},
    )


def told(port: int, **config: Any) -> HassioServiceInfo:
    """Return what the Supervisor says."""
    return HassioServiceInfo(
        config={
            "host": "127.0.0.1",
            "port": port,
            "instance_id": INSTANCE_ID,
            "token": TOKEN,
            **config,
        },
        name="Hearken app",
        slug="local_hearken",
        uuid="1234",
    )


async def begin(
    hass: HomeAssistant, source: str = SOURCE_USER, data: object = None
) -> ConfigFlowResult:
    """Open a flow."""
    return await hass.config_entries.flow.async_init(
        "hearken", context={"source": source}, data=data
    )


async def submit(
    hass: HomeAssistant, step: ConfigFlowResult, values: dict[str, Any]
) -> ConfigFlowResult:
    """Fill in a form."""
    return await hass.config_entries.flow.async_configure(step["flow_id"], values)


async def test_a_person_enters_address_and_token(
    hass: HomeAssistant, server: HearkenServer
) -> None:
    """The server's own id makes the entry unique."""
    step = await begin(hass)
    assert (step["type"], step["step_id"]) == (FlowResultType.FORM, "user")
    step = await submit(hass, step, address(server))
    assert (step["type"], step["step_id"]) == (FlowResultType.FORM, "assistant")
    step = await submit(hass, step, NOTHING)
    assert step["type"] is FlowResultType.CREATE_ENTRY
    assert step["title"] == "Hearken"
    data = step["result"].data
    assert data == {**address(server), "wyoming_port": 10600, "made": {}}
    assert step["result"].unique_id == INSTANCE_ID
    assert hass.states.get("conversation.hearken")


@pytest.mark.parametrize(
    ("status", "code", "key"),
    [
        (403, "HOST_REFUSED", "host_refused"),
        (401, "ACCESS_REFUSED", "invalid_auth"),
        (503, "ENGINE_OVERLOADED", "busy"),
        (400, "REQUEST_INVALID", "rejected"),
        (500, "BUG", "interrupted"),
    ],
)
async def test_the_form_says_why_and_goes_on(
    hass: HomeAssistant, server: HearkenServer, status: int, code: str, key: str
) -> None:
    """Nothing is saved before it worked."""
    server.home_script = error(status, code)
    step = await submit(hass, await begin(hass), address(server))
    assert step["errors"] == {"base": key}
    server.home_script = None
    step = await submit(hass, step, address(server))
    assert step["step_id"] == "assistant"


async def test_the_form_refuses_an_address_without_hearken(
    hass: HomeAssistant, server: HearkenServer
) -> None:
    """No name, nobody there, somebody else there, another token."""
    step = await begin(hass)
    for values, key in (
        (address(server) | {"host": "http://hearken/"}, "cannot_connect"),
        (address(server) | {"port": 1}, "cannot_connect"),
        (address(server, token="wrong"), "invalid_auth"),
    ):
        step = await submit(hass, step, values)
        assert step["errors"] == {"base": key}
    server.home = {"name": "something else"}
    step = await submit(hass, step, address(server))
    assert step["errors"] == {"base": "incompatible"}


async def test_a_server_is_added_once(
    hass: HomeAssistant, server: HearkenServer, agent: str
) -> None:
    """By whatever address."""
    step = await submit(hass, await begin(hass), address(server))
    assert (step["type"], step["reason"]) == (
        FlowResultType.ABORT,
        "already_configured",
    )


async def test_a_server_in_the_network_needs_its_token(
    hass: HomeAssistant, server: HearkenServer
) -> None:
    """Its name is shown, the address is known."""
    step = await begin(hass, SOURCE_ZEROCONF, announced(server.port))
    assert step["step_id"] == "confirm"
    assert step["description_placeholders"] == {"name": "Hearken 1c7f6a1e"}
    step = await submit(hass, step, {"token": "wrong"})
    assert step["errors"] == {"base": "invalid_auth"}
    step = await submit(hass, step, {"token": TOKEN})
    step = await submit(hass, step, NOTHING)
    assert address(server).items() <= step["result"].data.items()


async def test_an_announcement_without_id_or_port_is_none(hass: HomeAssistant) -> None:
    """Nothing could be compared with it."""
    for found in (announced(None), announced(10680, None)):
        step = await begin(hass, SOURCE_ZEROCONF, found)
        assert step["reason"] == "not_hearken"


async def test_another_server_behind_an_announced_id_is_refused(
    hass: HomeAssistant, server: HearkenServer
) -> None:
    """The id of the announcement has to be the server's own."""
    step = await begin(hass, SOURCE_ZEROCONF, announced(server.port, "another"))
    step = await submit(hass, step, {"token": TOKEN})
    assert step["reason"] == "wrong_server"


async def test_a_server_that_moved_is_followed(
    hass: HomeAssistant, server: HearkenServer, entry: MockConfigEntry
) -> None:
    """When nobody answers at the address it had."""
    hass.config_entries.async_update_entry(entry, data=address(server) | {"port": 1})
    step = await begin(hass, SOURCE_ZEROCONF, announced(server.port))
    assert step["reason"] == "already_configured"
    assert entry.data["port"] == server.port


async def test_an_announcement_does_not_move_a_server_that_answers(
    hass: HomeAssistant, server: HearkenServer, agent: str, entry: MockConfigEntry
) -> None:
    """Else the token would go to whoever announces the id."""
    step = await begin(hass, SOURCE_ZEROCONF, announced(6666))
    assert step["reason"] == "already_configured"
    server.token = "another"
    step = await begin(hass, SOURCE_ZEROCONF, announced(6666))
    assert step["reason"] == "already_configured"
    assert entry.data["port"] == server.port


async def test_a_server_that_is_ignored_stays_ignored(hass: HomeAssistant) -> None:
    """An ignored entry has no address to ask."""
    MockConfigEntry(
        domain="hearken", source=SOURCE_IGNORE, unique_id=INSTANCE_ID
    ).add_to_hass(hass)
    step = await begin(hass, SOURCE_ZEROCONF, announced(10680))
    assert step["reason"] == "already_configured"


async def test_the_app_brings_its_token(
    hass: HomeAssistant, server: HearkenServer
) -> None:
    """The Supervisor's word is enough."""
    step = await begin(hass, SOURCE_HASSIO, told(server.port))
    assert step["step_id"] == "confirm"
    assert step["data_schema"] is not None
    assert step["data_schema"].schema == {}
    assert step["description_placeholders"] == {"name": "Hearken app"}
    step = await submit(hass, step, {})
    step = await submit(hass, step, NOTHING)
    assert address(server).items() <= step["result"].data.items()


async def test_an_app_without_a_token_is_asked_for_one(
    hass: HomeAssistant, server: HearkenServer
) -> None:
    """As any other server."""
    step = await begin(hass, SOURCE_HASSIO, told(server.port, token=None))
    step = await submit(hass, step, {"token": TOKEN})
    assert step["step_id"] == "assistant"


async def test_an_app_that_says_no_address_is_none(hass: HomeAssistant) -> None:
    """It may be a later version's message."""
    found = told(1)
    del found.config["instance_id"]
    assert (await begin(hass, SOURCE_HASSIO, found))["reason"] == "not_hearken"


async def test_an_app_that_was_made_anew_is_followed(
    hass: HomeAssistant, server: HearkenServer, agent: str, entry: MockConfigEntry
) -> None:
    """With its new token."""
    step = await begin(hass, SOURCE_HASSIO, told(server.port, token="newer"))
    assert step["reason"] == "already_configured"
    assert entry.data["token"] == "newer"


async def test_a_person_signs_in_again(
    hass: HomeAssistant, server: HearkenServer, agent: str, entry: MockConfigEntry
) -> None:
    """The address stays."""
    server.token = "new"
    step = await entry.start_reauth_flow(hass)
    assert step["step_id"] == "reauth_confirm"
    step = await submit(hass, step, {"token": "wrong"})
    assert step["errors"] == {"base": "invalid_auth"}
    step = await submit(hass, step, {"token": "new"})
    assert step["reason"] == "reauth_successful"
    await hass.async_block_till_done()
    assert address(server, token="new").items() <= entry.data.items()


async def test_a_person_moves_the_server(
    hass: HomeAssistant, server: HearkenServer, agent: str, entry: MockConfigEntry
) -> None:
    """To where it answers now."""
    step = await entry.start_reconfigure_flow(hass)
    assert step["step_id"] == "reconfigure"
    step = await submit(hass, step, address(server) | {"port": 1})
    assert step["errors"] == {"base": "cannot_connect"}
    hass.config_entries.async_update_entry(entry, data=address(server) | {"port": 1})
    step = await submit(hass, step, address(server))
    assert step["reason"] == "reconfigure_successful"
    await hass.async_block_till_done()
    assert entry.data["port"] == server.port


async def test_another_server_does_not_take_the_place_of_one(
    hass: HomeAssistant, server: HearkenServer, agent: str, entry: MockConfigEntry
) -> None:
    """It is another integration."""
    server.home = server.home | {"instance_id": "another"}
    step = await entry.start_reconfigure_flow(hass)
    step = await submit(hass, step, address(server))
    assert step["reason"] == "wrong_server"


async def test_the_option_to_let_home_assistant_answer(
    hass: HomeAssistant, agent: str, entry: MockConfigEntry
) -> None:
    """Off until a person wants it; a change takes effect at once."""
    step = await hass.config_entries.options.async_init(entry.entry_id)
    assert step["data_schema"] is not None
    assert step["data_schema"]({}) == {"fallback": False, "content": False}
    with patch.object(hass.config_entries, "async_schedule_reload") as reload:
        step = await hass.config_entries.options.async_configure(
            step["flow_id"], {"fallback": True, "content": False}
        )
    assert step["type"] is FlowResultType.CREATE_ENTRY
    assert entry.options == {"fallback": True, "content": False}
    reload.assert_called_once_with(entry.entry_id)
