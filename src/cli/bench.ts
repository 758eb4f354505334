/** `hearken bench [table…]`: measurements as a table and JSON. */
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { BenchReport, BenchRow } from '../bench/report.ts';
import { benchTables } from '../bench/tables.ts';
import { loadConfig } from '../config/load.ts';
import { RequestError } from '../core/errors.ts';
import { didYouMean } from '../core/nearest.ts';
import { packageVersion } from '../core/version.ts';
import { addConfigFlags, configInput } from './config-flags.ts';
import type { RegisterCommand } from './context.ts';
import { table } from './terminal.ts';

type Options = {
  readonly eval: string;
  readonly peers: string;
  readonly smoke?: boolean;
  readonly json?: string;
};

export const registerBench: RegisterCommand = (program, { terminal, signal }) => {
  const names = Object.keys(benchTables);
  const command = program
    .command('bench [table...]')
    .summary('measure speed and accuracy')
    .description(
      'Measures with real recordings, beside other programs in the same run where they are installed.',
    )
    .option('--eval <dir>', 'recordings with a manifest.jsonl', '../shared/eval')
    .option('--peers <dir>', 'Python environments of peers, made by scripts/peer.sh', '.cache/peers')
    .option('--smoke', 'short runs that only prove the benches work')
    .option('--json <file>', 'also write the reports as JSON')
    .addHelpText(
      'after',
      `\nTables: ${names.join(', ')}; none named runs all.\n\nExample:\n  hearken bench stt --json stt.json`,
    );
  addConfigFlags(command, ['models']).action(async (asked: string[], options: Options) => {
    const config = loadConfig(configInput(command));
    const reports: BenchReport[] = [];
    for (const name of asked.length > 0 ? asked : names) {
      const load = benchTables[name];
      if (!load)
        throw new RequestError('REQUEST_INVALID', `there is no table "${name}"${didYouMean(name, names)}`);
      terminal.note(`measuring ${name} …`);
      const { run } = await load();
      const report = await run({
        evalDir: resolve(options.eval),
        modelDirs: config.models.dirs,
        smoke: options.smoke ?? false,
        peersDir: resolve(options.peers),
        signal,
        progress: (text) => terminal.note(`  ${text}`),
      });
      reports.push(report);
      terminal.print(render(report));
    }
    if (options.json !== undefined) await writeReports(options.json, reports);
  });
};

async function writeReports(path: string, reports: readonly BenchReport[]): Promise<void> {
  const machine = {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    node: process.version,
  };
  await mkdir(dirname(resolve(path)), { recursive: true });
  await writeFile(path, `${JSON.stringify({ hearken: packageVersion, machine, reports }, undefined, 2)}\n`);
}

function render(report: BenchReport): string {
  const rows = report.rows.map((row) => [
    row.metric,
    number(row),
    row.target ?? '',
    verdict(row),
    `n=${row.n}`,
  ]);
  const facts = [`models: ${report.models.join(', ')}`, ...report.notes];
  return `\n${report.table}\n${table(rows)}\n${facts.map((fact) => `  ${fact}`).join('\n')}`;
}

function number({ value, unit, interval }: BenchRow): string {
  const digits = (x: number): string => (Math.abs(x) >= 100 ? x.toFixed(0) : x.toPrecision(3));
  const range = interval ? ` (${digits(interval[0])} to ${digits(interval[1])})` : '';
  return `${digits(value)} ${unit}${range}`;
}

const verdict = ({ met }: BenchRow): string => (met === undefined ? '' : met ? 'reached' : 'missed');
