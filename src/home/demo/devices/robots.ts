/** Robots that drive through the house or the garden. */
import { between } from './device.ts';
import type { Device } from './device.ts';

/** Until a robot has understood and moves. */
const wakeUpMs = [500, 2_000] as const;
const wayHomeMs = [20_000, 90_000] as const;
/** A whole round; afterwards it drives home by itself. */
const roundMs = [600_000, 1_500_000] as const;

type Robot = {
  /** Service → state it ends in by itself at once. */
  readonly stays: Readonly<Record<string, string>>;
  /** Services that start a round, and what the state is called then. */
  readonly works: ReadonlySet<string>;
  readonly working: string;
  readonly home: string;
};

function robot({ stays, works, working, home }: Robot): Device {
  return ({ state, attributes }, { service, data }, random) => {
    const startMs = between(random, wakeUpMs);
    const at = (afterMs: number, next: string) => ({ afterMs, next: { state: next, attributes } });
    const goHome = (afterMs: number) => [
      at(afterMs, 'returning'),
      at(afterMs + between(random, wayHomeMs), 'docked'),
    ];
    if (works.has(service)) return [at(startMs, working), ...goHome(startMs + between(random, roundMs))];
    if (service === home) return state === 'docked' ? [at(startMs, 'docked')] : goHome(startMs);
    if (service === 'set_fan_speed') {
      const faster = { state, attributes: { ...attributes, fan_speed: data['fan_speed'] } };
      return [{ afterMs: startMs, next: faster }];
    }
    const rests = stays[service];
    return rests === undefined ? [] : [at(startMs, rests)];
  };
}

export const vacuum = robot({
  stays: { pause: 'paused', stop: 'idle' },
  works: new Set(['start', 'clean_area', 'clean_spot']),
  working: 'cleaning',
  home: 'return_to_base',
});

export const lawnMower = robot({
  stays: { pause: 'paused', stop: 'idle' },
  works: new Set(['start_mowing']),
  working: 'mowing',
  home: 'dock',
});
