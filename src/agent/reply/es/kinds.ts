/** Spanish: what the kinds of devices are called. */
import { kind } from '../phrasing.ts';
import type { Kind } from '../phrasing.ts';

const device = kind('m', 'dispositivo', 'dispositivos');

const kinds: Readonly<Record<string, Kind>> = {
  light: kind('f', 'luz', 'luces'),
  switch: kind('m', 'interruptor', 'interruptores'),
  fan: kind('m', 'ventilador', 'ventiladores'),
  climate: kind('m', 'termostato', 'termostatos'),
  lock: kind('f', 'cerradura', 'cerraduras'),
  door: kind('f', 'puerta', 'puertas'),
  garage_door: kind('f', 'puerta de garaje', 'puertas de garaje'),
  gate: kind('f', 'verja', 'verjas'),
  window: kind('f', 'ventana', 'ventanas'),
  blind: kind('f', 'persiana', 'persianas'),
  shade: kind('m', 'estor', 'estores'),
  shutter: kind('f', 'contraventana', 'contraventanas'),
  curtain: kind('f', 'cortina', 'cortinas'),
  awning: kind('m', 'toldo', 'toldos'),
  cover: kind('f', 'persiana', 'persianas'),
  media: kind('m', 'reproductor', 'reproductores'),
  vacuum: kind('m', 'robot aspirador', 'robots aspiradores'),
  mower: kind('m', 'cortacésped', 'cortacéspedes'),
  valve: kind('f', 'válvula', 'válvulas'),
  sprinkler: kind('m', 'aspersor', 'aspersores'),
  humidifier: kind('m', 'humidificador', 'humidificadores'),
  water_heater: kind('m', 'calentador', 'calentadores'),
  alarm: kind('f', 'alarma', 'alarmas'),
  list: kind('f', 'lista', 'listas'),
  person: kind('f', 'persona', 'personas'),
  weather: kind('f', 'estación meteorológica', 'estaciones meteorológicas'),
  motion: kind('m', 'detector de movimiento', 'detectores de movimiento'),
  smoke: kind('m', 'detector de humo', 'detectores de humo'),
  moisture: kind('m', 'detector de fugas', 'detectores de fugas'),
  battery: kind('f', 'batería', 'baterías'),
  occupancy: kind('m', 'detector de presencia', 'detectores de presencia'),
  opening: kind('f', 'abertura', 'aberturas'),
  openable: kind('f', 'puerta o ventana', 'puertas y ventanas'),
};

export const kindOf = (className: string | null): Kind => kinds[className ?? ''] ?? device;
