/** Locks. */
import { plan, type Planned, type Target, textOf, unable } from './plan-action.ts';

export function lock(target: Target): Planned {
  return turn('lock', 'locked', 'locking', target);
}

export function unlock(target: Target): Planned {
  return turn('unlock', 'unlocked', 'unlocking', target);
}

function turn(service: string, done: string, passing: string, target: Target): Planned {
  // A lock with a code format takes nothing without its code, in either direction.
  if (textOf(target.state, 'code_format') && !textOf(target.state, 'code'))
    return unable({ why: 'needs-code' });
  return plan(target, {
    service,
    proves: ({ state }) => state === done,
    underway: ({ state }) => state === passing,
  });
}
