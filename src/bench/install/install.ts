/** Table `install`: from nothing to a spoken command in a real Home Assistant, and upgrades under it. */
import { firstCommandRows } from './first-command.ts';
import { type BenchPart, measureParts } from '../parts.ts';
import type { BenchOptions, BenchReport, BenchTable } from '../report.ts';
import { upgradeRows } from './upgrades.ts';

export const installTable: BenchTable = {
  name: 'install',
  description: 'the app from its folder to the first spoken command, and upgrades under Home Assistant',
  run: measure,
};

const parts: readonly BenchPart[] = [
  { name: 'first spoken command', measure: async (options) => ({ rows: await firstCommandRows(options) }) },
  { name: 'upgrades', measure: async (options) => ({ rows: await upgradeRows(options) }) },
];

async function measure(options: BenchOptions): Promise<BenchReport> {
  return {
    table: installTable.name,
    models: ['default configuration'],
    notes: [
      'a real core behind a stand-in Supervisor; the base image and the packages of npm are here already',
      'the integration lies in custom_components; what a person confirms in the browser is sent as the browser sends it',
      ...(options.smoke ? ['smoke: the image that was built last, not one of the folder'] : []),
    ],
    rows: (await measureParts(parts, options)).rows,
  };
}
