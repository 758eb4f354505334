/** What `hearken wake test` measures, with a real voice and a real keyword model. */
import { expect, it } from 'vitest';
import { prepareWakeTest } from '../../../../src/bench/wake/wake-test.ts';
import { createTtsEngine } from '../../../../src/engines/tts/create.ts';
import { ttsOptions } from '../../../../src/engines/tts/options.ts';
import { installedModels } from '../../../support/installed-models.ts';
import { describeReal } from '../../../support/real-models.ts';
import { noAbort as signal } from '../../../support/streams.ts';

const needed = ['models/stt-kws/zipformer-gigaspeech-3.3M-mobile', 'models/tts/sanotts-amy'];

describeReal('the wake test', needed, () => {
  it('counts what was heard in each condition and warns of a phrase that is no good', async () => {
    const [model] = await installedModels('sherpa-kws');
    const voices = (await installedModels('sherpa-vits')).filter(({ id }) => id === 'sanotts-amy');
    await using tts = await createTtsEngine({ models: voices, options: ttsOptions.parse({}) }, { signal });
    const test = await prepareWakeTest({ model: model!, tts, signal, progress: () => undefined });

    const result = await test.run('snowboy', { signal });

    expect(result.conditions.map(({ spoken }) => spoken)).toEqual(Array(7).fill(3));
    expect(result.spoken).toBe(21);
    expect(result.heard).toBe(result.conditions.reduce((sum, { heard }) => sum + heard, 0));
    expect(result.recall).toBe(result.heard / 21);
    expect(result.heard).toBeGreaterThan(0);
    expect(result.negativeMinutes).toBeGreaterThan(1);
    expect(result.warnings[0]).toMatch(/two syllables/u);
    // Three minutes of audio are spoken and listened to: ten seconds of work, more on a busy machine.
  }, 180_000);
});
