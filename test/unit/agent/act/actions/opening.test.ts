import { describe, expect, it } from 'vitest';
import { device } from '../../../../support/agent/test-action.ts';

const all = 1 | 2 | 4 | 8;
const unsupported = { why: 'unsupported' };

describe.each(['cover', 'valve'])('a %s', (domain) => {
  const half = device(`${domain}.a`, 'open', { supported_features: all, current_position: 50 });

  it('is seen under way, and half open is not yet open', () => {
    const wish = { do: 'open' } as const;
    expect(half.call(wish)).toEqual([`${domain}.open_${domain}`, {}]);
    expect(half.proof(wish, 'opening', { current_position: 60 })).toBe('underway');
    expect(half.proof(wish, 'open', { current_position: 60 })).toBe('neither');
    expect(half.proof(wish, 'open', { current_position: 100 })).toBe('proven');
    expect(half.proof({ do: 'close' }, 'closed')).toBe('proven');
    expect(half.proof({ do: 'close' }, 'closing')).toBe('underway');
  });

  it('goes to a position, and is there when it rests near it', () => {
    const wish = { do: 'set_position', percent: 30 } as const;
    expect(half.call(wish)).toEqual([`${domain}.set_${domain}_position`, { position: 30 }]);
    expect(half.proof(wish, 'closing', { current_position: 30 })).toBe('underway');
    expect(half.proof(wish, 'open', { current_position: 32 })).toBe('proven');
    expect(half.proof(wish, 'open', { current_position: 50 })).toBe('neither');
  });

  it('that never says that it moves is under way when it has come nearer', () => {
    expect(half.proof({ do: 'set_position', percent: 0 }, 'open', { current_position: 40 })).toBe('underway');
    expect(half.proof({ do: 'set_position', percent: 0 }, 'open', { current_position: 60 })).toBe('neither');
  });

  it('opens further from where it is', () => {
    expect(half.call({ do: 'change_position', byPercent: 20 })).toEqual([
      `${domain}.set_${domain}_position`,
      { position: 70 },
    ]);
    expect(half.call({ do: 'change_position', byPercent: -80 })).toEqual([
      `${domain}.set_${domain}_position`,
      { position: 0 },
    ]);
  });

  it('stops, and one that rests has stopped', () => {
    const moving = device(`${domain}.a`, 'opening', { supported_features: all });
    expect(moving.call({ do: 'stop' })).toEqual([`${domain}.stop_${domain}`, {}]);
    expect(moving.proof({ do: 'stop' }, 'opening')).toBe('neither');
    expect(moving.proof({ do: 'stop' }, 'open')).toBe('proven');
  });

  it('without positions only opens and closes', () => {
    const plain = device(`${domain}.a`, 'closed', { supported_features: 1 | 2 });
    expect(plain.call({ do: 'set_position', percent: 100 })).toEqual([`${domain}.open_${domain}`, {}]);
    expect(plain.call({ do: 'set_position', percent: 0 })).toEqual([`${domain}.close_${domain}`, {}]);
    expect(plain.call({ do: 'set_position', percent: 40 })).toEqual(unsupported);
    expect(plain.call({ do: 'change_position', byPercent: 40 })).toEqual(unsupported);
    expect(plain.call({ do: 'stop' })).toEqual(unsupported);
  });

  it('with nothing but positions opens and closes by them', () => {
    const steered = device(`${domain}.a`, 'closed', { supported_features: 4 });
    expect(steered.call({ do: 'open' })).toEqual([`${domain}.set_${domain}_position`, { position: 100 }]);
    expect(steered.call({ do: 'close' })).toEqual([`${domain}.set_${domain}_position`, { position: 0 }]);
  });
});
