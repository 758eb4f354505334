/** Dutch: what the kinds of devices are called. */
import { kind } from '../phrasing.ts';
import type { Kind } from '../phrasing.ts';

const device = kind('n', 'apparaat', 'apparaten');

const kinds: Readonly<Record<string, Kind>> = {
  light: kind('f', 'lamp', 'lampen'),
  switch: kind('f', 'schakelaar', 'schakelaars'),
  fan: kind('f', 'ventilator', 'ventilatoren'),
  climate: kind('f', 'thermostaat', 'thermostaten'),
  lock: kind('n', 'slot', 'sloten'),
  door: kind('f', 'deur', 'deuren'),
  garage_door: kind('f', 'garagedeur', 'garagedeuren'),
  gate: kind('f', 'poort', 'poorten'),
  window: kind('n', 'raam', 'ramen'),
  blind: kind('f', 'jaloezie', 'jaloezieën'),
  shade: kind('n', 'rolgordijn', 'rolgordijnen'),
  shutter: kind('n', 'rolluik', 'rolluiken'),
  curtain: kind('n', 'gordijn', 'gordijnen'),
  awning: kind('f', 'luifel', 'luifels'),
  cover: kind('f', 'zonwering', 'zonweringen'),
  media: kind('f', 'speler', 'spelers'),
  vacuum: kind('f', 'robotstofzuiger', 'robotstofzuigers'),
  mower: kind('f', 'robotmaaier', 'robotmaaiers'),
  valve: kind('f', 'klep', 'kleppen'),
  sprinkler: kind('f', 'sproeier', 'sproeiers'),
  humidifier: kind('f', 'luchtbevochtiger', 'luchtbevochtigers'),
  water_heater: kind('f', 'boiler', 'boilers'),
  alarm: kind('n', 'alarm', 'alarmen'),
  list: kind('f', 'lijst', 'lijsten'),
  person: kind('f', 'persoon', 'personen'),
  weather: kind('n', 'weerstation', 'weerstations'),
  motion: kind('f', 'bewegingsmelder', 'bewegingsmelders'),
  smoke: kind('f', 'rookmelder', 'rookmelders'),
  moisture: kind('f', 'waterdetector', 'waterdetectors'),
  battery: kind('f', 'batterij', 'batterijen'),
  occupancy: kind('f', 'aanwezigheidsmelder', 'aanwezigheidsmelders'),
  opening: kind('f', 'opening', 'openingen'),
  openable: kind('m', 'deur of raam', 'deuren en ramen'),
};

export const kindOf = (className: string | null): Kind => kinds[className ?? ''] ?? device;
