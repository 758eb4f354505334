/** The audit log in a real store: what is whole, and what is found to be not. */
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { AuditWriter } from '../../../src/agent/audit/audit-writer.ts';
import { newSigningKey, readSigningKey, type SigningKey } from '../../../src/agent/audit/signing.ts';
import { verifyAudit } from '../../../src/agent/audit/verify-audit.ts';
import type { AuditStore } from '../../../src/agent/ports/audit-store.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { auditEntry } from '../../support/agent/audit-entry.ts';
import { handClock } from '../../support/hand-clock.ts';
import { tempDir } from '../../support/temp-dir.ts';

const key = readSigningKey(newSigningKey());
const dayMs = 24 * 60 * 60_000;

async function written(count: number, signing: SigningKey = key) {
  const dir = await tempDir();
  const path = join(dir.path, 'h.db');
  const clock = handClock();
  const store = await openStore({ path, clock });
  const failures: unknown[] = [];
  const writer = new AuditWriter({
    store: store.audit,
    key: signing,
    clock,
    onHealth: (failure) => failure !== undefined && failures.push(failure),
  });
  for (let index = 0; index < count; index += 1) await writer.record([auditEntry(`t${index}`)]);
  return {
    ...{ path, store, writer, clock, failures },
    verify: () => verifyAudit(signing.chain, store.audit, signing.publicKey),
    change: (sql: string) => {
      const file = new Database(path);
      file.exec(sql);
      file.close();
    },
    [Symbol.asyncDispose]: async () => {
      await writer[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
      await dir[Symbol.asyncDispose]();
    },
  };
}

const textsOf = async (store: AuditStore) =>
  (await store.read(key.chain, { fromSeq: 0, limit: 100 })).map(({ text }) => text);

describe('the audit log', () => {
  it('keeps every record in order, and is whole', async () => {
    await using log = await written(5);
    await log.writer.checkpoint();
    expect(await log.verify()).toMatchObject({
      recordCount: 5,
      firstSeq: 1,
      lastSeq: 5,
      signedSeq: 5,
      faults: [],
    });
    const [first] = await textsOf(log.store.audit);
    expect(JSON.parse(first ?? '')).toMatchObject({ turnId: 't0', userId: 'ada', event: { kind: 'sent' } });
  });

  it('is one chain for two programs that write at once', async () => {
    await using log = await written(1);
    const other = new AuditWriter({
      store: log.store.audit,
      key,
      clock: log.clock,
      onHealth: () => undefined,
    });
    const writes = Array.from({ length: 20 }, (_, index) =>
      (index % 2 === 0 ? other : log.writer).record([auditEntry(`both ${index}`)]),
    );
    await Promise.all(writes);
    expect(await log.verify()).toMatchObject({ recordCount: 21, faults: [] });
  });

  it('goes on where another program went on before it', async () => {
    await using log = await written(2);
    await using store = await openStore({ path: log.path, clock: log.clock });
    const other = new AuditWriter({ store: store.audit, key, clock: log.clock, onHealth: () => undefined });
    await other.record([auditEntry('other')]);
    await log.writer.record([auditEntry('own')]);
    await other.record([auditEntry('other again')]);
    expect(log.failures).toEqual([]);
    expect(await log.verify()).toMatchObject({ recordCount: 5, lastSeq: 5, faults: [] });
  });

  it('writes together what comes at once, and what nobody waits for with it', async () => {
    await using log = await written(0);
    log.writer.recordLater([auditEntry('later', { kind: 'ended', proofs: {} })]);
    await Promise.all([log.writer.record([auditEntry('a')]), log.writer.record([auditEntry('b')])]);
    expect((await textsOf(log.store.audit)).map((text) => JSON.parse(text).turnId)).toEqual([
      'later',
      'a',
      'b',
    ]);
  });

  it.each([
    [
      'a changed record',
      "update audit_records set record = replace(record, 'ada', 'eve') where seq = 3",
      'broken',
    ],
    ['a record taken out of the middle', 'delete from audit_records where seq = 3', 'broken'],
    ['records cut off the end', 'delete from audit_records where seq > 3', 'missing-end'],
    ['records cut off the start', 'delete from audit_records where seq < 3', 'missing-start'],
    ['a changed checkpoint', "update audit_checkpoints set hash = 'x'", 'forged-checkpoint'],
    [
      'a start that is passed off as expired',
      "delete from audit_records where seq < 3; insert into audit_checkpoints select chain, 2, 'cut', hash, at_ms, signature from audit_checkpoints",
      'forged-checkpoint',
    ],
  ] as const)('finds %s', async (_, sql, fault) => {
    await using log = await written(5);
    await log.writer.checkpoint();
    log.change(sql);
    expect((await log.verify()).faults.map(({ kind }) => kind)).toContain(fault);
  });

  it('finds a chain that was rewritten as a whole without the key', async () => {
    await using log = await written(5);
    await log.writer.checkpoint();
    const forger = readSigningKey(newSigningKey());
    await using forged = await written(5, forger);
    log.change('delete from audit_records');
    for (const { seq, atMs, text, hash } of await forged.store.audit.read(forger.chain, {
      fromSeq: 0,
      limit: 9,
    }))
      await log.store.audit.append(key.chain, () => [
        { seq, atMs, text: text.replace('ada', 'eve'), hash: seq === 5 ? 'f'.repeat(64) : hash },
      ]);
    expect((await log.verify()).faults.length).toBeGreaterThan(0);
  });

  it('drops what is old, stays whole, and goes on where it was', async () => {
    await using log = await written(3);
    log.clock.advance(2 * dayMs);
    await log.writer.record([auditEntry('new')]);
    await log.writer.dropBefore(log.clock.now() - dayMs);
    expect(await log.verify()).toMatchObject({ recordCount: 1, firstSeq: 4, lastSeq: 4, faults: [] });
    log.clock.advance(2 * dayMs);
    await log.writer.dropBefore(log.clock.now() - dayMs);
    expect(await log.verify()).toMatchObject({ recordCount: 0, faults: [] });
    await log.writer.record([auditEntry('newest')]);
    expect(await log.verify()).toMatchObject({ recordCount: 1, firstSeq: 5, faults: [] });
  });

  it('tells when it can not be written, and does not hold up the house', async () => {
    await using log = await written(1);
    log.change('drop table audit_records');
    await log.writer.record([auditEntry('lost')]);
    expect(log.failures.length).toBeGreaterThan(0);
  });
});

describe('wrong codes', () => {
  it('are counted over a restart', async () => {
    await using dir = await tempDir();
    const options = { path: join(dir.path, 'h.db'), clock: handClock() };
    const first = await openStore(options);
    await first.pinLocks.save('assist_satellite.a', { wrongCount: 1, lastAtMs: 5 });
    await first.pinLocks.save('assist_satellite.a', { wrongCount: 2, lastAtMs: 6 });
    await first.pinLocks.save('assist_satellite.b', { wrongCount: 1, lastAtMs: 7 });
    await first.pinLocks.remove('assist_satellite.b');
    await first[Symbol.asyncDispose]();
    await using second = await openStore(options);
    expect(await second.pinLocks.load('assist_satellite.a')).toEqual({ wrongCount: 2, lastAtMs: 6 });
    expect(await second.pinLocks.load('assist_satellite.b')).toBeUndefined();
  });
});
