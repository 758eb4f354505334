import { describe, expect, it } from 'vitest';
import { device } from '../../../../support/agent/test-action.ts';

const unsupported = { why: 'unsupported' };

describe('a lock', () => {
  const lock = device('lock.a', 'locked');

  it('locks and unlocks, seen under way', () => {
    expect(lock.call({ do: 'lock' })).toEqual(['lock.lock', {}]);
    expect(lock.proof({ do: 'unlock' }, 'unlocking')).toBe('underway');
    expect(lock.proof({ do: 'unlock' }, 'unlocked')).toBe('proven');
    expect(lock.proof({ do: 'lock' }, 'jammed')).toBe('neither');
  });

  it('opens only where it has a latch: unlocking is something else', () => {
    expect(lock.call({ do: 'open' })).toEqual(unsupported);
    expect(device('lock.a', 'locked', { supported_features: 1 }).call({ do: 'open' })).toEqual([
      'lock.open',
      {},
    ]);
  });

  it('with a code takes nothing without it', () => {
    const coded = device('lock.a', 'locked', { code_format: '^\\d{4}$' });
    expect(coded.call({ do: 'unlock' })).toEqual({ why: 'needs-code' });
  });
});
