/** Serves peers on a tcp port, a unix socket, or this process's stdin and stdout. */
import { setMaxListeners } from 'node:events';
import { publish } from './diagnostics.ts';
import { Connection } from './connection.ts';
import { type ServerLimits, defaultLimits } from './limits.ts';
import { listen, type Listener } from './listener.ts';
import { formatUri, parseUri } from './uri.ts';

export type HandlerContext = {
  /** Aborts when the server is asked to close: a handler between two requests should return then. */
  readonly closing: AbortSignal;
};

/**
 * Serves one peer. When it returns, the connection is closed gracefully; when it throws, it is dropped and the
 * error is published on the `handlerError` channel. Aborting with `closing`'s reason counts as returning.
 */
export type Handler = (connection: Connection, context: HandlerContext) => Promise<void>;

export type ServeOptions = {
  /** Destroys the server when it aborts. */
  readonly signal?: AbortSignal;
  /**
   * Decides by the peer's IP address (a socket's path, or '' for pipes) whether it is served, before a byte of it
   * is read. IPv4 addresses come in dotted form, also on dual-stack sockets.
   */
  readonly accept?: (remoteAddress: string) => boolean;
  readonly limits?: Partial<ServerLimits>;
};

export class Server {
  /** Where the server listens, with the real port. */
  readonly uri: string;
  readonly #listener: Listener;
  readonly #graceMs: number;
  readonly #closing: AbortController;
  readonly #running: ReadonlyMap<Connection, Promise<void>>;
  #closed: Promise<void> | undefined;

  constructor(
    listener: Listener,
    graceMs: number,
    closing: AbortController,
    running: ReadonlyMap<Connection, Promise<void>>,
  ) {
    this.uri = formatUri(listener.address);
    this.#listener = listener;
    this.#graceMs = graceMs;
    this.#closing = closing;
    this.#running = running;
  }

  /** How many peers are being served. */
  get connectionCount(): number {
    return this.#running.size;
  }

  /** Resolves when the server has ended, for a program that only serves. */
  get closed(): Promise<void> {
    return this.#listener.closed.then(() => this.#finished());
  }

  /** Stops accepting, lets handlers finish for `graceMs`, drops the rest. */
  close(): Promise<void> {
    return (this.#closed ??= this.#close());
  }

  /** Stops accepting and drops every connection now. */
  async destroy(reason?: unknown): Promise<void> {
    this.#closing.abort(reason);
    for (const connection of this.#running.keys()) connection.destroy(reason);
    await this.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(): Promise<void> {
    const stopped = this.#listener.stop();
    this.#closing.abort();
    const grace = setTimeout(() => {
      for (const connection of this.#running.keys()) connection.destroy();
    }, this.#graceMs);
    await this.#finished();
    clearTimeout(grace);
    await stopped;
  }

  async #finished(): Promise<void> {
    await Promise.all(this.#running.values());
  }
}

/**
 * Starts to serve. Port 0 takes a free one; see the result's `uri`.
 * @throws TransportError `URI_INVALID`, `LISTEN_FAILED`
 */
export async function serve(uri: string, handler: Handler, options: ServeOptions = {}): Promise<Server> {
  const { signal, accept = () => true } = options;
  const limits = { ...defaultLimits, ...options.limits };
  signal?.throwIfAborted();
  const closing = new AbortController();
  // Every connection may listen to it: many listeners are no leak.
  setMaxListeners(0, closing.signal);
  const running = new Map<Connection, Promise<void>>();
  const listener = await listen(parseUri(uri), (streams) => {
    const { remoteAddress = '' } = streams;
    const reason =
      running.size >= limits.connections ? 'too-many' : accept(remoteAddress) ? undefined : 'not-accepted';
    if (reason) {
      publish('connectionRefused', { remoteAddress, reason });
      streams.readable.destroy();
      streams.writable.destroy();
      return;
    }
    const connection = new Connection(streams, { limits });
    running.set(
      connection,
      run(connection, handler, closing.signal).finally(() => running.delete(connection)),
    );
  });
  const server = new Server(listener, limits.graceMs, closing, running);
  const onAbort = () => void server.destroy(signal?.reason);
  signal?.addEventListener('abort', onAbort, { once: true });
  void listener.closed.then(() => signal?.removeEventListener('abort', onAbort));
  if (signal?.aborted) await server.destroy(signal.reason);
  signal?.throwIfAborted();
  return server;
}

async function run(connection: Connection, handler: Handler, closing: AbortSignal): Promise<void> {
  try {
    await handler(connection, { closing });
    await connection.close();
  } catch (error) {
    if (closing.aborted && error === closing.reason) return await connection.close();
    publish('handlerError', { remoteAddress: connection.remoteAddress, error });
    connection.destroy(error);
  }
}
