/** Whether anybody spoke: the recogniser answers words to noise and even to silence. */
import type { VoiceFrame } from '../vad/engine.ts';

export type SpeechEvidence =
  | 'none'
  /** Short or unsure: counts when the recogniser is sure of what it heard. */
  | 'weak'
  | 'strong';

const speechProbability = 0.5;
/** Frames (of 16 ms) that speech must fill within `sustainedWindow` to need no other proof. */
const sustainedFrames = 16;
const sustainedWindow = 64;
/** A short word must be likely and stand out of the room: 3 dB weigh as much as a factor e in the odds. */
const weakScore = 1.5;
const usualContrastDb = 20;
const contrastUnitDb = 3;
/** More contrast than this proves a bang rather than a voice. */
const maxContrastDb = 30;
/** The room is as loud as the quieter third of its frames. */
const floorQuantile = 0.3;
/** Quieter frames are digital silence, which says nothing about the room. */
const minLevelDb = -90;
/** A word's loudest frame lies this close to its likeliest one. */
const neighbourFrames = 4;

/** Collects frames of one utterance; constant memory however long it is. */
export class SpeechGate {
  readonly #levels = new Uint32Array(-minLevelDb + 1);
  #levelCount = 0;
  #window: boolean[] = [];
  #recentLevels: number[] = [];
  #isSustained = false;
  #peak = { probability: 0, levelDb: minLevelDb, age: 0 };

  add({ probability, levelDb }: VoiceFrame): void {
    this.#countLevel(levelDb);
    this.#window.push(probability >= speechProbability);
    if (this.#window.length > sustainedWindow) this.#window.shift();
    this.#isSustained ||= this.#window.filter(Boolean).length >= sustainedFrames;
    this.#followPeak(probability, levelDb);
  }

  get evidence(): SpeechEvidence {
    if (this.#isSustained) return 'strong';
    const { probability, levelDb } = this.#peak;
    const odds = Math.log(probability / (1 - probability));
    const contrast = Math.min(maxContrastDb, levelDb - this.#floorDb());
    return odds + (contrast - usualContrastDb) / contrastUnitDb >= weakScore ? 'weak' : 'none';
  }

  /** A new utterance in the same room. */
  forgetSpeech(): void {
    this.#window = [];
    this.#isSustained = false;
    this.#peak = { probability: 0, levelDb: minLevelDb, age: 0 };
  }

  #countLevel(levelDb: number): void {
    if (levelDb <= minLevelDb) return;
    const bin = Math.min(this.#levels.length - 1, Math.max(0, Math.round(-levelDb)));
    this.#levels[bin] = (this.#levels[bin] ?? 0) + 1;
    this.#levelCount += 1;
  }

  #followPeak(probability: number, levelDb: number): void {
    const peak = this.#peak;
    this.#recentLevels = [...this.#recentLevels.slice(-neighbourFrames), levelDb];
    peak.age += 1;
    if (probability > peak.probability) {
      peak.probability = Math.min(0.999, probability);
      peak.levelDb = Math.max(...this.#recentLevels);
      peak.age = 0;
    } else if (peak.age <= neighbourFrames) peak.levelDb = Math.max(peak.levelDb, levelDb);
  }

  #floorDb(): number {
    let below = 0;
    for (let bin = this.#levels.length - 1; bin >= 0; bin -= 1) {
      below += this.#levels[bin] ?? 0;
      if (below >= this.#levelCount * floorQuantile) return -bin;
    }
    return minLevelDb;
  }
}

/** Mean log probability of a text's tokens under which a recogniser is guessing. */
const guessing = -3.2;

/** Whether the text was spoken: strong evidence always, weak evidence when the recogniser does not guess. */
export function isSpoken(evidence: SpeechEvidence, tokenLogProbabilities: readonly number[]): boolean {
  if (evidence !== 'weak') return evidence === 'strong';
  return meanOf(tokenLogProbabilities) > guessing;
}

/** 0 to 1: the geometric mean of the tokens' probabilities; 0 without tokens. */
export function confidenceOf(tokenLogProbabilities: readonly number[]): number {
  return tokenLogProbabilities.length === 0 ? 0 : Math.min(1, Math.exp(meanOf(tokenLogProbabilities)));
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
