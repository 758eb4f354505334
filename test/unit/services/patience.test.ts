import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startPatience } from '../../../src/services/patience.ts';

describe('startPatience', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('aborts with a sentence when nothing happened for the time', () => {
    using patience = startPatience(30_000, 'no audio has come');
    vi.advanceTimersByTime(29_999);
    expect(patience.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(patience.signal.reason).toMatchObject({
      code: 'REQUEST_INVALID',
      message: 'no audio has come for 30 seconds',
    });
  });

  it('starts anew whenever something happens', () => {
    using patience = startPatience(1_000, 'nothing');
    for (let step = 0; step < 5; step += 1) {
      vi.advanceTimersByTime(900);
      patience.renew();
    }
    expect(patience.signal.aborted).toBe(false);
  });

  it('lets go of what still waits when it is disposed of', () => {
    const patience = startPatience(1_000, 'nothing');
    patience[Symbol.dispose]();
    expect(patience.signal.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
