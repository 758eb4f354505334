import { describe, expect, it } from 'vitest';
import { createTrigger } from '../../../../src/engines/wake/trigger.ts';
import type { WakeTuning } from '../../../../src/engines/wake/engine.ts';
import { frameMs } from '../../../../src/engines/wake/backend.ts';

/** The frames, counted from 0, in which a word with these scores is detected. */
function detections(scores: readonly (number | undefined)[], tuning: Partial<WakeTuning>): number[] {
  const trigger = createTrigger();
  const tuned = { threshold: 0.5, triggerLevel: 1, refractoryMs: 0, ...tuning };
  return scores.flatMap((score, index) => {
    const heard = score === undefined ? [] : [{ kind: 'score' as const, name: 'nabu', score }];
    const fired = trigger.step({ heard, atMs: (index + 1) * frameMs, tuning: () => tuned });
    return fired.length > 0 ? [index] : [];
  });
}

const score = (name: string) => ({ kind: 'score' as const, name, score: 1 });
const strict = () => ({ threshold: 0.9, triggerLevel: 1, refractoryMs: 100 });

describe('createTrigger', () => {
  it('detects a word once its score reaches the threshold', () => {
    expect(detections([0.1, 0.49, 0.5, 0.2], {})).toEqual([2]);
  });

  it('counts one long utterance once, also without a refractory time', () => {
    expect(detections([0.9, 0.9, 0.9, 0.1, 0.9], {})).toEqual([0, 4]);
  });

  it('waits for as many frames in a row as the trigger level says', () => {
    expect(detections([0.9, 0.9, 0.1, 0.9, 0.9, 0.9], { triggerLevel: 3 })).toEqual([5]);
  });

  it('takes a frame without a score as a break in the row', () => {
    expect(detections([0.9, undefined, 0.9, 0.9], { triggerLevel: 2 })).toEqual([3]);
  });

  it('drops detections within the refractory time after the last one', () => {
    const scores = [0.9, 0, 0.9, 0, 0.9, 0, 0.9];
    expect(detections(scores, { refractoryMs: 4 * frameMs })).toEqual([0, 4]);
  });

  it('keeps the refractory time of each word apart', () => {
    const trigger = createTrigger();
    expect(trigger.step({ heard: [score('one')], atMs: 80, tuning: strict })).toHaveLength(1);
    expect(trigger.step({ heard: [score('one'), score('two')], atMs: 160, tuning: strict })).toEqual([
      score('two'),
    ]);
  });

  it("keeps only the refractory time of a backend's own hits", () => {
    const trigger = createTrigger();
    const hit = { kind: 'hit' as const, name: 'athena', score: 0.2 };
    const fired = [80, 160, 240].map((atMs) => trigger.step({ heard: [hit], atMs, tuning: strict }).length);
    expect(fired).toEqual([1, 0, 1]);
  });

  it('ignores a word without tuning', () => {
    const heard = [{ kind: 'hit' as const, name: 'gone', score: 1 }];
    expect(createTrigger().step({ heard, atMs: 80, tuning: () => undefined })).toEqual([]);
  });

  it('obeys a threshold that changes while the stream runs', () => {
    const trigger = createTrigger();
    const heard = [{ kind: 'score' as const, name: 'nabu', score: 0.6 }];
    const at = (threshold: number, atMs: number) =>
      trigger.step({ heard, atMs, tuning: () => ({ threshold, triggerLevel: 1, refractoryMs: 0 }) }).length;
    expect([at(0.7, 80), at(0.5, 160)]).toEqual([0, 1]);
  });
});
