#!/usr/bin/env node
/** Entry of the program: arguments and signals in, exit code out. */
import './core/no-telemetry.ts';
import './core/small-heap.ts';
import { setMaxListeners } from 'node:events';
import { runCommandLine } from './cli/program.ts';
import { processTerminal } from './cli/terminal.ts';

const stop = new AbortController();
// Everything that runs listens to it: many listeners are no leak.
setMaxListeners(0, stop.signal);
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    // The first signal lets turns finish; a second one ends at once, for whoever does not want to wait.
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  });
}
// The reader of our output may leave first (`hearken bench | head -1`): then nobody waits for the rest.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  stop.abort();
});
process.exitCode = await runCommandLine(process.argv.slice(2), {
  terminal: processTerminal,
  signal: stop.signal,
});
