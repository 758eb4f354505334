/** Thermostats, air conditioners, water heaters and humidifiers. */
import type { EntityState } from '../../../home/model/home-model.ts';
import { listedWords } from '../../../home/model/listed-words.ts';
import type { HvacMode } from '../../understand/wish.ts';
import { choose } from './choices.ts';
import {
  cameTo,
  isNear,
  isTelling,
  numberOf,
  plan,
  type Planned,
  supports,
  type Target,
  type TemperatureUnit,
  unable,
  unsupported,
} from './plan-action.ts';

/** `TARGET_TEMPERATURE` of both domains, and what else climate devices may have. */
const bits = { temperature: 1, humidity: 4, fanMode: 8, preset: 16, turnOff: 128, turnOn: 256 } as const;

/** Thermostats round to steps of half a degree or a whole one. */
const usualStep = 0.5;

export function setTemperature(degrees: number, spoken: TemperatureUnit | null, target: Target): Planned {
  if (!supports(target, bits.temperature)) return unsupported;
  const step = numberOf(target.state, 'target_temp_step') ?? usualStep;
  const wanted = toStep(inUnit(degrees, spoken ?? target.unit, target.unit), step);
  const min = numberOf(target.state, 'min_temp');
  const max = numberOf(target.state, 'max_temp');
  if (min !== undefined && max !== undefined && (wanted < min || wanted > max))
    return unable({ why: 'out-of-range', min, max });
  return plan(target, {
    service: 'set_temperature',
    data: { temperature: wanted },
    proves: (state) => isTelling(state) && isNear(numberOf(state, 'temperature'), wanted, step / 2),
  });
}

/** From the temperature it is set to; one that is set to none has nothing to be warmer than. */
export function changeTemperature(byDegrees: number, target: Target): Planned {
  if (!supports(target, bits.temperature)) return unsupported;
  const now = numberOf(target.state, 'temperature');
  if (now === undefined) return unable({ why: target.state?.state === 'off' ? 'is-off' : 'not-now' });
  const degrees = now + byDegrees;
  return cameTo({ do: 'set_temperature', degrees, unit: null }, setTemperature(degrees, target.unit, target));
}

export function setHvacMode(mode: HvacMode, target: Target): Planned {
  const modes = listedWords(target.state, 'hvac_modes');
  if (!modes.includes(mode)) return unable({ why: 'unknown-choice', choices: modes });
  return plan(target, {
    service: 'set_hvac_mode',
    data: { hvac_mode: mode },
    proves: ({ state }) => state === mode,
  });
}

export function turnClimateOff(target: Target): Planned {
  if (!supports(target, bits.turnOff)) return setHvacMode('off', target);
  return plan(target, { service: 'turn_off', proves: ({ state }) => state === 'off' });
}

/** Without a service of its own it goes into the first mode it lists. */
export function turnClimateOn(target: Target): Planned {
  const isRunning = (state: EntityState) => isTelling(state) && state.state !== 'off';
  if (supports(target, bits.turnOn)) return plan(target, { service: 'turn_on', proves: isRunning });
  const mode = listedWords(target.state, 'hvac_modes').find((one) => one !== 'off');
  if (mode === undefined) return unsupported;
  return plan(target, { service: 'set_hvac_mode', data: { hvac_mode: mode }, proves: isRunning });
}

export function setClimateFanMode(said: string, target: Target): Planned {
  return supports(target, bits.fanMode)
    ? choose(said, { service: 'set_fan_mode', list: 'fan_modes', attribute: 'fan_mode' }, target)
    : unsupported;
}

export function setClimatePreset(said: string, target: Target): Planned {
  return supports(target, bits.preset)
    ? choose(said, { service: 'set_preset_mode', list: 'preset_modes', attribute: 'preset_mode' }, target)
    : unsupported;
}

export function setHumidity(percent: number, target: Target): Planned {
  const { domain } = target.entity;
  if (domain === 'climate' && !supports(target, bits.humidity)) return unsupported;
  const min = numberOf(target.state, 'min_humidity') ?? 0;
  const max = numberOf(target.state, 'max_humidity') ?? 100;
  if (percent < min || percent > max) return unable({ why: 'out-of-range', min, max });
  return plan(target, {
    service: 'set_humidity',
    data: { humidity: percent },
    proves: (state) => isNear(numberOf(state, 'humidity'), percent, 1),
  });
}

function inUnit(degrees: number, from: TemperatureUnit, to: TemperatureUnit): number {
  if (from === to) return degrees;
  return to === 'C' ? ((degrees - 32) * 5) / 9 : (degrees * 9) / 5 + 32;
}

function toStep(degrees: number, step: number): number {
  return Math.round(Math.round(degrees / step) * step * 10) / 10;
}
