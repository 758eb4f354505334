import { describe, expect, it } from 'vitest';
import { LanguageModelError } from '../../../../src/core/errors.ts';
import { Health } from '../../../../src/engines/llm/health.ts';
import { fakeProvider } from '../../../support/llm/fake-llm-provider.ts';
import { handClock } from '../../../support/hand-clock.ts';

const health = () => new Health(fakeProvider('home'), handClock());

describe('Health', () => {
  it('gives a quick provider a short time to show that it is there, and a slow one more', () => {
    const quick = health();
    quick.seen(5);
    expect(quick.lookLimitMs).toBe(600);
    const slow = health();
    slow.seen(900);
    expect(slow.lookLimitMs).toBe(2_700);
    slow.seen(100);
    expect(slow.lookLimitMs).toBeGreaterThan(2_000);
    for (let count = 0; count < 20; count += 1) slow.seen(100);
    expect(slow.lookLimitMs).toBe(600);
  });

  it('is not touched by a limit on looks', () => {
    const limited = health();
    limited.unseen(new LanguageModelError('LLM_LIMITED', 'too many looks'));
    expect(limited.fault).toBeNull();
  });

  it('rests no longer than an hour, whatever a limit says', () => {
    const limited = health();
    limited.failed(new LanguageModelError('LLM_LIMITED', 'x', { details: { retryAfterMs: 1e12 } }));
    expect(limited.restLeftMs).toBe(3_600_000);
    expect(limited.mayBeTried).toBe(false);
  });
});
