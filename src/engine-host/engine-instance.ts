/** One construction of an engine in one host process, from its load command to its end. */
import type { Logger } from '../core/log.ts';
import { toError } from '../core/errors.ts';
import { Caller } from './caller.ts';
import type { EngineSlot } from './engine-slot.ts';
import type { WorkerInbox, WorkerOutbox } from './messages.ts';
import type { Load, Strikes } from './strikes.ts';
import { unpackError } from './wire-error.ts';

export type InstanceOptions = {
  readonly slot: EngineSlot;
  readonly strikes: Strikes;
  readonly log: Logger;
  readonly send: (message: WorkerInbox) => void;
};

export type LoadResult = { readonly ok: true } | { readonly ok: false; readonly error: Error };

export class EngineInstance {
  readonly slot: EngineSlot;
  readonly caller: Caller;
  /** Settles, and never rejects, when the engine is ready, failed, or its process died. */
  readonly loaded: Promise<LoadResult>;
  readonly #options: InstanceOptions;
  readonly #dead = new AbortController();
  readonly #modelsLoading = new Set<string>();
  #isLoading = true;
  #settle: (result: LoadResult) => void = () => undefined;

  constructor(options: InstanceOptions) {
    this.#options = options;
    this.slot = options.slot;
    this.caller = new Caller(options.send);
    this.loaded = new Promise((resolve) => (this.#settle = resolve));
  }

  /** What native code may be loading right now. */
  get loads(): readonly Load[] {
    const { kind } = this.slot;
    if (this.#modelsLoading.size > 0) return [...this.#modelsLoading].map((modelId) => ({ kind, modelId }));
    return this.#isLoading ? [{ kind }] : [];
  }

  receive(message: WorkerOutbox): void {
    const { strikes, log, send } = this.#options;
    const { kind } = this.slot;
    switch (message.type) {
      case 'model-loading':
        this.#modelsLoading.add(message.modelId);
        send({ type: 'go', modelId: message.modelId });
        break;
      case 'model-loaded':
        this.#modelsLoading.delete(message.modelId);
        strikes.clear({ kind, modelId: message.modelId });
        break;
      case 'ready':
        this.#isLoading = false;
        strikes.clear({ kind });
        this.slot.serve(this.caller, message.description, this.#dead.signal).then(
          () => this.#settle({ ok: true }),
          (error) => this.#settle({ ok: false, error: toError(error) }),
        );
        break;
      case 'failed':
        this.died(unpackError(message.error));
        break;
      case 'log':
        log[message.level](message.message, { ...message.fields, engine: kind });
        break;
      default:
        this.caller.receive(message);
    }
  }

  /** Its thread or process is gone: all calls end with the error. */
  died(error: Error): void {
    this.#isLoading = false;
    this.#modelsLoading.clear();
    this.#dead.abort(error);
    // First, so that nobody who is told of the end tries this instance again.
    this.slot.lose(this.caller);
    this.caller.fail(error);
    this.#settle({ ok: false, error });
  }
}
