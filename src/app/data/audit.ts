/** The audit log of this program: its key, its chain in the store, and what keeps it short. */
import { AuditWriter } from '../../agent/audit/audit-writer.ts';
import type { AuditSettings } from '../../agent/audit/options.ts';
import { newSigningKey, readSigningKey, type SigningKey } from '../../agent/audit/signing.ts';
import { type AuditLog, noAudit } from '../../agent/ports/audit-log.ts';
import type { AuditStore } from '../../agent/ports/audit-store.ts';
import { abortable, sleep } from '../../core/abort.ts';
import type { Background } from '../../core/background.ts';
import type { Clock } from '../../core/clock.ts';
import { type ErrorCode, toError } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import { openDataDirectory, readOrMakeDataFile } from './data-files.ts';
import { storeFailureCode } from './sturdy-stores.ts';
import { dayMs } from '../../core/time-units.ts';

/** In the data directory, readable by its owner alone. */
export const auditKeyFile = 'audit-key';

export type RunningAudit = AuditLog &
  AsyncDisposable & {
    /** Why records are not written now; undefined when they are. */
    failure(): ErrorCode | undefined;
  };

export type AuditParts = {
  readonly dataDir: string;
  /** Absent: the store could not be opened. */
  readonly store: AuditStore | undefined;
  readonly settings: AuditSettings;
  readonly background: Pick<Background, 'run'>;
  readonly clock: Clock;
  readonly log: Logger;
};

/** Made at the first start. */
export async function openAuditKey(dataDir: string): Promise<SigningKey> {
  await openDataDirectory(dataDir);
  const { content } = await readOrMakeDataFile(dataDir, auditKeyFile, newSigningKey);
  return readSigningKey(content);
}

/** Never fails: what can not be put on record is told, and the house goes on. */
export async function openAudit(parts: AuditParts): Promise<RunningAudit> {
  const { store, log } = parts;
  try {
    if (store) return await start({ ...parts, store });
  } catch (error) {
    tell(log, error);
  }
  return { ...noAudit, failure: () => 'STORE_FAILED', [Symbol.asyncDispose]: async () => undefined };
}

/** A write takes milliseconds; a person waits for a disk that hangs no longer than this. */
const patienceMs = 1_000;

async function start({
  dataDir,
  store,
  settings,
  background,
  clock,
  log,
}: AuditParts & { readonly store: AuditStore }): Promise<RunningAudit> {
  let failure: ErrorCode | undefined;
  const writer = new AuditWriter({
    store,
    key: await openAuditKey(dataDir),
    clock,
    onHealth: (error) => {
      if (error !== undefined && failure === undefined) tell(log, error);
      failure = error === undefined ? undefined : storeFailureCode(error);
    },
  });
  background.run('audit log', async (signal) => {
    for (;;) {
      await writer.dropBefore(clock.now() - settings.retentionDays * dayMs);
      await writer.checkpoint();
      await sleep(dayMs, signal);
    }
  });
  return {
    record: async (entries) => {
      const kept = writer.record(entries);
      await abortable(kept, AbortSignal.timeout(patienceMs)).catch(() => undefined);
    },
    recordLater: (entries) => writer.recordLater(entries),
    failure: () => failure,
    [Symbol.asyncDispose]: () => writer[Symbol.asyncDispose](),
  };
}

function tell(log: Logger, error: unknown): void {
  log.error('the audit log can not be written: what is done is on no record', {
    code: storeFailureCode(error),
    reason: toError(error).message,
  });
}
