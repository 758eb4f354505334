/** Whether one stage can be what another one of the same turn led to. */
import type { AgentFact, StageFact, SttFact, TtsFact } from './stage-fact.ts';

/** A fact with when it was reported: the end of its stage, in ms since the epoch. */
export type Ended<Fact extends StageFact = StageFact> = Fact & { readonly endedAtMs: number };

/** As much of a stage as is known when it begins. */
type Begun<Fact extends StageFact> = Pick<Fact, 'remoteAddress' | 'startedAtMs'>;

/** Home Assistant goes on to the next stage within milliseconds; a busy one takes longer. */
const maxGapMs = 300;
/** Where the same words are evidence too, a very busy one may take its time: over 600 ms were seen. */
export const maxGapOfSameTextMs = 1_000;
/** A peer's next request may be here before our own report of the last one. */
const reportDelayMs = 5;

// Times are compared first: they rule out nearly all pairs at next to no cost.
export const follows = (first: Ended, next: Begun<StageFact>, gapMs = maxGapMs): boolean =>
  isBetween(next.startedAtMs, first.endedAtMs - reportDelayMs, first.endedAtMs + gapMs) &&
  isSamePeer(first, next);

export const understands = (
  stt: Ended<SttFact>,
  agent: Begun<AgentFact> & { readonly pii: { readonly text: string } },
): boolean => follows(stt, agent, maxGapOfSameTextMs) && isSameText(stt.pii.text, agent.pii.text);

/** A reply that is spoken while it is written begins before its end. */
export const speaks = (agent: Ended<AgentFact>, tts: Ended<TtsFact>): boolean =>
  (follows(agent, tts, maxGapOfSameTextMs) || (tts.isStream && isWithin(tts, agent))) &&
  isSameText(agent.pii.speech, tts.pii.text);

const isWithin = (inner: Ended, outer: Ended): boolean =>
  isBetween(inner.startedAtMs, outer.startedAtMs, outer.endedAtMs) && isSamePeer(inner, outer);

const isBetween = (value: number, from: number, to: number): boolean => value >= from && value <= to;

/** One Home Assistant may come over Wyoming and HTTP, on sockets that write its address differently. */
const isSamePeer = (one: Begun<StageFact>, other: Begun<StageFact>): boolean =>
  unmapped(one.remoteAddress) === unmapped(other.remoteAddress);

const unmapped = (address: string): string => address.toLowerCase().replace(/^::ffff:/, '');

function isSameText(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && plain(one) !== '' && plain(one) === plain(other);
}

const plain = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');
