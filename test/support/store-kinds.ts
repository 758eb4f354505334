/**
 * The same cases on both databases. PostgreSQL is the one of `TEST_DATABASE_URL` (`scripts/postgres.sh` starts one and
 * prints its URL): without it these cases are reported as skipped, by name; in CI that is a failure.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import type { StorePlace } from '../../src/store/open-store.ts';
import { tempDir } from './temp-dir.ts';

/** An empty place for a store, and how to get rid of it. */
export type TestPlace = AsyncDisposable & { readonly place: StorePlace; readonly dir: string };
export type MakePlace = () => Promise<TestPlace>;

const serverUrl = process.env['TEST_DATABASE_URL'] ?? '';

async function sqlitePlace(): Promise<TestPlace> {
  const dir = await tempDir();
  return {
    place: { path: join(dir.path, 'hearken.db') },
    dir: dir.path,
    [Symbol.asyncDispose]: () => dir[Symbol.asyncDispose](),
  };
}

async function postgresPlace(): Promise<TestPlace> {
  const dir = await tempDir();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = name;
  return {
    place: { path: join(dir.path, 'hearken.db'), url: new Secret(url.href) },
    dir: dir.path,
    [Symbol.asyncDispose]: async () => {
      await onServer(`drop database ${name} with (force)`);
      await dir[Symbol.asyncDispose]();
    },
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Like `describe`, once per database. */
export function describeStores(
  title: string,
  cases: (make: MakePlace, kind: 'sqlite' | 'postgres') => void,
): void {
  describe(`${title} (SQLite)`, () => cases(sqlitePlace, 'sqlite'));
  const onPostgres = `${title} (PostgreSQL)`;
  if (serverUrl !== '') describe(onPostgres, () => cases(postgresPlace, 'postgres'));
  else if (process.env['CI'])
    describe(onPostgres, () => {
      it('finds its server', () => {
        expect.fail('TEST_DATABASE_URL is not set: scripts/postgres.sh starts a server and prints it');
      });
    });
  else describe.skip(`${onPostgres}, without TEST_DATABASE_URL`, () => cases(postgresPlace, 'postgres'));
}
