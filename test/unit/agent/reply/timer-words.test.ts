import { describe, expect, it } from 'vitest';
import { spokenDuration } from '../../../../src/agent/reply/durations.ts';
import { packs } from '../../../../src/agent/reply/packs.ts';
import { english } from '../../../../src/agent/reply/en/pack.ts';
import type { TimerOutcome } from '../../../../src/agent/schedule/timer-outcome.ts';
import type { TimerNow } from '../../../../src/agent/schedule/timer.ts';
import { minuteMs, origin } from '../../../support/agent/test-timers.ts';

const timer = (more: Partial<TimerNow> = {}): TimerNow => ({
  timerId: 't',
  name: null,
  durationMs: 5 * minuteMs,
  totalMs: 5 * minuteMs,
  createdAtMs: 0,
  origin: origin(),
  phase: 'running',
  leftMs: 5 * minuteMs,
  asOfMs: 0,
  nowLeftMs: 4 * minuteMs,
  ...more,
});
const egg = timer({ name: 'X3' });
const choice = { name: null, lengthMs: null, place: null };
const kitchen = { kind: 'area', id: 'k', name: 'Kitchen' } as const;

const outcomes: readonly TimerOutcome[] = [
  ...(['satellite', 'terminal', 'nowhere'] as const).flatMap((rings) => [
    { kind: 'started' as const, timer: timer(), rings },
    { kind: 'started' as const, timer: egg, rings },
  ]),
  ...(['too-many', 'too-long', 'no-length'] as const).map((why) => ({ kind: 'refused' as const, why })),
  { kind: 'none' },
  { kind: 'not-found', choice: { ...choice, name: 'X3' }, others: [timer()] },
  { kind: 'not-found', choice: { ...choice, lengthMs: minuteMs }, others: [timer()] },
  { kind: 'not-found', choice: { ...choice, place: kitchen }, others: [timer()] },
  { kind: 'which', timers: [timer(), egg] },
  { kind: 'cancelled', timers: [timer()] },
  { kind: 'cancelled', timers: [egg, timer()] },
  ...[true, false].flatMap((wasSo) => [
    { kind: 'paused' as const, timer: egg, wasSo },
    { kind: 'resumed' as const, timer: timer(), wasSo },
  ]),
  { kind: 'changed', timer: timer(), byMs: minuteMs },
  { kind: 'too-short', timer: egg, byMs: -minuteMs },
  { kind: 'status', timers: [timer(), timer({ name: 'X3', phase: 'paused' })], unheard: [] },
  { kind: 'status', timers: [], unheard: [timer({ phase: 'unheard', leftMs: 0 })] },
];

describe.each(packs)('timers in $language', ({ timers }) => {
  const everything = [
    ...outcomes.map((outcome) => timers.outcome(outcome, 20 * minuteMs)),
    timers.end({ timer: egg, lateMs: 0 }),
    timers.end({ timer: timer(), lateMs: 3 * minuteMs }),
  ];

  it('are told in short whole sentences that ask nothing', () => {
    for (const text of everything) {
      expect(text).toMatch(/^[\p{Lu}][^_{}[\]<>%°/\\?]*\.$/u);
      expect(text).not.toMatch(/ {2}|\.\.|undefined|null|NaN| [.,]/);
      expect(text.length).toBeLessThan(150);
    }
  });

  it('have a sentence of their own for every outcome', () => {
    expect(new Set(everything).size).toBeGreaterThanOrEqual(everything.length - 1);
  });

  it('keep their names, and say how late an end is', () => {
    expect(timers.end({ timer: egg, lateMs: 0 })).toContain('X3');
    expect(timers.end({ timer: egg, lateMs: 3 * minuteMs })).toMatch(/3/);
  });
});

describe('timers in English', () => {
  const say = (outcome: TimerOutcome) => english.timers.outcome(outcome, 0);

  it('are called by name or by length', () => {
    expect(say({ kind: 'started', timer: timer(), rings: 'satellite' })).toBe('Timer set for 5 minutes.');
    expect(say({ kind: 'cancelled', timers: [timer({ durationMs: 90 * minuteMs })] })).toBe(
      'The 1 hour 30 minute timer is cancelled.',
    );
    expect(say({ kind: 'status', timers: [timer(), egg], unheard: [] })).toBe(
      'The 5 minute timer has 4 minutes left and the X3 timer has 4 minutes left.',
    );
  });
});

describe('timers of the same length', () => {
  it('are told apart by what is left of them', () => {
    const timers = [timer({ timerId: 'a', nowLeftMs: minuteMs }), timer({ timerId: 'b' })];
    expect(english.timers.outcome({ kind: 'which', timers }, 0)).toBe(
      'There are several: the 5 minute timer has 1 minute left and the 5 minute timer has 4 minutes left. Please say which one you mean.',
    );
  });
});

describe('a duration', () => {
  it.each([
    [1, '1 second'],
    [61_000, '1 minute and 1 second'],
    [10 * minuteMs + 20_000, '10 minutes'],
    [61 * minuteMs, '1 hour and 1 minute'],
    [49 * 60 * minuteMs + minuteMs, '2 days and 1 hour'],
  ])('of %i ms is said as %s', (ms, said) => {
    expect(spokenDuration(ms, 'en')).toBe(said);
  });

  it('is said to the second where it was asked for so', () => {
    expect(spokenDuration(3_600_000 + 90_000, 'en', true)).toBe('1 hour, 1 minute, and 30 seconds');
  });
});
