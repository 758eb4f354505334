/** The sentences our own agent said lately: only their sound may be kept on disk. */
import { join } from 'node:path';
import type { Agent, TurnOutcome } from '../../agent/agent.ts';
import type { Config } from '../../config/schema.ts';

/** Where the sounds of replies lie. */
export const repliesDir = ({ directories }: Pick<Config, 'directories'>): string =>
  join(directories.cache, 'replies');

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

  clear(): void {
    this.#texts.clear();
  }

  has(text: string): boolean {
    return this.#texts.has(text);
  }
}

/** Home Assistant's word lists no changes: with some, the sentence was only read there. */
function isOurs({ path, changes, isPersonal }: TurnOutcome): boolean {
  if (isPersonal === true) return false;
  return path === 'local' || (path === 'ha' && changes.length > 0);
}

/** The same agent; what our own templates made is remembered as our own. */
export function rememberReplies(agent: Agent, replies: OwnReplies): Agent {
  return {
    get languages() {
      return agent.languages;
    },
    async *respond(request, options) {
      for await (const part of agent.respond(request, options)) {
        if (part.kind === 'outcome' && isOurs(part)) replies.add(part.speech);
        yield part;
      }
    },
  };
}
