/** One run of the engine host with the engines in it. */
import { setTimeout as delay } from 'node:timers/promises';
import { EngineError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import { EngineInstance } from './engine-instance.ts';
import type { EngineSlot } from './engine-slot.ts';
import { HostProcess } from './host-process.ts';
import type { HostExit } from './host-process.ts';
import type { HostOutbox } from './messages.ts';
import type { EngineSpec } from './spec.ts';
import type { Load, Strikes } from './strikes.ts';

export type SessionOptions = {
  readonly hostUrl: URL;
  readonly creatorUrl: URL;
  readonly tempDir: string;
  readonly strikes: Strikes;
  readonly log: Logger;
};

export type SessionEnd = HostExit & {
  /** What was being loaded when the process died. */
  readonly loads: readonly Load[];
};

/** Freeing models takes a moment; an engine that sits in native code longer is ended with its process. */
const closeGraceMs = 2_000;

export class HostSession {
  /** Settles, and never rejects, when the process is gone and its calls were told. */
  readonly ended: Promise<SessionEnd>;
  readonly #options: SessionOptions;
  readonly #process: HostProcess;
  readonly #instances = new Map<number, EngineInstance>();
  #instanceCount = 0;
  #isOver = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#process = new HostProcess({
      entry: options.hostUrl,
      tempDir: options.tempDir,
      log: options.log,
      onMessage: (message) => this.#receive(message),
    });
    this.ended = this.#watch();
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Builds an engine for the slot, which it serves when it is ready. */
  load(slot: EngineSlot, spec: EngineSpec): EngineInstance {
    const engine = (this.#instanceCount += 1);
    const { strikes, log, creatorUrl } = this.#options;
    const instance = new EngineInstance({
      slot,
      strikes,
      log,
      send: (message) => this.#process.send({ type: 'to-engine', engine, message }),
    });
    this.#instances.set(engine, instance);
    if (this.#isOver) instance.died(crashed('it had ended before'));
    this.#process.send({ type: 'load', engine, spec, creatorUrl: creatorUrl.href });
    return instance;
  }

  /** Lets the running calls of all instances of the slot but this one finish, then frees them. */
  async retire(slot: EngineSlot, except?: EngineInstance): Promise<void> {
    for (const [engine, instance] of this.#instances) {
      if (instance.slot !== slot || instance === except) continue;
      await instance.caller.idle();
      this.#process.send({ type: 'unload', engine });
      this.#instances.delete(engine);
      // Whoever waits for it to load would wait for ever: its messages are no longer received.
      instance.died(new EngineError('ENGINE_FAILED', 'the engine was unloaded', { retryable: true }));
    }
  }

  /** Lets all running calls finish, then frees the engines and ends the process. */
  async close(): Promise<void> {
    await Promise.all([...this.#instances.values()].map(({ caller }) => caller.idle()));
    this.#process.send({ type: 'close' });
    const patience = new AbortController();
    const tooLate = delay(closeGraceMs, undefined, { signal: patience.signal }).then(
      () => this.#process.kill(),
      () => undefined,
    );
    await this.ended;
    patience.abort();
    await tooLate;
  }

  /** Ends the process now; running calls end with the reason. */
  async destroy(reason: Error): Promise<void> {
    for (const instance of this.#instances.values()) instance.died(reason);
    this.#process.kill();
    await this.ended;
  }

  async #watch(): Promise<SessionEnd> {
    const exit = await this.#process.exited;
    this.#isOver = true;
    const instances = [...this.#instances.values()];
    const loads = instances.flatMap((instance) => instance.loads);
    const how = exit.signal ? `by ${exit.signal}` : `with code ${exit.code}`;
    for (const instance of instances) instance.died(crashed(`it ended ${how}`));
    return { ...exit, loads };
  }

  #receive({ engine, message }: HostOutbox): void {
    this.#instances.get(engine)?.receive(message);
  }
}

function crashed(how: string): EngineError {
  return new EngineError('ENGINE_CRASHED', `the engine host is gone: ${how}`, { retryable: true });
}
