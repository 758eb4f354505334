/** Table `workers`: engines on another machine: what a lost one costs, and what the way to it costs. */
import { type BenchPart, measureParts } from '../parts.ts';
import type { BenchOptions, BenchReport, BenchTable } from '../report.ts';
import { killedRows } from './killed.ts';
import { splitRows } from './split.ts';

export const workersTable: BenchTable = {
  name: 'workers',
  description: 'engines on another machine: killed in mid-sentence, and split against all in one',
  run: measure,
};

const parts: readonly BenchPart[] = [
  { name: 'lost workers', measure: async (options) => ({ rows: await killedRows(options) }) },
  { name: 'split engines', measure: async (options) => ({ rows: await splitRows(options) }) },
];

async function measure(options: BenchOptions): Promise<BenchReport> {
  return {
    table: workersTable.name,
    models: ['default configuration'],
    notes: ['every process on this machine, over loopback; sentences paced in real time'],
    rows: (await measureParts(parts, options)).rows,
  };
}
