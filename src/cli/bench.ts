/** `hearken bench [table…]`: measurements as a table and JSON. */
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { BenchReport, BenchRow } from '../bench/report.ts';
import { benchTables, onlyWhenNamed } from '../bench/tables.ts';
import type { Config } from '../config/schema.ts';
import { ConfigError, EngineError, RequestError } from '../core/errors.ts';
import { didYouMean } from '../core/nearest.ts';
import { packageVersion } from '../core/version.ts';
import { addConfigFlags, settingsOf } from './config-flags.ts';
import type { RegisterCommand } from './context.ts';
import { table } from './terminal.ts';

type Options = {
  readonly eval: string;
  readonly peers: string;
  readonly smoke?: boolean;
  readonly json?: string;
  readonly ha?: string;
  readonly llm?: boolean;
};

export const registerBench: RegisterCommand = (program, { terminal, signal }) => {
  const names = Object.keys(benchTables);
  const command = program
    .command('bench [table...]')
    .summary('measure speed and accuracy, beside other programs')
    .description(
      'Measures with real recordings, beside other programs in the same run where they are installed.',
    )
    .option('--eval <dir>', 'recordings with a manifest.jsonl', '../shared/eval')
    .option('--peers <dir>', 'Python environments of peers, made by scripts/peer.sh', '.cache/peers')
    .option('--smoke', 'short runs that only prove the benches work')
    .option(
      '--ha <url>',
      'a Home Assistant on this machine for table turn, with --home-token or HEARKEN_HOME_TOKEN: one to test with, the commands are carried out there; by default one is booted',
    )
    .option(
      '--llm',
      'table agent with the configured language models (llm.providers) instead of our grammar: score, tokens and time per task, to compare models; a provider in the cloud costs money',
    )
    .option('--json <file>', 'also write the reports as JSON')
    .addHelpText(
      'after',
      `\nTables: ${names.join(', ')}; none named runs all but those that have something built first (${[...onlyWhenNamed].join(', ')}).\n\nExample:\n  hearken bench stt --json stt.json`,
    );
  addConfigFlags(command, ['models', 'home', 'llm']).action(async (asked: string[], options: Options) => {
    const config = settingsOf(command, terminal);
    const reports: BenchReport[] = [];
    const all = names.filter((name) => !onlyWhenNamed.has(name));
    try {
      for (const name of asked.length > 0 ? asked : all) {
        if (signal.aborted) break;
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
          ...(options.llm === true && { llm: config.llm }),
          ...(options.ha !== undefined && { ha: givenHome(options.ha, config) }),
          signal,
          progress: (text) => terminal.note(`  ${text}`),
        });
        reports.push(report);
        terminal.print(render(report));
      }
    } finally {
      // What took hours is not lost with the table behind it.
      if (options.json !== undefined) await writeReports(options.json, reports);
    }
    throwFailures(reports);
  });
};

/** @throws EngineError `ENGINE_FAILED` when a part of a table could not be measured. */
function throwFailures(reports: readonly BenchReport[]): void {
  const failed = reports.flatMap(({ rows }) => rows.filter(({ isFailure }) => isFailure));
  if (failed.length > 0)
    throw new EngineError('ENGINE_FAILED', failed.map(({ metric }) => metric).join('; '));
}

/** @throws ConfigError `CONFIG_INVALID` without a token, and for what is no address. */
function givenHome(url: string, { home }: Config): { readonly url: string; readonly token: string } {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new ConfigError('CONFIG_INVALID', `--ha needs an address like http://127.0.0.1:8123, not "${url}"`);
  const token = home.token.reveal();
  if (token === '')
    throw new ConfigError('CONFIG_INVALID', '--ha needs a token: --home-token or HEARKEN_HOME_TOKEN');
  return { url: url.replace(/\/$/, ''), token };
}

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
