/**
 * Where Home Assistant ends a command: the rule of its `VoiceCommandSegmenter`, fed with our voice activity model
 * instead of its own, which has no build for Node.
 */
import type { VoiceFrame } from '../../engines/vad/engine.ts';

const speechMs = 300;
const commandMs = 1_000;
const silenceMs = 700;
const resetMs = 1_000;
const timeoutMs = 15_000;
const beforeCommand = 0.2;
const inCommand = 0.5;

/** Position in the audio at which the command ends, in ms; undefined when it does not. */
export function commandEndMs(frames: readonly VoiceFrame[], frameMs: number): number | undefined {
  let speechLeft = speechMs;
  let resetLeft = resetMs;
  let commandLeft = commandMs - speechMs;
  let silenceLeft = silenceMs;
  let isInCommand = false;
  for (const [index, { probability }] of frames.entries()) {
    const atMs = (index + 1) * frameMs;
    if (atMs >= timeoutMs) return atMs;
    if (!isInCommand) {
      const isSpeech = probability > beforeCommand;
      resetLeft = isSpeech ? resetMs : resetLeft - frameMs;
      if (isSpeech) speechLeft -= frameMs;
      else if (resetLeft <= 0) speechLeft = speechMs;
      isInCommand = speechLeft <= 0;
      continue;
    }
    commandLeft -= frameMs;
    if (probability > inCommand) {
      resetLeft -= frameMs;
      if (resetLeft > 0) continue;
      silenceLeft = silenceMs;
      resetLeft = resetMs;
    } else {
      resetLeft = resetMs;
      silenceLeft -= frameMs;
      if (silenceLeft <= 0 && commandLeft <= 0) return atMs;
    }
  }
  return undefined;
}
