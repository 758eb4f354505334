/** Where speech ends in a clip that has silence behind it. */
import type { VadEngine } from '../engines/vad/engine.ts';

const windowSamples = 320;

/** Share of the loudest window's peak above which a window counts as voiced: as the figures in our documents are taken. */
const voicedShare = 0.1;

/** Number of samples up to the end of the last 20 ms that are voiced. @param samples mono 16 kHz. */
export function voicedLength(samples: Int16Array): number {
  const peaks: number[] = [];
  for (let at = 0; at < samples.length; at += windowSamples) {
    const window = samples.subarray(at, at + windowSamples);
    peaks.push(window.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0));
  }
  const loudest = Math.max(0, ...peaks);
  const last = peaks.findLastIndex((peak) => peak > loudest * voicedShare);
  return Math.min(samples.length, (last + 1) * windowSamples);
}

const voiceProbability = 0.5;
/** A click fills one or two frames; of the newest four a voice fills three. */
const voiceFrames = 3;
const voiceWindow = 4;

/**
 * The same, of a voice alone: many recordings end with the click that stopped them, long after the sentence.
 * @param samples mono 16 kHz.
 */
export async function spokenLength(samples: Int16Array, vad: VadEngine): Promise<number> {
  const frames = await vad.open().push(samples);
  const isVoice = frames.map(({ probability }) => probability >= voiceProbability);
  const lastFrame = isVoice.findLastIndex(
    (is, index) =>
      is &&
      isVoice.slice(Math.max(0, index + 1 - voiceWindow), index + 1).filter(Boolean).length >= voiceFrames,
  );
  return voicedLength(lastFrame < 0 ? samples : samples.subarray(0, (lastFrame + 1) * vad.frameSamples));
}
