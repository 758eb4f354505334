/** A third of every set of sentences is kept back: nobody writes rules by it, and its figures stand beside the rest. */
import { createHash } from 'node:crypto';

export function isHeldOut(sentence: string): boolean {
  return createHash('sha256').update(sentence.trim().toLowerCase()).digest().readUInt32BE(0) % 3 === 0;
}

/** What became of one sentence of a set. */
export type Judged = {
  readonly sentence: string;
  readonly isHeldOut: boolean;
  readonly isRight: boolean;
  /** What came instead; for sentences that may be read. */
  readonly problem: string;
};

export function judged(sentence: string, problem: string | undefined): Judged {
  return { sentence, isHeldOut: isHeldOut(sentence), isRight: problem === undefined, problem: problem ?? '' };
}
