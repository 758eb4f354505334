import { describe, expect, it } from 'vitest';
import { answerTimer } from '../../../../src/agent/schedule/answer-timer.ts';
import { createPretendTimers } from '../../../../src/agent/schedule/pretend-timers.ts';
import type { TimerRequest } from '../../../../src/agent/understand/plan.ts';
import { minuteMs, origin, testTimers } from '../../../support/agent/test-timers.ts';

const any = { name: null, lengthMs: null, place: null };
const aheadMs = 400;

/** Two desks on the same timers: one that does it after a moment, and one that only says what would be. */
async function desks() {
  const { timers, clock } = await testTimers();
  await timers.start({ name: 'egg', durationMs: 5 * minuteMs, origin: origin() });
  const parts = { promiseOf: () => 'satellite' as const, floorOf: () => null };
  return {
    timers,
    pretend: (request: TimerRequest) => {
      const pretended = createPretendTimers(timers, { nowMs: clock.now(), aheadMs });
      return answerTimer(request, origin(), { ...parts, timers: pretended });
    },
    really: (request: TimerRequest) => {
      clock.advance(aheadMs);
      return answerTimer(request, origin(), { ...parts, timers });
    },
  };
}

const requests: readonly TimerRequest[] = [
  { do: 'start', lengthMs: minuteMs, name: 'tea' },
  { do: 'status', timer: any },
  { do: 'pause', timer: any },
  { do: 'resume', timer: any },
  { do: 'change', byMs: minuteMs, timer: any },
  { do: 'change', byMs: -10 * minuteMs, timer: any },
  { do: 'cancel', timer: any },
  { do: 'cancel_all', place: null },
];

describe('pretended timers', () => {
  it.each(requests)('foresees what becomes of $do, and leaves the timers as they are', async (request) => {
    const { timers, pretend, really } = await desks();
    const before = timers.all();
    const foreseen = await pretend(request);
    expect(timers.all()).toEqual(before);
    const happened = await really(request);
    const isNew = request.do === 'start';
    expect(foreseen).toEqual(
      isNew && happened.kind === 'started'
        ? { ...happened, timer: { ...happened.timer, timerId: 'foreseen' } }
        : happened,
    );
  });
});
