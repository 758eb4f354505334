/** Keeps timers over the end of the process; its word counts after a restart. */
import type { Timer } from '../schedule/timer.ts';

export type { Timer };

export type TimerStore = {
  /** All of them, in the order they were set. */
  load(): Promise<readonly Timer[]>;
  /** Writes it, new or changed; settled means that it outlives a power cut. */
  save(timer: Timer): Promise<void>;
  remove(timerIds: readonly string[]): Promise<void>;
  /**
   * A number that differs from the last one when another process may have changed a timer; undefined: that can not
   * be told, so look for yourself. Absent: this process is the only one.
   */
  changeMark?(): Promise<number | undefined>;
};
