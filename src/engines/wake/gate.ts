/**
 * Says which frames may hold speech, from loudness alone and at next to no cost: a frame is let through when it
 * stands out of the noise floor. Low frequencies, where rooms rumble, are taken out first. It errs on the open
 * side; what it kept shut is made up for when it opens.
 */
import { frameMs } from './backend.ts';

/** Each sample counts by how it differs from this much of the one before: a high-pass as speech coders use it. */
const preEmphasis = 0.95;

/**
 * How far a frame must stand out of the floor, in dB. Nine tenths of a still room's frames stay within 3 dB of
 * it; a wake word as loud as a kitchen's noise stands out by 6 and more.
 */
const marginDb = 5;

/** How fast the floor follows a room that grew louder, in dB per frame: 1.9 dB/s. It falls at once. */
const riseDb = 0.15;

/** Below it nothing is ever heard: the noise of a 16-bit converter, in dBFS. */
const silenceDb = -80;

/** The gate stays open this long after the last loud frame: pauses within a phrase, and the models' own delay. */
const hangoverFrames = 800 / frameMs;

/** At first the gate is open, until the floor is known. */
const learningFrames = 800 / frameMs;

export type Gate = {
  /** True when the frame must be listened to. */
  step(frame: Int16Array): boolean;
};

export function createGate(): Gate {
  let floorDb = Number.POSITIVE_INFINITY;
  let openFrames = learningFrames;
  let previous = 0;
  return {
    step(frame) {
      let energy = 0;
      for (const sample of frame) {
        energy += (sample - preEmphasis * previous) ** 2;
        previous = sample;
      }
      // Plus one: digital silence has a finite level, too.
      const levelDb = 10 * Math.log10((energy / frame.length + 1) / 32_768 ** 2);
      floorDb = Math.max(silenceDb, Math.min(floorDb + riseDb, levelDb));
      openFrames = levelDb > floorDb + marginDb ? Math.max(openFrames, hangoverFrames) : openFrames - 1;
      return openFrames > 0;
    },
  };
}
