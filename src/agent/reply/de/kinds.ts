/** German: what the kinds of devices are called. */
import { kind } from '../phrasing.ts';
import type { Kind } from '../phrasing.ts';

const device = kind('n', 'Gerät', 'Geräte');

const kinds: Readonly<Record<string, Kind>> = {
  light: kind('n', 'Licht', 'Lichter'),
  switch: kind('m', 'Schalter', 'Schalter'),
  fan: kind('m', 'Ventilator', 'Ventilatoren'),
  climate: kind('n', 'Thermostat', 'Thermostate'),
  lock: kind('n', 'Schloss', 'Schlösser'),
  door: kind('f', 'Tür', 'Türen'),
  garage_door: kind('n', 'Garagentor', 'Garagentore'),
  gate: kind('n', 'Tor', 'Tore'),
  window: kind('n', 'Fenster', 'Fenster'),
  blind: kind('f', 'Jalousie', 'Jalousien'),
  shade: kind('n', 'Rollo', 'Rollos'),
  shutter: kind('m', 'Rollladen', 'Rollläden'),
  curtain: kind('m', 'Vorhang', 'Vorhänge'),
  awning: kind('f', 'Markise', 'Markisen'),
  cover: kind('f', 'Abdeckung', 'Abdeckungen'),
  media: kind('m', 'Player', 'Player'),
  vacuum: kind('m', 'Saugroboter', 'Saugroboter'),
  mower: kind('m', 'Mähroboter', 'Mähroboter'),
  valve: kind('n', 'Ventil', 'Ventile'),
  sprinkler: kind('m', 'Rasensprenger', 'Rasensprenger'),
  humidifier: kind('m', 'Luftbefeuchter', 'Luftbefeuchter'),
  water_heater: kind('m', 'Warmwasserbereiter', 'Warmwasserbereiter'),
  alarm: kind('f', 'Alarmanlage', 'Alarmanlagen'),
  list: kind('f', 'Liste', 'Listen'),
  person: kind('f', 'Person', 'Personen'),
  weather: kind('m', 'Wetterdienst', 'Wetterdienste'),
  motion: kind('m', 'Bewegungsmelder', 'Bewegungsmelder'),
  smoke: kind('m', 'Rauchmelder', 'Rauchmelder'),
  moisture: kind('m', 'Wassermelder', 'Wassermelder'),
  battery: kind('f', 'Batterie', 'Batterien'),
  occupancy: kind('m', 'Präsenzmelder', 'Präsenzmelder'),
  opening: kind('f', 'Öffnung', 'Öffnungen'),
  openable: kind('f', 'Tür', 'Türen und Fenster'),
};

export const kindOf = (className: string | null): Kind => kinds[className ?? ''] ?? device;
