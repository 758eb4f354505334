/** Two connected ends of an in-memory WebSocket, so that the demo home needs no port. */
import type { Transport, TransportEvent, TransportEventName, TransportListener } from '../link/transport.ts';

const openState = 1;
const closedState = 3;

/** One end. Messages arrive in order, each in a turn of its own, as they do from a socket. */
class MemorySocket implements Transport {
  readonly OPEN = openState;
  readyState = 0;
  #peer: MemorySocket | undefined;
  readonly #listeners = new Map<TransportEventName, Set<TransportListener>>();

  static pair(): [MemorySocket, MemorySocket] {
    const ends: [MemorySocket, MemorySocket] = [new MemorySocket(), new MemorySocket()];
    ends[0].#peer = ends[1];
    ends[1].#peer = ends[0];
    for (const end of ends) {
      setImmediate(() => {
        if (end.readyState !== 0) return;
        end.readyState = openState;
        end.#emit({ type: 'open' });
      });
    }
    return ends;
  }

  send(data: string): void {
    const peer = this.#peer;
    if (peer) setImmediate(() => peer.#receive(data));
  }

  close(): void {
    const peer = this.#peer;
    setImmediate(() => {
      this.#end();
      if (peer) peer.#end();
    });
  }

  addEventListener(name: TransportEventName, listener: TransportListener): void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
  }

  removeEventListener(name: TransportEventName, listener: TransportListener): void {
    this.#listeners.get(name)?.delete(listener);
  }

  #receive(data: string): void {
    if (this.readyState !== closedState) this.#emit({ type: 'message', data });
  }

  #end(): void {
    if (this.readyState === closedState) return;
    this.readyState = closedState;
    this.#emit({ type: 'close' });
  }

  #emit(event: TransportEvent & { readonly type: TransportEventName }): void {
    for (const listener of this.#listeners.get(event.type) ?? []) listener(event);
  }
}

/** The client's and the server's end. */
export function createSocketPair(): readonly [client: Transport, server: Transport] {
  return MemorySocket.pair();
}
