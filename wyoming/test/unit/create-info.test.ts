import { describe, expect, it } from 'vitest';
import { createInfo, type InfoInput } from '../../src/create-info.ts';
import { isProtocolError } from '../../src/errors.ts';

const attribution = { name: 'a', url: 'https://example.org' };
const model = { name: 'm', attribution, installed: true, languages: ['en'] };
const program = { name: 'p', attribution, installed: true, models: [model] };

/** The refusal's message, of input as a caller without types could give it. */
function refusal(input: unknown): string {
  try {
    const untyped: InfoInput = JSON.parse(JSON.stringify(input));
    createInfo(untyped);
    return 'accepted';
  } catch (error) {
    return isProtocolError(error) && error.code === 'EVENT_INVALID' ? error.message : String(error);
  }
}

describe('createInfo', () => {
  it('fills in every list and every default', () => {
    expect(createInfo({ asr: [program] }).data).toEqual({
      asr: [
        {
          ...program,
          supports_transcript_streaming: false,
          requires_external_vad: true,
          prefers_auto_gain_enabled: true,
          prefers_noise_reduction_enabled: true,
        },
      ],
      tts: [],
      handle: [],
      intent: [],
      wake: [],
      mic: [],
      snd: [],
    });
  });

  it.each(['name', 'attribution', 'installed', 'models'])(
    'refuses a program without %s, naming it',
    (field) => {
      expect(refusal({ wake: [{ ...program, [field]: undefined }] })).toContain(`wake.0.${field}:`);
    },
  );

  it.each(['name', 'attribution', 'installed', 'languages'])(
    'refuses a model without %s, naming it',
    (field) => {
      const models = [{ ...model, [field]: undefined }];
      expect(refusal({ handle: [{ ...program, models }] })).toContain(`handle.0.models.0.${field}:`);
    },
  );

  it.each(['name', 'url'])('refuses an attribution without %s, naming it', (field) => {
    const input = { intent: [{ ...program, attribution: { ...attribution, [field]: undefined } }] };
    expect(refusal(input)).toContain(`intent.0.attribution.${field}:`);
  });

  it('refuses voices under the name models', () => {
    expect(refusal({ tts: [program] })).toContain('tts.0.voices:');
  });

  it('refuses a satellite without attribution', () => {
    expect(refusal({ satellite: { name: 's', installed: true } })).toContain('satellite.attribution:');
  });

  it('refuses names that are empty or used twice in a list', () => {
    expect(refusal({ asr: [{ ...program, name: ' ' }] })).toContain('asr: a name is empty');
    expect(refusal({ asr: [program, program] })).toContain('asr: the name p is used twice');
    expect(refusal({ asr: [{ ...program, models: [model, model] }] })).toContain(
      'p.models: the name m is used twice',
    );
  });

  it('lets programs of two kinds share a name', () => {
    expect(refusal({ asr: [program], wake: [program] })).toBe('accepted');
  });
});
