/** The kinds of devices people name by a common noun, as the `class` list of the sentences file has them. */
import type { Entity } from '../../home/model/home-model.ts';

type Kind = { readonly holds: (entity: Entity) => boolean; readonly one: string; readonly many: string };

const covers =
  (...classes: readonly (string | null)[]) =>
  (entity: Entity) =>
    entity.domain === 'cover' && classes.includes(entity.deviceClass);
const contacts = (deviceClass: string) => (entity: Entity) =>
  entity.domain === 'binary_sensor' && entity.deviceClass === deviceClass;
const domain = (name: string) => (entity: Entity) => entity.domain === name;
const either =
  (...tests: readonly ((entity: Entity) => boolean)[]) =>
  (entity: Entity) =>
    tests.some((test) => test(entity));

export const deviceClasses: Readonly<Record<string, Kind>> = {
  light: { holds: domain('light'), one: 'light', many: 'lights' },
  switch: { holds: domain('switch'), one: 'switch', many: 'switches' },
  fan: { holds: domain('fan'), one: 'fan', many: 'fans' },
  climate: { holds: domain('climate'), one: 'thermostat', many: 'thermostats' },
  lock: { holds: domain('lock'), one: 'lock', many: 'locks' },
  door: { holds: either(covers('door'), domain('lock'), contacts('door')), one: 'door', many: 'doors' },
  garage_door: {
    holds: either(covers('garage'), contacts('garage_door')),
    one: 'garage door',
    many: 'garage doors',
  },
  gate: { holds: covers('gate'), one: 'gate', many: 'gates' },
  window: { holds: either(covers('window'), contacts('window')), one: 'window', many: 'windows' },
  blind: { holds: covers('blind', 'shade', 'shutter', 'curtain'), one: 'blind', many: 'blinds' },
};

/** Sensors by what they measure, as the `measure` list has them. */
export function measures(entity: Entity, measure: string): boolean {
  return entity.domain === 'sensor' && entity.deviceClass === measure;
}
