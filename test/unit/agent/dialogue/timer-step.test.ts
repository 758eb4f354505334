import { describe, expect, it } from 'vitest';
import { tellUnheard } from '../../../../src/agent/dialogue/timer-step.ts';
import { english } from '../../../../src/agent/reply/en/pack.ts';
import type { Turn } from '../../../../src/agent/turn.ts';
import { minuteMs, origin, testTimers } from '../../../support/agent/test-timers.ts';

const at = (satelliteId: string | null): Pick<Turn, 'speaker' | 'pack'> => ({
  pack: english,
  speaker: { channel: 'http', conversationId: null, deviceId: null, userId: null, satelliteId },
});

describe('a timer that ended unheard', () => {
  it('is told once, to whoever speaks next where it was set', async () => {
    const { timers, clock } = await testTimers();
    const { timerId } = await timers.start({ name: 'pasta', durationMs: minuteMs, origin: origin() });
    clock.advance(61 * minuteMs);
    await timers.end(timerId, 'unheard');
    expect(await tellUnheard(at('assist_satellite.office'), { timers })).toBe('');
    expect(await tellUnheard(at(null), { timers })).toBe('');
    const here = at('assist_satellite.kitchen');
    expect(await tellUnheard(here, { timers })).toBe('The pasta timer ended 1 hour ago.');
    expect(await tellUnheard(here, { timers })).toBe('');
  });

  it('is not told while it is ringing', async () => {
    const { timers, clock } = await testTimers();
    const { timerId } = await timers.start({ name: null, durationMs: minuteMs, origin: origin() });
    clock.advance(minuteMs);
    await timers.end(timerId, 'ringing');
    expect(await tellUnheard(at('assist_satellite.kitchen'), { timers })).toBe('');
  });
});
