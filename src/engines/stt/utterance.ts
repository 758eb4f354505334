/**
 * When to decode what: turns a stream of audio and voice frames into commands for a decoder. Pure bookkeeping.
 *
 * The recogniser is trained on cut utterances and invents words from long silence in front, and from the odd
 * place where its chunks then begin. So it hears every utterance the same way, however long the room was quiet
 * before: from `leadMs` before the voice. After `pauseMs` of silence the utterance is finished ahead of its stream's
 * end, which then costs nothing; when the voice goes on, it is decoded again from its start.
 */
import type { VoiceFrame } from '../vad/engine.ts';
import { hangoverMs, Silence } from './silence.ts';
import { SpeechGate } from './speech-gate.ts';
import type { SpeechEvidence } from './speech-gate.ts';

/** What a decoder must do. */
export type DecoderStep =
  /** Forget everything and begin a new utterance. */
  | { readonly kind: 'begin' }
  | { readonly kind: 'feed'; readonly samples: Int16Array }
  /** The utterance is over unless a `begin` follows. */
  | { readonly kind: 'finish' };

/** What must be done, in this order. */
export type UtteranceStep =
  | DecoderStep
  /** The finished utterance will not be touched any more; what follows is another one. */
  | { readonly kind: 'commit'; readonly evidence: SpeechEvidence };

export type UtteranceTimes = {
  /** Audio kept in front of the voice. */
  readonly leadMs: number;
  /** Silence after which the utterance is taken as finished; shorter ones would cut its last sounds. */
  readonly pauseMs: number;
  /** Silence that separates a bump at the microphone from the voice after it. */
  readonly bumpMs: number;
  /** Longer utterances are not decoded twice: their next pause ends them for good. */
  readonly maxRepeatMs: number;
};

export const utteranceTimes: UtteranceTimes = {
  leadMs: 600,
  pauseMs: 220,
  bumpMs: 500,
  maxRepeatMs: 15_000,
};

/** A voice may begin below the gate's threshold. */
const onsetProbability = 0.4;
/** So many frames in a row begin it again after a pause: what decodes all of it again is no click. */
const returnFrames = 2;

export class Utterance {
  readonly #times: UtteranceTimes;
  readonly #leadSamples: number;
  readonly #maxSamples: number;
  /** Audio from the utterance's begin, or the lead while nobody has spoken; bounded by `maxRepeatMs`. */
  #kept: Int16Array[] = [];
  #keptSamples = 0;
  #newestSamples = 0;
  #state: 'quiet' | 'speaking' | 'finished' = 'quiet';
  #isRepeatable = true;
  /** Frames since the last one that may hold a voice, and in a row that may. */
  #quietFrames = 0;
  #voiceFrames = 0;
  readonly #silence = new Silence();
  #gate = new SpeechGate();

  constructor(times: UtteranceTimes = utteranceTimes) {
    this.#times = times;
    this.#leadSamples = times.leadMs * 16;
    this.#maxSamples = times.maxRepeatMs * 16;
  }

  /** Since the last sound of a voice; undefined while somebody speaks, or may. */
  get silentMs(): number | undefined {
    return this.#state === 'speaking' || this.#silence.lengthMs === 0 ? undefined : this.#silence.lengthMs;
  }

  /** What the gate knows of the utterance so far. */
  get evidence(): SpeechEvidence {
    return this.#gate.evidence;
  }

  /** Takes audio and the frames that became complete with it. */
  push(samples: Int16Array, frames: readonly VoiceFrame[], frameSamples: number): UtteranceStep[] {
    const steps = this.#keep(samples);
    if (this.#state === 'speaking') steps.push({ kind: 'feed', samples });
    for (const frame of frames) {
      this.#gate.add(frame);
      steps.push(...this.#follow(frame, frameSamples));
    }
    if (this.#state === 'quiet') this.#trim(this.#leadSamples);
    return steps;
  }

  /** The stream has ended. */
  end(): DecoderStep[] {
    return this.#state === 'speaking' ? [{ kind: 'finish' }] : [];
  }

  #follow({ probability }: VoiceFrame, frameSamples: number): UtteranceStep[] {
    const frameMs = frameSamples / 16;
    const silentMs = this.#silence.lengthMs;
    const mayBeVoice = probability >= onsetProbability;
    this.#silence.add(probability, frameMs);
    this.#quietFrames = mayBeVoice ? 0 : this.#quietFrames + 1;
    this.#voiceFrames = mayBeVoice ? this.#voiceFrames + 1 : 0;
    switch (this.#state) {
      case 'speaking':
        return hangoverMs + this.#quietFrames * frameMs < this.#times.pauseMs ? [] : this.#finish();
      case 'finished':
        return this.#voiceFrames < returnFrames ? [] : this.#begin(silentMs);
      case 'quiet':
        if (!mayBeVoice) return [];
        this.#silence.end();
        return this.#begin(silentMs);
    }
  }

  #finish(): UtteranceStep[] {
    this.#state = 'finished';
    return this.#isRepeatable ? [{ kind: 'finish' }] : [{ kind: 'finish' }, ...this.#commit()];
  }

  #commit(): UtteranceStep[] {
    const { evidence } = this.#gate;
    this.#rest();
    return [{ kind: 'commit', evidence }];
  }

  /** Nothing of what was must lead the next utterance, but what is known of the room. */
  #rest(): void {
    this.#state = 'quiet';
    this.#isRepeatable = true;
    this.#gate.forgetSpeech();
  }

  #begin(silentMs: number): DecoderStep[] {
    // A short sound with a pause behind it is more often a bump at the microphone than a word of its own.
    const wasPause = this.#state === 'finished' && silentMs >= this.#times.bumpMs;
    if (wasPause && this.#gate.evidence !== 'strong') {
      this.#rest();
      this.#trim(this.#leadSamples + returnFrames * this.#newestSamples);
    }
    this.#state = 'speaking';
    return [{ kind: 'begin' }, ...this.#kept.map((samples) => ({ kind: 'feed', samples }) as const)];
  }

  /** Audio that can be decoded again; an utterance that grows too long can not. */
  #keep(samples: Int16Array): UtteranceStep[] {
    if (!this.#isRepeatable) return [];
    this.#newestSamples = samples.length;
    this.#kept.push(samples);
    this.#keptSamples += samples.length;
    if (this.#keptSamples <= this.#maxSamples) return [];
    if (this.#state === 'finished') return this.#commit();
    this.#isRepeatable = false;
    this.#trim(0);
    return [];
  }

  #trim(sampleCount: number): void {
    let excess = this.#keptSamples - sampleCount;
    while (excess > 0) {
      const [first] = this.#kept;
      if (!first) break;
      if (first.length <= excess) this.#kept.shift();
      else this.#kept[0] = first.subarray(excess);
      const removed = Math.min(first.length, excess);
      this.#keptSamples -= removed;
      excess -= removed;
    }
  }
}
