/** The engines of a running program: planned from the models that are here, completed as missing ones arrive. */
import { join } from 'node:path';
import type { Config } from '../../config/schema.ts';
import { sleep, startDeadline } from '../../core/abort.ts';
import { toError } from '../../core/errors.ts';
import { settleSeries } from '../../core/lifecycle.ts';
import type { Logger } from '../../core/log.ts';
import { Observed } from '../../core/observed.ts';
import { usableTemporaryDirectory } from '../../core/temporary-directory.ts';
import { type EngineHost, startEngineHost } from '../../engine-host/engine-host.ts';
import { type EngineKind, engineKinds, type EngineSpec } from '../../engine-host/spec.ts';
import type { WakeOptions } from '../../engines/wake/options.ts';
import { createProgressView } from '../../model-store/download/progress-view.ts';
import type { ModelInventory } from '../../model-store/resolve-models.ts';
import { Downloads } from './downloads.ts';
import { engineKindsOf, type EnginePlan, localEngines, planEngines } from './engine-plan.ts';
import { EnginePlaces } from './engine-places.ts';
import { kindFor, type ModelLibrary, openModelLibrary, pullMissing } from './models.ts';

type Options = { readonly signal: AbortSignal };

/** A household's network comes back within minutes, as after a power cut; a full disk or a wrong address does not. */
const firstRetryMs = 60_000;
const longestRetryMs = 3_600_000;

/** What is offered is asked once, when Home Assistant adds it: a worker that runs answers long before. */
const workerWaitMs = 2_000;

export class Engines {
  /** The engines of this machine. */
  readonly host: EngineHost;
  /** The engines as requests use them, wherever they run. */
  readonly places: EnginePlaces;
  readonly downloads = new Downloads();
  /** True when no model is on its way any more. */
  readonly #isFetched = new Observed(false);
  readonly #config: Config;
  readonly #library: ModelLibrary;
  readonly #log: Logger;
  #inventory: ModelInventory;
  #plan: EnginePlan;
  /** Kinds without models that are on their way, as far as nothing went wrong yet. */
  #coming: ReadonlySet<EngineKind>;

  private constructor(
    config: Config,
    library: ModelLibrary,
    inventory: ModelInventory,
    plan: EnginePlan,
    host: EngineHost,
    log: Logger,
  ) {
    this.#config = config;
    this.#library = library;
    this.#inventory = inventory;
    this.#plan = plan;
    this.host = host;
    this.places = new EnginePlaces(config, host, log);
    this.#log = log;
    this.#coming = missingKinds(config, plan);
  }

  /** Finds the models and starts the engines that have theirs; resolves while they load. */
  static async start(config: Config, { log, signal }: Options & { readonly log: Logger }): Promise<Engines> {
    const library = await openModelLibrary(config);
    const inventory = await library.inventory({ signal });
    for (const { id, reason, fix } of inventory.problems)
      log.error('a model can not be used', { model: id, reason, fix });
    const plan = planEngines(config, inventory);
    // Not the start's signal: when the program is stopped, running turns may still finish.
    const host = startEngineHost({
      engines: plan.specs,
      log,
      tempDir: await usableTemporaryDirectory(join(config.directories.cache, 'tmp')),
      signal: new AbortController().signal,
    });
    const engines = new Engines(config, library, inventory, plan, host, log);
    await engines.#meetWorkers(signal);
    return engines;
  }

  /** Lets running calls finish, then ends what runs here. */
  async close(): Promise<void> {
    await settleSeries([
      { name: 'workers', run: () => this.places[Symbol.asyncDispose]() },
      { name: 'engine host', run: () => this.host.close() },
    ]);
  }

  /** Which engines run with which models, and which are missing. */
  get plan(): EnginePlan {
    return this.#plan;
  }

  /** Whether the models of a kind that has none are being fetched. */
  isComing(kind: EngineKind): boolean {
    return this.#coming.has(kind);
  }

  /** Settles when no engine is loading any more. */
  async settled({ signal }: Options): Promise<void> {
    for (const kind of engineKinds) await this.places.settled(kind, { signal });
  }

  /** Settles when no model is on its way any more, and no engine is loading. */
  async complete(options: Options): Promise<void> {
    await this.#isFetched.until((isFetched) => isFetched, options);
    await this.settled(options);
  }

  /** @throws ConfigError, EngineError when the words can not be served: the old ones stay. */
  async useWakeSettings(settings: WakeOptions, { signal }: Options): Promise<void> {
    if (this.host.status.wake.value.state !== 'absent')
      await this.host.wake.useSettings(settings, { signal });
  }

  /** Fetches what is missing, until it is there, and starts each engine as soon as its models are there. */
  async pullMissing(signal: AbortSignal): Promise<void> {
    try {
      for (let waitMs = firstRetryMs; !(await this.#pullOnce(signal)); waitMs *= 2) {
        await sleep(Math.min(waitMs, longestRetryMs), signal);
      }
    } finally {
      this.#coming = new Set();
    }
    this.#isFetched.set(true);
  }

  /** False when a download failed that may succeed later; says what stays missing. */
  async #pullOnce(signal: AbortSignal): Promise<boolean> {
    const view = createProgressView({});
    const events = pullMissing(this.#config, this.#library, this.#inventory, { signal });
    let isDone = true;
    this.#coming = missingKinds(this.#config, this.#plan);
    for await (const event of events) {
      this.downloads.observe(event);
      if (event.kind === 'failed' && event.cause !== 'unknown-id') isDone = false;
      if (event.kind === 'not-installed' || event.kind === 'failed') {
        this.#coming = new Set([...this.#coming].filter((kind) => kind !== kindFor(event.job)));
        this.#log.warn('not installed', { service: event.job, reason: event.reason, fix: event.fix });
      } else {
        for (const line of view(event).lines) this.#log.info(line);
      }
      if (event.kind === 'installed') await this.#startArrived(signal);
    }
    return isDone;
  }

  /** Waits a moment for workers without whom nothing could be offered. */
  async #meetWorkers(signal: AbortSignal): Promise<void> {
    const elsewhere = [...engineKindsOf(this.#config)].filter(
      (kind) => !localEngines(this.#config).has(kind),
    );
    using deadline = startDeadline(workerWaitMs, signal);
    try {
      for (const kind of elsewhere) await this.places.settled(kind, deadline);
    } catch (error) {
      if (!deadline.isOver) throw error;
    }
  }

  /** Starts engines whose models came since the last plan. */
  async #startArrived(signal: AbortSignal): Promise<void> {
    this.#inventory = await this.#library.inventory({ signal });
    const plan = planEngines(this.#config, this.#inventory);
    const running = new Map<EngineKind, string>(this.#plan.specs.map((spec) => [spec.kind, idsOf(spec)]));
    this.#plan = plan;
    for (const spec of plan.specs) {
      if (running.get(spec.kind) === idsOf(spec)) continue;
      try {
        await this.host.use(spec);
      } catch (error) {
        this.#log.error('an engine can not use its models', {
          engine: spec.kind,
          reason: toError(error).message,
        });
      }
    }
  }
}

const missingKinds = ({ models }: Config, { missing }: EnginePlan): ReadonlySet<EngineKind> =>
  new Set(models.download ? missing.map(({ kind }) => kind) : []);

const idsOf = ({ spec }: EngineSpec): string =>
  spec.models.map(({ id, fingerprint }) => `${id} ${fingerprint}`).join('\n');
