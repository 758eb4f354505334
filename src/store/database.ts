/** What the store needs of a database, whichever it is. */
import type { Kysely } from 'kysely';
import type { Lease } from '../agent/ports/lease.ts';
import type { Tables } from './tables.ts';

export type Database = AsyncDisposable & {
  /** Where it is, for messages: without a password. */
  readonly name: string;
  /** What was written outlives a power cut. */
  readonly lasting: Kysely<Tables>;
  /** What was written outlives this process. */
  readonly brief: Kysely<Tables>;
  readonly lease: Lease;
  /** Other processes may write, too: what this one remembers of it can be old. */
  readonly isShared: boolean;
  /** A number that differs when another process may have changed something; undefined: look for yourself. */
  readonly changeMark: () => Promise<number | undefined>;
  /** Keeps what is there now, before something changes it for good. */
  readonly keepCopy: () => Promise<void>;
  /** Removes what was deleted from the files, too. */
  readonly scrub: () => Promise<void>;
  /** Vectors can be compared in it. */
  readonly hasVectors: () => Promise<boolean>;
};
