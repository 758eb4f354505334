/** From what backends hear in each frame to detections: threshold, trigger level and refractory time per word. */
import type { Heard } from './backend.ts';
import type { WakeTuning } from './engine.ts';

type TriggerStep = {
  readonly heard: readonly Heard[];
  /** End of the frame in ms since the stream began. Never before that of a detection, except in replayed audio. */
  readonly atMs: number;
  /** The word's tuning now; undefined for a word that is no longer listened for. */
  readonly tuning: (name: string) => WakeTuning | undefined;
};

export type Trigger = {
  /** Which words are detected in this frame. */
  step(step: TriggerStep): readonly Heard[];
};

type WordState = { framesAbove: number; isHeld: boolean; firedAtMs: number };

/** The state of one stream; it outlives changes of words and tuning. */
export function createTrigger(): Trigger {
  const states = new Map<string, WordState>();

  function isFired(heard: Heard, atMs: number, tuning: WakeTuning): boolean {
    const state = states.get(heard.name) ?? newState();
    states.set(heard.name, state);
    if (heard.kind === 'score') {
      const isAbove = heard.score >= tuning.threshold;
      state.framesAbove = isAbove ? state.framesAbove + 1 : 0;
      // One utterance keeps the score up for many frames: it counts once, however short the refractory time.
      state.isHeld &&= isAbove;
      if (state.isHeld || state.framesAbove < tuning.triggerLevel) return false;
      state.isHeld = true;
    }
    if (atMs - state.firedAtMs < tuning.refractoryMs) return false;
    state.firedAtMs = atMs;
    return true;
  }

  return {
    step({ heard, atMs, tuning }) {
      const names = new Set(heard.map(({ name }) => name));
      // No score is a frame of silence: it breaks a row.
      for (const [name, state] of states)
        if (!names.has(name)) Object.assign(state, { framesAbove: 0, isHeld: false });
      return heard.filter((one) => {
        const tuned = tuning(one.name);
        return tuned !== undefined && isFired(one, atMs, tuned);
      });
    },
  };
}

const newState = (): WordState => ({ framesAbove: 0, isHeld: false, firedAtMs: Number.NEGATIVE_INFINITY });
