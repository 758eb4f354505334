/** Entry of the store's thread: the one connection to the SQLite file, so that a slow disk stalls nobody. */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'libsql';
import { z } from 'zod';
import { toError } from '../core/errors.ts';
import { type Durability, type SqlAnswer, sqlRequest, type SqlRows } from './sqlite-messages.ts';

/** Another program on the same data directory (`hearken backup`) holds the file for less than this. */
const busyTimeoutMs = 5_000;

const { path } = z.object({ path: z.string() }).parse(workerData);
const database = new Database(path, { timeout: busyTimeoutMs });
database.pragma('journal_mode = WAL');
database.pragma('foreign_keys = ON');
database.pragma('synchronous = FULL');
let durability: Durability = 'machine';

function run(sql: string, parameters: readonly unknown[]): SqlRows {
  const statement = database.prepare(sql);
  if (statement.reader)
    return { rows: z.array(z.record(z.string(), z.unknown())).parse(statement.all(...parameters)) };
  return { rows: [], changeCount: statement.run(...parameters).changes };
}

function useDurability(wanted: Durability): void {
  if (wanted === durability) return;
  database.pragma(`synchronous = ${wanted === 'machine' ? 'FULL' : 'NORMAL'}`);
  durability = wanted;
}

parentPort?.on('message', (message: unknown) => {
  if (message === 'close') {
    database.close();
    parentPort?.close();
    return;
  }
  const request = sqlRequest.parse(message);
  let answer: SqlAnswer;
  try {
    useDurability(request.durability);
    answer = { kind: 'rows', id: request.id, ...run(request.sql, request.parameters) };
  } catch (error) {
    answer = { kind: 'failed', id: request.id, reason: toError(error).message };
  }
  parentPort?.postMessage(answer);
});
