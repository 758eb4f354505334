/** One open connection of the integration, after its `hello`. */
import { WebSocket } from 'ws';
import {
  type FailureReason,
  type SatelliteCommand,
  type SatelliteHello,
  satelliteMessage,
  type SatelliteMessage,
  type TimerMessage,
} from './messages.ts';

export type CommandAnswer =
  | { readonly kind: 'done'; readonly answer?: string }
  | { readonly kind: 'failed'; readonly reason: FailureReason }
  /** The connection ended first: whether the command was carried out is not known. */
  | { readonly kind: 'lost' };

/** Codes of RFC 6455, and one of our own. */
export const closeCodes = { goingAway: 1001, policy: 1008, tryLater: 1013, replaced: 4001 } as const;

/** Satellites of one home speaking at once, and as many timers again. */
const maxWaiting = 64;
/** A peer that lost its power is found out within two of these; Home Assistant's end does the same. */
const heartbeatMs = 15_000;

export class SatelliteLink {
  readonly instanceId: string;
  readonly sessionId: string;
  readonly #socket: WebSocket;
  readonly #onTimer: (message: TimerMessage) => void;
  readonly #waiting = new Map<string, (answer: CommandAnswer) => void>();
  readonly #heartbeat: NodeJS.Timeout;
  #isAlive = true;

  /** Begins the heartbeat; `end` stops it. */
  constructor(
    socket: WebSocket,
    { instance_id, session_id }: SatelliteHello,
    onTimer: (message: TimerMessage) => void,
  ) {
    this.instanceId = instance_id;
    this.sessionId = session_id;
    this.#socket = socket;
    this.#onTimer = onTimer;
    this.#heartbeat = setInterval(() => this.#beat(), heartbeatMs);
    socket.on('pong', () => (this.#isAlive = true));
  }

  /** Settles with the client's answer, or `lost` when the connection ends before it. */
  async send(command: SatelliteCommand): Promise<CommandAnswer> {
    if (this.#socket.readyState !== WebSocket.OPEN) return { kind: 'lost' };
    if (this.#waiting.size >= maxWaiting) return { kind: 'failed', reason: 'busy' };
    return await new Promise((resolve) => {
      this.#waiting.set(command.id, resolve);
      this.#socket.send(JSON.stringify(command));
    });
  }

  receive(message: SatelliteMessage): void {
    if (message.type === 'hello') return closeSoon(this.#socket, closeCodes.policy, 'a second hello');
    if (message.type === 'timer') return this.#onTimer(message);
    const settle = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === 'failed') settle?.({ kind: 'failed', reason: message.reason });
    else settle?.({ kind: 'done', ...(message.answer !== undefined && { answer: message.answer }) });
  }

  /** Makes room for a newer connection of the same Home Assistant. */
  replace(): void {
    closeSoon(this.#socket, closeCodes.replaced, 'connected again');
  }

  /** After the connection ended. */
  end(): void {
    clearInterval(this.#heartbeat);
    for (const settle of this.#waiting.values()) settle({ kind: 'lost' });
    this.#waiting.clear();
  }

  #beat(): void {
    if (!this.#isAlive) return this.#socket.terminate();
    this.#isAlive = false;
    this.#socket.ping();
  }
}

const ownTypes: ReadonlySet<unknown> = new Set(['hello', 'done', 'failed', 'timer']);

/** `unknown` for a type of a newer client, undefined for what breaks the protocol. */
export function parseMessage(data: WebSocket.RawData): SatelliteMessage | 'unknown' | undefined {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.isBuffer(data) ? data.toString('utf8') : '');
  } catch {
    return undefined;
  }
  const parsed = satelliteMessage.safeParse(value);
  if (parsed.success) return parsed.data;
  const type: unknown =
    typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  return typeof type === 'string' && !ownTypes.has(type) ? 'unknown' : undefined;
}

export async function untilClosed(socket: WebSocket): Promise<void> {
  if (socket.readyState === WebSocket.CLOSED) return;
  await new Promise<void>((resolve) => socket.once('close', () => resolve()));
}

/** How long the other side may take to agree before it is dropped. */
const closeGraceMs = 1_000;

export function closeSoon(socket: WebSocket, code: number, reason: string): void {
  if (socket.readyState === WebSocket.CLOSED) return;
  const timer = setTimeout(() => socket.terminate(), closeGraceMs);
  socket.once('close', () => clearTimeout(timer));
  socket.close(code, reason);
}
