/** One figure or word of a device, where its state is not what was asked for. */
import type { EntityState } from '../../home/model/home-model.ts';
import type { Property } from '../understand/plan.ts';
import type { Reading } from './language-pack.ts';

type Figure = { readonly attribute: string; readonly unit: string; readonly scale?: number };

const figures: Readonly<Partial<Record<Property, Figure>>> = {
  brightness: { attribute: 'brightness', unit: '%', scale: 100 / 255 },
  position: { attribute: 'current_position', unit: '%' },
  volume: { attribute: 'volume_level', unit: '%', scale: 100 },
  fan_speed: { attribute: 'percentage', unit: '%' },
  target_temperature: { attribute: 'temperature', unit: '°C' },
  current_temperature: { attribute: 'current_temperature', unit: '°C' },
  battery: { attribute: 'battery_level', unit: '%' },
};

/** Null when the device does not tell it now; one that is off tells that it is off. */
export function propertyOf(property: Property, { state, attributes }: EntityState): Reading | null {
  const figure = figures[property];
  if (figure === undefined) return null;
  const value = attributes[figure.attribute];
  if (typeof value === 'number') {
    const exact = value * (figure.scale ?? 1);
    const told = figure.unit === '%' ? Math.round(exact) : Math.round(exact * 10) / 10;
    return { kind: 'number', value: told, unit: figure.unit, isLevel: true };
  }
  return state === 'off' ? { kind: 'state', state } : null;
}
