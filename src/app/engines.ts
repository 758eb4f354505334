/** The engines of a running program: planned from the models that are here, completed as missing ones arrive. */
import type { Config } from '../config/schema.ts';
import { toError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import { type EngineHost, startEngineHost } from '../engine-host/engine-host.ts';
import { type EngineKind, engineKinds, type EngineSpec } from '../engine-host/spec.ts';
import type { WakeOptions } from '../engines/wake/options.ts';
import { createProgressView } from '../model-store/progress-view.ts';
import type { ModelInventory } from '../model-store/resolve-models.ts';
import { type EnginePlan, planEngines } from './engine-plan.ts';
import { type ModelLibrary, openModelLibrary, pullMissing } from './models.ts';

type Options = { readonly signal: AbortSignal };

export class Engines {
  readonly host: EngineHost;
  readonly #config: Config;
  readonly #library: ModelLibrary;
  readonly #log: Logger;
  #inventory: ModelInventory;
  #plan: EnginePlan;

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
    this.#log = log;
  }

  /** Finds the models and starts the engines that have theirs; resolves while they load. */
  static async start(config: Config, { log, signal }: Options & { readonly log: Logger }): Promise<Engines> {
    const library = await openModelLibrary(config);
    const inventory = await library.inventory({ signal });
    for (const { id, reason, fix } of inventory.problems)
      log.error('a model can not be used', { model: id, reason, fix });
    const plan = planEngines(config, inventory);
    // Not the start's signal: when the program is stopped, running turns may still finish.
    const host = startEngineHost({ engines: plan.specs, log, signal: new AbortController().signal });
    return new Engines(config, library, inventory, plan, host, log);
  }

  /** Which engines run with which models, and which are missing. */
  get plan(): EnginePlan {
    return this.#plan;
  }

  /** Settles when no engine is loading any more. */
  async settled({ signal }: Options): Promise<void> {
    for (const kind of engineKinds) {
      await this.host.status[kind].until(({ state }) => state !== 'loading', { signal });
    }
  }

  /** @throws ConfigError, EngineError when the words can not be served: the old ones stay. */
  async useWakeSettings(settings: WakeOptions, { signal }: Options): Promise<void> {
    if (this.host.status.wake.value.state !== 'absent')
      await this.host.wake.useSettings(settings, { signal });
  }

  /** Fetches what is missing and starts each engine as soon as its models are there; says what stays missing. */
  async pullMissing(signal: AbortSignal): Promise<void> {
    const view = createProgressView({});
    const events = pullMissing(this.#config, this.#library, this.#inventory, { signal });
    for await (const event of events) {
      if (event.kind === 'not-installed' || event.kind === 'failed') {
        this.#log.warn('not installed', { service: event.job, reason: event.reason, fix: event.fix });
      } else {
        for (const line of view(event).lines) this.#log.info(line);
      }
      if (event.kind === 'installed') await this.#startArrived(signal);
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

const idsOf = ({ spec }: EngineSpec): string =>
  spec.models.map(({ id, fingerprint }) => `${id} ${fingerprint}`).join('\n');
