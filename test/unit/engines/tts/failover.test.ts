import { describe, expect, it } from 'vitest';
import { concatSamples } from '../../../../src/audio/chunk.ts';
import { EngineError } from '../../../../src/core/errors.ts';
import { silentLogger } from '../../../../src/core/log.ts';
import type { SpeakOptions, SpeechChunk, TtsEngine } from '../../../../src/engines/tts/engine.ts';
import { failoverTts } from '../../../../src/engines/tts/failover.ts';
import { candidate } from '../../../support/engines/candidate.ts';
import { collect, noAbort } from '../../../support/streams.ts';

const lost = new EngineError('WORKER_UNREACHABLE', 'gone', { retryable: true });

/** Speaks ten chunks of 100 samples that count up; fails after some of them. */
function voice(name: string, { rateHz = 22_050, chunks = 10, language = 'en' } = {}) {
  const asked: SpeakOptions[] = [];
  const engine: TtsEngine = {
    voices: [
      {
        name,
        languages: [language],
        speakers: [],
        description: name,
        attribution: { name: 'test', url: '' },
        rateHz,
      },
    ],
    async *speak(_, options): AsyncGenerator<SpeechChunk, void> {
      asked.push(options);
      for (let chunk = 0; chunk < chunks; chunk += 1)
        yield { samples: Int16Array.from({ length: 100 }, (__, n) => chunk * 100 + n), rateHz };
      if (chunks < 10) throw lost;
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
  return { engine, asked };
}

const join = (...engines: readonly TtsEngine[]) =>
  failoverTts({
    candidates: engines.map((engine, index) => candidate(`place ${index}`, engine)),
    log: silentLogger,
  });

const whole = Array.from({ length: 1_000 }, (_, n) => n);
const samplesOf = (chunks: readonly SpeechChunk[]): number[] =>
  Array.from(concatSamples(chunks.map(({ samples }) => samples)));

describe('text to speech with a second place', () => {
  it.each([0, 3, 9])('goes on where the same voice was lost after %i chunks', async (chunks) => {
    const engine = join(voice('amy', { chunks }).engine, voice('amy').engine);
    expect(samplesOf(await collect(engine.speak('Hello.', { signal: noAbort })))).toEqual(whole);
  });

  it('begins again with another voice', async () => {
    const engine = join(voice('amy', { chunks: 2 }).engine, voice('ryan').engine);
    const heard = samplesOf(await collect(engine.speak('Hello.', { signal: noAbort })));
    expect(heard).toEqual([...whole.slice(0, 200), ...whole]);
  });

  it('keeps the rate it began with', async () => {
    const engine = join(voice('amy', { chunks: 2 }).engine, voice('ryan', { rateHz: 16_000 }).engine);
    const chunks = await collect(engine.speak('Hello.', { signal: noAbort }));
    expect(new Set(chunks.map(({ rateHz }) => rateHz))).toEqual(new Set([22_050]));
    // 1,000 samples of 16 kHz are 1,378 of 22.05 kHz, less the end that the filter keeps.
    const converted = samplesOf(chunks).length - 200;
    expect(converted).toBeGreaterThan(1_250);
    expect(converted).toBeLessThanOrEqual(1_379);
  });

  it('asks the place that has the voice, and else for a voice of the same language', async () => {
    const german = voice('thorsten', { language: 'de', chunks: 0 });
    const english = voice('amy');
    const otherGerman = voice('eva', { language: 'de' });
    const engine = join(english.engine, german.engine, otherGerman.engine);
    await collect(engine.speak('Hallo.', { voice: 'thorsten', signal: noAbort }));
    expect(german.asked[0]?.voice).toBe('thorsten');
    // Nobody else has that voice: the next place speaks.
    expect(english.asked).toHaveLength(1);
    await collect(
      join(german.engine, otherGerman.engine).speak('Hallo.', { voice: 'thorsten', signal: noAbort }),
    );
    expect(otherGerman.asked[0]?.voice).toBe('eva');
  });

  it('lists every voice once', () => {
    const engine = join(voice('amy').engine, voice('ryan').engine, voice('amy').engine);
    expect(engine.voices.map(({ name }) => name)).toEqual(['amy', 'ryan']);
  });
});
