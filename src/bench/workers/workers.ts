/** Table `workers`: engines on another machine: what a lost one costs, and what the way to it costs. */
import type { BenchOptions, BenchReport, BenchTable } from '../report.ts';
import { killedRows } from './killed.ts';
import { splitRows } from './split.ts';

export const workersTable: BenchTable = {
  name: 'workers',
  description: 'engines on another machine: killed in mid-sentence, and split against all in one',
  run: measure,
};

async function measure(options: BenchOptions): Promise<BenchReport> {
  return {
    table: workersTable.name,
    models: ['default configuration'],
    notes: ['every process on this machine, over loopback; sentences paced in real time'],
    rows: [...(await killedRows(options)), ...(await splitRows(options))],
  };
}
