/**
 * Entry of the engine host process: one worker thread per engine. This thread only passes messages on and sets
 * cancellation flags, so that both are prompt while every worker sits in native code.
 */
import '../core/no-telemetry.ts';
import { Worker } from 'node:worker_threads';
import { freeBufferGarbage } from './buffer-garbage.ts';
import { maxCalls } from './messages.ts';
import type { HostInbox, HostOutbox, WorkerInbox, WorkerOutbox, WorkerStart } from './messages.ts';

/**
 * Engines make little garbage, in frames of audio that die young: a small nursery is swept more often and keeps
 * 10 MB per thread less.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 2 };

type EngineThread = { readonly worker: Worker; readonly flags: Uint8Array };

const threads = new Map<number, EngineThread>();
let isClosing = false;
const workerUrl = new URL('./worker.js', import.meta.url);

freeBufferGarbage();

// Ctrl-C and a service manager's stop reach the whole process group; the program decides when its host ends.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

// The program is gone: nobody reads our results any more.
process.on('disconnect', () => process.exit(0));

process.on('message', (message: HostInbox) => {
  switch (message.type) {
    case 'load':
      load(message);
      break;
    case 'unload':
      unload(message.engine);
      break;
    case 'close':
      isClosing = true;
      for (const engine of threads.keys()) unload(engine);
      endWhenFree();
      break;
    case 'to-engine':
      pass(message.engine, message.message);
      break;
  }
});

function load({ engine, spec, creatorUrl }: Extract<HostInbox, { type: 'load' }>): void {
  const flags = new Uint8Array(new SharedArrayBuffer(maxCalls));
  const start: WorkerStart = { spec, creatorUrl, flags };
  const worker = new Worker(workerUrl, { workerData: start, resourceLimits });
  threads.set(engine, { worker, flags });
  worker.on('message', (message: WorkerOutbox) => send({ engine, message }));
  // A worker reports what it can; an error that escaped it leaves native objects nobody owns: start over.
  worker.on('error', (error) => {
    throw error;
  });
  worker.on('exit', () => {
    threads.delete(engine);
    endWhenFree();
  });
}

function endWhenFree(): void {
  if (isClosing && threads.size === 0) process.disconnect();
}

function unload(engine: number): void {
  threads.get(engine)?.worker.postMessage({ type: 'close' } satisfies WorkerInbox);
}

function pass(engine: number, message: WorkerInbox): void {
  const thread = threads.get(engine);
  if (!thread) return;
  if (message.type === 'call') Atomics.store(thread.flags, message.id, 0);
  if (message.type === 'cancel') Atomics.store(thread.flags, message.id, 1);
  thread.worker.postMessage(message);
}

function send(message: HostOutbox): void {
  // The callback takes a failed write: then the program is gone, and `disconnect` follows.
  process.send?.(message, undefined, undefined, () => undefined);
}
