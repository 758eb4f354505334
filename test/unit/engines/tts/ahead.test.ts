import { describe, expect, it } from 'vitest';
import { AheadTtsEngine } from '../../../../src/engines/tts/ahead.ts';
import type { SpeakOptions, SpeechChunk, TtsEngine, Voice } from '../../../../src/engines/tts/engine.ts';
import { abortable } from '../../../../src/core/abort.ts';
import { collect, noAbort } from '../../../support/streams.ts';

const voice = (name: string, language: string): Voice => ({
  name,
  languages: [language],
  speakers: [],
  description: name,
  attribution: { name: '', url: '' },
  rateHz: 16_000,
});

/** Begins each text when asked and ends it when the test says so. */
function slowVoice() {
  const begun: { text: string; voice: string | undefined; finish: () => void }[] = [];
  const stopped: string[] = [];
  const engine: TtsEngine = {
    voices: [voice('amy', 'en-GB'), voice('thorsten', 'de-DE')],
    async *speak(text: string, options: SpeakOptions): AsyncGenerator<SpeechChunk, void> {
      yield { samples: new Int16Array([text.length, 1]), rateHz: 16_000 };
      let finish: () => void = () => undefined;
      const finished = new Promise<void>((resolve) => (finish = resolve));
      begun.push({ text, voice: options.voice, finish });
      try {
        await abortable(finished, options.signal);
      } catch (error) {
        stopped.push(text);
        throw error;
      }
      yield { samples: new Int16Array([text.length, 2]), rateHz: 16_000 };
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
  return { engine, begun, stopped, texts: () => begun.map(({ text }) => text) };
}

function open() {
  const voices = slowVoice();
  let nowMs = 0;
  const clock = { now: () => nowMs, monotonicMs: () => nowMs };
  const ahead = new AheadTtsEngine(voices.engine, { clock });
  const begunCount = (count: number) => expect.poll(() => voices.begun.length).toBe(count);
  return { ...voices, ahead, begunCount, wait: (ms: number) => (nowMs += ms) };
}

const english = { language: 'en' };
const chunksOf = (text: string) => [
  { samples: new Int16Array([text.length, 1]), rateHz: 16_000 },
  { samples: new Int16Array([text.length, 2]), rateHz: 16_000 },
];

describe('AheadTtsEngine', () => {
  it('plays a sentence that is being made from its beginning, and makes it once', async () => {
    const { ahead, begun, texts, begunCount } = open();
    ahead.prepare(['Lamp on.'], english);
    await begunCount(1);
    const first = collect(ahead.speak('Lamp on.', { signal: noAbort }));
    const second = collect(ahead.speak('Lamp on.', { signal: noAbort }));
    begun[0]?.finish();
    expect([await first, await second]).toEqual([chunksOf('Lamp on.'), chunksOf('Lamp on.')]);
    expect(await collect(ahead.speak('Lamp on.', { signal: noAbort }))).toEqual(chunksOf('Lamp on.'));
    expect(texts()).toEqual(['Lamp on.']);
  });

  it('makes one sentence at a time, in the order of likelihood', async () => {
    const { ahead, begun, texts, begunCount } = open();
    ahead.prepare(['Door closed. All done.', 'Door closing.'], english);
    await begunCount(1);
    begun[0]?.finish();
    await begunCount(2);
    begun[1]?.finish();
    await begunCount(3);
    expect(texts()).toEqual(['Door closed.', 'All done.', 'Door closing.']);
  });

  it('drops what the newer guess does not hold, and keeps what it does', async () => {
    const { ahead, begun, stopped, texts, begunCount } = open();
    ahead.prepare(['One.', 'Two.'], english);
    await begunCount(1);
    ahead.prepare(['Three.', 'One.'], english);
    begun[0]?.finish();
    await begunCount(2);
    expect(texts()).toEqual(['One.', 'Three.']);
    ahead.prepare([], english);
    await expect.poll(() => stopped).toEqual(['Three.']);
  });

  it('ends guesses when somebody asks for something else', async () => {
    const { ahead, begun, stopped, begunCount } = open();
    ahead.prepare(['One.', 'Two.'], english);
    await begunCount(1);
    const asked = collect(ahead.speak('Other words.', { signal: noAbort }));
    await begunCount(2);
    expect(stopped).toEqual(['One.']);
    begun[1]?.finish();
    expect(await asked).toEqual(chunksOf('Other words.'));
    expect(begun).toHaveLength(2);
  });

  it('goes on with the rest of the reply that is played, and ends the other guesses', async () => {
    const { ahead, begun, texts, begunCount } = open();
    ahead.prepare(['Lamp on. It was off.', 'Lamp not reached.'], english);
    await begunCount(1);
    const asked = collect(ahead.speak('Lamp on.', { signal: noAbort }));
    begun[0]?.finish();
    await asked;
    await begunCount(2);
    begun[1]?.finish();
    await expect.poll(() => texts()).toEqual(['Lamp on.', 'It was off.']);
    expect(await collect(ahead.speak('It was off.', { signal: noAbort }))).toEqual(chunksOf('It was off.'));
    expect(texts()).toHaveLength(2);
  });

  it('speaks with the voice that spoke the language last, else with the first that can', async () => {
    const { ahead, begun, begunCount } = open();
    ahead.prepare(['Lampe an.'], { language: 'de' });
    await begunCount(1);
    expect(begun[0]?.voice).toBe('thorsten');
    const asked = collect(ahead.speak('Yes.', { voice: 'amy', speed: 1.5, signal: noAbort }));
    await begunCount(2);
    begun[1]?.finish();
    await asked;
    ahead.prepare(['Lamp on.'], { language: 'en-US' });
    await begunCount(3);
    const slower = collect(ahead.speak('Lamp on.', { voice: 'amy', signal: noAbort }));
    await begunCount(4);
    begun[3]?.finish();
    expect(await slower).toEqual(chunksOf('Lamp on.'));
  });

  it('makes nothing whose sound is kept elsewhere', async () => {
    const { ahead, texts, begunCount } = open();
    ahead.prepare(['One.', 'Two.'], { ...english, isHeld: (sentence) => sentence === 'One.' });
    await begunCount(1);
    expect(texts()).toEqual(['Two.']);
  });

  it('forgets what nobody asked for', async () => {
    const { ahead, begun, wait, texts, begunCount } = open();
    ahead.prepare(['One.'], english);
    await begunCount(1);
    begun[0]?.finish();
    await collect(ahead.speak('One.', { signal: noAbort }));
    wait(60_000);
    const again = collect(ahead.speak('One.', { signal: noAbort }));
    await begunCount(2);
    begun[1]?.finish();
    await again;
    expect(texts()).toEqual(['One.', 'One.']);
  });

  it('holds a bounded number of sentences', async () => {
    const { ahead, begun, begunCount } = open();
    ahead.prepare(
      Array.from({ length: 30 }, (_, index) => `Number ${index}.`),
      english,
    );
    for (let count = 1; count <= 8; count += 1) {
      await begunCount(count);
      begun[count - 1]?.finish();
    }
    await collect(ahead.speak('Number 7.', { signal: noAbort }));
    expect(begun).toHaveLength(8);
  });

  it('lets a listener leave without ending it for the others', async () => {
    const { ahead, begun, begunCount } = open();
    ahead.prepare(['Lamp on.'], english);
    await begunCount(1);
    const leaving = new AbortController();
    const left = collect(ahead.speak('Lamp on.', { signal: leaving.signal }));
    const staying = collect(ahead.speak('Lamp on.', { signal: noAbort }));
    leaving.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    begun[0]?.finish();
    expect(await staying).toEqual(chunksOf('Lamp on.'));
  });
});
