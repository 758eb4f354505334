import { describe, expect, it } from 'vitest';
import { describeOffer } from '../../../src/services/info.ts';
import { testModel } from '../../support/engines/test-engine-specs.ts';

const models = [testModel('ear')];

describe('describeOffer', () => {
  it('lists only what this server offers', () => {
    const { asr, tts, wake, handle } = describeOffer({ handle: { languages: ['en'] } }).data;
    expect([asr, tts, wake].map((programs) => programs.length)).toEqual([0, 0, 0]);
    expect(handle[0]?.models[0]?.languages).toEqual(['en']);
  });

  it('lists a loading engine as installed, because its requests are served', () => {
    const { asr } = describeOffer({ stt: { availability: { state: 'loading' }, models } }).data;
    expect(asr[0]).toMatchObject({
      installed: true,
      models: [{ name: 'ear', installed: true, languages: ['en'] }],
    });
  });

  it('asks the client for the end of a sentence unless the server hears it', () => {
    const stt = { availability: { state: 'ready' }, models } as const;
    const flagOf = (endsSentences: boolean) =>
      describeOffer({ stt: { ...stt, endsSentences } }).data.asr[0]?.requires_external_vad;
    expect([flagOf(false), flagOf(true)]).toEqual([true, false]);
    expect(describeOffer({ stt }).data.asr[0]?.requires_external_vad).toBe(true);
  });

  it.each([
    [{ state: 'failed', reason: 'model ear: encoder is empty' } as const, 'model ear: encoder is empty'],
    [{ state: 'absent' } as const, 'no model is on this machine'],
  ])(
    'lists an engine that is %j as not installed, with the reason and without models',
    (availability, reason) => {
      const [program] = describeOffer({ stt: { availability, models } }).data.asr;
      expect(program).toMatchObject({ installed: false, models: [] });
      expect(program?.description).toContain(reason);
    },
  );

  it('names the speakers of a voice that has several', () => {
    const voice = {
      name: 'many',
      languages: ['en'],
      description: 'many',
      attribution: { name: 'x', url: 'https://example.org' },
      rateHz: 22_050,
    };
    const voices = [
      { ...voice, speakers: ['p1', 'p2'] },
      { ...voice, name: 'one', speakers: [] },
    ];
    const [program] = describeOffer({ tts: { availability: { state: 'ready' }, voices } }).data.tts;
    expect(program?.voices.map(({ speakers }) => speakers)).toEqual([
      [{ name: 'p1' }, { name: 'p2' }],
      undefined,
    ]);
  });
});
