/** Fans: speed, oscillation and presets. */
import { choose } from './choices.ts';
import {
  cameTo,
  isOff,
  clamp,
  isNear,
  numberOf,
  plan,
  type Planned,
  supports,
  type Target,
  unsupported,
} from './plan-action.ts';

/** `SET_SPEED`, `OSCILLATE` and `PRESET_MODE`. */
const bits = { speed: 1, oscillate: 2, preset: 8 } as const;

export function setFanSpeed(percent: number, target: Target): Planned {
  if (!supports(target, bits.speed)) return unsupported;
  if (percent <= 0) return plan(target, { service: 'turn_off', proves: isOff });
  const wanted = clamp(percent, 1, 100);
  // A fan with three speeds goes to the one whose range holds the figure.
  const slack = Math.max(2, stepOf(target) - 1);
  return plan(target, {
    service: 'set_percentage',
    data: { percentage: wanted },
    proves: (state) => state.state === 'on' && isNear(numberOf(state, 'percentage'), wanted, slack),
  });
}

/** At least to the next speed it has; slower never means off. */
export function changeFanSpeed(byPercent: number, target: Target): Planned {
  const step = stepOf(target);
  const now = numberOf(target.state, 'percentage') ?? 0;
  if (now === 0) return setFanSpeed(Math.max(0, byPercent), target);
  const by = Math.sign(byPercent) * Math.max(Math.abs(byPercent), step);
  const percent = clamp(Math.round(now + by), Math.min(now, Math.ceil(step)), 100);
  return cameTo({ do: 'set_fan_speed', percent }, setFanSpeed(percent, target));
}

export function setOscillation(on: boolean, target: Target): Planned {
  if (!supports(target, bits.oscillate)) return unsupported;
  return plan(target, {
    service: 'oscillate',
    data: { oscillating: on },
    proves: ({ attributes }) => attributes['oscillating'] === on,
  });
}

export function setFanPreset(said: string, target: Target): Planned {
  if (!supports(target, bits.preset)) return unsupported;
  return choose(said, { service: 'set_preset_mode', list: 'preset_modes', attribute: 'preset_mode' }, target);
}

function stepOf({ state }: Target): number {
  return numberOf(state, 'percentage_step') ?? 1;
}
