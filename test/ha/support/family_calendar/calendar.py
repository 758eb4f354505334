"""Events of the coming days, by how many days ahead and at which hour they begin."""

from datetime import datetime, timedelta

from homeassistant.components.calendar import CalendarEntity, CalendarEvent
from homeassistant.util import dt as dt_util


async def async_setup_platform(hass, config, async_add_entities, discovery_info=None):
    async_add_entities([FamilyCalendar(config["events"])])


class FamilyCalendar(CalendarEntity):
    _attr_name = "Family"

    def __init__(self, events):
        self._rows = events

    @property
    def event(self):
        return None

    async def async_get_events(self, hass, start_date, end_date):
        events = [_event(row) for row in self._rows]
        return [one for one in events if one.start < end_date and one.end > start_date]


def _event(row):
    day = dt_util.start_of_local_day() + timedelta(days=row["in_days"])
    start: datetime = day.replace(hour=row["hour"])
    return CalendarEvent(
        start=start, end=start + timedelta(hours=1), summary=row["summary"], description=row.get("description")
    )
