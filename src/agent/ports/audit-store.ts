/** Keeps the chains of the audit log. Records are only ever added, and dropped from the old end. */

/** A line of the log as it is kept. */
export type StoredRecord = {
  /** From 1, without gaps. */
  readonly seq: number;
  readonly atMs: number;
  /** JSON, exactly as it was hashed. */
  readonly text: string;
  /** SHA-256 in hex over this and the record before. */
  readonly hash: string;
};

/** A signed word that the chain reached this record. */
export type Checkpoint = {
  readonly seq: number;
  readonly hash: string;
  readonly atMs: number;
  /** `cut`: the records up to here were dropped because they were old. */
  readonly kind: 'mark' | 'cut';
  /** Ed25519, base64url. */
  readonly signature: string;
};

export type Tail = { readonly seq: number; readonly hash: string };

/** One chain per signing key, so that several programs never write to the same one. */
export type AuditStore = {
  /**
   * Adds what `make` gives after the last record, which nobody else follows meanwhile. Settled means that the
   * records outlive a power cut.
   */
  append(chain: string, make: (tail: Tail | undefined) => readonly StoredRecord[]): Promise<void>;
  /** The last record. */
  tail(chain: string): Promise<Tail | undefined>;
  mark(chain: string, checkpoint: Checkpoint): Promise<void>;
  /** Drops the records up to the checkpoint, and keeps it; all or nothing. */
  cut(chain: string, checkpoint: Checkpoint): Promise<void>;
  /** The youngest record that is older than this. */
  lastBefore(chain: string, atMs: number): Promise<Tail | undefined>;
  chains(): Promise<readonly string[]>;
  /** In order, at most `limit`, from `fromSeq` on. */
  read(
    chain: string,
    range: { readonly fromSeq: number; readonly limit: number },
  ): Promise<readonly StoredRecord[]>;
  /** In order. */
  checkpoints(chain: string): Promise<readonly Checkpoint[]>;
};
