/** The one client of Home Assistant's WebSocket API, for a real core and for the demo home. */
import { Connection, ERR_INVALID_AUTH } from 'home-assistant-js-websocket';
import type { HaWebSocket } from 'home-assistant-js-websocket';
import type * as z from 'zod';
import { abortable, sleep } from '../../core/abort.ts';
import { HomeError } from '../../core/errors.ts';
import { toHomeError } from './home-errors.ts';
import { logIn } from './handshake.ts';
import type { OpenTransport } from './transport.ts';

type HomeCommand = { readonly type: string } & Readonly<Record<string, unknown>>;

export type HomeLink = {
  /** Version of the core of the last connection. */
  readonly haVersion: string;
  readonly connected: boolean;
  /**
   * Sends a command and returns its checked result.
   * @throws HomeError `HOME_REFUSED` when the home said no, `HOME_UNREACHABLE` when the connection is away.
   */
  request<T>(
    command: HomeCommand,
    result: z.ZodType<T>,
    options: { readonly signal: AbortSignal },
  ): Promise<T>;
  /**
   * Starts a subscription of the current connection; it ends with that connection. Events that do not fit the
   * schema are dropped.
   */
  subscribe<T>(
    command: HomeCommand,
    event: z.ZodType<T>,
    onEvent: (event: T) => void,
    options: { readonly signal: AbortSignal },
  ): Promise<void>;
  /** Calls the listener whenever the connection comes or goes; returns how to stop that. */
  watch(listener: (event: 'connected' | 'disconnected' | 'refused') => void): () => void;
  close(): void;
};

export type LinkOptions = {
  readonly open: OpenTransport;
  /** Long-lived access token, or the Supervisor's. */
  readonly token: string;
  /** How long one attempt to connect and log in may take. */
  readonly connectTimeoutMs: number;
  /** How often an idle connection is tried: a home that lost its power closes nothing. */
  readonly heartbeatMs?: number;
};

/** A reply to "is it off?" may be wrong for this long after the home vanished without a word. */
const defaultHeartbeatMs = 15_000;

/** Delays between first attempts; the last one repeats. A core needs 10–60 s to restart. */
const retryDelaysMs = [250, 1_000, 2_000, 5_000];

/**
 * Connects, trying again while the home is away, and reconnects by itself later.
 * @throws HomeError `HOME_REFUSED` when the token is not accepted.
 */
export async function openLink(options: LinkOptions, { signal }: { signal: AbortSignal }): Promise<HomeLink> {
  let isClosed = false;
  const createSocket = async () => {
    const socket = await openSocket(options);
    if (!isClosed) return socket;
    // Closed while it was connecting again: the library would keep this one open for ever.
    socket.close();
    throw new HomeError('HOME_UNREACHABLE', 'the link was closed');
  };
  for (let attempt = 0; ; attempt += 1) {
    try {
      const socket = await createSocket();
      const connection = new Connection(socket, { setupRetry: 0, createSocket });
      const heartbeat = keepAlive(connection, options);
      return wrap(connection, () => {
        isClosed = true;
        clearInterval(heartbeat);
        connection.close();
      });
    } catch (cause) {
      if (cause === ERR_INVALID_AUTH) {
        throw new HomeError('HOME_REFUSED', 'Home Assistant does not accept the token', {
          details: { haCode: 'auth' },
        });
      }
      signal.throwIfAborted();
      await sleep(retryDelaysMs[Math.min(attempt, retryDelaysMs.length - 1)] ?? 0, signal);
    }
  }
}

/** The library types its socket as the browser's class; it uses only what every transport has. */
async function openSocket(options: LinkOptions): Promise<HaWebSocket> {
  const socket: unknown = await logIn(options.open, options.token, { timeoutMs: options.connectTimeoutMs });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return socket as HaWebSocket;
}

/** Tries the connection again and again; one that does not answer before the next try is opened anew. */
function keepAlive(
  connection: Connection,
  { heartbeatMs = defaultHeartbeatMs }: LinkOptions,
): NodeJS.Timeout {
  let isWaiting = false;
  const beat = () => {
    if (!connection.connected) return;
    if (isWaiting) connection.reconnect(true);
    isWaiting = true;
    const settle = () => {
      isWaiting = false;
    };
    connection.ping().then(settle, settle);
  };
  return setInterval(beat, heartbeatMs).unref();
}

function wrap(connection: Connection, close: () => void): HomeLink {
  return {
    get haVersion() {
      return connection.haVersion;
    },
    get connected() {
      return connection.connected;
    },
    async request(command, result, { signal }) {
      const answer = await abortable(connection.sendMessagePromise<unknown>({ ...command }), signal).catch(
        (cause: unknown) => {
          throw toHomeError(cause, command.type, signal);
        },
      );
      const parsed = result.safeParse(answer);
      if (parsed.success) return parsed.data;
      throw new HomeError('HOME_REFUSED', `unexpected answer to ${command.type}`, { cause: parsed.error });
    },
    async subscribe(command, event, onEvent, { signal }) {
      const receive = (value: unknown) => {
        const parsed = event.safeParse(value);
        if (parsed.success && !signal.aborted) onEvent(parsed.data);
      };
      // The library's own resubscription leaves a rejected promise without an owner when it fails.
      const started = connection.subscribeMessage(receive, { ...command }, { resubscribe: false });
      await abortable(started, signal).catch((cause: unknown) => {
        throw toHomeError(cause, command.type, signal);
      });
    },
    watch(listener) {
      const onReady = () => listener('connected');
      const onLost = () => listener('disconnected');
      const onRefused = () => listener('refused');
      connection.addEventListener('ready', onReady);
      connection.addEventListener('disconnected', onLost);
      connection.addEventListener('reconnect-error', onRefused);
      return () => {
        connection.removeEventListener('ready', onReady);
        connection.removeEventListener('disconnected', onLost);
        connection.removeEventListener('reconnect-error', onRefused);
      };
    },
    close,
  };
}
