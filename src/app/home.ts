/** The home the program acts in: the configured Home Assistant, or the demo home when none is configured. */
import type { Logger } from '../core/log.ts';
import { type Home, openHome } from '../home/home.ts';
import { webSocketTransport } from '../home/link/transport.ts';
import type { HomeSettings } from '../home/options.ts';
import type { SatelliteSetting } from '../home/model/satellite-setting.ts';
import { readSatelliteSettings } from '../home/satellite-settings.ts';

export async function openConfiguredHome(settings: HomeSettings, log: Logger): Promise<Home> {
  const { connectTimeoutMs, pollMs } = settings;
  if (settings.url !== '') {
    const open = webSocketTransport(settings.url);
    return openHome({ open, token: settings.token.reveal(), connectTimeoutMs, pollMs, log });
  }
  log.warn('no Home Assistant is configured: the demo home answers; set home.url and home.token');
  // A house that is no other one's has no use for it.
  const { startDemoHome } = await import('../home/demo/demo-home.ts');
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

/** None when the home is away or does not tell: nothing else depends on them. */
export async function satelliteSettings(
  home: Home,
  options: { readonly signal: AbortSignal },
): Promise<readonly SatelliteSetting[]> {
  const link = home.link();
  if (!link?.connected) return [];
  return await readSatelliteSettings(link, options).catch(() => []);
}
