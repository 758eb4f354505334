/** The program's side of calls: makes a method of an engine in the host an async generator here. */
import { abortable } from '../core/abort.ts';
import { EngineError, toError } from '../core/errors.ts';
import { Queue } from '../core/queue.ts';
import { Credits } from './credits.ts';
import { creditLump, maxCalls, streamWindow } from './messages.ts';
import { unpackError } from './wire-error.ts';
import type { CallMessage, CallReply } from './messages.ts';

export type Invocation = {
  readonly method: string;
  readonly args: unknown;
  readonly input?: AsyncIterable<unknown>;
  readonly signal: AbortSignal;
};

type PendingCall = {
  readonly outputs: Queue<unknown>;
  readonly inputCredits: Credits;
};

export class Caller {
  readonly #send: (message: CallMessage) => void;
  readonly #calls = new Map<number, PendingCall>();
  readonly #freeIds = Array.from({ length: maxCalls }, (_, index) => maxCalls - 1 - index);
  #lost: Error | undefined;
  #onIdle: (() => void) | undefined;

  constructor(send: (message: CallMessage) => void) {
    this.#send = send;
  }

  /**
   * Runs a method. Leaving the iteration or aborting the signal cancels the call; the input is then left where it
   * is, and its iterator closed.
   */
  async *invoke({ method, args, input, signal }: Invocation): AsyncGenerator<unknown, void> {
    signal.throwIfAborted();
    const { id, call } = this.#open();
    const ended = new AbortController();
    this.#send({ type: 'call', id, method, args, hasInput: input !== undefined });
    if (input) {
      const whileOpen = AbortSignal.any([signal, ended.signal]);
      // Aborted by the end of the call, or by its caller, who is told below.
      this.#sendInput(id, input, call.inputCredits, whileOpen).catch((error) => {
        if (!whileOpen.aborted) call.outputs.close(toError(error));
      });
    }
    try {
      let unreported = 0;
      for (;;) {
        const output = await abortable(call.outputs.next(), signal);
        if (output.done) return;
        yield output.value;
        unreported += 1;
        if (unreported < creditLump) continue;
        this.#send({ type: 'credit', id, count: unreported });
        unreported = 0;
      }
    } finally {
      ended.abort();
      if (this.#calls.get(id) === call) this.#send({ type: 'cancel', id });
    }
  }

  receive(reply: CallReply): void {
    const call = this.#calls.get(reply.id);
    if (!call) return;
    switch (reply.type) {
      case 'output':
        // Never over the limit: the host holds as many credits as the queue has places.
        call.outputs.push(reply.value, neverAborted).catch((error) => call.outputs.close(toError(error)));
        break;
      case 'pull':
        call.inputCredits.add(reply.count);
        break;
      case 'end':
        this.#finish(reply.id, call);
        break;
      case 'error':
        this.#finish(reply.id, call, unpackError(reply.error));
        break;
    }
  }

  /** The host is gone: every call ends with the error, and later ones begin with it. */
  fail(error: Error): void {
    this.#lost = error;
    for (const [id, call] of this.#calls) this.#finish(id, call, error);
  }

  /** Settles when no call runs in the host, cancelled ones included. */
  async idle(): Promise<void> {
    if (this.#calls.size > 0) await new Promise<void>((resolve) => (this.#onIdle = resolve));
  }

  #open(): { readonly id: number; readonly call: PendingCall } {
    if (this.#lost) throw this.#lost;
    const id = this.#freeIds.pop();
    if (id === undefined)
      throw new EngineError('ENGINE_OVERLOADED', `more than ${maxCalls} calls at once`, { retryable: true });
    const call: PendingCall = {
      outputs: new Queue({ limit: streamWindow, policy: 'fail' }),
      inputCredits: new Credits(streamWindow),
    };
    this.#calls.set(id, call);
    return { id, call };
  }

  #finish(id: number, call: PendingCall, error?: Error): void {
    this.#calls.delete(id);
    this.#freeIds.push(id);
    call.outputs.close(error);
    if (this.#calls.size === 0) this.#onIdle?.();
  }

  async #sendInput(
    id: number,
    input: AsyncIterable<unknown>,
    credits: Credits,
    signal: AbortSignal,
  ): Promise<void> {
    const iterator = input[Symbol.asyncIterator]();
    try {
      for (;;) {
        const result = await abortable(iterator.next(), signal);
        if (result.done) break;
        await credits.take(signal);
        this.#send({ type: 'input', id, value: result.value });
      }
      this.#send({ type: 'input-end', id });
    } finally {
      // Not awaited: a source that waits for its next value can only be closed after that.
      if (signal.aborted) Promise.resolve(iterator.return?.()).catch(() => undefined);
    }
  }
}

const neverAborted = new AbortController().signal;
