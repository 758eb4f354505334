/** The agent of a program that listens already and still reads its home: whoever asks it waits for it. */
import type { Agent, AgentPart, TurnRequest } from '../../agent/agent.ts';
import { Observed } from '../../core/observed.ts';

type Options = { readonly signal: AbortSignal };

export class LateAgent implements Agent {
  readonly #agent = new Observed<Agent | undefined>(undefined);

  /** Before it is there, what our own grammar reads. */
  get languages(): readonly string[] {
    return this.#agent.value?.languages ?? ['en'];
  }

  become(agent: Agent): void {
    this.#agent.set(agent);
  }

  async *respond(request: TurnRequest, options: Options): AsyncIterable<AgentPart> {
    const agent = this.#agent.value ?? (await this.#agent.until((value) => value !== undefined, options));
    if (agent) yield* agent.respond(request, options);
  }
}
