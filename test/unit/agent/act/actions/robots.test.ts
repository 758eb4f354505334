import { describe, expect, it } from 'vitest';
import { device } from '../../../../support/agent/test-action.ts';

const unsupported = { why: 'unsupported' };

describe('a robot', () => {
  const vacuum = device('vacuum.a', 'docked', { supported_features: 4 | 16 | 512 | 8192 | 16384 });
  const mower = device('lawn_mower.a', 'docked', { supported_features: 1 | 2 | 4 });

  it('starts, pauses and drives home, seen on its way', () => {
    expect(vacuum.call({ do: 'start_cleaning' })).toEqual(['vacuum.start', {}]);
    expect(vacuum.proof({ do: 'start_cleaning' }, 'cleaning')).toBe('proven');
    expect(vacuum.proof({ do: 'return_to_base' }, 'returning')).toBe('underway');
    expect(vacuum.proof({ do: 'return_to_base' }, 'docked')).toBe('proven');
    expect(mower.call({ do: 'dock' })).toEqual(['lawn_mower.dock', {}]);
    expect(mower.proof({ do: 'start_mowing' }, 'error')).toBe('neither');
  });

  it('in its dock has nothing to pause', () => {
    expect(vacuum.call({ do: 'pause_cleaning' })).toEqual({ why: 'not-now' });
    const busy = device('lawn_mower.a', 'mowing', { supported_features: 2 });
    expect(busy.proof({ do: 'pause_mowing' }, 'paused')).toBe('proven');
    expect(busy.proof({ do: 'pause_mowing' }, 'docked')).toBe('neither');
  });

  it('that cleans already proves a room only by its answer', () => {
    const wish = { do: 'clean_area', areaIds: ['kitchen', 'office'] } as const;
    expect(vacuum.call(wish)).toEqual(['vacuum.clean_area', { cleaning_area_id: ['kitchen', 'office'] }]);
    expect(vacuum.proof(wish, 'cleaning')).toBe('proven');
    const busy = device('vacuum.a', 'cleaning', { supported_features: 16384 });
    expect(busy.proof(wish, 'cleaning')).toBe('neither');
    expect(busy.action(wish).isProvenByReply).toBe(true);
    expect(vacuum.action({ do: 'locate' }).isProvenByReply).toBe(true);
  });

  it('is asked for what its kind can', () => {
    expect(mower.call({ do: 'start_cleaning' })).toEqual(unsupported);
    expect(device('vacuum.a', 'docked').call({ do: 'locate' })).toEqual(unsupported);
  });
});
