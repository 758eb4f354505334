/** What the doctor says about the room this installation takes. */
import type { Finding } from './finding.ts';

export type DiskUseFacts = {
  readonly modelBytes: number;
  readonly replyBytes: number;
  readonly dataBytes: number;
};

/** Timers, memory and audit log of a large household over years stay far below; what is more has no end. */
const comfortableDataBytes = 1_000_000_000;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;

export function judgeDiskUse({ modelBytes, replyBytes, dataBytes }: DiskUseFacts): readonly Finding[] {
  const message = `in use: models ${megabytes(modelBytes)}, kept replies ${megabytes(replyBytes)}, memory and records ${megabytes(dataBytes)}`;
  if (dataBytes <= comfortableDataBytes) return [{ topic: 'disk', verdict: 'ok', message }];
  return [
    {
      topic: 'disk',
      verdict: 'warning',
      message,
      fix: 'lower audit.retention_days or memory.history_days, and remove old backups and copies from the data directory',
    },
  ];
}
