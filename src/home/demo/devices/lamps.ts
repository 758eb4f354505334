/** Lamps and everything else that is simply on or off. */
import { answer, numberOr } from './device.ts';
import type { DemoState, Device } from './device.ts';

type Attributes = DemoState['attributes'];

export const light: Device = (current, { service, data }, random) => {
  const turnsOn = service === 'turn_on' || (service === 'toggle' && current.state === 'off');
  const { brightness: _, ...rest } = current.attributes;
  const old = numberOr(current.attributes['brightness'], 255);
  const asked = turnsOn ? askedBrightness(data, current.state === 'on' ? old : 0, old) : 0;
  if (asked <= 0) return answer(random, { state: 'off', attributes: rest });
  const canDim = JSON.stringify(rest['supported_color_modes']) !== '["onoff"]';
  const lit = canDim ? { ...rest, ...colourOf(data), brightness: asked } : rest;
  return answer(random, { state: 'on', attributes: lit });
};

/** 0–255. Steps count from what is lit now, absent figures mean the last brightness. */
function askedBrightness(data: Attributes, lit: number, last: number): number {
  const fromPercent = (value: number) => Math.round((value * 255) / 100);
  const within = (value: number) => Math.max(0, Math.min(255, Math.round(value)));
  if (typeof data['brightness_pct'] === 'number') return fromPercent(data['brightness_pct']);
  if (typeof data['brightness_step_pct'] === 'number')
    return within(lit + (data['brightness_step_pct'] * 255) / 100);
  if (typeof data['brightness_step'] === 'number') return within(lit + data['brightness_step']);
  return within(numberOr(data['brightness'], last));
}

/** Hue and saturation of the colour names people say most; a lamp reports figures, never names. */
const hues: Readonly<Record<string, readonly [number, number]>> = {
  red: [0, 100],
  orange: [39, 100],
  yellow: [60, 100],
  green: [120, 100],
  blue: [240, 100],
  purple: [300, 100],
  pink: [350, 25],
  white: [0, 0],
};

function colourOf(data: Attributes): Attributes {
  if (typeof data['color_temp_kelvin'] === 'number')
    return {
      color_mode: 'color_temp',
      color_temp_kelvin: data['color_temp_kelvin'],
      hs_color: null,
      rgb_color: null,
    };
  const named = typeof data['color_name'] === 'string' ? hues[data['color_name']] : undefined;
  const hs = named ?? data['hs_color'];
  if (hs === undefined && data['rgb_color'] === undefined) return {};
  return {
    color_mode: 'hs',
    color_temp_kelvin: null,
    ...(hs !== undefined && { hs_color: hs }),
    ...(data['rgb_color'] !== undefined && { rgb_color: data['rgb_color'] }),
  };
}

export const onOff: Device = ({ state, attributes }, { service }, random) => {
  const isOn = service === 'turn_on' || (service === 'toggle' && state === 'off');
  return answer(random, { state: isOn ? 'on' : 'off', attributes });
};

export const fan: Device = ({ state, attributes }, { service, data }, random) => {
  if (service === 'oscillate')
    return answer(random, { state, attributes: { ...attributes, oscillating: data['oscillating'] } });
  if (service === 'set_preset_mode')
    return answer(random, { state: 'on', attributes: { ...attributes, ...data } });
  const last = numberOr(attributes['percentage'], 0) || 100;
  const turnsOn = service !== 'turn_off' && !(service === 'toggle' && state === 'on');
  const percentage = turnsOn ? fanSpeed(service, data, last) : 0;
  return answer(random, {
    state: percentage > 0 ? 'on' : 'off',
    attributes: { ...attributes, percentage },
  });
};

/** What one step of `increase_speed` is where the call names none. */
const speedStep = 25;

function fanSpeed(service: string, data: Attributes, last: number): number {
  const step = numberOr(data['percentage_step'], speedStep);
  if (service === 'increase_speed') return Math.min(100, last + step);
  if (service === 'decrease_speed') return Math.max(0, last - step);
  return numberOr(data['percentage'], last);
}
