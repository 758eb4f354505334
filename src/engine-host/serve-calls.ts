/** The host's side of calls: runs an engine's methods for the program's call messages. */
import { bindFlag } from '../core/abort.ts';
import { BugError, toError } from '../core/errors.ts';
import { Queue } from '../core/queue.ts';
import { Credits } from './credits.ts';
import { creditLump, streamWindow } from './messages.ts';
import { packError } from './wire-error.ts';
import type { CallMessage, CallReply } from './messages.ts';

/** A method of an engine as a stream: arguments and input values are plain data, checked by the method. */
export type Method = (call: {
  readonly args: unknown;
  readonly input: AsyncIterable<unknown>;
  readonly signal: AbortSignal;
}) => AsyncIterable<unknown>;

export type CallServerOptions = {
  readonly methods: Readonly<Record<string, Method>>;
  readonly post: (reply: CallReply) => void;
  /** True when the call was cancelled, also while this thread is too busy to be told. */
  readonly isCancelled: (id: number) => boolean;
};

type RunningCall = {
  readonly controller: AbortController;
  readonly input: Queue<unknown>;
  readonly credits: Credits;
};

export class CallServer {
  readonly #options: CallServerOptions;
  readonly #running = new Map<number, RunningCall>();
  #onIdle: (() => void) | undefined;

  constructor(options: CallServerOptions) {
    this.#options = options;
  }

  /** Takes one message; calls run on their own and report by `post`. */
  receive(message: CallMessage): void {
    if (message.type === 'call') {
      this.#start(message);
      return;
    }
    // A message to a call that has just ended crossed its `end` on the way.
    const call = this.#running.get(message.id);
    if (!call) return;
    switch (message.type) {
      case 'input':
        // Never over the limit: the sender holds as many credits as the queue has places.
        call.input.push(message.value, call.controller.signal).catch((error) => call.input.close(error));
        break;
      case 'input-end':
        call.input.close();
        break;
      case 'credit':
        call.credits.add(message.count);
        break;
      case 'cancel':
        call.controller.abort();
        // An engine that waits for audio is woken by its end.
        call.input.close(toError(call.controller.signal.reason));
        break;
    }
  }

  /** Settles when no call runs. */
  async idle(): Promise<void> {
    if (this.#running.size > 0) await new Promise<void>((resolve) => (this.#onIdle = resolve));
  }

  #start({ id, method, args, hasInput }: Extract<CallMessage, { type: 'call' }>): void {
    const call: RunningCall = {
      controller: new AbortController(),
      input: new Queue({ limit: streamWindow, policy: 'fail' }),
      credits: new Credits(streamWindow),
    };
    bindFlag(call.controller.signal, () => this.#options.isCancelled(id));
    if (!hasInput) call.input.close();
    this.#running.set(id, call);
    this.#run(id, method, args, call).then(
      () => this.#finish({ type: 'end', id }),
      (error) => this.#finish({ type: 'error', id, error: packError(error) }),
    );
  }

  async #run(id: number, name: string, args: unknown, call: RunningCall): Promise<void> {
    const method = this.#options.methods[name];
    if (!method) throw new BugError('BUG', `engine has no method ${name}`);
    const { signal } = call.controller;
    for await (const value of method({ args, input: this.#inputOf(id, call), signal })) {
      await call.credits.take(signal);
      this.#options.post({ type: 'output', id, value });
    }
  }

  async *#inputOf(id: number, call: RunningCall): AsyncGenerator<unknown, void> {
    let unreported = 0;
    for await (const value of call.input) {
      yield value;
      unreported += 1;
      if (unreported < creditLump) continue;
      this.#options.post({ type: 'pull', id, count: unreported });
      unreported = 0;
    }
  }

  #finish(reply: CallReply): void {
    this.#running.delete(reply.id);
    this.#options.post(reply);
    if (this.#running.size === 0) this.#onIdle?.();
  }
}
