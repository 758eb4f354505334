/** One audio stream of the openWakeWord backend: gate → features → the words' scores. */
import type { Heard, WakeStream } from '../backend.ts';
import type { Scorer } from './classifier.ts';
import type { FeatureStream } from './features.ts';
import type { Gate } from '../gate.ts';

export type OpenWakeWordStreamParts = {
  readonly features: FeatureStream;
  readonly scorers: readonly { readonly name: string; readonly score: Scorer }[];
  /** Absent: every frame is listened to. */
  readonly gate?: Gate;
  /** How many skipped frames are made up for when the gate opens: all that the models can remember. */
  readonly catchUpFrames: number;
};

export function openWakeWordStream(parts: OpenWakeWordStreamParts): WakeStream {
  const { features, scorers, gate, catchUpFrames } = parts;
  /** The newest frames behind the shut gate, and one before them for the spectrogram's first windows. */
  const skipped: Int16Array[] = [];

  async function catchUp(): Promise<void> {
    if (skipped.length > catchUpFrames) {
      const before = skipped.shift();
      if (before) features.seek(before);
    }
    for (const frame of skipped.splice(0)) await features.push(frame);
  }

  return {
    async accept(frame) {
      if (gate && !gate.step(frame)) {
        skipped.push(frame.slice());
        if (skipped.length > catchUpFrames + 1) skipped.shift();
        return [];
      }
      await catchUp();
      await features.push(frame);
      const heard: Heard[] = [];
      for (const { name, score } of scorers) heard.push({ kind: 'score', name, score: await score() });
      return heard;
    },
    finish: () => [],
    close: () => {
      skipped.length = 0;
    },
  };
}
