/** The home the program acts in: the configured Home Assistant, or the demo home when none is configured. */
import { startDeadline } from '../core/abort.ts';
import { silentLogger, type Logger } from '../core/log.ts';
import type { Assistant } from '../doctor/assistants.ts';
import type { HomeFacts } from '../doctor/home.ts';
import { startDemoHome } from '../home/demo/demo-home.ts';
import { type Home, openHome } from '../home/home.ts';
import { webSocketTransport } from '../home/link/transport.ts';
import type { HomeSettings } from '../home/options.ts';
import type { SatelliteSetting } from '../home/model/satellite-setting.ts';
import { readSatelliteSettings } from '../home/satellite-settings.ts';
import { clockAheadMs, readAssistants } from './doctor/look-at-assist.ts';

export function openConfiguredHome(settings: HomeSettings, log: Logger): Home {
  const { connectTimeoutMs, pollMs } = settings;
  if (settings.url !== '') {
    const open = webSocketTransport(settings.url);
    return openHome({ open, token: settings.token.reveal(), connectTimeoutMs, pollMs, log });
  }
  log.warn('no Home Assistant is configured: the demo home answers; set home.url and home.token');
  const demo = startDemoHome(settings.demo);
  const home = openHome({ open: demo.open, token: demo.token, connectTimeoutMs, pollMs, log });
  return {
    ...home,
    [Symbol.asyncDispose]: async () => {
      await home[Symbol.asyncDispose]();
      demo[Symbol.dispose]();
    },
  };
}

/** A home that is there has sent its model long before. */
const lookMs = 5_000;

type SeenHome = HomeFacts & {
  readonly satellites: readonly SatelliteSetting[];
  readonly assistants: readonly Assistant[] | undefined;
  readonly clockAheadMs: number | undefined;
};

/** Connects, looks at the home, and leaves: for the doctor. */
export async function lookAtHome(
  settings: HomeSettings,
  { signal }: { readonly signal: AbortSignal },
): Promise<SeenHome> {
  await using home = openConfiguredHome(settings, silentLogger);
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

/** None when the home is away or does not tell: nothing else depends on them. */
export async function satelliteSettings(
  home: Home,
  options: { readonly signal: AbortSignal },
): Promise<readonly SatelliteSetting[]> {
  const link = home.link();
  if (!link?.connected) return [];
  return await readSatelliteSettings(link, options).catch(() => []);
}
