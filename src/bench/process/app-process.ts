/** Child process of the benches: runs the program and answers questions about its own event loop over IPC. */
import '../../core/no-telemetry.ts';
import '../../core/small-heap.ts';
import { setMaxListeners } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startApp } from '../../app.ts';
import { loadConfig } from '../../config/load.ts';
import { silentLogger } from '../../core/log.ts';

const stop = new AbortController();
// Everything that runs listens to it: many listeners are no leak.
setMaxListeners(0, stop.signal);
process.on('SIGTERM', () => stop.abort());
process.on('disconnect', () => stop.abort());

/** Ticks of 1 ms: the delay is what exceeds them. */
const resolutionMs = 1;
const histogram = monitorEventLoopDelay({ resolution: resolutionMs });

const flags: unknown = JSON.parse(process.argv[2] ?? '{}');
const config = loadConfig({ flags: isFlags(flags) ? flags : {}, env: {} });
process.on('message', (message) => {
  if (message === 'reset-delay') {
    histogram.enable();
    histogram.reset();
  } else if (message === 'read-delay') {
    process.send?.({
      type: 'delay',
      p99Ms: histogram.percentile(99) / 1e6 - resolutionMs,
      maxMs: histogram.max / 1e6,
    });
  }
});

await serveUntilStopped();
// The channel to the parent would keep the process alive.
if (process.connected) process.disconnect();

async function serveUntilStopped(): Promise<void> {
  await using app = await startApp(config, { log: silentLogger, http: true, signal: stop.signal });
  process.send?.({ type: 'listening', uri: app.uri });
  await app.ready({ signal: stop.signal });
  process.send?.({ type: 'ready' });
  await new Promise<void>((resolve) =>
    stop.signal.addEventListener('abort', () => resolve(), { once: true }),
  );
}

function isFlags(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((entry) => typeof entry === 'string')
  );
}
