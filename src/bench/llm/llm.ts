/** Table `llm`: what we add to a language model, against stand-in servers that speak the wire formats of three APIs. */
import { measureAudit } from './audit-latency.ts';
import { measureGate } from '../gate/gate.ts';
import { killRows } from '../kills/kills.ts';
import { measureFailover } from './failover.ts';
import { measureOverhead } from './overhead.ts';
import { measurePolicy } from './policy-matrix.ts';
import { measurePerfect } from './perfect.ts';
import { measureRetrieval } from './retrieval.ts';
import { measureVoice } from './voice.ts';
import { type BenchPart, measureParts } from '../parts.ts';
import type { BenchOptions, BenchReport, BenchRow, BenchTable } from '../report.ts';

export const llmTable: BenchTable = {
  name: 'llm',
  description: 'what we add to a language model: prompt, tools, failover, voice; no model takes part',
  run,
};

/** The one that boots a core is the last: it takes minutes, and most can go wrong there. */
const parts: readonly BenchPart[] = [
  { name: 'own share of a turn', measure: async (options) => ({ rows: await measureOverhead(options) }) },
  { name: 'devices that a model is shown', measure: measureRetrieval },
  { name: 'tasks for a perfect model', measure: measurePerfect },
  { name: 'gate', measure: measureGate },
  { name: 'failover', measure: async (options) => ({ rows: await measureFailover(options) }) },
  { name: 'audit log', measure: async (options) => ({ rows: await measureAudit(options) }) },
  { name: 'policy', measure: async (options) => ({ rows: await measurePolicy(options) }) },
  { name: 'kills', measure: async (options) => ({ rows: await kills(options) }) },
  { name: 'voice', measure: async (options) => ({ rows: await measureVoice(options) }) },
];

async function run(options: BenchOptions): Promise<BenchReport> {
  const asked = options.smoke ? parts.filter(({ name }) => name !== 'voice') : parts;
  return {
    table: llmTable.name,
    models: ['none: stand-in servers answer by a script'],
    ...(await measureParts(asked, options)),
  };
}

async function kills({ smoke, signal, progress }: BenchOptions): Promise<readonly BenchRow[]> {
  const killCount = smoke ? 2 : 200;
  progress(`${killCount} kills while records are written …`);
  return await killRows(killCount, signal);
}
