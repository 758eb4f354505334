/**
 * How the tables came to be, step by step; a step that was released is never changed. Both databases run the same
 * steps: `bigint` and `double precision` are what a time needs in PostgreSQL, and in SQLite the same as ever.
 */
import type { Migration } from 'kysely';
import { turnsAndDialogues } from './migrations/0001-turns-and-dialogues.ts';
import { timers } from './migrations/0002-timers.ts';
import { dialogueRevision } from './migrations/0003-dialogue-revision.ts';
import { memory } from './migrations/0004-memory.ts';
import { audit } from './migrations/0005-audit.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-turns-and-dialogues': turnsAndDialogues,
  '0002-timers': timers,
  '0003-dialogue-revision': dialogueRevision,
  '0004-memory': memory,
  '0005-audit': audit,
};
