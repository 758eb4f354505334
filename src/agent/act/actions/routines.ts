/** Scenes, scripts, automations and buttons: something of the household's own runs. */
import type { EntityState } from '../../../home/model/home-model.ts';
import { isOff, plan, type Planned, type Target, textOf, unsupported } from './plan-action.ts';

/**
 * A scene's state is when it was last set, written before its devices are called: done is only what the home then
 * answered without an error. A script or automation is proven by its last start; what it does takes its own time.
 */
export function runRoutine(target: Target, variables: Readonly<Record<string, unknown>> = {}): Planned {
  const before = target.state;
  switch (target.entity.domain) {
    case 'scene':
      return plan(target, {
        service: 'turn_on',
        proves: () => false,
        underway: (state) => isStampedAnew(state, before),
        isProvenByReply: true,
      });
    case 'script':
      return plan(target, {
        service: 'turn_on',
        data: Object.keys(variables).length === 0 ? {} : { variables },
        proves: (state) => hasStarted(state, before),
      });
    case 'automation':
      return plan(target, { service: 'trigger', proves: (state) => hasStarted(state, before) });
    default:
      return press(target);
  }
}

export function stopRoutine(target: Target): Planned {
  return plan(target, { service: 'turn_off', proves: isOff });
}

/** A button's state is when it was last pressed. */
export function press(target: Target): Planned {
  const { domain } = target.entity;
  if (domain !== 'button' && domain !== 'input_button') return unsupported;
  return plan(target, { service: 'press', proves: (state) => isStampedAnew(state, target.state) });
}

function isStampedAnew({ state }: EntityState, before: EntityState | undefined): boolean {
  return state !== before?.state && !Number.isNaN(Date.parse(state));
}

function hasStarted(state: EntityState, before: EntityState | undefined): boolean {
  const started = textOf(state, 'last_triggered');
  return started !== undefined && started !== textOf(before, 'last_triggered');
}
