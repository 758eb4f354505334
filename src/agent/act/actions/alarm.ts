/** Alarm panels. */
import type { ArmMode } from '../../understand/wish.ts';
import { plan, type Planned, supports, type Target, unable, unsupported } from './plan-action.ts';

/** `ARM_HOME`, `ARM_AWAY`, `ARM_NIGHT` and `ARM_VACATION`. */
const armBits: Readonly<Record<ArmMode, number>> = { home: 1, away: 2, night: 4, vacation: 32 };

export function arm(mode: ArmMode, target: Target): Planned {
  if (!supports(target, armBits[mode])) return unsupported;
  if (wantsCode(target) && target.state?.attributes['code_arm_required'] !== false)
    return unable({ why: 'needs-code' });
  return plan(target, {
    service: `alarm_arm_${mode}`,
    proves: ({ state }) => state === `armed_${mode}`,
    underway: ({ state }) => state === 'arming' || state === 'pending',
  });
}

export function disarm(target: Target): Planned {
  if (wantsCode(target)) return unable({ why: 'needs-code' });
  return plan(target, {
    service: 'alarm_disarm',
    proves: ({ state }) => state === 'disarmed',
    underway: ({ state }) => state === 'disarming',
  });
}

/** A panel with a code of its own tells its format; without one it asks nobody. */
function wantsCode({ state }: Target): boolean {
  return typeof state?.attributes['code_format'] === 'string';
}
