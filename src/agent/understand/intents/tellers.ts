/** Which entities tell a measure: the sensors of it, and what knows it beside them. Pure. */
import type { Entity } from '../../../home/model/home-model.ts';
import { measures } from '../device-classes.ts';
import { byName, entitiesIn, outdoors, type LinkContext, type Linked } from '../mention.ts';
import { ofDomain } from './command-intent.ts';

/** The wind is the same in all rooms. */
export function skySensors(measure: string, { model }: LinkContext): readonly Entity[] {
  return measure === 'wind_speed'
    ? [...model.entities.values()].filter((entity) => measures(entity, measure))
    : [];
}

/** More than the sky that a weather service tells. */
export const skyScore = 1.2;

/** What is called so, else what stands out of doors, else the weather. */
export function outOfDoors(measure = 'temperature', context: LinkContext): readonly Entity[] {
  const { model, index } = context;
  const sensors = [...model.entities.values()].filter((entity) => measures(entity, measure));
  const called = sensors.filter(({ names }) => names.some((name) => outdoorName.test(name)));
  if (called.length > 0) return called;
  const there = outdoors(context).flatMap((place) => entitiesIn(place, index, model));
  const placed = sensors.filter((entity) => there.includes(entity));
  const stations = [...model.entities.values()].filter(ofDomain('weather'));
  return placed.length > 0 || measure !== 'temperature' ? placed : stations.slice(0, 1);
}

const outdoorName = /\b(?:outside|outdoors?|exterior)\b/i;

export function telling(entities: readonly Entity[], measure: string): readonly Entity[] {
  const sensors = entities.filter((entity) => measures(entity, measure));
  if (sensors.length > 0 || measure !== 'temperature') return sensors;
  return entities.filter(ofDomain('climate'));
}

/** The sensor of the same device, or one that bears its name: "the battery of the front door". */
export function beside(named: Entity, measure: string, { model }: LinkContext): Linked | undefined {
  const isNamed = ({ name }: Entity) => name.toLowerCase().startsWith(`${named.name.toLowerCase()} `);
  const sensors = [...model.entities.values()].filter((entity) => measures(entity, measure));
  const ofDevice = sensors.filter(({ deviceId }) => deviceId !== null && deviceId === named.deviceId);
  const entities = ofDevice.length > 0 ? ofDevice : sensors.filter(isNamed);
  return entities.length === 0 ? undefined : { kind: 'entities', entities, about: byName, score: 1 };
}

export function couldTell(entity: Entity, measure: string): boolean {
  const { domain, deviceClass } = entity;
  if (domain === 'sensor') return deviceClass === measure || deviceClass === null;
  return tellers[measure]?.includes(domain) === true;
}

/** What tells a measure in its own state, beside sensors. */
const tellers: Readonly<Record<string, readonly string[]>> = {
  temperature: ['climate', 'water_heater', 'weather'],
  humidity: ['humidifier', 'weather', 'climate'],
  battery: ['vacuum', 'lawn_mower'],
};
