/** Parts of one table, one after the other: what was measured outlives the failure of a later part. */
import { isVoiceError, toError } from '../core/errors.ts';
import type { BenchOptions, BenchReport, BenchRow } from './report.ts';

type Measured = Pick<BenchReport, 'rows'> & Partial<Pick<BenchReport, 'notes'>>;

export type BenchPart = {
  readonly name: string;
  readonly measure: (options: BenchOptions) => Promise<Measured>;
};

/** A part that fails has one row that says why. Rejects only with the signal's reason. */
export async function measureParts(
  parts: readonly BenchPart[],
  options: BenchOptions,
): Promise<Required<Measured>> {
  const rows: BenchRow[] = [];
  const notes: string[] = [];
  for (const { name, measure } of parts) {
    try {
      const measured = await measure(options);
      rows.push(...measured.rows);
      notes.push(...(measured.notes ?? []));
    } catch (error) {
      options.signal.throwIfAborted();
      rows.push(failureRow(name, toError(error)));
      options.progress(`${name} failed: ${toError(error).stack}`);
    }
  }
  return { rows, notes };
}

function failureRow(name: string, error: Error): BenchRow {
  const code = isVoiceError(error) ? ` [${error.code}]` : '';
  return {
    metric: `${name}: not measured, ${error.message}${code}`,
    value: 1,
    unit: 'failures',
    n: 1,
    target: '0',
    met: false,
    isFailure: true,
  };
}
