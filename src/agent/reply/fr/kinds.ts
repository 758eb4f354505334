/** French: what the kinds of devices are called. */
import { kind } from '../phrasing.ts';
import type { Kind } from '../phrasing.ts';

const device = kind('m', 'appareil', 'appareils');

const kinds: Readonly<Record<string, Kind>> = {
  light: kind('f', 'lumière', 'lumières'),
  switch: kind('m', 'interrupteur', 'interrupteurs'),
  fan: kind('m', 'ventilateur', 'ventilateurs'),
  climate: kind('m', 'thermostat', 'thermostats'),
  lock: kind('f', 'serrure', 'serrures'),
  door: kind('f', 'porte', 'portes'),
  garage_door: kind('f', 'porte de garage', 'portes de garage'),
  gate: kind('m', 'portail', 'portails'),
  window: kind('f', 'fenêtre', 'fenêtres'),
  blind: kind('m', 'store', 'stores'),
  shade: kind('m', 'store', 'stores'),
  shutter: kind('m', 'volet', 'volets'),
  curtain: kind('m', 'rideau', 'rideaux'),
  awning: kind('f', 'banne', 'bannes'),
  cover: kind('m', 'store', 'stores'),
  media: kind('m', 'lecteur', 'lecteurs'),
  vacuum: kind('m', 'aspirateur', 'aspirateurs'),
  mower: kind('f', 'tondeuse', 'tondeuses'),
  valve: kind('f', 'vanne', 'vannes'),
  sprinkler: kind('m', 'arroseur', 'arroseurs'),
  humidifier: kind('m', 'humidificateur', 'humidificateurs'),
  water_heater: kind('m', 'chauffe-eau', 'chauffe-eau'),
  alarm: kind('f', 'alarme', 'alarmes'),
  list: kind('f', 'liste', 'listes'),
  person: kind('f', 'personne', 'personnes'),
  weather: kind('f', 'station météo', 'stations météo'),
  motion: kind('m', 'détecteur de mouvement', 'détecteurs de mouvement'),
  smoke: kind('m', 'détecteur de fumée', 'détecteurs de fumée'),
  moisture: kind('m', 'détecteur de fuite', 'détecteurs de fuite'),
  battery: kind('f', 'pile', 'piles'),
  occupancy: kind('m', 'détecteur de présence', 'détecteurs de présence'),
  opening: kind('f', 'ouverture', 'ouvertures'),
  openable: kind('f', 'porte ou fenêtre', 'portes et fenêtres'),
};

export const kindOf = (className: string | null): Kind => kinds[className ?? ''] ?? device;
