import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { readBackup } from '../../../src/store/backup/read-backup.ts';
import { restoreBackup } from '../../../src/store/backup/restore-backup.ts';
import { writeBackup } from '../../../src/store/backup/write-backup.ts';
import { migrateTo } from '../../../src/store/migrate.ts';
import { openDatabase, openDatabaseAsIs, openStore } from '../../../src/store/open-store.ts';
import { handClock } from '../../support/hand-clock.ts';
import { describeStores, type MakePlace } from '../../support/store-kinds.ts';
import { tempDir } from '../../support/temp-dir.ts';

const fact = (factId: string, text: string) =>
  ({ factId, owner: 'home', toldBy: 'home', text, language: 'en', atMs: 1_795_000_000_000 }) as const;

/** A store with one fact in it, and a backup of that. */
async function withBackup(make: MakePlace) {
  const place = await make();
  const store = await openStore({ ...place.place, clock: handClock() });
  await store.memory.addFact(fact('kept', 'the bins go out'), { model: 'm', vector: [0.25] });
  const file = join(place.dir, 'h.backup');
  await using database = await openDatabase(place.place);
  const report = await writeBackup(database.lasting, {
    path: file,
    files: [{ name: 'token', content: 'x' }],
  });
  return {
    ...{ place, store, file, report },
    [Symbol.asyncDispose]: async () => {
      await store[Symbol.asyncDispose]();
      await place[Symbol.asyncDispose]();
    },
  };
}

describeStores('a backup', (make) => {
  it('is written and restored while the store is in use, and replaces what came after it', async () => {
    await using backup = await withBackup(make);
    const { store, file, place, report } = backup;
    expect(report.rows).toEqual({ facts: 1 });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await store.memory.addFact(fact('later', 'the hedge is to be cut'), null);
    await using database = await openDatabase(place.place);
    const restored = await restoreBackup(database, file);
    expect(restored).toMatchObject({ rows: { facts: 1 }, files: [{ name: 'token', content: 'x' }] });
    expect(await store.memory.facts(['home'], 9)).toEqual([fact('kept', 'the bins go out')]);
    const search = { owners: ['home'], needs: 'any', language: 'en', limit: 9 } as const;
    expect(await store.memory.findFacts({ ...search, words: ['bin'] })).toHaveLength(1);
    expect(await store.memory.findFacts({ ...search, words: ['hedge'] })).toEqual([]);
    const near = { embedding: { model: 'm', vector: [0.25] }, minSimilarity: 0.9 };
    expect(await store.memory.findFacts({ ...search, words: [], near })).toHaveLength(1);
  });

  it('of an older version is brought up to date as it is restored', async () => {
    await using place = await make();
    const file = join(place.dir, 'old.backup');
    {
      await using old = await openDatabaseAsIs(place.place);
      await migrateTo(old.lasting, '0002-timers');
      await sql`insert into dialogues values ('c', '{}', '0.1.0', 7)`.execute(old.lasting);
      await writeBackup(old.lasting, { path: file, files: [] });
    }
    await using database = await openDatabase(place.place);
    expect((await restoreBackup(database, file)).rows).toEqual({ dialogues: 1 });
    const rows = await database.lasting.selectFrom('dialogues').select(['at_ms', 'revision']).execute();
    expect(rows).toEqual([{ at_ms: 7, revision: 0 }]);
  });

  it('that can not be restored leaves everything as it was', async () => {
    await using backup = await withBackup(make);
    const lines = gunzipSync(await readFile(backup.file))
      .toString()
      .split('\n');
    const spoilt = lines.map((line) => line.replace('"fact_id"', '"no_such_column"'));
    await writeFile(backup.file, gzipSync(spoilt.join('\n')));
    await using database = await openDatabase(backup.place.place);
    await expect(restoreBackup(database, backup.file)).rejects.toMatchObject({ code: 'STORE_FAILED' });
    expect(await backup.store.memory.countFacts('home')).toBe(1);
  });

  it('moves a store to the other kind of database', async () => {
    await using backup = await withBackup(make);
    await using dir = await tempDir();
    await using other = await openDatabase({ path: join(dir.path, 'other.db') });
    await restoreBackup(other, backup.file);
    const { count } = await other.lasting
      .selectFrom('facts')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBe(1);
  });
});

describe('a file that is no backup', () => {
  const header = {
    hearken: 'backup',
    format: 1,
    version: '0.1.0',
    at: '',
    steps: ['0001-turns-and-dialogues'],
  };
  const text = (...lines: readonly unknown[]): Buffer =>
    gzipSync(lines.map((line) => JSON.stringify(line)).join('\n'));
  const whole = text(header, { file: 'token', content: 'x' }, { end: 1 });

  it.each([
    ['something else', Buffer.from('hello'), 'BACKUP_INVALID'],
    ['empty', Buffer.alloc(0), 'BACKUP_INVALID'],
    ['gzip of something else', gzipSync('hello'), 'BACKUP_INVALID'],
    ['JSON of something else', text({ hearken: 'settings' }), 'BACKUP_INVALID'],
    ['a header alone', text(header), 'BACKUP_INVALID'],
    ['a backup without its end', text(header, { file: 'token', content: 'x' }), 'BACKUP_INVALID'],
    ['a backup with a line taken out', text(header, { end: 1 }), 'BACKUP_INVALID'],
    ['a backup that was cut', whole.subarray(0, -9), 'BACKUP_INVALID'],
    ['a backup of a newer version', text({ ...header, steps: ['9999-future'] }, { end: 0 }), 'STORE_NEWER'],
  ])('%s is refused', async (_, bytes, code) => {
    await using dir = await tempDir();
    const path = join(dir.path, 'b');
    await writeFile(path, bytes);
    await expect(readBackup(path)).rejects.toMatchObject({ code });
  });

  it('is told from one', async () => {
    await using dir = await tempDir();
    const path = join(dir.path, 'b');
    await writeFile(path, whole);
    expect((await readBackup(path)).files).toEqual([{ name: 'token', content: 'x' }]);
  });
});
