/** Home Assistant's satellites as the agent uses them: speaking there, and timers on their displays. */
import { SatelliteAnnouncer } from '../api/satellites/satellite-announcer.ts';
import { SatelliteLinks } from '../api/satellites/satellite-links.ts';
import { SatelliteTimers } from '../api/satellites/satellite-timers.ts';
import type { Announcer } from '../agent/ports/announcer.ts';
import type { TimerDisplay } from '../agent/ports/timer-display.ts';
import type { Clock } from '../core/clock.ts';
import type { Logger } from '../core/log.ts';

export type Satellites = AsyncDisposable & {
  /** For the HTTP interface, which accepts the integration's connections. */
  readonly links: SatelliteLinks;
  readonly announcer: Announcer;
  readonly timers: TimerDisplay;
};

export function openSatellites(clock: Clock, log: Logger): Satellites {
  const links = new SatelliteLinks(log);
  const timers = new SatelliteTimers({ links, clock, log });
  return {
    links,
    announcer: new SatelliteAnnouncer(links),
    timers,
    [Symbol.asyncDispose]: () => timers[Symbol.asyncDispose](),
  };
}
