/** Home Assistant's own conversation agent, as far as ours asks it what a sentence means. */
import type { SentenceReading, SentenceToRead } from '../../home/model/sentence-reading.ts';

export type { SentenceReading, SentenceToRead };

export type HomeAssistantAgent = {
  /** BCP 47 tags it reads; empty as long as that is not known, and for a home without this agent. */
  languages(): readonly string[];
  /**
   * Reads a sentence with the matcher that takes nothing but whole known sentences.
   * @throws HomeError when the home is away, refuses, or takes too long.
   */
  read(sentence: SentenceToRead, options: { readonly signal: AbortSignal }): Promise<SentenceReading>;
};
