/** Hints that clients send along with their sentences, for a worker that has no home of its own. */
import type { Background } from '../../core/background.ts';
import type { SpeechHints, SttEngine } from '../../engines/stt/engine.ts';

/** Gives an engine the newest hints; a client sends the same ones with every sentence. */
export function takeClientHints(engine: SttEngine, background: Background): (hints: SpeechHints) => void {
  let inForce = '';
  return (hints) => {
    const key = JSON.stringify(hints);
    if (key === inForce) return;
    inForce = key;
    background.run('hints of a client', async (signal) => {
      try {
        await engine.useHints(hints, { signal });
      } catch (error) {
        // The next sentence brings them again.
        if (inForce === key) inForce = '';
        throw error;
      }
    });
  };
}
