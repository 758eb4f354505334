/** `hearken health`: whether the program that runs here works. */
import { z } from 'zod';
import { startDeadline } from '../core/abort.ts';
import { EngineError } from '../core/errors.ts';
import { addConfigFlags, settingsOf } from './config-flags.ts';
import type { RegisterCommand } from './context.ts';
import { apiUrlOf } from './server-flags.ts';
import { table } from './terminal.ts';

/** It answers within milliseconds, also while it works. */
const timeoutMs = 5_000;

const report = z.object({
  status: z.string(),
  services: z.record(z.string(), z.object({ state: z.string(), reason: z.string().optional() })),
});

export const registerHealth: RegisterCommand = (program, { terminal, signal }) => {
  const command = program
    .command('health')
    .summary('ask the running program whether it works')
    .description(
      'Asks the HTTP interface of the program that runs here. Ends with 0 when every service works, else with 1.',
    )
    .option('--live', 'only whether it answers, for supervisors that restart what does not')
    .addHelpText('after', '\nExample:\n  docker exec hearken hearken health');
  addConfigFlags(command, ['api']).action(async (options: { live?: boolean }) => {
    const config = settingsOf(command, terminal);
    const path = options.live === true ? '/live' : '/health';
    const response = await ask(`${apiUrlOf(config)}${path}`, signal);
    if (options.live === true) {
      if (!response.ok) throw new EngineError('ENGINE_FAILED', `it answers ${response.status}`);
      return;
    }
    const { status, services } = report.parse(await response.json());
    terminal.print(
      table(Object.entries(services).map(([name, { state, reason = '' }]) => [name, state, reason])),
    );
    if (status !== 'ok') throw new EngineError('ENGINE_FAILED', `not everything works: ${status}`);
  });
};

async function ask(url: string, signal: AbortSignal): Promise<Response> {
  using deadline = startDeadline(timeoutMs, signal);
  try {
    return await fetch(url, { signal: deadline.signal });
  } catch (cause) {
    signal.throwIfAborted();
    throw new EngineError('ENGINE_FAILED', `nothing answers at ${url}; is "hearken serve" running?`, {
      cause,
    });
  }
}
