/** What is said on the satellite after a turn, about devices that were only on their way when it ended. */
import { sleep, startDeadline } from '../../core/abort.ts';
import { ChangeFlag } from '../../core/change-flag.ts';
import type { Announcer } from '../../agent/ports/announcer.ts';

export type Ear = {
  readonly announcer: Announcer;
  /** Everything announced so far. */
  readonly heard: readonly string[];
  /** Settles when something was announced, or the time is over. */
  listen(durationMs: number, options: { readonly signal: AbortSignal }): Promise<void>;
};

/** A satellite that plays everything and answers nothing. */
export function createEar(): Ear {
  const heard: string[] = [];
  const announced = new ChangeFlag();
  const announce: Announcer['announce'] = async ({ text }) => {
    heard.push(text);
    announced.raise();
    return { kind: 'announced' };
  };
  return {
    heard,
    announcer: {
      announce,
      startConversation: announce,
      ask: async (question, options) => {
        await announce(question, options);
        return { kind: 'no-answer' };
      },
    },
    async listen(durationMs, { signal }) {
      using deadline = startDeadline(durationMs, signal);
      await announced.wait(deadline.signal).catch(() => signal.throwIfAborted());
      // Whatever else belongs to the same turn.
      await sleep(0, signal);
    },
  };
}
