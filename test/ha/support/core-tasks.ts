/** How many asyncio tasks a core has: its own profiler writes them to the log. */
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { RealHome } from './test-home.ts';

export async function watchTasks({ client, core }: RealHome): Promise<() => Promise<number>> {
  await client.flow('profiler', {});
  return async () => {
    const before = readFileSync(core.logFile, 'utf8').length;
    await client.call('call_service', { domain: 'profiler', service: 'log_current_tasks' });
    // The log is written by a thread of its own.
    await delay(500);
    return (
      readFileSync(core.logFile, 'utf8')
        .slice(before)
        .match(/ Task: </g)?.length ?? 0
    );
  };
}
