/** The streaming engine with real weights, in this process. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commandClips } from '../../../../src/bench/stt/clips.ts';
import { readAudioFile } from '../../../../src/bench/recordings.ts';
import { wordErrorRate, wordErrors } from '../../../../src/bench/stt/wer.ts';
import { commandPhrases } from '../../../../src/engines/stt/command-phrases.ts';
import { concatSamples } from '../../../../src/audio/chunk.ts';
import { demoNames } from '../../../../src/home/demo/house.ts';
import { hear, openRealStt, realSttFiles } from '../../../support/engines/installed-stt.ts';
import { describeReal, evalDir } from '../../../support/real-models.ts';
import { audioOf, collect, noAbort } from '../../../support/streams.ts';
import { itConformsToStt } from '../../../support/engines/stt-conformance.ts';

const jfk = join(evalDir, 'stt/jfk.wav');

describeReal('speech to text with a real model', [...realSttFiles, 'eval/stt/jfk.wav'], () => {
  itConformsToStt({ open: openRealStt, speech: () => readAudioFile(jfk), heard: /country/i });

  it('knows how sure it is', async () => {
    await using engine = await openRealStt();
    const parts = await collect(engine.transcribe(audioOf(await readAudioFile(jfk)), { signal: noAbort }));
    const final = parts.at(-1);
    expect(final).toMatchObject({ kind: 'final', confidence: expect.any(Number) });
    expect(final?.kind === 'final' ? final.confidence : 0).toBeGreaterThan(0.3);
  });

  it('hears an utterance longer than what it decodes twice', async () => {
    await using engine = await openRealStt();
    const speech = await readAudioFile(jfk);
    const pause = new Int16Array(16_000);
    const text = await hear(engine, concatSamples([speech, speech, pause, speech, pause]));
    expect(text.match(/country/gi)?.length).toBeGreaterThanOrEqual(5);
  });

  it('hears a home better when told its names and the words of commands', async () => {
    await using engine = await openRealStt();
    const clips = await commandClips(evalDir, Infinity);
    const rate = async (who: 'human' | 'tts') => {
      const sentences = [];
      for (const { text, samples } of clips[who])
        sentences.push(wordErrors(text, await hear(engine, samples)));
      return wordErrorRate(sentences);
    };
    const before = await rate('human');
    await engine.useHints({ names: demoNames, terms: commandPhrases('en') }, { signal: noAbort });
    const [human, tts] = [await rate('human'), await rate('tts')];
    expect(human).toBeLessThan(before);
    expect(human).toBeLessThanOrEqual(26);
    expect(tts).toBeLessThanOrEqual(6);
  }, 120_000);
});
