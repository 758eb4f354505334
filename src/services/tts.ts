/** Text to speech over Wyoming: one text at once (`synthesize`), or while it is written (`synthesize-start` …). */
import type { WyomingEvent } from 'wyoming-ts';
import { bytesFromInt16 } from '../audio/pcm.ts';
import { toError } from '../core/errors.ts';
import { Queue } from '../core/queue.ts';
import { synthesizeContext } from '../engines/remote/details.ts';
import type { TtsEngine } from '../engines/tts/engine.ts';
import { speakStream } from '../engines/tts/speak-stream.ts';
import { checkTextLength, maxTextChars } from '../engines/tts/text-limit.ts';
import type { Inbox } from './inbox.ts';
import { serveLanguage } from './language.ts';
import { type Patience, startPatience } from './patience.ts';
import { plainText } from './plain-text.ts';
import { toErrorEvent } from './to-error-event.ts';
import type { Turn } from './turn.ts';

export type TtsService = {
  readonly engine: TtsEngine;
  /** True for texts that came out of our own reply templates: only their sound may be kept on disk. */
  readonly isOwnReply?: (text: string) => boolean;
};

type VoiceWish = Extract<WyomingEvent, { type: 'synthesize' }>['data']['voice'];

/** A language model that calls tools may write nothing for a minute or two. */
const patienceMs = 300_000;
/** Named for a text without any sound when there is no voice to name its rate. */
const fallbackRateHz = 22_050;

/** Speaks one text between one `audio-start` and one `audio-stop`. */
export async function synthesize(
  { data }: Extract<WyomingEvent, { type: 'synthesize' }>,
  service: TtsService,
  turn: Turn,
): Promise<void> {
  const text = plainText(data.text, data.text_format);
  const { speed } = synthesizeContext.safeParse(data.context).data?.hearken ?? {};
  const wish = { ...voiceOf(data.voice, service.engine), ...(speed !== undefined && { speed }) };
  const { rateHz } = await speak(() => oneText(text), { wish, isStream: false }, service, turn);
  if (rateHz === undefined) {
    const voice = service.engine.voices.find(({ name }) => name === wish.voice) ?? service.engine.voices[0];
    await turn.send(audioStart(voice?.rateHz ?? fallbackRateHz));
  }
  await turn.send({ type: 'audio-stop' });
}

/** Speaks text as it comes, and ends with `synthesize-stopped`, also when nothing was to be said. */
export async function synthesizeStream(
  { data }: Extract<WyomingEvent, { type: 'synthesize-start' }>,
  service: TtsService,
  turn: Turn,
): Promise<void> {
  const wish = voiceOf(data.voice, service.engine);
  const texts = (signal: AbortSignal) => textsOf(turn.inbox, data.text_format, signal);
  const { rateHz } = await speak(texts, { wish, isStream: true }, service, turn);
  if (rateHz !== undefined) await turn.send({ type: 'audio-stop' });
  await turn.send({ type: 'synthesize-stopped' });
}

type Wish = { readonly voice?: string; readonly speaker?: string; readonly speed?: number };

