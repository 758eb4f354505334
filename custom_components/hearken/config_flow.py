"""How a Hearken server is added, signed in again, moved, and made the assistant."""

from collections.abc import Mapping
from typing import Any, Final, override

import voluptuous as vol

from homeassistant.config_entries import (
    ConfigEntry,
    ConfigFlow,
    ConfigFlowResult,
    OptionsFlowWithReload,
)
from homeassistant.const import CONF_HOST, CONF_PORT, CONF_TOKEN
from homeassistant.core import callback
from homeassistant.helpers.aiohttp_client import async_get_clientsession
from homeassistant.helpers.selector import (
    TextSelector,
    TextSelectorConfig,
    TextSelectorType,
)
from homeassistant.helpers.service_info.hassio import HassioServiceInfo
from homeassistant.helpers.service_info.zeroconf import (
    ATTR_PROPERTIES_ID,
    ZeroconfServiceInfo,
)

from .assistant import ASSISTANT_PARTS, wishes_of
from .client import Failure, HearkenClient, HearkenError
from .const import (
    CONF_CONTENT,
    CONF_FALLBACK,
    CONF_WISHES,
    CONF_WYOMING_PORT,
    DEFAULT_PORT,
    DOMAIN,
)
from .messages import Server
from .voice_services import async_move_voice_services

_TOKEN_FIELD: Final = {
    vol.Required(CONF_TOKEN): TextSelector(
        TextSelectorConfig(type=TextSelectorType.PASSWORD)
    )
}
_TOKEN_SCHEMA: Final = vol.Schema(_TOKEN_FIELD)
_ADDRESS_SCHEMA: Final = vol.Schema(
    {
        vol.Required(CONF_HOST): str,
        vol.Required(CONF_PORT, default=DEFAULT_PORT): vol.All(
            int, vol.Range(min=1, max=65535)
        ),
        **_TOKEN_FIELD,
    }
)
_ASSISTANT_SCHEMA: Final = vol.Schema(
    {vol.Required(part, default=True): bool for part in ASSISTANT_PARTS}
)
_OPTIONS_SCHEMA: Final = vol.Schema(
    {
        vol.Required(CONF_FALLBACK, default=False): bool,
        vol.Required(CONF_CONTENT, default=False): bool,
    }
)


