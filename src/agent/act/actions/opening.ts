/** Covers and valves: they move, and tell so. */
import type { EntityState } from '../../../home/model/home-model.ts';
import {
  cameTo,
  clamp,
  isNear,
  numberOf,
  plan,
  type Planned,
  supports,
  type Target,
  unable,
  unsupported,
} from './plan-action.ts';

/** `OPEN`, `CLOSE`, `SET_POSITION` and `STOP`, the same in both domains. */
const bits = { open: 1, close: 2, position: 4, stop: 8 } as const;

/** Motors stop where they stop. */
const positionSlackPercent = 3;

export function open(target: Target): Planned {
  const { domain } = target.entity;
  if (domain === 'lock') return unlatch(target);
  if (!supports(target, bits.open))
    return supports(target, bits.position) ? moveTo(100, target) : unsupported;
  return plan(target, {
    service: `open_${domain}`,
    proves: ({ state, attributes }) => state === 'open' && (attributes['current_position'] ?? 100) === 100,
    underway: ({ state }) => state === 'opening',
  });
}

export function close(target: Target): Planned {
  if (!supports(target, bits.close)) return supports(target, bits.position) ? moveTo(0, target) : unsupported;
  return plan(target, {
    service: `close_${target.entity.domain}`,
    proves: ({ state }) => state === 'closed',
    underway: ({ state }) => state === 'closing',
  });
}

export function stop(target: Target): Planned {
  if (!supports(target, bits.stop)) return unsupported;
  return plan(target, { service: `stop_${target.entity.domain}`, proves: (state) => isAtRest(state) });
}

/** 0 is closed. */
export function setPosition(percent: number, target: Target): Planned {
  const wanted = clamp(percent, 0, 100);
  if (supports(target, bits.position)) return moveTo(wanted, target);
  if (wanted === 0) return close(target);
  return wanted === 100 ? open(target) : unsupported;
}

export function changePosition(byPercent: number, target: Target): Planned {
  if (!supports(target, bits.position)) return unsupported;
  const now = numberOf(target.state, 'current_position');
  if (now === undefined) return unable({ why: 'not-now' });
  const percent = clamp(now + byPercent, 0, 100);
  return cameTo({ do: 'set_position', percent }, moveTo(percent, target));
}

function moveTo(percent: number, target: Target): Planned {
  const from = numberOf(target.state, 'current_position');
  const isThere = ({ state, attributes }: EntityState) => {
    if (percent === 0) return state === 'closed';
    const position = attributes['current_position'];
    return isNear(typeof position === 'number' ? position : undefined, percent, positionSlackPercent);
  };
  return plan(target, {
    service: `set_${target.entity.domain}_position`,
    data: { position: percent },
    proves: (state) => isAtRest(state) && isThere(state),
    underway: (state) =>
      !isAtRest(state) || hasComeNearer(from, numberOf(state, 'current_position'), percent),
  });
}

/** Some motors tell where they are and never that they move. */
function hasComeNearer(from: number | undefined, now: number | undefined, to: number): boolean {
  return from !== undefined && now !== undefined && Math.abs(now - to) < Math.abs(from - to);
}

function isAtRest({ state }: EntityState): boolean {
  return state === 'open' || state === 'closed';
}

/** `OPEN` of locks: the latch is pulled. A lock without it can be unlocked, which is something else. */
function unlatch(target: Target): Planned {
  if (!supports(target, 1)) return unsupported;
  return plan(target, {
    service: 'open',
    proves: ({ state }) => state === 'open',
    underway: ({ state }) => state === 'opening' || state === 'unlocking',
  });
}
