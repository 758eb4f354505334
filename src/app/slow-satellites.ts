/** Satellites that wait longer than needed after a sentence: read when asked, and not again for ten minutes. */
import type { Config } from '../config/schema.ts';
import type { Clock } from '../core/clock.ts';
import { isSlow } from '../doctor/satellites.ts';
import type { Home } from '../home/home.ts';
import type { SatelliteSetting } from '../home/model/satellite-setting.ts';
import { satelliteSettings } from './home.ts';

/** The registry of a large home is megabytes, and the integration asks every 30 s for what else is in the answer. */
const maxAgeMs = 600_000;
/** The integration gives the whole answer 3 s. */
const patienceMs = 1_500;

/** None where the server hears the end itself. */
export function slowSatellites(
  home: Home | undefined,
  { stt }: Config,
  clock: Clock,
): () => Promise<readonly SatelliteSetting[]> {
  if (!home || stt.endpointing === 'hearken') return async () => [];
  let last: { readonly slow: readonly SatelliteSetting[]; readonly readAtMs: number } | undefined;
  return async () => {
    const nowMs = clock.monotonicMs();
    if (last && nowMs - last.readAtMs < maxAgeMs) return last.slow;
    const settings = await satelliteSettings(home, { signal: AbortSignal.timeout(patienceMs) });
    const slow = settings.filter(({ detection }) => isSlow(detection));
    last = { slow, readAtMs: nowMs };
    return slow;
  };
}