class HearkenConfigFlow(ConfigFlow, domain=DOMAIN):
    """Adds one server; its own instance id makes the entry unique."""

    VERSION = 1

    _server: Server
    # Name in zeroconf or slug of the app, by which its Wyoming twin is recognised.
    _instance: str | None = None

    def __init__(self) -> None:
        """Begin without an address."""
        self._data: dict[str, Any] = {}
        self._parts: Mapping[str, bool] = {}

    @staticmethod
    @callback
    @override
    def async_get_options_flow(config_entry: ConfigEntry) -> HearkenOptionsFlow:
        """Return the flow of what can be changed later."""
        return HearkenOptionsFlow()

    @override
    async def async_step_user(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Ask for address and token."""
        errors: dict[str, str] = {}
        if user_input is not None and not (errors := await self._async_try(user_input)):
            await self.async_set_unique_id(self._server.instance_id)
            self._abort_if_unique_id_configured()
            return await self.async_step_assistant()
        return self.async_show_form(
            step_id="user",
            data_schema=self.add_suggested_values_to_schema(
                _ADDRESS_SCHEMA, user_input or {}
            ),
            errors=errors,
        )

    @override
    async def async_step_zeroconf(
        self, discovery_info: ZeroconfServiceInfo
    ) -> ConfigFlowResult:
        """Take what a server in the network says of itself."""
        instance_id = discovery_info.properties.get(ATTR_PROPERTIES_ID)
        if not instance_id or discovery_info.port is None:
            return self.async_abort(reason="not_hearken")
        self._data = {CONF_HOST: discovery_info.host, CONF_PORT: discovery_info.port}
        entry = await self.async_set_unique_id(instance_id)
        if entry and entry.data and await self._async_answers(entry):
            # Only a server that is gone from its address is looked for elsewhere:
            # whoever announces its id in the network would be sent the token.
            return self.async_abort(reason="already_configured")
        if entry:
            self._async_move(entry, self._data)
        self._abort_if_unique_id_configured(updates=self._data)
        self._instance = discovery_info.name.removesuffix(f".{discovery_info.type}")
        return await self._async_discovered(self._instance)

    @override
    async def async_step_hassio(
        self, discovery_info: HassioServiceInfo
    ) -> ConfigFlowResult:
        """Take what the Supervisor says of the app."""
        config = discovery_info.config
        try:
            self._data = {CONF_HOST: config[CONF_HOST], CONF_PORT: config[CONF_PORT]}
            instance_id = config["instance_id"]
        except KeyError:
            return self.async_abort(reason="not_hearken")
        if token := config.get(CONF_TOKEN):
            self._data[CONF_TOKEN] = token
        await self.async_set_unique_id(instance_id)
        self._abort_if_unique_id_configured(updates=self._data)
        self._instance = discovery_info.slug
        return await self._async_discovered(discovery_info.name)

    async def _async_discovered(self, name: str) -> ConfigFlowResult:
        self._async_abort_entries_match(self._data)
        self.context["title_placeholders"] = {"name": name}
        return await self.async_step_confirm()

    async def async_step_confirm(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Ask for the token of a discovered server, unless the Supervisor told it."""
        errors: dict[str, str] = {}
        if user_input is not None and not (
            errors := await self._async_try(self._data | user_input)
        ):
            if self._server.instance_id != self.unique_id:
                return self.async_abort(reason="wrong_server")
            return await self.async_step_assistant()
        return self.async_show_form(
            step_id="confirm",
            data_schema=vol.Schema({}) if self._is_told() else _TOKEN_SCHEMA,
            description_placeholders=dict(self.context["title_placeholders"]),
            errors=errors,
        )

    def _is_told(self) -> bool:
        return CONF_TOKEN in self._data

    async def async_step_assistant(
        self, user_input: dict[str, bool] | None = None
    ) -> ConfigFlowResult:
        """Ask what else is to be set up; every part can be declined."""
        if user_input is None:
            return self.async_show_form(
                step_id="assistant", data_schema=_ASSISTANT_SCHEMA
            )
        self._parts = user_input
        if self._server.slow_satellites:
            return await self.async_step_slow_satellites()
        return self._async_create()

    async def async_step_slow_satellites(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Name the satellites that wait longer for silence than they have to."""
        if user_input is None:
            names = "\n".join(f"- {name}" for name in self._server.slow_satellites)
            return self.async_show_form(
                step_id="slow_satellites",
                data_schema=vol.Schema({}),
                description_placeholders={"satellites": names},
            )
        return self._async_create()

    @callback
    def _async_create(self) -> ConfigFlowResult:
        """Add the server; its first start makes what the last step asks for."""
        wishes = wishes_of(
            self._parts,
            wyoming_port=self._server.wyoming_port,
            instance=self._instance,
        )
        data = {**self._data, CONF_WISHES: wishes}
        return self.async_create_entry(title="Hearken", data=data)

    async def async_step_reauth(
        self, entry_data: Mapping[str, Any]
    ) -> ConfigFlowResult:
        """Begin when the server refused the token."""
        return await self.async_step_reauth_confirm()

    async def async_step_reauth_confirm(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Ask for the new token."""
        entry = self._get_reauth_entry()
        return await self._async_update(
            entry, "reauth_confirm", _TOKEN_SCHEMA, user_input
        )

    async def async_step_reconfigure(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Ask for the new address of the same server."""
        entry = self._get_reconfigure_entry()
        schema = self.add_suggested_values_to_schema(_ADDRESS_SCHEMA, entry.data)
        return await self._async_update(entry, "reconfigure", schema, user_input)

    async def _async_update(
        self,
        entry: ConfigEntry,
        step_id: str,
        schema: vol.Schema,
        user_input: dict[str, Any] | None,
    ) -> ConfigFlowResult:
        errors: dict[str, str] = {}
        if user_input is not None and not (
            errors := await self._async_try({**entry.data, **user_input})
        ):
            await self.async_set_unique_id(self._server.instance_id)
            self._abort_if_unique_id_mismatch(reason="wrong_server")
            self._async_move(entry, self._data)
            return self.async_update_reload_and_abort(entry, data=self._data)
        return self.async_show_form(step_id=step_id, data_schema=schema, errors=errors)

    @callback
    def _async_move(self, entry: ConfigEntry, data: Mapping[str, Any]) -> None:
        """Take the Wyoming entry of the same server along to its new address."""
        if (port := entry.data.get(CONF_WYOMING_PORT)) is not None:
            # Another port is told by the server, and followed once it answers there.
            old, new = entry.data[CONF_HOST], data[CONF_HOST]
            async_move_voice_services(self.hass, (old, port), (new, port))

    async def _async_try(self, data: dict[str, Any]) -> dict[str, str]:
        """Remember data that works; return the form's errors otherwise."""
        try:
            self._server = await self._client(data).server()
        except HearkenError as err:
            return {"base": err.failure}
        self._data = data
        return {}

    async def _async_answers(self, entry: ConfigEntry) -> bool:
        """Whether anybody is at the known address, with or without our token."""
        try:
            await self._client(entry.data).server()
        except HearkenError as err:
            return err.failure not in (Failure.CANNOT_CONNECT, Failure.DEADLINE)
        return True

    def _client(self, data: Mapping[str, Any]) -> HearkenClient:
        return HearkenClient(
            async_get_clientsession(self.hass),
            data[CONF_HOST],
            data[CONF_PORT],
            data[CONF_TOKEN],
        )


class HearkenOptionsFlow(OptionsFlowWithReload):
    """What can be changed later."""

    async def async_step_init(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Ask who answers while the server can not."""
        if user_input is not None:
            return self.async_create_entry(data=user_input)
        return self.async_show_form(
            step_id="init",
            data_schema=self.add_suggested_values_to_schema(
                _OPTIONS_SCHEMA, self.config_entry.options
            ),
        )
