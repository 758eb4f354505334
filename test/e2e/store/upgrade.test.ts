import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sql } from 'kysely';
import { readBackup } from '../../../src/store/backup/read-backup.ts';
import { migrateTo, stepsOf } from '../../../src/store/migrate.ts';
import { migrations } from '../../../src/store/migrations.ts';
import { migrationCopy, openDatabaseAsIs, openStore } from '../../../src/store/open-store.ts';
import { copySuffix, openSqlite } from '../../../src/store/sqlite/open-sqlite.ts';
import { handClock } from '../../support/hand-clock.ts';
import { describeStores } from '../../support/store-kinds.ts';

const steps = Object.keys(migrations);
/** Every version that had a store had the tables of one of these steps, and those before. */
const older = steps.slice(0, -1);

/** What each step brought, as a version that ended with it wrote it. */
const written: readonly (readonly [step: string, statement: string])[] = [
  ['0001-turns-and-dialogues', `insert into turns values ('t', null, '0.1.0', 1795000000000)`],
  [
    '0002-timers',
    `insert into timers values ('egg', 'egg', 60000, 60000, 1795000000000, '{"satelliteId":null,"deviceId":null,"areaId":null,"language":"en","showsTimers":false}', 'paused', 5.5, 1795000000000.5)`,
  ],
  [
    '0004-memory',
    `insert into facts (fact_id, owner, told_by, text, language, at_ms) values ('f', 'home', 'home', 'the bins', 'en', 1795000000000)`,
  ],
];

describeStores('a store of an older version', (make, kind) => {
  it.each(older)('that ended with %s is brought up to date, with a copy of what it was', async (last) => {
    await using place = await make();
    const holds = (step: string) => steps.indexOf(step) <= steps.indexOf(last);
    {
      await using old = await openDatabaseAsIs(place.place);
      await migrateTo(old.lasting, last);
      for (const [step, statement] of written) if (holds(step)) await sql.raw(statement).execute(old.lasting);
    }
    {
      await using store = await openStore({ ...place.place, clock: handClock(1_795_000_000_000) });
      expect(await store.turns.find('t')).toEqual({ kind: 'started' });
      expect((await store.timers.load()).map(({ timerId, leftMs }) => [timerId, leftMs])).toEqual(
        holds('0002-timers') ? [['egg', 5.5]] : [],
      );
      expect((await store.memory.facts(['home'], 10)).map(({ text }) => text)).toEqual(
        holds('0004-memory') ? ['the bins'] : [],
      );
    }
    const done = steps.slice(0, steps.indexOf(last) + 1);
    if (kind === 'sqlite') {
      await using copy = openSqlite(`${place.place.path}${copySuffix}`);
      expect(await stepsOf(copy.lasting)).toEqual(done);
      const { rows } = await sql<{ turn_id: string }>`select turn_id from turns`.execute(copy.lasting);
      expect(rows).toEqual([{ turn_id: 't' }]);
    } else {
      const copy = await readBackup(join(place.dir, migrationCopy));
      expect(copy.steps).toEqual(done);
      expect(copy.rows.get('turns')).toMatchObject([{ turn_id: 't' }]);
    }
  });

  it('that is new already is opened without a copy', async () => {
    await using place = await make();
    for (let count = 0; count < 2; count += 1)
      await (await openStore({ ...place.place, clock: handClock() }))[Symbol.asyncDispose]();
    const copy = kind === 'sqlite' ? `${place.place.path}${copySuffix}` : join(place.dir, migrationCopy);
    await expect(access(copy)).rejects.toThrow('ENOENT');
  });

  it('is refused when it is of a newer one', async () => {
    await using place = await make();
    const future = '9999-future';
    {
      await using database = await openDatabaseAsIs(place.place);
      await migrateTo(database.lasting);
      await sql`insert into kysely_migration (name, timestamp) values (${future}, '2099')`.execute(
        database.lasting,
      );
    }
    await expect(openStore({ ...place.place, clock: handClock() })).rejects.toMatchObject({
      code: 'STORE_NEWER',
      message: expect.stringContaining(future),
    });
  });
});
