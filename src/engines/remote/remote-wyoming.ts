/**
 * Another machine that serves engines over Wyoming. It is watched all the time on a connection of its own, so that a
 * request only reads whether it is there.
 */
import { connect, type Connection, isWyomingError, type WyomingEventOf } from 'wyoming-ts';
import { sleep, startDeadline } from '../../core/abort.ts';
import { errorCodes } from '../../core/error-codes.ts';
import { EngineError, type ErrorCode, isVoiceError, RequestError, toError } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import { Observed } from '../../core/observed.ts';

export type WorkerInfo = WyomingEventOf<'info'>['data'];

/** `unknown` until it was tried once. */
export type WorkerState = 'unknown' | 'up' | 'down';

export type WorkerOptions = {
  readonly log: Logger;
  /** Called whenever it comes up, with what it offers; a failure counts as one of the worker. */
  readonly onUp?: (info: WorkerInfo, options: { readonly signal: AbortSignal }) => Promise<void>;
};

/** One hop away: a machine that is up accepts within milliseconds. */
const connectTimeoutMs = 2_000;
/** How soon a worker that is away is tried again: a restarted one is back in use before the next sentence. */
const retryMs = 500;
/** How often it is asked whether it is still there, for those that vanish without closing their connections. */
const beatMs = 1_000;
/**
 * Hearken answers while it works, on a busy machine late; others may compute on the thread that answers.
 */
const beatTimeoutMs = { hearken: 4_000, other: 20_000 } as const;

export class WyomingWorker implements AsyncDisposable {
  readonly uri: string;
  readonly state = new Observed<WorkerState>('unknown');
  readonly #options: WorkerOptions;
  readonly #stopping = new AbortController();
  readonly #watching: Promise<void>;
  #info: WorkerInfo | undefined;
  /** Aborts the requests of a worker that does not answer any more. */
  #life = new AbortController();

  /** Begins to watch at once. */
  constructor(uri: string, options: WorkerOptions) {
    this.uri = uri;
    this.#options = options;
    this.#watching = this.#watch();
  }

  /** What it offered when it was last seen. */
  get info(): WorkerInfo | undefined {
    return this.#info;
  }

  /** True for a program that understands `details.ts`. */
  get isHearken(): boolean {
    const { asr = [], tts = [], wake = [] } = this.#info ?? {};
    return [...asr, ...tts, ...wake].some(({ name }) => name === 'hearken');
  }

  /**
   * One request on a connection of its own.
   * @throws EngineError `WORKER_UNREACHABLE` when the worker goes away before the end.
   */
  async *request<Part>(
    signal: AbortSignal,
    run: (connection: Connection, signal: AbortSignal) => AsyncGenerator<Part, void>,
  ): AsyncGenerator<Part, void> {
    const left = new AbortController();
    const bound = AbortSignal.any([signal, left.signal, this.#life.signal]);
    try {
      const connection = await connect(this.uri, { connectTimeoutMs, signal: bound });
      yield* run(connection, bound);
      await connection.close();
    } catch (error) {
      throw this.#failure(error, signal);
    } finally {
      // Also drops the connection of a request that its asker has left.
      left.abort(new EngineError('SHUTTING_DOWN', 'the request is over'));
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const reason = new EngineError('SHUTTING_DOWN', 'the worker is not used any more');
    this.#stopping.abort(reason);
    this.#life.abort(reason);
    await this.#watching;
  }

  async #watch(): Promise<void> {
    const { signal } = this.#stopping;
    try {
      for (;;) {
        await this.#visit(signal).catch((error) => this.#down(error));
        await sleep(retryMs, signal);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** Returns when the worker has closed the connection of its own accord. */
  async #visit(signal: AbortSignal): Promise<void> {
    const connection = await connect(this.uri, { connectTimeoutMs, signal });
    try {
      for (;;) {
        const info = await this.#ask(connection, signal);
        if (this.state.value === 'up') this.#info = info;
        else await this.#up(info, signal);
        if (await isEnded(connection, signal)) break;
      }
    } finally {
      connection.destroy();
    }
    // Some programs hang up after each answer; ours does when it ends.
    if (this.isHearken) this.#down(new EngineError('WORKER_UNREACHABLE', 'it has closed the connection'));
  }

  async #ask(connection: Connection, signal: AbortSignal): Promise<WorkerInfo> {
    const timeoutMs = this.isHearken ? beatTimeoutMs.hearken : beatTimeoutMs.other;
    using deadline = startDeadline(timeoutMs, signal);
    try {
      await connection.send({ type: 'describe' }, { signal: deadline.signal });
      for (;;) {
        const event = await connection.read({ signal: deadline.signal });
        if (event?.type === 'info') return event.data;
        if (!event) throw new EngineError('WORKER_UNREACHABLE', 'it hung up before it told what it offers');
      }
    } catch (error) {
      if (!deadline.isOver) throw error;
      // Its requests would wait for ever: nothing tells that the machine is gone.
      const silent = new EngineError('WORKER_UNREACHABLE', `no answer within ${timeoutMs} ms`, {
        retryable: true,
      });
      this.#life.abort(silent);
      this.#life = new AbortController();
      throw silent;
    }
  }

  async #up(info: WorkerInfo, signal: AbortSignal): Promise<void> {
    const { log, onUp } = this.#options;
    this.#info = info;
    await onUp?.(info, { signal });
    log.info('a worker is there', { worker: this.uri });
    this.state.set('up');
  }

  #down(error: unknown): void {
    if (this.#stopping.signal.aborted || this.state.value === 'down') return;
    this.#options.log.warn('a worker can not be reached', {
      worker: this.uri,
      reason: toError(error).message,
    });
    this.state.set('down');
  }

  /** What a failed request throws; one that broke says that the worker is gone before the watch finds out. */
  #failure(error: unknown, signal: AbortSignal): unknown {
    if (signal.aborted) return signal.reason;
    if (isVoiceError(error) && error.code !== 'WORKER_UNREACHABLE') return error;
    if (!isVoiceError(error) && !isWyomingError(error)) return error;
    this.#down(error);
    return new EngineError('WORKER_UNREACHABLE', `${this.uri} was lost during a request`, {
      cause: error,
      retryable: true,
    });
  }
}

/** Waits until it is time to ask again; true when the peer has ended its side meanwhile. */
async function isEnded(connection: Connection, signal: AbortSignal): Promise<boolean> {
  using pause = startDeadline(beatMs, signal);
  try {
    while (await connection.read({ signal: pause.signal }));
    return true;
  } catch (error) {
    if (pause.isOver) return false;
    throw error;
  }
}

const isErrorCode = (code: string): code is ErrorCode => code in errorCodes;

/** What a worker's `error` means here: a wrong request is wrong everywhere, all else may work elsewhere. */
export function workerError({ data: { code, text } }: WyomingEventOf<'error'>): EngineError | RequestError {
  if (typeof code === 'string' && isErrorCode(code) && code.startsWith('REQUEST_'))
    return new RequestError(code, text);
  // Somebody else's words may repeat what a person said.
  return new EngineError('ENGINE_FAILED', 'a worker could not finish the request', {
    details: { code, pii: { text } },
    retryable: true,
  });
}

/** The end of a conversation that should have gone on. */
export const hungUp = (before: string): EngineError =>
  new EngineError('WORKER_UNREACHABLE', `the worker hung up before ${before}`, { retryable: true });
