/**
 * Text to speech that can make a reply before it is asked for. Same interface as any engine; a request for a sentence
 * that is made, or being made, plays it and starts no second synthesis.
 */
import type { Clock } from '../../core/clock.ts';
import { primarySubtag, servesLanguage } from '../../core/language-tag.ts';
import type { SpeakOptions, SpeechChunk, TtsEngine, Voice } from './engine.ts';
import { Recording } from './recording.ts';
import { splitSentences } from './sentences.ts';

/** What a plan can end in is a handful of short sentences; more are not worth the processor's time. */
const maxRecordings = 8;
/** A longer sentence takes longer than a person falls silent, and some seconds of memory each. */
const maxSentenceChars = 240;
/** The pipeline asks within a second or two after the reply is known; a slow device takes ten. */
const maxAgeMs = 15_000;

type Manner = Omit<SpeakOptions, 'signal' | 'cacheable'>;

export type PrepareOptions = {
  /** BCP 47 tag of the replies. */
  readonly language: string;
  /** True for a sentence whose sound is kept elsewhere. */
  readonly isHeld?: (sentence: string, manner: Manner) => boolean;
};

export class AheadTtsEngine implements TtsEngine {
  readonly #engine: TtsEngine;
  readonly #clock: Clock;
  /** By voice and text, the oldest first. */
  readonly #recordings = new Map<string, { readonly recording: Recording; readonly madeAtMs: number }>();
  /** Language → how its last request was to be spoken. */
  readonly #manners = new Map<string, Manner>();
  #queue: Recording[] = [];
  #making: Promise<void> | undefined;

  /** Owns the engine from now on. */
  constructor(engine: TtsEngine, { clock }: { readonly clock: Clock }) {
    this.#engine = engine;
    this.#clock = clock;
  }

  get voices(): readonly Voice[] {
    return this.#engine.voices;
  }

  /**
   * Begins to make these replies, the likeliest first, one sentence at a time, with the voice that spoke the language
   * last. They take the place of those of the last call that are not made yet. What nobody asks for is dropped.
   */
  prepare(replies: readonly string[], { language, isHeld = () => false }: PrepareOptions): void {
    const manner = this.#mannerOf(language);
    const sentences = replies
      .flatMap((reply) => splitSentences(reply).map((text) => ({ text, reply })))
      .filter(({ text }) => text.length <= maxSentenceChars && !isHeld(text, manner))
      .slice(0, maxRecordings);
    const wanted = new Map(sentences.map((sentence) => [this.#key(sentence.text, manner), sentence]));
    this.#dropGuesses((key) => wanted.has(key));
    this.#dropOld(maxRecordings - wanted.size);
    for (const [key, sentence] of wanted) {
      const recording = this.#recordings.get(key)?.recording ?? new Recording(sentence, manner);
      this.#recordings.set(key, { recording, madeAtMs: this.#clock.monotonicMs() });
      if (recording.state === 'waiting') this.#queue.push(recording);
    }
    this.#makeNext();
  }

  async *speak(text: string, options: SpeakOptions): AsyncGenerator<SpeechChunk, void> {
    this.#remember(options);
    this.#dropOld(maxRecordings);
    const recording = this.#recordings.get(this.#key(text, options))?.recording;
    // Somebody waits: nothing else is guessed now, except the rest of the same reply.
    this.#dropGuesses((_, other) => other === recording || other.reply === recording?.reply);
    if (recording) {
      try {
        yield* recording.play(options);
        return;
      } catch (error) {
        if (options.signal.aborted || recording.hasSound) throw error;
      }
    }
    yield* this.#engine.speak(text, options);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { recording } of this.#recordings.values()) recording.stop();
    this.#queue = [];
    await this.#making;
    await this.#engine[Symbol.asyncDispose]();
  }

  #makeNext(): void {
    if (this.#making) return;
    const next = this.#queue.shift();
    if (!next) return;
    this.#making = next.make(this.#engine).finally(() => {
      this.#making = undefined;
      this.#makeNext();
    });
  }

  /** Ends what is not made yet and nobody plays. */
  #dropGuesses(isKept: (key: string, recording: Recording) => boolean): void {
    for (const [key, { recording }] of this.#recordings) {
      const isUnmade = recording.state === 'waiting' || recording.state === 'running';
      if (recording.state !== 'failed' && (!isUnmade || recording.isWanted || isKept(key, recording)))
        continue;
      recording.stop();
      this.#recordings.delete(key);
    }
    this.#queue = this.#queue.filter(({ state }) => state === 'waiting');
  }

  #dropOld(count: number): void {
    const oldestMs = this.#clock.monotonicMs() - maxAgeMs;
    for (const [key, { recording, madeAtMs }] of this.#recordings) {
      if (madeAtMs >= oldestMs && this.#recordings.size <= count) return;
      if (!recording.isWanted) recording.stop();
      this.#recordings.delete(key);
    }
  }

  #remember({ voice, speaker, speed }: SpeakOptions): void {
    const name = voice ?? this.voices[0]?.name;
    const spoken = this.voices.find((candidate) => candidate.name === name)?.languages ?? [];
    const manner = {
      ...(voice !== undefined && { voice }),
      ...(speaker !== undefined && { speaker }),
      ...(speed !== undefined && { speed }),
    };
    for (const language of spoken) this.#manners.set(primarySubtag(language), manner);
  }

  #mannerOf(language: string): Manner {
    const known = this.#manners.get(primarySubtag(language));
    if (known) return known;
    const voice = this.voices.find(({ languages }) => servesLanguage(languages, language));
    return voice ? { voice: voice.name } : {};
  }

  #key(text: string, { voice, speaker, speed }: Manner): string {
    return JSON.stringify([voice ?? this.voices[0]?.name, speaker, speed, text.trim()]);
  }
}
