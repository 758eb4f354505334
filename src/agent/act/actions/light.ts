/** Brightness, colour and white of lamps. */
import colorNames from 'color-name';
import type { EntityState } from '../../../home/model/home-model.ts';
import {
  cameTo,
  isOff,
  clamp,
  isNear,
  numberOf,
  plan,
  type Planned,
  type Target,
  unsupported,
} from './plan-action.ts';

/** Brightness comes back in 255 steps, rounded by lamps as they like: two per cent are the same. */
const brightnessSlack = 5;
/** Lamps count white in mireds, whole ones: at 6500 K one of them is 42 K. */
const kelvinSlack = 0.03;
/** A lamp shows the nearest colour it can make, and tells that one. */
const hueSlackDegrees = 20;
const saturationSlackPercent = 25;
/** Below this much colour a hue means nothing. */
const paleSaturationPercent = 15;

/** What every lamp with a white of its own can do, where it does not say. */
const usualWhites = { min: 2_000, max: 6_500 };

export function setBrightness(percent: number, target: Target): Planned {
  if (!target.entity.capabilities.brightness) return unsupported;
  if (percent <= 0) return plan(target, { service: 'turn_off', proves: isOff });
  const wanted = (clamp(percent, 1, 100) * 255) / 100;
  return plan(target, {
    service: 'turn_on',
    data: { brightness_pct: clamp(percent, 1, 100) },
    proves: (state) => state.state === 'on' && isNear(numberOf(state, 'brightness'), wanted, brightnessSlack),
  });
}

/** From what shines now; making a lamp darker never switches it off, and one that is off stays so. */
export function changeBrightness(byPercent: number, target: Target): Planned {
  if (!target.entity.capabilities.brightness) return unsupported;
  const { state } = target;
  if (state?.state !== 'on') {
    const percent = clamp(byPercent, 0, 100);
    return cameTo({ do: 'set_brightness', percent }, setBrightness(percent, target));
  }
  const nowPercent = ((numberOf(state, 'brightness') ?? 255) * 100) / 255;
  const percent = clamp(Math.round(nowPercent + byPercent), 1, 100);
  return cameTo({ do: 'set_brightness', percent }, setBrightness(percent, target));
}

export function setColor(color: string, target: Target): Planned {
  const rgb = rgbOf(color);
  if (rgb === undefined || !target.entity.capabilities.color) return unsupported;
  const [hue, saturation] = hueAndSaturation(rgb);
  return plan(target, {
    service: 'turn_on',
    data: { hs_color: [hue, saturation] },
    proves: (state) => state.state === 'on' && showsColour(state, hue, saturation),
  });
}

export function setColorTemperature(kelvin: number, target: Target): Planned {
  if (!target.entity.capabilities.colorTemperature) return unsupported;
  const { min, max } = whitesOf(target.state);
  const wanted = Math.round(clamp(kelvin, min, max));
  return plan(target, {
    service: 'turn_on',
    data: { color_temp_kelvin: wanted },
    proves: (state) =>
      state.state === 'on' && isNear(numberOf(state, 'color_temp_kelvin'), wanted, wanted * kelvinSlack),
  });
}

/** From the white that shines now, or from the middle where none does. */
export function changeColorTemperature(byKelvin: number, target: Target): Planned {
  const { min, max } = whitesOf(target.state);
  const now = numberOf(target.state, 'color_temp_kelvin') ?? (min + max) / 2;
  return setColorTemperature(now + byKelvin, target);
}

function whitesOf(state: EntityState | undefined): { readonly min: number; readonly max: number } {
  return {
    min: numberOf(state, 'min_color_temp_kelvin') ?? usualWhites.min,
    max: numberOf(state, 'max_color_temp_kelvin') ?? usualWhites.max,
  };
}

type Rgb = readonly [number, number, number];

function rgbOf(color: string): Rgb | undefined {
  const name = color.toLowerCase().replaceAll(/[\s_-]+/g, '');
  return Object.entries(colorNames).find(([known]) => known === name)?.[1];
}

/** Degrees 0–360 and per cent 0–100, as Home Assistant's `hs_color` has them. */
function hueAndSaturation([red, green, blue]: Rgb): readonly [number, number] {
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (spread === 0) return [0, 0];
  const sector =
    most === red
      ? (green - blue) / spread
      : most === green
        ? 2 + (blue - red) / spread
        : 4 + (red - green) / spread;
  const round = (value: number) => Math.round(value * 10) / 10;
  return [round((sector * 60 + 360) % 360), round((spread * 100) / most)];
}

function showsColour({ attributes }: EntityState, hue: number, saturation: number): boolean {
  const hs: unknown = attributes['hs_color'];
  if (!Array.isArray(hs)) return false;
  const [nowHue, nowSaturation] = hs.map(Number);
  if (nowHue === undefined || !isNear(nowSaturation, saturation, saturationSlackPercent)) return false;
  if (saturation <= paleSaturationPercent) return true;
  const apart = Math.abs(nowHue - hue) % 360;
  return Math.min(apart, 360 - apart) <= hueSlackDegrees;
}
