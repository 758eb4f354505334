/** Speaks text while it is still being written: text pieces in, sound out, sentence by sentence. */
import { abortable, sleep } from '../../core/abort.ts';
import { toError } from '../../core/errors.ts';
import { Queue } from '../../core/queue.ts';
import type { SpeakOptions, SpeechChunk, TtsEngine } from './engine.ts';
import { SentenceSplitter } from './sentences.ts';
import { checkTextLength } from './text-limit.ts';

/**
 * So long no text has come when a probable end counts as one. Language models write a word every 20 to 50 ms; the
 * rest of the 200 ms to the first sound belongs to the voice.
 */
const pauseMs = 40;

/**
 * One sound waits and one is being made while a third is sent: enough that the voice is never waited for, and little
 * is thrown away when the listener leaves.
 */
const soundsAhead = 1;

export type SpeakStreamOptions = SpeakOptions & {
  /** Settles when the text counts as paused; for tests. */
  readonly pause?: (signal: AbortSignal) => Promise<void>;
};

/**
 * The text's pieces may be cut anywhere; a single piece is a whole text. The first sentence is spoken before later
 * text arrives, and the next one is made while the last one is sent. The owner of the signal ends the text.
 * @throws RequestError `REQUEST_TOO_LARGE` as soon as the text is over `maxTextChars`: before any audio for a text
 *   in one piece; and what `TtsEngine.speak` throws.
 */
export async function* speakStream(
  engine: TtsEngine,
  texts: AsyncIterable<string>,
  { pause = (signal) => sleep(pauseMs, signal), ...options }: SpeakStreamOptions,
): AsyncGenerator<SpeechChunk, void> {
  const left = new AbortController();
  const signal = AbortSignal.any([options.signal, left.signal]);
  const sounds = new Queue<SpeechChunk>({ limit: soundsAhead, policy: 'block' });
  const speaking = speakSentences(engine, sentencesOf(texts, pause, signal), { ...options, signal }, sounds);
  try {
    yield* sounds;
  } finally {
    left.abort();
    await speaking;
  }
}

/** Never rejects: a failure reaches the listener through the queue, after the sounds made before it. */
async function speakSentences(
  engine: TtsEngine,
  sentences: AsyncIterable<string>,
  options: SpeakOptions,
  sounds: Queue<SpeechChunk>,
): Promise<void> {
  try {
    for await (const sentence of sentences)
      for await (const sound of engine.speak(sentence, options)) await sounds.push(sound, options.signal);
    sounds.close();
  } catch (cause) {
    sounds.close(toError(cause));
  }
}

async function* sentencesOf(
  texts: AsyncIterable<string>,
  pause: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): AsyncGenerator<string, void> {
  const splitter = new SentenceSplitter();
  const source = texts[Symbol.asyncIterator]();
  let charCount = 0;
  for (;;) {
    const next = source.next();
    const early = await beforePause(next, pause, signal);
    if (early === undefined) yield* splitter.settle();
    const { done, value } = early ?? (await abortable(next, signal));
    if (done === true) break;
    charCount += value.length;
    checkTextLength(charCount);
    yield* splitter.push(value);
  }
  yield* splitter.flush();
}

/** Undefined when the pause came first. */
async function beforePause<T>(
  next: Promise<T>,
  pause: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<T | undefined> {
  const decided = new AbortController();
  const paused = pause(AbortSignal.any([signal, decided.signal]));
  try {
    return await Promise.race([next, paused.then(() => undefined)]);
  } finally {
    decided.abort();
  }
}
