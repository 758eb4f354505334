/** Whether this machine and Home Assistant agree on the time: timers and "at nine" depend on it. */
import type { Finding } from './finding.ts';

/** A ringing that is off by this much is noticed. */
const noticedMs = 30_000;

/** @param aheadMs how far this machine's clock is ahead of Home Assistant's; undefined when it does not tell. */
export function judgeClock(aheadMs: number | undefined): readonly Finding[] {
  if (aheadMs === undefined) return [];
  const seconds = Math.round(Math.abs(aheadMs) / 1_000);
  if (Math.abs(aheadMs) <= noticedMs)
    return [{ topic: 'clock', verdict: 'ok', message: "agrees with Home Assistant's" }];
  return [
    {
      topic: 'clock',
      verdict: 'warning',
      message: `${seconds} s ${aheadMs > 0 ? 'ahead of' : 'behind'} Home Assistant's`,
      fix: 'let both machines set their clocks from the network (timedatectl set-ntp true)',
    },
  ];
}
