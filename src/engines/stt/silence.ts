/** How long nobody has spoken, as far as voice frames can tell. */

/** A voice's frames stay likely for about this long after its last sound: so much of a silence is never seen. */
export const hangoverMs = 100;
const voiceProbability = 0.5;
/** So many of the newest frames must hold a voice to end a silence: a click or a chair fills one or two. */
const returnFrames = 3;
const returnWindow = 4;

export class Silence {
  #lengthMs = hangoverMs;
  #window: readonly boolean[] = [];

  /** Somebody speaks, whatever the next frame says. */
  end(): void {
    this.#lengthMs = 0;
  }

  /** Takes the next frame. */
  add(probability: number, frameMs: number): void {
    const isVoice = probability >= voiceProbability;
    this.#window = [...this.#window.slice(1 - returnWindow), isVoice];
    const goesOn = this.#lengthMs === 0 || this.#window.filter(Boolean).length >= returnFrames;
    this.#lengthMs = isVoice && goesOn ? 0 : Math.max(this.#lengthMs, hangoverMs) + frameMs;
  }

  /** Since the last sound of a voice, or since the first frame; 0 while there is a voice. */
  get lengthMs(): number {
    return this.#lengthMs;
  }
}
