/** Keeps an engine host running: starts it again when it ends, without what ended it. */
import { performance } from 'node:perf_hooks';
import { sleep } from '../core/abort.ts';
import { EngineError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import type { EngineSlot } from './engine-slot.ts';
import { HostSession } from './host-session.ts';
import type { SessionEnd, SessionOptions } from './host-session.ts';
import { restartDelayMs } from './restart-delay.ts';
import { withoutModel } from './spec.ts';
import type { EngineKind, EngineSpec } from './spec.ts';
import { Strikes } from './strikes.ts';
import type { Load } from './strikes.ts';

export type Slots = Readonly<Record<EngineKind, EngineSlot>>;

export type SupervisorOptions = {
  readonly slots: Slots;
  readonly log: Logger;
  readonly hostUrl: URL;
  readonly creatorUrl: URL;
  readonly tempDir: string;
};

export class Supervisor {
  readonly #slots: Slots;
  readonly #log: Logger;
  readonly #strikes = new Strikes();
  readonly #stopping = new AbortController();
  readonly #sessionOptions: SessionOptions;
  #ended: Promise<void> = Promise.resolve();
  /** Absent until there is something to run: a machine that serves no engine needs no process for them. */
  #session: HostSession | undefined;

  /** Starts at once with the specs of the slots; without any, with the first one that is used. */
  constructor({ slots, log, ...host }: SupervisorOptions) {
    this.#slots = slots;
    this.#log = log;
    this.#sessionOptions = { ...host, log, strikes: this.#strikes };
    if (Object.values(slots).some(({ spec }) => spec)) this.#start();
  }

  get pid(): number | undefined {
    return this.#session?.pid;
  }

  /** See `EngineHost.use`. */
  async use(engine: EngineSpec): Promise<void> {
    const slot = this.#slots[engine.kind];
    const { spec: oldSpec, refused: oldRefused } = slot;
    this.#stopping.signal.throwIfAborted();
    const session = this.#session ?? this.#start();
    const isServing = slot.status.value.state === 'ready';
    this.#strikes.forget(engine.kind);
    slot.spec = engine;
    slot.refused = [];
    if (!isServing) slot.status.set({ state: 'loading' });
    const instance = session.load(slot, engine);
    const result = await instance.loaded;
    if (result.ok) {
      await session.retire(slot, instance);
      return;
    }
    if (session.isOver) {
      // The next run of the host loads it, or finds that it can not be.
      await slot.usable(this.#stopping.signal);
      return;
    }
    if (isServing) Object.assign(slot, { spec: oldSpec, refused: oldRefused });
    else slot.fail(result.error);
    throw result.error;
  }

  async unload(kind: EngineKind): Promise<void> {
    const slot = this.#slots[kind];
    slot.spec = undefined;
    slot.status.set({ state: 'absent' });
    await this.#session?.retire(slot);
  }

  async close(): Promise<void> {
    this.#stop(new EngineError('SHUTTING_DOWN', 'the engines are stopping'));
    await this.#session?.close();
    await this.#ended;
  }

  async destroy(reason: Error): Promise<void> {
    this.#stop(reason);
    await this.#session?.destroy(reason);
    await this.#ended;
  }

  #stop(reason: Error): void {
    this.#stopping.abort(reason);
    for (const slot of Object.values(this.#slots)) slot.fail(reason);
  }

  /** Loads what the slots hold now; what comes later is loaded by `use`. */
  #start(): HostSession {
    const session = new HostSession(this.#sessionOptions);
    this.#session = session;
    this.#ended = this.#run(session).catch((error) =>
      this.#log.error('engine host is not supervised any more', { error }),
    );
    return session;
  }

  async #run(first: HostSession): Promise<void> {
    const crashTimesMs: number[] = [];
    for (let session = first; ;) {
      const [end] = await Promise.all([session.ended, this.#loadAll(session)]);
      if (this.#stopping.signal.aborted) return;
      this.#report(end);
      crashTimesMs.push(performance.now());
      for (const load of this.#strikes.hostDied(end.loads)) this.#leaveOut(load);
      for (const slot of Object.values(this.#slots)) if (slot.spec) slot.status.set({ state: 'loading' });
      try {
        await sleep(restartDelayMs(crashTimesMs), this.#stopping.signal);
      } catch {
        return;
      }
      session = new HostSession(this.#sessionOptions);
      this.#session = session;
    }
  }

  /** Suspects are loaded one by one after the others, so that the next death names the guilty one. */
  async #loadAll(session: HostSession): Promise<void> {
    const planned = Object.values(this.#slots).filter((slot) => slot.spec);
    const isSuspect = (slot: EngineSlot): boolean => this.#strikes.isSuspect(slot.kind);
    const suspects = planned.filter(isSuspect);
    await Promise.all(
      planned.filter((slot) => !suspects.includes(slot)).map((slot) => this.#load(session, slot)),
    );
    for (const slot of suspects) await this.#load(session, slot);
  }

  async #load(session: HostSession, slot: EngineSlot): Promise<void> {
    if (!slot.spec || session.isOver) return;
    const { spec } = slot;
    const result = await session.load(slot, spec).loaded;
    // Over, or unloaded meanwhile: then nobody wants it any more.
    if (result.ok || session.isOver || slot.spec !== spec) return;
    this.#log.error('engine can not be loaded', { engine: slot.kind, error: result.error.message });
    slot.spec = undefined;
    slot.fail(result.error);
  }

  #leaveOut({ kind, modelId }: Load): void {
    const slot = this.#slots[kind];
    const reason = `${modelId === undefined ? `the ${kind} engine` : `model ${modelId}`} ended the engine host twice while it was loaded`;
    this.#log.error('left out what ended the engine host', { engine: kind, model: modelId });
    const fewer = modelId !== undefined && slot.spec && withoutModel(slot.spec, modelId);
    slot.spec = fewer || undefined;
    if (fewer) {
      slot.refused = [...slot.refused, { modelId, reason }];
      this.#strikes.clear({ kind, modelId });
    } else slot.fail(new EngineError('MODEL_CORRUPT', reason));
  }

  #report({ code, signal, loads, lastWords }: SessionEnd): void {
    const loading = loads.map(({ kind, modelId }) => modelId ?? kind);
    this.#log.error('engine host ended and is started again', { code, signal, loading, pii: { lastWords } });
  }
}
