/**
 * Says which frames may hold speech, from loudness alone and at next to no cost: a frame is let through when any
 * 20 ms of it stand out of the noise floor. It errs on the open side; what it keeps shut is handed on later.
 */
import { frameMs } from '../backend.ts';

/** 20 ms: short enough that one vowel stands out, long enough that noise alone does not. */
const blockSamples = 320;

/** How far a block must stand out of the floor, in dB. Steady noise stays within 1 dB of its mean. */
const marginDb = 3;

/** How fast the floor follows a room that grew louder, in dB per frame: 1.25 dB/s. It falls at once. */
const riseDb = 0.1;

/** Below it nothing is ever heard: the noise of a 16-bit converter, in dBFS. */
const silenceDb = -80;

/** The gate stays open this long after the last loud block: pauses within a phrase, and the models' own delay. */
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
  return {
    step(frame) {
      const { quietestDb, loudestDb } = blockLevels(frame);
      floorDb = Math.max(silenceDb, Math.min(floorDb + riseDb, quietestDb));
      openFrames = loudestDb > floorDb + marginDb ? Math.max(openFrames, hangoverFrames) : openFrames - 1;
      return openFrames > 0;
    },
  };
}

/** Mean power of the quietest and the loudest block, in dBFS. */
function blockLevels(frame: Int16Array): { readonly quietestDb: number; readonly loudestDb: number } {
  let quietest = Number.POSITIVE_INFINITY;
  let loudest = 0;
  for (let start = 0; start < frame.length; start += blockSamples) {
    const end = Math.min(start + blockSamples, frame.length);
    let power = 0;
    for (let i = start; i < end; i += 1) power += (frame[i] ?? 0) ** 2;
    power /= end - start;
    quietest = Math.min(quietest, power);
    loudest = Math.max(loudest, power);
  }
  return { quietestDb: toDbfs(quietest), loudestDb: toDbfs(loudest) };
}

/** Plus one: digital silence has a finite level, too. */
const toDbfs = (power: number): number => 10 * Math.log10((power + 1) / 32_768 ** 2);
