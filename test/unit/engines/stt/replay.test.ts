import { describe, expect, it } from 'vitest';
import { ReplayableAudio } from '../../../../src/engines/stt/replay.ts';
import { audioOf, collect } from '../../../support/streams.ts';

const speech = Int16Array.from({ length: 1_000 }, (_, n) => n);
const flat = (chunks: readonly Int16Array[]): number[] => chunks.flatMap((chunk) => [...chunk]);

describe('replayable audio', () => {
  it('plays the same from the beginning, as often as wanted', async () => {
    const audio = new ReplayableAudio(audioOf(speech, 64));
    const first = flat(await collect(audio.play()));
    expect(first).toEqual([...speech]);
    expect(flat(await collect(audio.play()))).toEqual(first);
  });

  it('loses nothing that a listener who left had asked for', async () => {
    const audio = new ReplayableAudio(audioOf(speech, 64));
    const left = audio.play()[Symbol.asyncIterator]();
    await left.next();
    const unanswered = left.next();
    expect(flat(await collect(audio.play()))).toEqual([...speech]);
    await unanswered;
  });

  it('ends an utterance that would fill the memory', async () => {
    const hour = (async function* () {
      for (;;) yield new Int16Array(160_000);
    })();
    await expect(collect(new ReplayableAudio(hour).play())).rejects.toMatchObject({
      code: 'REQUEST_TOO_LARGE',
    });
  });
});
