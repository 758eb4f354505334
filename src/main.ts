#!/usr/bin/env node
/** Entry of the program: arguments and signals in, exit code out. */
import './core/no-telemetry.ts';
import './core/small-nursery.ts';
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
process.exitCode = await runCommandLine(process.argv.slice(2), {
  terminal: processTerminal,
  signal: stop.signal,
});
