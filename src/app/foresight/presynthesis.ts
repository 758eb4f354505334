/** Replies are made while their sentence is still being spoken, so that their sound is there when it is asked for. */
import type { Agent, TurnRequest } from '../../agent/agent.ts';
import type { Background } from '../../core/background.ts';
import type { AheadTtsEngine } from '../../engines/tts/ahead.ts';
import type { SpeechCache } from '../../engines/tts/cache.ts';
import { SentenceSplitter } from '../../engines/tts/sentences.ts';
import type { Heard } from '../../services/stt.ts';
import { foreseeReplies, type ForeseeingParts } from './foresee-replies.ts';

export type PresynthesisParts = ForeseeingParts & {
  readonly speech: { readonly ahead: AheadTtsEngine; readonly cache: SpeechCache };
  readonly background: Background;
};

/** Of an answer that is still written: more would only be made before they can be asked for. */
const sentencesAhead = 3;

export class Presynthesis {
  readonly #parts: PresynthesisParts;
  #heard: Heard | undefined;

  constructor(parts: PresynthesisParts) {
    this.#parts = parts;
  }

  /** What was said so far; returns at once. */
  readonly onHeard = (heard: Heard): void => {
    this.#heard = heard;
    this.#parts.background.run('replies ahead', async (signal) => {
      const replies = await foreseeReplies(heard, this.#parts, { signal });
      // Somebody has gone on speaking meanwhile.
      if (this.#heard === heard) this.#prepare(replies, heard.language);
    });
  };

  /** The same agent; a reply to what was heard begins to be made in the moment in which it is known. */
  speakAtOnce(agent: Agent): Agent {
    return {
      get languages() {
        return agent.languages;
      },
      respond: (request, options) => this.#spoken(request, agent.respond(request, options)),
    };
  }

  async *#spoken(request: TurnRequest, parts: ReturnType<Agent['respond']>): ReturnType<Agent['respond']> {
    const splitter = new SentenceSplitter();
    let sentences: readonly string[] = [];
    for await (const part of parts) {
      // What is still being foreseen comes too late, and must not take the place of what is said.
      if (request.heard) this.#heard = undefined;
      if (request.heard && part.kind === 'delta') {
        // Core asks for a voice after sixty characters; a model's first sentence is often shorter.
        const complete = [...splitter.push(part.text), ...splitter.settle()];
        sentences = [...sentences, ...complete].slice(-sentencesAhead);
        if (complete.length > 0) this.#prepare(sentences, request.language);
      }
      if (part.kind === 'outcome') this.#parts.habits.learn(part.changes);
      if (request.heard && part.kind === 'outcome')
        this.#prepare([...sentences, ...splitter.flush()].slice(-sentencesAhead), part.language);
      yield part;
    }
  }

  #prepare(replies: readonly string[], language: string): void {
    const { ahead, cache } = this.#parts.speech;
    ahead.prepare(replies, { language, isHeld: (sentence, manner) => cache.holds(sentence, manner) });
  }
}
