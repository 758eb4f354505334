/** Entry of a worker thread in the engine host: it owns one engine and its native objects. */
import { parentPort, workerData } from 'node:worker_threads';
import { BugError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import { freeBufferGarbage } from './buffer-garbage.ts';
import { describeEngine, methodsOf } from './hosted-engine.ts';
import type { CreateEngine, HostedEngine, LoadContext } from './hosted-engine.ts';
import type { LogLevel, WorkerInbox, WorkerOutbox, WorkerStart } from './messages.ts';
import { CallServer } from './serve-calls.ts';
import { lowerThreadPriority } from './thread-priority.ts';
import { packError } from './wire-error.ts';

if (!parentPort) throw new BugError('BUG', 'engine worker started outside a worker thread');
const port = parentPort;
const { spec, creatorUrl, flags }: WorkerStart = workerData;
const closing = new AbortController();
/** Model id → starts its load. */
const waitingForGo = new Map<string, () => void>();
/** Set once the engine is built; the program calls only after it was told `ready`. */
let serving: { readonly hosted: HostedEngine; readonly calls: CallServer } | undefined;

const context: LoadContext = {
  log: forwardingLogger({}),
  signal: closing.signal,
  async loading(modelId, load) {
    await new Promise<void>((resolve) => {
      waitingForGo.set(modelId, resolve);
      post({ type: 'model-loading', modelId });
    });
    try {
      return await load();
    } finally {
      post({ type: 'model-loaded', modelId });
    }
  },
};

port.on('message', (message: WorkerInbox) => {
  if (message.type === 'go') {
    waitingForGo.get(message.modelId)?.();
    waitingForGo.delete(message.modelId);
  } else if (message.type === 'close') close().then(leave, fail);
  else serving?.calls.receive(message);
});

freeBufferGarbage();
start().catch(fail);

async function start(): Promise<void> {
  // Before anything native is loaded: its threads inherit it.
  lowerThreadPriority(spec.kind, context.log);
  const { createEngine }: { createEngine: CreateEngine } = await import(creatorUrl);
  const hosted = await createEngine(spec, context);
  const calls = new CallServer({
    methods: methodsOf(hosted),
    post,
    isCancelled: (id) => Atomics.load(flags, id) === 1,
  });
  serving = { hosted, calls };
  post({ type: 'ready', description: describeEngine(hosted) });
}

async function close(): Promise<void> {
  closing.abort();
  await serving?.calls.idle();
  await serving?.hosted.engine[Symbol.asyncDispose]();
}

/** Without a listener on its port the thread ends when it has nothing more to do. */
function leave(): void {
  port.close();
}

function fail(error: unknown): void {
  post({ type: 'failed', error: packError(error) });
  leave();
}

function post(message: WorkerOutbox): void {
  port.postMessage(message);
}

function forwardingLogger(base: Record<string, unknown>): Logger {
  const write =
    (level: LogLevel) =>
    (message: string, fields: Record<string, unknown> = {}) =>
      post({ type: 'log', level, message, fields: { ...base, ...fields } });
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    child: (fields) => forwardingLogger({ ...base, ...fields }),
  };
}
