/** A demo home that loses nothing, with the client connected: where tables talk to an agent of their own. */
import { silentLogger } from '../core/log.ts';
import { type DemoHome, startDemoHome } from '../home/demo/demo-home.ts';
import type { DemoOptions } from '../home/demo/world.ts';
import { type Home, openHome } from '../home/home.ts';

export type DemoConnection = AsyncDisposable & { readonly demo: DemoHome; readonly home: Home };

/** Nothing changes but by what the table does. */
const pollMs = 3_600_000;

/** Devices answer at once unless a pace is given. */
export async function connectDemo(
  options: Partial<Pick<DemoOptions, 'house' | 'pace'>>,
  { signal }: { readonly signal: AbortSignal },
): Promise<DemoConnection> {
  const demo = startDemoHome({ seed: 1, loss: 0, pace: 0, ...options });
  const { open, token } = demo;
  const home = openHome({ open, token, connectTimeoutMs: 5_000, pollMs, log: silentLogger });
  const end = async (): Promise<void> => {
    await home[Symbol.asyncDispose]();
    demo[Symbol.dispose]();
  };
  try {
    await home.ready({ signal });
  } catch (error) {
    await end();
    throw error;
  }
  return { demo, home, [Symbol.asyncDispose]: end };
}
