/** The last turns, joined from what the services report. Lives in memory alone: what was said is personal. */
import type { Clock } from '../core/clock.ts';
import { type Ended, type JoinedTurn, joinTurns } from './join-turns.ts';
import type { ReportStage, StageFact } from './stage-fact.ts';

/** About a day of a busy household; some hundred kB. */
const maxFacts = 1_000;

export class TurnLog {
  readonly #clock: Clock;
  readonly #facts: Ended[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  readonly report: ReportStage = (fact: StageFact) => {
    this.#facts.push({ ...fact, endedAtMs: this.#clock.now() });
    if (this.#facts.length > maxFacts) this.#facts.shift();
  };

  /** Newest first. Joined when asked for: a later stage may settle what an earlier one left open. */
  turns(): readonly JoinedTurn[] {
    return joinTurns(this.#facts).toReversed();
  }
}
