/** The alarm panel: leaving the house takes time, staying in does not. */
import { answer, between, radioMs } from './device.ts';
import type { Device } from './device.ts';

const exitDelayMs = [10_000, 30_000] as const;
/** Modes in which nobody has to walk out first. */
const atHome: ReadonlySet<string> = new Set(['armed_home', 'armed_night']);

export const alarmPanel: Device = ({ state, attributes }, { service }, random) => {
  if (service === 'alarm_disarm') return answer(random, { state: 'disarmed', attributes });
  if (service === 'alarm_trigger') return answer(random, { state: 'triggered', attributes });
  const armed = service.replace('alarm_arm_', 'armed_');
  if (armed === state || atHome.has(armed)) return answer(random, { state: armed, attributes });
  const startMs = between(random, radioMs);
  return [
    { afterMs: startMs, next: { state: 'arming', attributes } },
    { afterMs: startMs + between(random, exitDelayMs), next: { state: armed, attributes } },
  ];
};
