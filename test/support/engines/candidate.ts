/** A place of an engine that a test takes up and down. */
import { Observed } from '../../../src/core/observed.ts';
import type { Candidate } from '../../../src/engines/failover.ts';

export type TestCandidate<Engine> = Candidate<Engine> & { readonly up: Observed<boolean> };

export function candidate<Engine>(name: string, engine: Engine, isUp = true): TestCandidate<Engine> {
  const up = new Observed(isUp);
  return {
    name,
    engine,
    up,
    isUp: () => up.value,
    untilUp: (options) => up.until((value) => value, options),
  };
}
