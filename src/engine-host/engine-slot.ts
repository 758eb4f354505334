/** The program's view of one engine kind, over all the processes and instances that serve it in turn. */
import type { z } from 'zod';
import { startDeadline } from '../core/abort.ts';
import { EngineError, isVoiceError } from '../core/errors.ts';
import type { ErrorCode } from '../core/errors.ts';
import { Observed } from '../core/observed.ts';
import type { Caller } from './caller.ts';
import type { EngineKind, EngineSpec } from './spec.ts';

export type EngineStatus =
  /** No model is given to it. */
  | { readonly state: 'absent' }
  | { readonly state: 'loading' }
  /** It serves; models that ended the host are left out. */
  | { readonly state: 'ready'; readonly refused: readonly RefusedModel[] }
  /** It can not be loaded; another spec is needed. */
  | { readonly state: 'failed'; readonly code: ErrorCode; readonly reason: string };

export type RefusedModel = { readonly modelId: string; readonly reason: string };

/** A call made while its engine loads waits this long: a person has given up by then. */
const loadWaitMs = 10_000;
/** A setting is given again to the restarted host this often before its caller is told of the crash. */
const settingAttempts = 3;

export class EngineSlot<Description = unknown> {
  readonly kind: EngineKind;
  readonly status = new Observed<EngineStatus>({ state: 'absent' });
  /** What is to be loaded, refused models left out; undefined when there is nothing (more) to load. */
  spec: EngineSpec | undefined;
  refused: readonly RefusedModel[] = [];
  readonly #schema: z.ZodType<Description>;
  #description: Description | undefined;
  #caller: Caller | undefined;
  /** Method → arguments: what has to be said again to a new instance. */
  readonly #settings = new Map<string, unknown>();

  constructor(kind: EngineKind, schema: z.ZodType<Description>) {
    this.kind = kind;
    this.#schema = schema;
  }

  /** The last known one: it stays while a crashed host comes back. */
  get description(): Description | undefined {
    return this.#description;
  }

  /** The engine's caller, as soon as it is ready. @throws EngineError when it will not be. */
  async usable(signal: AbortSignal): Promise<Caller> {
    using patience = startDeadline(loadWaitMs, signal);
    for (;;) {
      // Looked at again after the wait: an engine can crash in the moment in which it was found to be ready.
      if (this.#caller && this.status.value.state === 'ready') return this.#caller;
      await this.#loaded(patience.signal).catch((error) => {
        if (signal.aborted || !patience.isOver) throw error;
        throw new EngineError('ENGINE_LOADING', `the ${this.kind} engine is still loading`, {
          retryable: true,
        });
      });
    }
  }

  /** An instance is up: settings first, then it is the one that serves. */
  async serve(caller: Caller, description: unknown, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    for (const [method, args] of this.#settings) await lastOutput(caller, method, args, signal);
    this.#caller = caller;
    this.describe(description);
    this.status.set({ state: 'ready', refused: this.refused });
  }

  /** The instance of this caller is gone: when it was the one that served, calls wait for the next one. */
  lose(caller: Caller): void {
    if (this.#caller !== caller) return;
    this.#caller = undefined;
    if (this.status.value.state === 'ready') this.status.set({ state: 'loading' });
  }

  /** It can not be loaded, or not any more. */
  fail(error: Error): void {
    const reason = [...this.refused.map((model) => model.reason), error.message].join('; ');
    this.status.set({ state: 'failed', code: isVoiceError(error) ? error.code : 'ENGINE_FAILED', reason });
  }

  /** Takes a new description and tells those who watch. */
  describe(description: unknown): void {
    this.#description = this.#schema.parse(description);
    this.status.set(this.status.value);
  }

  /** Waits for the end of a load. @throws EngineError when it failed, or there is nothing to load. */
  async #loaded(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const status = await this.status.until(({ state }) => state !== 'loading', { signal });
    if (status.state === 'failed') throw new EngineError(status.code, status.reason);
    if (status.state === 'absent')
      throw new EngineError('MODEL_NOT_INSTALLED', `no ${this.kind} model is installed`);
  }

  /** Calls a method whose effect has to outlive the host process; gives its last output. */
  async set(method: string, args: unknown, signal: AbortSignal): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const output = await lastOutput(await this.usable(signal), method, args, signal);
        this.#settings.set(method, args);
        return output;
      } catch (error) {
        const isCrash = isVoiceError(error) && error.code === 'ENGINE_CRASHED';
        if (!isCrash || attempt === settingAttempts) throw error;
      }
    }
  }
}

async function lastOutput(
  caller: Caller,
  method: string,
  args: unknown,
  signal: AbortSignal,
): Promise<unknown> {
  let last: unknown;
  for await (const output of caller.invoke({ method, args, signal })) last = output;
  return last;
}
