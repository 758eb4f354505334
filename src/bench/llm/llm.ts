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
import type { BenchOptions, BenchReport, BenchRow, BenchTable } from '../report.ts';

export const llmTable: BenchTable = {
  name: 'llm',
  description: 'what we add to a language model: prompt, tools, failover, voice; no model takes part',
  run,
};

async function run(options: BenchOptions): Promise<BenchReport> {
  options.progress('devices that a model is shown …');
  const retrieval = await measureRetrieval(options);
  const perfect = await measurePerfect(options);
  const gate = await measureGate(options);
  const rows = [
    ...(await measureOverhead(options)),
    ...retrieval.rows,
    ...perfect.rows,
    ...gate.rows,
    ...(await measureFailover(options)),
    ...(await measureAudit(options)),
    ...(await measurePolicy(options)),
    ...(await kills(options)),
    // Booting a core takes minutes where it was never built.
    ...(options.smoke ? [] : await measureVoice(options)),
  ];
  return {
    table: llmTable.name,
    models: ['none: stand-in servers answer by a script'],
    notes: [...retrieval.notes, ...perfect.notes, ...gate.notes],
    rows,
  };
}

async function kills({ smoke, signal, progress }: BenchOptions): Promise<readonly BenchRow[]> {
  const killCount = smoke ? 2 : 200;
  progress(`${killCount} kills while records are written …`);
  return await killRows(killCount, signal);
}
