/** The models that are being fetched, for whoever waits for them. */
import type { DefaultsEvent } from '../../model-store/download/pull-defaults.ts';

export type Download = {
  readonly id: string;
  readonly state: 'waiting' | 'downloading' | 'unpacking' | 'failed';
  readonly receivedBytes: number;
  /** Undefined: not known. */
  readonly totalBytes: number | undefined;
  /** Why it failed. */
  readonly reason?: string;
};

export class Downloads {
  /** At most one per model of the default set. */
  readonly #running = new Map<string, Download>();

  /** What is under way or failed, in the order of its beginning. */
  list(): readonly Download[] {
    return [...this.#running.values()];
  }

  /** Learns from the event of a download. */
  observe(event: DefaultsEvent): void {
    if (event.kind === 'not-installed') return;
    if (event.kind === 'installed') this.#running.delete(event.id);
    else this.#running.set(event.id, stateOf(event, this.#running.get(event.id)));
  }
}

function stateOf(
  event: Exclude<DefaultsEvent, { kind: 'not-installed' | 'installed' }>,
  before: Download | undefined,
): Download {
  const { id } = event;
  const receivedBytes = before?.receivedBytes ?? 0;
  const totalBytes = before?.totalBytes;
  switch (event.kind) {
    case 'starting':
      return { id, state: 'downloading', receivedBytes: 0, totalBytes: event.totalBytes };
    case 'waiting':
      return { id, state: 'waiting', receivedBytes, totalBytes };
    case 'downloading':
      return { id, state: 'downloading', receivedBytes: event.receivedBytes, totalBytes: event.totalBytes };
    case 'unpacking':
      return { id, state: 'unpacking', receivedBytes, totalBytes };
    case 'failed':
      return { id, state: 'failed', receivedBytes, totalBytes, reason: event.reason };
  }
}
