/** Entry of the store's thread: the one connection to the SQLite file, so that a slow disk stalls nobody. */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'libsql';
import { z } from 'zod';
import { toError } from '../../core/errors.ts';
import { remembering } from '../../core/remembering.ts';
import {
  type Durability,
  type SqlRows,
  type StoreAnswer,
  type StoreRequest,
  storeRequest,
} from './messages.ts';

/** Another program on the same data directory (`hearken backup`) holds the file for less than this. */
const busyTimeoutMs = 5_000;

const { path } = z.object({ path: z.string() }).parse(workerData);
const database = new Database(path, { timeout: busyTimeoutMs });
database.pragma('journal_mode = WAL');
database.pragma('foreign_keys = ON');
database.pragma('synchronous = FULL');
// What was removed is overwritten: a person asked for it.
database.pragma('secure_delete = ON');
let durability: Durability = 'machine';
/** An open transaction in a file beside the store: the system ends it with the process, however that ends. */
let lease: Database.Database | undefined;

/** The program has about fifty; a list in one of them makes another of each length. */
const maxPrepared = 200;
/** Reading a statement takes as long as running it. */
const statementOf = remembering(maxPrepared, (sql) => database.prepare(sql));

/** Parameters go in as one list: the driver takes a single null for an object of named ones. */
function run(sql: string, parameters: readonly unknown[]): SqlRows {
  const statement = statementOf(sql);
  if (statement.reader)
    return { rows: z.array(z.record(z.string(), z.unknown())).parse(statement.all(parameters)) };
  return { rows: [], changeCount: statement.run(parameters).changes };
}

function useDurability(wanted: Durability): void {
  if (wanted === durability) return;
  database.pragma(`synchronous = ${wanted === 'machine' ? 'FULL' : 'NORMAL'}`);
  durability = wanted;
}

/** True when this process has it from now on. */
function takeLease(): boolean {
  if (lease) return true;
  const file = new Database(`${path}-lease`, { timeout: 0 });
  try {
    file.exec('begin exclusive');
    lease = file;
    return true;
  } catch (error) {
    file.close();
    if (isBusy(error)) return false;
    throw error;
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');

function giveLease(): void {
  lease?.close();
  lease = undefined;
}

function answer(request: StoreRequest): StoreAnswer {
  const { id } = request;
  try {
    if (request.kind === 'lease') {
      if (!request.isWanted) giveLease();
      return { kind: 'lease', id, isHeld: request.isWanted && takeLease() };
    }
    useDurability(request.durability);
    return { kind: 'rows', id, ...run(request.sql, request.parameters) };
  } catch (error) {
    return { kind: 'failed', id, reason: toError(error).message };
  }
}

parentPort?.on('message', (message: unknown) => {
  if (message === 'close') {
    giveLease();
    database.close();
    parentPort?.close();
    return;
  }
  parentPort?.postMessage(answer(storeRequest.parse(message)));
});
