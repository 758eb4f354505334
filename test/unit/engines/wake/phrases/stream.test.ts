import { describe, expect, it } from 'vitest';
import { frameSamples } from '../../../../../src/engines/wake/backend.ts';
import { openPhraseStream } from '../../../../../src/engines/wake/phrases/stream.ts';
import type { Spotting } from '../../../../../src/engines/wake/phrases/spotter.ts';

const frame = (value: number) => new Int16Array(frameSamples).fill(value);

/** A spotter that writes down what it is told and hears the keyword at this place in frames of full scale. */
function recordingSpotting(place: number): { spotting: Spotting; log: (number | string)[] } {
  const log: (number | string)[] = [];
  const spotting: Spotting = {
    push(samples) {
      log.push((samples[0] ?? 0) * 32_768);
      return samples[0] === -1 ? [place] : [];
    },
    restart: () => void log.push('restart'),
    close: () => void log.push('close'),
  };
  return { spotting, log };
}

/** Open for frames above 10. */
const gate = { step: (samples: Int16Array) => Math.abs(samples[0] ?? 0) > 10 };

describe('openPhraseStream', () => {
  it('tells a hit by the name at its place in the list', () => {
    const { spotting } = recordingSpotting(1);
    const stream = openPhraseStream({ names: ['a', 'b'], spotting });
    expect(stream.accept(frame(5))).toEqual([]);
    expect(stream.accept(frame(-32_768))).toEqual([{ kind: 'hit', name: 'b', score: 1 }]);
  });

  it('starts anew when the gate opens, with the 480 ms before it', () => {
    const { spotting, log } = recordingSpotting(0);
    const stream = openPhraseStream({ names: ['a'], spotting, gate });
    stream.accept(frame(100));
    for (let i = 1; i <= 9; i += 1) stream.accept(frame(i));
    stream.accept(frame(200));
    stream.accept(frame(300));
    expect(log).toEqual([100, 'restart', 4, 5, 6, 7, 8, 9, 200, 300]);
  });

  it('lets a word at the very end be heard by 480 ms of silence after it, unless the gate is shut', () => {
    const { spotting, log } = recordingSpotting(0);
    const stream = openPhraseStream({ names: ['a'], spotting, gate });
    stream.accept(frame(100));
    stream.finish();
    stream.accept(frame(1));
    stream.finish();
    expect(log).toEqual([100, 0, 0, 0, 0, 0, 0]);
  });

  it('gives its spotter back when it closes', () => {
    const { spotting, log } = recordingSpotting(0);
    openPhraseStream({ names: ['a'], spotting, gate }).close();
    expect(log).toEqual(['close']);
  });
});
