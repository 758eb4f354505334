import { describe, expect, it } from 'vitest';
import { createTtsEngine } from '../../../../src/engines/tts/create.ts';
import { ttsOptions } from '../../../../src/engines/tts/options.ts';
import { collect } from '../../../support/streams.ts';
import { installedVoice, realVoiceFiles } from '../../../support/engines/installed-voice.ts';
import { describeReal } from '../../../support/real-models.ts';
import { itConformsToTts } from '../../../support/engines/tts-conformance.ts';

const never = new AbortController().signal;

describeReal('VITS voices', realVoiceFiles, () => {
  const models = [installedVoice('amy'), installedVoice('hfc'), installedVoice('kristin')];
  const open = async (voice = '') =>
    createTtsEngine({ models, options: ttsOptions.parse({ voice }) }, { signal: never });

  describe('as an engine', () => itConformsToTts(open));

  it('describes every voice, the default one first', async () => {
    await using engine = await open('sanotts-hfc');
    expect(engine.voices.map((voice) => voice.name)).toEqual([
      'sanotts-hfc',
      'sanotts-amy',
      'sanotts-kristin',
    ]);
    expect(engine.voices[0]).toMatchObject({
      languages: ['en'],
      speakers: [],
      rateHz: 22_050,
      fingerprint: 'hfc',
    });
  });

  it('names the nearest voice when the configured default is not installed', async () => {
    await expect(open('sanotts-ami')).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('"sanotts-amy"'),
    });
  });

  it('speaks nothing after it was closed', async () => {
    const engine = await open();
    await engine[Symbol.asyncDispose]();
    await expect(collect(engine.speak('Hello.', { signal: never }))).rejects.toMatchObject({
      code: 'SHUTTING_DOWN',
    });
  });
});
