/** The connected Home Assistants, one connection each; a command goes to the one that knows the satellite. */
import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { abortable } from '../../core/abort.ts';
import type { Logger } from '../../core/log.ts';
import { Observed } from '../../core/observed.ts';
import type { SatelliteCommand, SatelliteHello, TimerMessage } from './messages.ts';
import {
  closeCodes,
  closeSoon,
  type CommandAnswer,
  parseMessage,
  SatelliteLink,
  untilClosed,
} from './satellite-link.ts';

type WithoutId<Command> = Command extends unknown ? Omit<Command, 'id'> : never;

/** A command before it has its id. */
export type CommandContent = WithoutId<SatelliteCommand>;

export type LinkListener = {
  /** A connection begins; told before any command goes over it. */
  onHello(hello: SatelliteHello): void;
  onTimer(message: TimerMessage): void;
};

/** A household has one Home Assistant, perhaps a second one for trying things. */
const maxInstances = 4;
/** The client sends its `hello` at once. */
const helloTimeoutMs = 5_000;

/** What speaks over the connections needs of them. */
export type SatelliteChannel = Pick<SatelliteLinks, 'isConnected' | 'listen' | 'request'>;

export class SatelliteLinks {
  readonly #log: Logger;
  /** Newest first. */
  readonly #links = new Observed<readonly SatelliteLink[]>([]);
  /** Bounded by the connections that the HTTP server takes. */
  readonly #open = new Set<WebSocket>();
  readonly #listeners: LinkListener[] = [];
  #isClosed = false;

  constructor(log: Logger) {
    this.#log = log;
  }

  get isConnected(): boolean {
    return this.#links.value.length > 0;
  }

  listen(listener: LinkListener): void {
    this.#listeners.push(listener);
  }

  /** Serves one authenticated socket until it ends. */
  async serve(socket: WebSocket): Promise<void> {
    let link: SatelliteLink | undefined;
    this.#open.add(socket);
    // Its upgrade was under way when the server was asked to close.
    if (this.#isClosed) closeSoon(socket, closeCodes.goingAway, 'the server is closing');
    const late = setTimeout(() => closeSoon(socket, closeCodes.policy, 'no hello'), helloTimeoutMs);
    socket.on('error', (error) => this.#log.debug('a satellite channel broke', { reason: error.message }));
    socket.on('message', (data) => {
      clearTimeout(late);
      const message = parseMessage(data);
      if (message === 'unknown') return;
      if (!message) closeSoon(socket, closeCodes.policy, 'not the protocol');
      else if (link) link.receive(message);
      else if (message.type === 'hello') link = this.#accept(socket, message);
      else closeSoon(socket, closeCodes.policy, 'no hello');
    });
    await untilClosed(socket);
    clearTimeout(late);
    this.#open.delete(socket);
    if (link) this.#drop(link);
  }

  /**
   * The answer of the Home Assistant that knows the satellite; waits for the first one to connect. After a broken
   * connection the command goes again to the same session, which does it once; `lost` when that one does not
   * come back. Rejects with the signal's reason; `onSent` tells that it may have been carried out by then.
   */
  async request(
    content: CommandContent,
    { signal, onSent }: { readonly signal: AbortSignal; readonly onSent?: () => void },
  ): Promise<CommandAnswer> {
    const command: SatelliteCommand = { ...content, id: randomUUID() };
    const asked = new Set<string>();
    for (;;) {
      const isNew = ({ instanceId }: SatelliteLink): boolean => !asked.has(instanceId);
      const links =
        asked.size === 0 ? await this.#links.until((open) => open.length > 0, { signal }) : this.#links.value;
      const link = links.find(isNew);
      if (!link) return { kind: 'failed', reason: 'unknown_satellite' };
      asked.add(link.instanceId);
      onSent?.();
      const answer = await this.#ask(link, command, signal);
      if (answer.kind !== 'failed' || answer.reason !== 'unknown_satellite') return answer;
    }
  }

  /** Ends every connection; clients come again when the server is back. */
  close(): void {
    this.#isClosed = true;
    for (const socket of this.#open) closeSoon(socket, closeCodes.goingAway, 'the server is closing');
  }

  async #ask(link: SatelliteLink, command: SatelliteCommand, signal: AbortSignal): Promise<CommandAnswer> {
    for (let current = link; ;) {
      const answer = await abortable(current.send(command), signal);
      if (answer.kind !== 'lost') return answer;
      const ended = current;
      const next = await this.#links.until((open) => successorOf(ended, open) !== undefined, { signal });
      const successor = successorOf(ended, next);
      if (successor?.sessionId !== link.sessionId) return answer;
      current = successor;
    }
  }

  #accept(socket: WebSocket, hello: SatelliteHello): SatelliteLink | undefined {
    const { value: open } = this.#links;
    const others = open.filter(({ instanceId }) => instanceId !== hello.instance_id);
    if (others.length >= maxInstances) {
      closeSoon(socket, closeCodes.tryLater, 'too many clients');
      return undefined;
    }
    const link = new SatelliteLink(socket, hello, (message) => {
      for (const listener of this.#listeners) listener.onTimer(message);
    });
    this.#links.set([link, ...others]);
    // Whoever waits for a link goes on in a later microtask, after the listeners.
    for (const listener of this.#listeners) listener.onHello(hello);
    for (const older of open) if (!others.includes(older)) older.replace();
    this.#log.info('home assistant connected for its satellites');
    return link;
  }

  #drop(link: SatelliteLink): void {
    this.#links.set(this.#links.value.filter((other) => other !== link));
    link.end();
    this.#log.info('home assistant is gone from its satellites');
  }
}

const successorOf = (ended: SatelliteLink, open: readonly SatelliteLink[]): SatelliteLink | undefined =>
  open.find((link) => link.instanceId === ended.instanceId && link !== ended);
