/** The agent of a program that was only just started: the first sentence waits until the home was read. */
import type { Agent } from '../../agent/agent.ts';
import { startDeadline } from '../../core/abort.ts';
import type { Clock } from '../../core/clock.ts';
import type { Home } from '../../home/home.ts';

/** A large home on a small machine; somebody who waited longer would rather hear that it does not answer. */
const patienceMs = 4_000;

/** Later, and with a home that was reached once, it asks the agent at once: that one says what is wrong. */
export function patientAgent(agent: Agent, home: Pick<Home, 'status' | 'ready'>, clock: Clock): Agent {
  const endMs = clock.monotonicMs() + patienceMs;
  const untilRead = async (signal: AbortSignal): Promise<void> => {
    using deadline = startDeadline(endMs - clock.monotonicMs(), signal);
    await home.ready(deadline).catch(() => signal.throwIfAborted());
  };
  return {
    get languages() {
      return agent.languages;
    },
    async *respond(request, { signal }) {
      if (home.status() === 'connecting' && clock.monotonicMs() < endMs) await untilRead(signal);
      yield* agent.respond(request, { signal });
    },
  };
}
