/** For everyone who has Kokoro's weights: `hearken models pull kokoro-82m-v1.0-onnx-fp32`, then this. */
import { describe, expect, it } from 'vitest';
import { createTtsEngine } from '../../src/engines/tts/create.ts';
import { ttsOptions } from '../../src/engines/tts/options.ts';
import { installedModels } from '../support/installed-models.ts';
import { collect } from '../support/streams.ts';
import { itConformsToTts } from '../support/engines/tts-conformance.ts';

const never = new AbortController().signal;
const models = await installedModels('kokoro');

describe.skipIf(models.length > 0)('Kokoro', () => {
  it.skip('needs weights: hearken models pull kokoro-82m-v1.0-onnx-fp32', () => undefined);
});

describe.each(models)('Kokoro with the weights of $id', (model) => {
  const open = async () =>
    createTtsEngine({ models: [model], options: ttsOptions.parse({}) }, { signal: never });

  describe('as an engine', () => itConformsToTts(open, { loadMs: 120_000 }));

  it('takes as long for a sentence as a person would', async () => {
    await using engine = await open();
    const [chunk] = await collect(engine.speak('I turned off the lights in the kitchen.', { signal: never }));
    const seconds = (chunk?.samples.length ?? 0) / (chunk?.rateHz ?? 1);
    expect(seconds).toBeGreaterThan(1.2);
    expect(seconds).toBeLessThan(5);
  });
});
