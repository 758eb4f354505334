/** One log line per stage of a turn. */
import type { Logger } from '../core/log.ts';
import type { StageFact } from '../turns/stage-fact.ts';

/** Durations and ids are for everyone; what was said stays under `pii`, which the logger drops unless told. */
export function logFact(log: Logger, fact: StageFact): void {
  const { stage, ...fields } = fact;
  log.info('turn stage', { stage, ...fields });
}
