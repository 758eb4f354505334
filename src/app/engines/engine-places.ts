/** Where each engine runs: on this machine, on others, or both in the order of the settings. */
import type { Config } from '../../config/schema.ts';
import { settleSeries } from '../../core/lifecycle.ts';
import type { Logger } from '../../core/log.ts';
import type { EngineHost } from '../../engine-host/engine-host.ts';
import type { EngineStatus } from '../../engine-host/engine-slot.ts';
import type { EngineKind } from '../../engine-host/spec.ts';
import type { Candidate } from '../../engines/failover.ts';
import type { WyomingWorker } from '../../engines/remote/remote-wyoming.ts';
import type { SttEngine } from '../../engines/stt/engine.ts';
import { failoverStt } from '../../engines/stt/failover.ts';
import { RemoteStt } from '../../engines/stt/remote-wyoming.ts';
import type { TtsEngine } from '../../engines/tts/engine.ts';
import { failoverTts } from '../../engines/tts/failover.ts';
import { RemoteTts } from '../../engines/tts/remote-wyoming.ts';
import type { WakeEngine } from '../../engines/wake/engine.ts';
import { failoverWake } from '../../engines/wake/failover.ts';
import { RemoteWake } from '../../engines/wake/remote-wyoming.ts';
import { engineKindsOf, localEngines } from './engine-plan.ts';

type Options = { readonly signal: AbortSignal };

/** The engine of this machine, as a setting names it. */
const here = 'local';

export class EnginePlaces implements AsyncDisposable {
  readonly stt: SttEngine;
  readonly tts: TtsEngine;
  readonly wake: WakeEngine;
  /** Engines of other machines, in the order of the settings. */
  readonly remote: {
    readonly stt: readonly RemoteStt[];
    readonly tts: readonly RemoteTts[];
    readonly wake: readonly RemoteWake[];
  };
  readonly #config: Config;
  readonly #host: EngineHost;

  constructor(config: Config, host: EngineHost, log: Logger) {
    this.#config = config;
    this.#host = host;
    const enabled = engineKindsOf(config);
    const uris = (kind: EngineKind) =>
      enabled.has(kind) ? config[kind].engines.filter((name) => name !== here) : [];
    this.remote = {
      stt: uris('stt').map((uri) => new RemoteStt(uri, { log })),
      tts: uris('tts').map((uri) => new RemoteTts(uri, { log })),
      wake: uris('wake').map((uri) => new RemoteWake(uri, { log })),
    };
    this.stt = this.#placed('stt', this.remote.stt, host.stt, (candidates) =>
      failoverStt({ candidates, log: log.child({ engine: 'stt' }) }),
    );
    this.tts = this.#placed('tts', this.remote.tts, host.tts, (candidates) =>
      failoverTts({ candidates, log: log.child({ engine: 'tts' }) }),
    );
    this.wake = this.#placed('wake', this.remote.wake, host.wake, (candidates) =>
      failoverWake({ candidates, log: log.child({ engine: 'wake' }) }),
    );
  }

  /** What requests of this kind can rely on now. */
  status(kind: EngineKind): EngineStatus {
    const workers = this.#workers(kind);
    if (workers.some(({ state }) => state.value === 'up')) return { state: 'ready', refused: [] };
    const own = this.#isLocal(kind) ? this.#host.status[kind].value : undefined;
    if (own?.state === 'ready' || own?.state === 'loading') return own;
    // Requests wait for a worker that was there, or may be.
    if (workers.some(({ info, state }) => info || state.value === 'unknown')) return { state: 'loading' };
    if (own) return own;
    const reason = `${workers.map(({ uri }) => uri).join(', ')} can not be reached`;
    return { state: 'failed', code: 'WORKER_UNREACHABLE', reason };
  }

  /** True when another machine should serve this kind and one can not be reached. */
  isWorkerLost(kind: EngineKind): boolean {
    return this.#workers(kind).some(({ state }) => state.value === 'down');
  }

  /** Settles when the own engine is not loading any more, and every worker was tried. */
  async settled(kind: EngineKind, { signal }: Options): Promise<void> {
    if (this.#isLocal(kind)) {
      await this.#host.status[kind].until(({ state }) => state !== 'loading', { signal });
    }
    for (const { state } of this.#workers(kind)) {
      await state.until((value) => value !== 'unknown', { signal });
    }
  }

  /** The engines that take hints, each with when it can. */
  hinted(): readonly { readonly engine: SttEngine; untilReady(options: Options): Promise<unknown> }[] {
    const { status, stt } = this.#host;
    const own = {
      engine: stt,
      untilReady: (options: Options) => status.stt.until(({ state }) => state === 'ready', options),
    };
    // A worker that is away keeps them until it comes.
    const others = this.remote.stt.map((engine) => ({ engine, untilReady: async () => undefined }));
    return this.#isLocal('stt') ? [own, ...others] : others;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const workers = [...this.#workers('stt'), ...this.#workers('tts'), ...this.#workers('wake')];
    await settleSeries(
      workers.map((worker) => ({ name: worker.uri, run: () => worker[Symbol.asyncDispose]() })),
    );
  }

  #isLocal(kind: EngineKind): boolean {
    return localEngines(this.#config).has(kind);
  }

  #workers(kind: EngineKind): readonly WyomingWorker[] {
    return this.remote[kind].map(({ worker }) => worker);
  }

  /** The own engine as it is, or all in the order of the settings. */
  #placed<Engine extends AsyncDisposable>(
    kind: EngineKind,
    remote: readonly (Engine & { readonly worker: WyomingWorker })[],
    own: Engine,
    join: (candidates: readonly Candidate<Engine>[]) => Engine,
  ): Engine {
    if (remote.length === 0) return own;
    return join(
      this.#config[kind].engines.flatMap((name) => {
        if (name === here) return [this.#ownCandidate(kind, own)];
        const engine = remote.find(({ worker }) => worker.uri === name);
        return engine ? [remoteCandidate(engine)] : [];
      }),
    );
  }

  #ownCandidate<Engine>(kind: EngineKind, engine: Engine): Candidate<Engine> {
    const status = this.#host.status[kind];
    const isUp = ({ state }: EngineStatus): boolean => state === 'ready' || state === 'loading';
    return {
      name: here,
      engine,
      // Its requests wait while it loads.
      isUp: () => isUp(status.value),
      untilUp: (options) => status.until(isUp, options),
    };
  }
}

function remoteCandidate<Engine extends { readonly worker: WyomingWorker }>(
  engine: Engine,
): Candidate<Engine> {
  const { state, uri } = engine.worker;
  return {
    name: uri,
    engine,
    isUp: () => state.value === 'up',
    untilUp: (options) => state.until((value) => value === 'up', options),
  };
}
