/** The last turns, joined from what the services report. Lives in memory alone: what was said is personal. */
import type { Clock } from '../core/clock.ts';
import { type JoinedTurn, joinTurns } from './join-turns.ts';
import { type Ended, maxGapOfSameTextMs, understands } from './same-turn.ts';
import type { ReportStage, StageFact, SttFact } from './stage-fact.ts';

/** About a day of a busy household; some hundred kB. */
const maxFacts = 1_000;

/** A sentence that reaches the agent. */
export type ArrivedSentence = { readonly text: string; readonly remoteAddress: string };

export class TurnLog {
  readonly #clock: Clock;
  readonly #facts: Ended[] = [];
  /** Transcripts that a sentence at the agent was found to be. */
  readonly #claimed = new WeakSet<Ended>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  readonly report: ReportStage = (fact: StageFact) => {
    this.#facts.push({ ...fact, endedAtMs: this.#clock.now() });
    if (this.#facts.length > maxFacts) this.#facts.shift();
  };

  /** Forgets all of them. */
  clear(): void {
    this.#facts.length = 0;
  }

  /** Newest first. Joined when asked for: a later stage may settle what an earlier one left open. */
  turns(): readonly JoinedTurn[] {
    return joinTurns(this.#facts).toReversed();
  }

  /**
   * What speech-to-text knew of a sentence that reaches the agent now. Undefined when it was typed, and when it
   * could be more than one transcript: that is never guessed. Each transcript is given once.
   */
  heard({ text, remoteAddress }: ArrivedSentence): SttFact | undefined {
    const startedAtMs = this.#clock.now();
    const arrived = { remoteAddress, startedAtMs, pii: { text } };
    const found: Ended<SttFact>[] = [];
    for (let index = this.#facts.length - 1; index >= 0; index -= 1) {
      const fact = this.#facts[index];
      if (!fact || fact.endedAtMs < startedAtMs - maxGapOfSameTextMs) break;
      if (fact.stage === 'stt' && !this.#claimed.has(fact) && understands(fact, arrived)) found.push(fact);
    }
    const [only, ...others] = found;
    if (!only || others.length > 0) return undefined;
    this.#claimed.add(only);
    return only;
  }
}
