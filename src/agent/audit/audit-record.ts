/** A line of the audit log, and how each is chained to the one before. */
import { createHash } from 'node:crypto';
import type { AuditEntry } from '../ports/audit-log.ts';
import type { StoredRecord } from '../ports/audit-store.ts';

/** Written as it is hashed; `version` tells how to read it. */
const version = 1;

/** What the first record of a chain follows. */
export const firstHash = '0'.repeat(64);

/** The text that is hashed and kept: fields in a fixed order. */
export function textOf(entry: AuditEntry, atMs: number): string {
  const { turnId, path, channel, userId, satelliteId, deviceId, action, event } = entry;
  return JSON.stringify({
    version,
    atMs,
    turnId,
    path,
    channel,
    userId,
    satelliteId,
    deviceId,
    action,
    event,
  });
}

/** SHA-256 in hex over what the record says, where it stands and what it follows. */
export function hashOf(previous: string, seq: number, text: string): string {
  return createHash('sha256').update(`${previous}\n${seq}\n${text}`).digest('hex');
}

/** The entries as they follow a record. */
export function chained(
  tail: { readonly seq: number; readonly hash: string },
  texts: readonly { readonly atMs: number; readonly text: string }[],
): readonly StoredRecord[] {
  const records: StoredRecord[] = [];
  let { seq, hash } = tail;
  for (const { atMs, text } of texts) {
    seq += 1;
    hash = hashOf(hash, seq, text);
    records.push({ seq, atMs, text, hash });
  }
  return records;
}
