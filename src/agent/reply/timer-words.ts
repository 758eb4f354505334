/** What is said about timers, put together from the phrases of a language. */
import type { TimerEnd, TimerOutcome } from '../schedule/timer-outcome.ts';
import type { Timer, TimerNow } from '../schedule/timer.ts';
import type { Place } from '../understand/mention.ts';
import { spokenDuration } from './durations.ts';
import { sentence } from './phrasing.ts';

/**
 * `timer` is what `called` makes of one, `left`, `length` and `ago` are durations. Phrases get their capital and
 * their full stop; several in a row are joined by `list`.
 */
export type TimerPhrases = {
  readonly language: string;
  readonly list: (items: readonly string[]) => string;
  /** "the egg timer", "the 5 minute timer". */
  readonly called: (name: string | null, length: string) => string;
  /** It runs from now on; short, because this is said most. */
  readonly set: (name: string | null, length: string) => string;
  /** After `set`: it will be told in the terminal. */
  readonly ringsHere: string;
  /** After `set`: it can only be asked about. */
  readonly ringsNowhere: string;
  readonly tooMany: string;
  readonly tooLong: string;
  readonly noLength: string;
  readonly none: string;
  readonly noneCalled: (name: string) => string;
  readonly noneOf: (length: string) => string;
  readonly noneIn: (place: Place) => string;
  readonly which: (timers: string) => string;
  readonly cancelled: (timer: string) => string;
  readonly cancelledAll: (count: number) => string;
  readonly paused: (timer: string, left: string) => string;
  readonly wasPaused: (timer: string) => string;
  readonly resumed: (timer: string, left: string) => string;
  readonly wasRunning: (timer: string) => string;
  readonly hasLeft: (timer: string, left: string) => string;
  readonly hasOnlyLeft: (timer: string, left: string) => string;
  readonly isPausedWith: (timer: string, left: string) => string;
  readonly endedAgo: (timer: string, ago: string) => string;
  readonly isOver: (timer: string) => string;
};

export type TimerWords = {
  readonly outcome: (outcome: TimerOutcome, nowMs: number) => string;
  readonly end: (end: TimerEnd) => string;
};

/** A ring within this time needs no apology. */
const punctualMs = 10_000;

export function timerWords(phrases: TimerPhrases): TimerWords {
  const { language, list } = phrases;
  const exactly = (ms: number) => spokenDuration(ms, language, true);
  const roughly = (ms: number) => spokenDuration(ms, language);
  const called = ({ name, durationMs }: Timer) => phrases.called(name, exactly(durationMs));
  const clause = (timer: TimerNow) => {
    const isPaused = timer.phase === 'paused';
    return (isPaused ? phrases.isPausedWith : phrases.hasLeft)(called(timer), roughly(timer.nowLeftMs));
  };
  /** By name or length where that tells them apart, else also by what is left. */
  const tellingApart = (timers: readonly TimerNow[]): ((timer: TimerNow) => string) =>
    new Set(timers.map(called)).size === timers.length ? called : clause;
  const over = (timer: Timer, agoMs: number) =>
    agoMs > punctualMs ? phrases.endedAgo(called(timer), roughly(agoMs)) : phrases.isOver(called(timer));

  const notFound = ({ choice }: Extract<TimerOutcome, { kind: 'not-found' }>): string => {
    if (choice.name !== null) return phrases.noneCalled(choice.name);
    if (choice.lengthMs !== null) return phrases.noneOf(exactly(choice.lengthMs));
    return choice.place === null ? phrases.none : phrases.noneIn(choice.place);
  };

  const started = ({ timer, rings }: Extract<TimerOutcome, { kind: 'started' }>): string => {
    const said = sentence(phrases.set(timer.name, exactly(timer.durationMs)));
    if (rings === 'satellite') return said;
    return `${said} ${sentence(rings === 'terminal' ? phrases.ringsHere : phrases.ringsNowhere)}`;
  };

  const refusals = {
    'too-many': phrases.tooMany,
    'too-long': phrases.tooLong,
    'no-length': phrases.noLength,
  };

  return {
    outcome: (outcome, nowMs) => {
      switch (outcome.kind) {
        case 'started':
          return started(outcome);
        case 'refused':
          return sentence(refusals[outcome.why]);
        case 'none':
          return sentence(phrases.none);
        case 'not-found':
          return sentence(notFound(outcome));
        case 'which':
          return sentence(phrases.which(list(outcome.timers.map(tellingApart(outcome.timers)))));
        case 'cancelled': {
          const [only, ...others] = outcome.timers;
          const isOne = only !== undefined && others.length === 0;
          return sentence(
            isOne ? phrases.cancelled(called(only)) : phrases.cancelledAll(outcome.timers.length),
          );
        }
        case 'paused':
        case 'resumed':
          return sentence(turned(outcome, called(outcome.timer), roughly(outcome.timer.nowLeftMs), phrases));
        case 'changed':
          return sentence(phrases.hasLeft(called(outcome.timer), roughly(outcome.timer.nowLeftMs)));
        case 'too-short':
          return sentence(phrases.hasOnlyLeft(called(outcome.timer), roughly(outcome.timer.nowLeftMs)));
        case 'status':
          return [
            ...outcome.unheard.map((timer) => sentence(over(timer, sinceEnd(timer, nowMs)))),
            ...(outcome.timers.length > 0 ? [sentence(list(outcome.timers.map(clause)))] : []),
          ].join(' ');
      }
    },
    end: ({ timer, lateMs }) => sentence(over(timer, lateMs)),
  };
}

function turned(
  { kind, wasSo }: Extract<TimerOutcome, { kind: 'paused' | 'resumed' }>,
  timer: string,
  left: string,
  phrases: TimerPhrases,
): string {
  if (kind === 'paused') return wasSo ? phrases.wasPaused(timer) : phrases.paused(timer, left);
  return wasSo ? phrases.wasRunning(timer) : phrases.resumed(timer, left);
}

function sinceEnd({ phase, asOfMs, leftMs }: Timer, nowMs: number): number {
  return Math.max(0, nowMs - asOfMs - (phase === 'running' ? leftMs : 0));
}
