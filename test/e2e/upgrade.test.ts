/** The program on a data directory that another version of it left. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { converse } from '../../src/client/voice-client.ts';
import { systemClock } from '../../src/core/clock.ts';
import { migrateTo } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations.ts';
import { openDatabaseAsIs } from '../../src/store/open-store.ts';
import { copySuffix } from '../../src/store/sqlite/open-sqlite.ts';
import { type HearkenServer, startHearken } from '../support/hearken-server.ts';
import { apiUrlOf, sayTo } from '../support/served-turn.ts';
import { tempDir } from '../support/temp-dir.ts';

const run = promisify(execFile);
const steps = Object.keys(migrations);

const start = (data: string, packageDir?: string): Promise<HearkenServer> =>
  startHearken({ args: ['--only', 'handle', '--data', data], ...(packageDir && { packageDir }) });

async function speech(server: HearkenServer, data: string, text: string): Promise<string> {
  const line = await sayTo(server, data, { text, satellite_id: 'assist_satellite.kitchen' });
  return line.type === 'outcome' ? line.speech : line.type;
}

async function storeHealth(server: HearkenServer): Promise<unknown> {
  const response = await fetch(`${await apiUrlOf(server)}/health`);
  return ((await response.json()) as { services: Record<string, unknown> }).services['store'];
}

/** As a version that ended with this step left it, an hour of a timer still to go. */
async function leave(dataDir: string, last: string | undefined): Promise<void> {
  await mkdir(join(dataDir, 'cache/replies'), { recursive: true });
  await writeFile(join(dataDir, 'token'), `${'t'.repeat(43)}\n`, { mode: 0o600 });
  await writeFile(join(dataDir, 'instance-id'), '5f0c2f0e-0000-4000-8000-000000000001\n');
  await writeFile(join(dataDir, 'cache/replies/index.json'), '{"format":"of another version"}');
  await using database = await openDatabaseAsIs({ path: join(dataDir, 'hearken.db') });
  await migrateTo(database.lasting, last);
  if (last !== undefined && steps.indexOf(last) < steps.indexOf('0002-timers')) return;
  const origin = JSON.stringify({
    ...{ satelliteId: 'assist_satellite.kitchen', deviceId: null, areaId: null },
    ...{ language: 'en', showsTimers: false },
  });
  const now = systemClock.now();
  await sql`insert into timers values ('egg', 'egg', 3600000, 3600000, ${now}, ${origin}, 'running', 3600000, ${now})`.execute(
    database.lasting,
  );
}

describe('a data directory of an older version', () => {
  it.each(steps.slice(0, -1))(
    'that ended with %s: token, id and timers are kept, and a copy',
    async (last) => {
      await using dir = await tempDir();
      await leave(dir.path, last);
      await using server = await start(dir.path);
      const answer = await speech(server, dir.path, 'how long is left on the egg timer');
      expect(answer).toMatch(
        last === steps[0] ? /no (egg )?timer/ : /^The egg timer has (59|60|one hour|1 hour)/,
      );
      expect(await storeHealth(server)).toEqual({ state: 'ready' });
      expect(await readFile(join(dir.path, 'token'), 'utf8')).toMatch(/^t+\n$/);
      expect(await readFile(join(dir.path, 'instance-id'), 'utf8')).toMatch(/^5f0c2f0e-/);
      expect((await stat(join(dir.path, `hearken.db${copySuffix}`))).size).toBeGreaterThan(0);
    },
  );

  it('that is of the commit before this one goes on, with what was promised there', async (context) => {
    const script = fileURLToPath(new URL('../../scripts/previous-version.sh', import.meta.url));
    const { stdout } = await run(script).catch((error: { code: number }) => {
      if (error.code === 3) return context.skip('there is no git history here');
      throw error;
    });
    await using dir = await tempDir();
    await using before = await start(dir.path, stdout.trim());
    await speech(before, dir.path, 'set a pasta timer for twenty minutes');
    const token = await readFile(join(dir.path, 'token'), 'utf8');
    await before[Symbol.asyncDispose]();
    await using after = await start(dir.path);
    expect(await speech(after, dir.path, 'how long is left on the pasta timer')).toMatch(
      /^The pasta timer has (20|19) minutes/,
    );
    expect(await readFile(join(dir.path, 'token'), 'utf8')).toBe(token);
    expect(await storeHealth(after)).toEqual({ state: 'ready' });
    // The other version is built first.
  }, 300_000);
});

describe('a data directory of a newer version', () => {
  it('keeps its store as it is, and the voice works without it', async () => {
    await using dir = await tempDir();
    await leave(dir.path, undefined);
    {
      await using database = await openDatabaseAsIs({ path: join(dir.path, 'hearken.db') });
      await sql`insert into kysely_migration (name, timestamp) values ('9999-future', '2099')`.execute(
        database.lasting,
      );
    }
    const left = await readFile(join(dir.path, 'hearken.db'));
    await using server = await start(dir.path);
    const answer = await converse(server.uri, 'is the front door locked', {
      signal: AbortSignal.timeout(20_000),
    });
    expect(answer.text).toMatch(/door/i);
    expect(await storeHealth(server)).toEqual({ state: 'failed', reason: 'STORE_NEWER' });
    await server[Symbol.asyncDispose]();
    expect((await readFile(join(dir.path, 'hearken.db'))).equals(left)).toBe(true);
  });
});
