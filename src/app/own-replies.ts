/** The sentences our own agent said lately: only their sound may be kept on disk. */

import type { Agent } from '../agent/agent.ts';

/** A reply is spoken within seconds after it was made; a household's last hours are more than enough. */
const limit = 256;

export class OwnReplies {
  readonly #texts = new Set<string>();

  /** Remembers a reply that came out of our own templates. */
  add(text: string): void {
    this.#texts.delete(text);
    this.#texts.add(text);
    const [oldest] = this.#texts;
    if (this.#texts.size > limit && oldest !== undefined) this.#texts.delete(oldest);
  }

  has(text: string): boolean {
    return this.#texts.has(text);
  }
}

/** The same agent; what its local path says is remembered as our own. */
export function rememberReplies(agent: Agent, replies: OwnReplies): Agent {
  return {
    get languages() {
      return agent.languages;
    },
    async *respond(request, options) {
      for await (const part of agent.respond(request, options)) {
        if (part.kind === 'outcome' && part.path === 'local') replies.add(part.speech);
        yield part;
      }
    },
  };
}
