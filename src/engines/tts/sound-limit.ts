/** How long a text may sound: damaged weights can stretch a sentence without end, and hold the voice for everyone. */
import { EngineError } from '../../core/errors.ts';
import type { Synthesis } from './tts-model.ts';

/**
 * Speech takes a fifteenth of a second a character. What is read out sign by sign takes the longest: a "w" or a digit
 * of a long number most of a second.
 */
const secondsPerChar = 1;
/** One character may stand for a whole phrase. */
const secondsAtLeast = 10;

/** @throws EngineError `MODEL_CORRUPT` for more sound than anybody can make of the text. */
export function checkSoundLength(
  sampleCount: number,
  text: string,
  { speed, rateHz }: Pick<Synthesis, 'speed'> & { readonly rateHz: number },
): void {
  const maxSeconds = (secondsAtLeast + secondsPerChar * text.length) / speed;
  if (sampleCount <= maxSeconds * rateHz) return;
  throw new EngineError('MODEL_CORRUPT', 'the voice makes far more sound than the text can need', {
    details: { seconds: sampleCount / rateHz, chars: text.length },
  });
}