/** Sends `audio-start` and the chunks; gives the rate, or undefined when there was no sound. */
async function speak(
  textsUntil: (signal: AbortSignal) => AsyncGenerator<string, undefined>,
  { wish, isStream }: { readonly wish: Wish; readonly isStream: boolean },
  { engine, isOwnReply }: TtsService,
  turn: Turn,
): Promise<{ readonly rateHz: number | undefined }> {
  const { clock, report, connectionId, remoteAddress, send } = turn;
  using patience = startPatience(patienceMs, isStream ? 'no text has come' : 'no sound was made');
  const startedAtMs = clock.now();
  await using reading = startReading(textsUntil, patience, AbortSignal.any([turn.signal, patience.signal]));
  const { texts, signal } = reading;
  const first = await texts.next();
  const startMs = clock.monotonicMs();
  const heard = { text: '', rateHz: 0, sampleCount: 0, firstAudioMs: Number.NaN };
  const pieces = (async function* () {
    for (let next = first; next.done !== true; next = await texts.next()) {
      heard.text += next.value;
      yield next.value;
    }
  })();
  const fact = () => ({
    stage: 'tts' as const,
    connectionId,
    remoteAddress,
    startedAtMs,
    durationMs: clock.monotonicMs() - startMs,
    ...(heard.sampleCount > 0 && { firstAudioMs: heard.firstAudioMs }),
    audioMs: heard.rateHz === 0 ? 0 : (heard.sampleCount / heard.rateHz) * 1_000,
    ...(wish.voice !== undefined && { voice: wish.voice }),
    isStream,
    pii: { text: heard.text },
  });
  const cacheable = first.done !== true && isOwnReply?.(first.value) === true;
  try {
    for await (const { samples, rateHz } of speakStream(engine, pieces, { ...wish, cacheable, signal })) {
      if (heard.rateHz === 0) await send(audioStart(rateHz));
      await send({
        type: 'audio-chunk',
        data: { rate: rateHz, width: 2, channels: 1 },
        payload: bytesFromInt16(samples),
      });
      patience.renew();
      if (heard.rateHz === 0) heard.firstAudioMs = clock.monotonicMs() - startMs;
      heard.rateHz = rateHz;
      heard.sampleCount += samples.length;
    }
    report(fact());
    return { rateHz: heard.rateHz === 0 ? undefined : heard.rateHz };
  } catch (error) {
    if (!turn.signal.aborted) report({ ...fact(), errorCode: toErrorEvent(error).code });
    throw error;
  }
}

type Reading = AsyncDisposable & {
  readonly texts: Queue<string>;
  /** Aborts with the error of the text when there is one: what was read before it is not spoken to its end. */
  readonly signal: AbortSignal;
};

/** Reads on while the voice speaks, so that a text is refused as soon as it is too long. */
function startReading(
  textsUntil: (signal: AbortSignal) => AsyncIterable<string>,
  patience: Patience,
  turnSignal: AbortSignal,
): Reading {
  const ended = new AbortController();
  const signal = AbortSignal.any([turnSignal, ended.signal]);
  // The whole of the longest text, also in single letters.
  const texts = new Queue<string>({ limit: maxTextChars, policy: 'block' });
  const reading = (async () => {
    try {
      for await (const text of textsUntil(signal)) {
        patience.renew();
        await texts.push(text, signal);
      }
      texts.close();
    } catch (error) {
      ended.abort(error);
      texts.close(toError(error));
    }
  })();
  return {
    texts,
    signal,
    [Symbol.asyncDispose]: async () => {
      ended.abort();
      await reading;
    },
  };
}

function audioStart(rateHz: number) {
  return { type: 'audio-start', data: { rate: rateHz, width: 2, channels: 1 } } as const;
}

async function* oneText(text: string): AsyncGenerator<string, undefined> {
  yield text;
}

/** The text of a stream in its pieces; the whole text that Home Assistant repeats as `synthesize` is left out. */
async function* textsOf(
  inbox: Inbox,
  format: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<string, undefined> {
  // A mark may be cut anywhere, so marked text is taken as a whole.
  const marked: string[] = [];
  let charCount = 0;
  for (;;) {
    const received = await inbox.nextWithin(signal);
    if (!received || received.event.type === 'synthesize-stop') break;
    if (received.event.type !== 'synthesize-chunk') continue;
    const { text } = received.event.data;
    checkTextLength((charCount += text.length));
    if (format === 'ssml') marked.push(text);
    else yield text;
  }
  if (marked.length > 0) yield plainText(marked.join(''), format);
}

/** @throws RequestError `REQUEST_LANGUAGE_UNKNOWN`; an unknown name is the engine's to refuse. */
function voiceOf(wish: VoiceWish, { voices }: TtsEngine): Wish {
  const { name, speaker, language: asked } = wish ?? {};
  if (name !== undefined) return speaker === undefined ? { voice: name } : { voice: name, speaker };
  const language = serveLanguage(asked, [...new Set(voices.flatMap(({ languages }) => languages))]);
  const voice = voices.find(({ languages }) => language !== undefined && languages.includes(language));
  return voice ? { voice: voice.name } : {};
}
