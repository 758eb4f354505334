/** A turn while it runs: whoever asks for the same one gets all its parts, from the first. */
import { Observed } from '../core/observed.ts';
import type { AgentPart } from './agent.ts';

export class LiveTurn {
  /** As many as a reply has pieces; its length is bounded where it is made. */
  readonly #parts: AgentPart[] = [];
  readonly #state = new Observed<{ readonly failure?: unknown }>({});

  push(part: AgentPart): void {
    this.#parts.push(part);
    this.#state.set({});
  }

  /** Nothing comes any more; those who listen get the failure. */
  fail(failure: unknown): void {
    this.#state.set({ failure });
  }

  /** Ends after the outcome. @throws what it failed with, or the signal's reason, if one is given. */
  async *parts({ signal }: { readonly signal?: AbortSignal } = {}): AsyncIterable<AgentPart> {
    let given = 0;
    for await (const state of this.#state.changes({ signal: signal ?? new AbortController().signal })) {
      // More may come while one is taken.
      for (let part = this.#parts[given]; part; part = this.#parts[given]) {
        given += 1;
        yield part;
        if (part.kind === 'outcome') return;
      }
      if ('failure' in state) throw state.failure;
    }
  }
}
