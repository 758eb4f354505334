/** Runs the engines in a process of their own and gives them to the program as if they were here. */
import { tmpdir } from 'node:os';
import { EngineError, toError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import type { Observed } from '../core/observed.ts';
import type { SttEngine } from '../engines/stt/engine.ts';
import type { TtsEngine } from '../engines/tts/engine.ts';
import type { WakeEngine } from '../engines/wake/engine.ts';
import { EngineSlot } from './engine-slot.ts';
import type { EngineStatus } from './engine-slot.ts';
import { hostedStt, hostedTts, hostedWake } from './proxies.ts';
import type { EngineKind, EngineSpec } from './spec.ts';
import { Supervisor } from './supervisor.ts';
import { sttDescriptionSchema, ttsDescriptionSchema, wakeDescriptionSchema } from './wire-values.ts';

export type EngineHostOptions = {
  /** At most one per kind; more can come later by `use`. */
  readonly engines: readonly EngineSpec[];
  readonly log: Logger;
  /** Destroys the host when it aborts. */
  readonly signal: AbortSignal;
  /** Where engines put short-lived files; absent: where the system does. */
  readonly tempDir?: string;
  /** Built entry of the host process. */
  readonly hostUrl?: URL;
  /** Built module whose `createEngine` makes the engines. */
  readonly creatorUrl?: URL;
};

/** Engines whose calls, while the host loads or comes back, wait some seconds until they can be served. */
export type EngineHost = AsyncDisposable & {
  readonly stt: SttEngine;
  readonly tts: TtsEngine;
  readonly wake: WakeEngine;
  readonly status: Readonly<Record<EngineKind, Observed<EngineStatus>>>;
  /** Process id of the host as it runs now; none while there is nothing to run in it. */
  readonly pid: number | undefined;
  /**
   * Loads an engine, also in place of one that runs: the old one serves until the new one is ready, and goes on
   * when that can not be loaded.
   * @throws EngineError, ConfigError with the reason.
   */
  use(engine: EngineSpec): Promise<void>;
  /** Lets running calls finish, then frees the engines and ends the process. */
  close(): Promise<void>;
  /** Ends the process now; running calls end with the reason. */
  destroy(reason: Error): Promise<void>;
};

/** Starts the host, where there is an engine, and returns at once: each engine's status tells when it is ready. */
export function startEngineHost(options: EngineHostOptions): EngineHost {
  const { log, signal, engines } = options;
  signal.throwIfAborted();
  const stt = new EngineSlot('stt', sttDescriptionSchema);
  const tts = new EngineSlot('tts', ttsDescriptionSchema);
  const wake = new EngineSlot('wake', wakeDescriptionSchema);
  const slots = { stt, tts, wake };
  for (const engine of engines) {
    slots[engine.kind].spec = engine;
    slots[engine.kind].status.set({ state: 'loading' });
  }
  const supervisor = new Supervisor({
    slots,
    log,
    tempDir: options.tempDir ?? tmpdir(),
    hostUrl: options.hostUrl ?? new URL('./child.js', import.meta.url),
    creatorUrl: options.creatorUrl ?? new URL('./create-engine.js', import.meta.url),
  });

  let ended: Promise<void> | undefined;
  const listening = new AbortController();
  const close = (): Promise<void> => (ended ??= supervisor.close().finally(() => listening.abort()));
  const destroy = async (reason: Error): Promise<void> => {
    await supervisor.destroy(reason);
    listening.abort();
    await ended;
  };
  signal.addEventListener(
    'abort',
    () => {
      destroy(toError(signal.reason)).catch((error) => log.error('engine host did not end', { error }));
    },
    { once: true, signal: listening.signal },
  );

  return {
    stt: hostedStt(stt, () => supervisor.unload('stt')),
    tts: hostedTts(tts, () => supervisor.unload('tts')),
    wake: hostedWake(wake, () => supervisor.unload('wake')),
    status: { stt: stt.status, tts: tts.status, wake: wake.status },
    get pid() {
      return supervisor.pid;
    },
    use: (engine) => supervisor.use(engine),
    close,
    destroy,
    [Symbol.asyncDispose]: () => destroy(new EngineError('SHUTTING_DOWN', 'the engines were disposed of')),
  };
}
