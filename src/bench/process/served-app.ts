/** The program in a process of its own, as the benches drive it: over its port, from outside. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { abortable } from '../../core/abort.ts';
import { systemClock } from '../../core/clock.ts';
import { EngineError } from '../../core/errors.ts';
import { memoryMb } from './process-usage.ts';

const messageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('listening'), uri: z.string() }),
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('delay'), p99Ms: z.number(), maxMs: z.number() }),
]);

type Message = z.output<typeof messageSchema>;

export type ServedApp = AsyncDisposable & {
  readonly uri: string;
  /** From the process's start to the first answered connection, and to all engines warm. */
  readonly startedMs: { readonly listening: number; readonly ready: number };
  /** Ends the process at once, as a lost machine does. */
  kill(): void;
  /** Proportional set size of the process and all its children, in MB of 10^6 bytes. */
  memoryMb(): number;
  /** Runs the work and returns the 99th percentile of the main process's event-loop delay meanwhile. */
  eventLoopP99Ms(work: () => Promise<void>): Promise<number>;
};

/**
 * The default configuration on free ports, with an empty data directory of its own.
 * @param flags command line flags without dashes.
 */
export async function serveApp(
  flags: Readonly<Record<string, string>>,
  { signal }: { readonly signal: AbortSignal },
): Promise<ServedApp> {
  const entry = fileURLToPath(new URL('./app-process.js', import.meta.url));
  const data = await mkdtemp(join(tmpdir(), 'hearken-bench-'));
  const startMs = systemClock.monotonicMs();
  // A bench asks for more in a minute than a household may.
  const free = { port: '0', 'api-port': '0', 'policy-actions-per-minute': '100000', data };
  const child = fork(entry, [JSON.stringify({ ...free, ...flags })], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  // Asked for together: both may come at once.
  const listened = nextMessage(child, 'listening', signal).then((message) => ({
    ...message,
    atMs: systemClock.monotonicMs() - startMs,
  }));
  const [listening] = await Promise.all([listened, nextMessage(child, 'ready', signal)]);
  const readyMs = systemClock.monotonicMs() - startMs;
  const pid = child.pid ?? 0;
  return {
    uri: listening.uri,
    startedMs: { listening: listening.atMs, ready: readyMs },
    kill: () => void child.kill('SIGKILL'),
    memoryMb: () => memoryMb(pid),
    eventLoopP99Ms: async (work) => {
      child.send('reset-delay');
      await work();
      const answer = nextMessage(child, 'delay', signal);
      child.send('read-delay');
      return (await answer).p99Ms;
    },
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        await gone;
      }
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function nextMessage<Type extends Message['type']>(
  child: ChildProcess,
  type: Type,
  signal: AbortSignal,
): Promise<Extract<Message, { type: Type }>> {
  const done = new AbortController();
  try {
    return await abortable(
      new Promise((resolve, reject) => {
        const onExit = (code: number | null) =>
          reject(new EngineError('ENGINE_FAILED', `the measured program ended with code ${code}`));
        child.once('exit', onExit);
        const onMessage = (raw: unknown) => {
          const message = messageSchema.safeParse(raw);
          if (message.success && isType(message.data, type)) resolve(message.data);
        };
        child.on('message', onMessage);
        done.signal.addEventListener('abort', () => {
          child.off('exit', onExit);
          child.off('message', onMessage);
        });
      }),
      signal,
    );
  } finally {
    done.abort();
  }
}

function isType<Type extends Message['type']>(
  message: Message,
  type: Type,
): message is Extract<Message, { type: Type }> {
  return message.type === type;
}
