/** The running audit log: entries in, one chain of records out, several in one write. */
import type { Clock } from '../../core/clock.ts';
import { StoreError } from '../../core/errors.ts';
import type { AuditEntry, AuditLog } from '../ports/audit-log.ts';
import type { AuditStore } from '../ports/audit-store.ts';
import { chained, firstHash, textOf } from './audit-record.ts';
import type { SigningKey } from './signing.ts';

export type AuditWriterParts = {
  readonly store: AuditStore;
  readonly key: SigningKey;
  readonly clock: Pick<Clock, 'now'>;
  /** Told when records could not be written, and when they can again. */
  readonly onHealth: (failure: unknown) => void;
};

/** Entries that wait while the disk hangs: some hundred turns. Beyond, what comes is lost, and told. */
const maxWaiting = 2_000;

/** What nobody waits for is written together with what follows within this time. */
const laterMs = 50;

/** So many records after a checkpoint there is a new one; also at start and end. */
const checkpointEvery = 500;

type Waiting = { readonly atMs: number; readonly text: string };

export class AuditWriter implements AuditLog, AsyncDisposable {
  readonly #parts: AuditWriterParts;
  #waiting: Waiting[] = [];
  /** The write that takes all that waits now. */
  #next: Promise<void> | undefined;
  /** The last write: they follow each other. */
  #last: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #unmarkedCount = 0;

  constructor(parts: AuditWriterParts) {
    this.#parts = parts;
  }

  async record(entries: readonly AuditEntry[]): Promise<void> {
    this.#take(entries);
    await this.#flush();
  }

  recordLater(entries: readonly AuditEntry[]): void {
    this.#take(entries);
    this.#timer ??= setTimeout(() => void this.#flush(), laterMs);
    // A program that has nothing else to do ends by closing this first.
    this.#timer.unref();
  }

  /** Signs how far the chain has come. Never rejects. */
  async checkpoint(): Promise<void> {
    await this.#after(async () => {
      const { store, key, clock } = this.#parts;
      const tail = await store.tail(key.chain);
      if (!tail) return;
      await store.mark(key.chain, key.sign({ ...tail, atMs: clock.now(), kind: 'mark' }));
      this.#unmarkedCount = 0;
    });
  }

  /** Drops what is older; the chain begins with a signed word about it then. Never rejects. */
  async dropBefore(atMs: number): Promise<void> {
    await this.#after(async () => {
      const { store, key, clock } = this.#parts;
      const last = await store.lastBefore(key.chain, atMs);
      if (last) await store.cut(key.chain, key.sign({ ...last, atMs: clock.now(), kind: 'cut' }));
    });
  }

  /** Writes what waits, and signs it. */
  async [Symbol.asyncDispose](): Promise<void> {
    clearTimeout(this.#timer);
    await this.#flush();
    if (this.#unmarkedCount > 0) await this.checkpoint();
  }

  #take(entries: readonly AuditEntry[]): void {
    const atMs = this.#parts.clock.now();
    if (this.#waiting.length + entries.length > maxWaiting) {
      this.#parts.onHealth(new StoreError('STORE_FAILED', 'the disk does not keep up with the audit log'));
      return;
    }
    for (const entry of entries) this.#waiting.push({ atMs, text: textOf(entry, atMs) });
  }

  /** Settles when all that waits now is on record, or could not be written. */
  #flush(): Promise<void> {
    this.#next ??= this.#after(async () => {
      this.#next = undefined;
      clearTimeout(this.#timer);
      this.#timer = undefined;
      const texts = this.#waiting;
      this.#waiting = [];
      if (texts.length === 0) return;
      const { store, key } = this.#parts;
      await store.append(key.chain, (tail) => chained(tail ?? { seq: 0, hash: firstHash }, texts));
      this.#unmarkedCount += texts.length;
      if (this.#unmarkedCount >= checkpointEvery) this.#markSoon();
    });
    return this.#next;
  }

  #markSoon(): void {
    this.#unmarkedCount = 0;
    void this.checkpoint();
  }

  /** One after the other. What fails is told, and the next one is tried all the same. */
  #after(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work).then(
      () => this.#parts.onHealth(undefined),
      (error: unknown) => this.#parts.onHealth(error),
    );
    return this.#last;
  }
}
