/** Which frames of a sentence are turned into sound at a time. */

/** A stretch of frames that becomes sound, inside the frames that have to be looked at for it. */
export type Window = {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
};

export type WindowPlan = {
  /** Frames of the first window: how soon something is heard. */
  readonly firstFrames: number;
  /** The most frames a window grows to: what bounds memory and the wait of others. */
  readonly maxFrames: number;
  /** Frames to look at before and after. */
  readonly leftFrames: number;
  readonly rightFrames: number;
};

/** Windows that cover all frames in order, each twice as long as the one before until they are long enough. */
export function* windowsOf(frameCount: number, plan: WindowPlan): Generator<Window, void> {
  let size = plan.firstFrames;
  for (let start = 0; start < frameCount;) {
    const rest = frameCount - start;
    // A short rest goes along: a window of its own would look at more than it speaks.
    const length = rest < size * 1.5 ? rest : size;
    const end = start + length;
    yield {
      start,
      end,
      from: Math.max(0, start - plan.leftFrames),
      to: Math.min(frameCount, end + plan.rightFrames),
    };
    start = end;
    size = Math.min(size * 2, plan.maxFrames);
  }
}
