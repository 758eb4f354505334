/** What moves and takes its time: covers, valves and locks. */
import { answer, between, numberOr, radioMs } from './device.ts';
import type { DemoState, Device, DeviceCommand } from './device.ts';

const motorLockMs = [1_000, 3_000] as const;
/** A full run; half a run takes half of it. */
const coverRunMs = [5_000, 20_000] as const;
const valveRunMs = [2_000, 8_000] as const;

export const lock: Device = ({ attributes }, { service }, random) => {
  const [passing, end] =
    service === 'lock'
      ? ['locking', 'locked']
      : service === 'open'
        ? ['opening', 'open']
        : ['unlocking', 'unlocked'];
  const startMs = between(random, radioMs);
  return [
    { afterMs: startMs, next: { state: passing, attributes } },
    { afterMs: startMs + between(random, motorLockMs), next: { state: end, attributes } },
  ];
};

export const cover = motor(coverRunMs);
export const valve = motor(valveRunMs);

function motor(fullRunMs: readonly [number, number]): Device {
  return (current, command, random) => {
    const from = numberOr(current.attributes['current_position'], current.state === 'closed' ? 0 : 100);
    const to = positionAsked(command, current.state, from);
    const at = (position: number, state: string): DemoState => ({
      state,
      attributes: { ...current.attributes, current_position: Math.round(position) },
    });
    const atRest = (position: number) => at(position, position === 0 ? 'closed' : 'open');
    if (to === from) return answer(random, atRest(from));
    const startMs = between(random, radioMs);
    const runMs = (between(random, fullRunMs) * Math.abs(to - from)) / 100;
    const passing = to > from ? 'opening' : 'closing';
    const onTheWay = [0, 1 / 4, 1 / 2, 3 / 4].map((part) => ({
      afterMs: startMs + Math.round(runMs * part),
      next: at(from + (to - from) * part, passing),
    }));
    return [...onTheWay, { afterMs: startMs + Math.round(runMs), next: atRest(to) }];
  };
}

/** `open_cover`, `open_valve`, … `stop_…` stays where it is. */
function positionAsked({ service, data }: DeviceCommand, state: string, from: number): number {
  if (service.startsWith('open_')) return 100;
  if (service.startsWith('close_')) return 0;
  if (service.startsWith('set_')) return numberOr(data['position'], from);
  if (service === 'toggle') return state === 'closed' ? 100 : 0;
  return from;
}
