/** How the home is, looked at from outside, for the doctor. */
import { startDeadline } from '../../core/abort.ts';
import { silentLogger } from '../../core/log.ts';
import type { Assistant } from '../../doctor/assistants.ts';
import type { HomeFacts } from '../../doctor/home.ts';
import type { SatelliteSetting } from '../../home/model/satellite-setting.ts';
import type { HomeSettings } from '../../home/options.ts';
import { openConfiguredHome, satelliteSettings } from '../home.ts';
import { clockAheadMs, readAssistants } from './look-at-assist.ts';

/** A home that is there has sent its model long before. */
const lookMs = 5_000;

type SeenHome = HomeFacts & {
  readonly satellites: readonly SatelliteSetting[];
  readonly assistants: readonly Assistant[] | undefined;
  readonly clockAheadMs: number | undefined;
};

/** Connects, looks at the home, and leaves. */
export async function lookAtHome(
  settings: HomeSettings,
  { signal }: { readonly signal: AbortSignal },
): Promise<SeenHome> {
  await using home = await openConfiguredHome(settings, silentLogger);
  using deadline = startDeadline(lookMs, signal);
  // A home that refuses or does not answer is a finding.
  await home.ready(deadline).catch(() => signal.throwIfAborted());
  const { entities, exposure } = home.model();
  return {
    isDemo: settings.url === '',
    status: home.status(),
    entityCount: entities.size,
    exposure,
    satellites: await satelliteSettings(home, { signal }),
    assistants: await readAssistants(home, { signal }),
    clockAheadMs: await clockAheadMs(settings, { signal }),
  };
}
