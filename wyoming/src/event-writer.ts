/** Writes whole events, first come first served, and holds the senders while the peer does not keep up. */
import type { Writable } from 'node:stream';
import { TransportError } from './errors.ts';

type Waiting = {
  readonly bytes: Uint8Array;
  readonly settle: (error?: unknown) => void;
};

export class EventWriter {
  readonly #stream: Writable;
  readonly #waitingLimit: number;
  readonly #waiting: Waiting[] = [];

  constructor(stream: Writable, waitingLimit: number) {
    this.#stream = stream;
    this.#waitingLimit = waitingLimit;
    stream.on('drain', () => this.#resume());
    stream.on('close', () => this.#fail());
  }

  /**
   * Writes the bytes once the stream has room; resolves when it took them. An abort before that writes nothing.
   * @throws TransportError `CONNECTION_CLOSED`, `CONNECTION_LOST`, `SEND_OVERFLOW`, or the signal's reason
   */
  async write(bytes: Uint8Array, signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (!this.#stream.writable) throw this.#closedError();
    if (this.#waiting.length === 0 && !this.#stream.writableNeedDrain) this.#stream.write(bytes);
    else await this.#wait(bytes, signal);
  }

  /** Ends this side after everything that waits; resolves when the stream has handed all bytes on. */
  async end(): Promise<void> {
    if (this.#waiting.length > 0) await this.#wait(new Uint8Array(0), undefined);
    if (this.#stream.destroyed) return;
    await new Promise<void>((resolve) => {
      this.#stream.once('close', resolve);
      this.#stream.end(resolve);
    });
  }

  async #wait(bytes: Uint8Array, signal: AbortSignal | undefined): Promise<void> {
    if (this.#waiting.length >= this.#waitingLimit)
      throw new TransportError('SEND_OVERFLOW', `${this.#waitingLimit} sends wait for this peer already`);
    let onAbort: () => void = () => undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        const waiting: Waiting = {
          bytes,
          settle: (error) => (error === undefined ? resolve() : reject(error)),
        };
        this.#waiting.push(waiting);
        onAbort = () => {
          this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', onAbort, { once: true });
      });
    } finally {
      // By hand: see abortable. Left behind it would take another send out of the row.
      signal?.removeEventListener('abort', onAbort);
    }
  }

  #resume(): void {
    while (!this.#stream.writableNeedDrain) {
      const waiting = this.#waiting.shift();
      if (!waiting) return;
      this.#stream.write(waiting.bytes);
      waiting.settle();
    }
  }

  #fail(): void {
    for (const { settle } of this.#waiting.splice(0)) settle(this.#closedError());
  }

  #closedError(): TransportError {
    const cause = this.#stream.errored;
    return cause
      ? new TransportError('CONNECTION_LOST', 'the connection broke', { cause })
      : new TransportError('CONNECTION_CLOSED', 'this side of the connection is closed');
  }
}
