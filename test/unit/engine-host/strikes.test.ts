import { describe, expect, it } from 'vitest';
import { Strikes } from '../../../src/engine-host/strikes.ts';

describe('Strikes', () => {
  it('has nobody out after one death, and all that loaded under suspicion', () => {
    const strikes = new Strikes();
    expect(strikes.hostDied([{ kind: 'stt' }, { kind: 'tts' }])).toEqual([]);
    expect(strikes.isSuspect('stt')).toBe(true);
    expect(strikes.isSuspect('wake')).toBe(false);
  });

  it('has out what was loading at two deaths', () => {
    const strikes = new Strikes();
    strikes.hostDied([{ kind: 'stt' }, { kind: 'tts' }]);
    expect(strikes.hostDied([{ kind: 'tts' }])).toEqual([{ kind: 'tts' }]);
  });

  it('forgets the strike of what loads without harm', () => {
    const strikes = new Strikes();
    strikes.hostDied([{ kind: 'stt' }]);
    strikes.clear({ kind: 'stt' });
    expect(strikes.isSuspect('stt')).toBe(false);
    expect(strikes.hostDied([{ kind: 'stt' }])).toEqual([]);
  });

  it('tells the models of one engine apart', () => {
    const strikes = new Strikes();
    strikes.hostDied([{ kind: 'tts', modelId: 'amy' }]);
    expect(strikes.hostDied([{ kind: 'tts', modelId: 'hfc' }])).toEqual([]);
    expect(strikes.hostDied([{ kind: 'tts', modelId: 'amy' }])).toEqual([{ kind: 'tts', modelId: 'amy' }]);
  });

  it('starts anew for an engine that is given something else', () => {
    const strikes = new Strikes();
    strikes.hostDied([{ kind: 'tts', modelId: 'amy' }, { kind: 'tts' }]);
    strikes.forget('tts');
    expect(strikes.isSuspect('tts')).toBe(false);
  });
});
