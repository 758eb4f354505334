/** What came of a turn's devices, in figures that name nothing. */
import type { Change } from './agent.ts';

export type ChangeFigures = {
  readonly changeCount: number;
  /** How many devices there are of each proof; absent without any. */
  readonly proofs?: Readonly<Record<string, number>>;
};

export function changeFigures(changes: readonly Pick<Change, 'proof'>[]): ChangeFigures {
  const proofs: Record<string, number> = {};
  for (const { proof } of changes) proofs[proof] = (proofs[proof] ?? 0) + 1;
  return { changeCount: changes.length, ...(changes.length > 0 && { proofs }) };
}
