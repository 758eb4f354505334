/** `hearken audit verify|show|export`: who had what done, and whether the record of it is whole. */
import { InvalidArgumentError } from 'commander';
import {
  auditOf,
  exportAudit,
  latestRecords,
  type ReadableRecord,
  verifyAll,
} from '../app/data/read-audit.ts';
import { StoreError } from '../core/errors.ts';
import { addConfigFlags, settingsOf } from './config-flags.ts';
import type { RegisterCommand } from './context.ts';
import { table } from './terminal.ts';

const defaultCount = 20;

export const registerAudit: RegisterCommand = (program, { terminal }) => {
  const group = program
    .command('audit')
    .summary('show, check or export the record of what was done')
    .description(
      'Every action and every refusal: who, where, on which way, what and how it ended. Never what was said.',
    );
  const verify = group.command('verify').summary('check that nothing was changed, left out or cut off');
  verify.option('--json', 'print the findings as JSON');
  addConfigFlags(verify, ['data', 'database']).action(async (options: { json?: boolean }) => {
    await using audit = await auditOf(settingsOf(verify, terminal));
    const reports = await verifyAll(audit);
    if (options.json) terminal.print(JSON.stringify(reports, undefined, 2));
    else for (const report of reports) terminal.print(sentenceOf(report));
    if (!options.json && reports.length === 0) terminal.print('nothing is on record yet');
    if (reports.some(({ faults }) => faults.length > 0))
      throw new StoreError('AUDIT_BROKEN', 'the audit log is not whole');
  });
  const show = group.command('show').summary('print the last records');
  show
    .option('-n, --count <number>', 'how many', positive, defaultCount)
    .option('--json', 'print one JSON object per line');
  addConfigFlags(show, ['data', 'database']).action(async (options: { count: number; json?: boolean }) => {
    await using audit = await auditOf(settingsOf(show, terminal));
    const records = await latestRecords(audit, options.count);
    if (options.json) for (const record of records) terminal.print(JSON.stringify(record));
    else terminal.print(table([headings, ...records.map(rowOf)]));
  });
  const all = group
    .command('export')
    .summary('print all records and checkpoints, one JSON object per line')
    .description(
      'With hashes, signatures and the public key: whoever has the export can check it without Hearken.',
    );
  addConfigFlags(all, ['data', 'database']).action(async () => {
    await using audit = await auditOf(settingsOf(all, terminal));
    for await (const line of exportAudit(audit)) terminal.print(JSON.stringify(line));
  });
};

function positive(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('must be a whole number above 0');
  return count;
}

function sentenceOf({
  chain,
  recordCount,
  firstSeq,
  lastSeq,
  signedSeq,
  faults,
  isOwn,
}: Awaited<ReturnType<typeof verifyAll>>[number]): string {
  const range = `${recordCount} records, ${firstSeq ?? 0} to ${lastSeq ?? 0}, signed up to ${signedSeq ?? 0}`;
  if (!isOwn)
    return `${chain}: ${range}; written with another key, so its signatures can not be checked here`;
  if (faults.length === 0) return `${chain}: ${range}: whole`;
  return `${chain}: ${range}: ${faults.map(({ kind, seq }) => `${kind} at ${seq}`).join(', ')}`;
}

const headings = ['time', 'who', 'where', 'way', 'what', 'devices', 'outcome', 'turn'];

function rowOf({ at, who, where, way, what, devices, outcome, turn }: ReadableRecord): readonly string[] {
  return [at, who, where, way, what, devices, outcome, turn];
}
