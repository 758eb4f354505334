/** Speech to text over Wyoming: `transcribe`, audio, `transcript`. */
import type { WyomingEvent } from 'wyoming-ts';
import type { SpeechHints, SttEngine, SttFinal } from '../engines/stt/engine.ts';
import { serveLanguage } from './language.ts';
import { startPatience } from './patience.ts';
import { StableText } from './stable-text.ts';
import { toErrorEvent } from './to-error-event.ts';
import type { Turn } from './turn.ts';
import { Utterance } from './utterance.ts';

export type SttService = {
  readonly engine: SttEngine;
  /** A client's own names and terms, which help requests that start later. */
  readonly onHints?: (hints: SpeechHints) => void;
};

/** Home Assistant itself stops listening after 15 s, and its longest run takes five minutes. */
const maxUtteranceSeconds = 300;

/** A client that neither sends audio nor ends it holds a place that others wait for. */
const patienceMs = 30_000;

/** Answers one utterance; the request is absent when the audio came without one. */
export async function transcribe(
  request: Extract<WyomingEvent, { type: 'transcribe' }> | undefined,
  { engine, onHints }: SttService,
  turn: Turn,
): Promise<void> {
  const { clock, report, connectionId, remoteAddress } = turn;
  const startedAtMs = clock.now();
  using patience = startPatience(patienceMs, 'no audio has come');
  const signal = AbortSignal.any([turn.signal, patience.signal]);
  const { language: asked, transcript_names: names = [], transcript_terms: terms = [] } = request?.data ?? {};
  if (names.length + terms.length > 0) onHints?.({ names, terms });
  const utterance = new Utterance(turn.inbox, {
    maxSeconds: maxUtteranceSeconds,
    onAudio: () => patience.renew(),
    signal,
  });
  const fact = () => ({
    stage: 'stt' as const,
    connectionId,
    remoteAddress,
    startedAtMs,
    audioMs: utterance.audioMs,
    energyDb: utterance.energyDb,
  });
  try {
    const language = serveLanguage(asked, engine.languages);
    const options = language === undefined ? { signal } : { language, signal };
    const final = await sendTranscript(engine.transcribe(utterance, options), utterance, turn);
    if (!final) return;
    const { text, confidence, alternatives } = final;
    report({
      ...fact(),
      ...(utterance.stoppedAtMs !== undefined && {
        afterStopMs: clock.monotonicMs() - utterance.stoppedAtMs,
      }),
      language: final.language,
      ...(confidence !== undefined && { confidence }),
      pii: { text, ...(alternatives && { alternatives }) },
    });
  } catch (error) {
    if (!turn.signal.aborted) report({ ...fact(), errorCode: toErrorEvent(error).code, pii: {} });
    throw error;
  }
}

/** Streams what is certain while it is spoken, then sends the whole; undefined when the speaker left. */
async function sendTranscript(
  parts: ReturnType<SttEngine['transcribe']>,
  utterance: Utterance,
  { send }: Turn,
): Promise<SttFinal | undefined> {
  const stable = new StableText();
  let streamed = 0;
  const stream = async (piece: string): Promise<void> => {
    if (piece === '') return;
    if (streamed === 0) await send({ type: 'transcript-start' });
    streamed += 1;
    await send({ type: 'transcript-chunk', data: { text: piece } });
  };
  for await (const part of parts) {
    if (part.kind === 'partial') {
      await stream(stable.add(part.text));
      continue;
    }
    if (utterance.isAbandoned) return undefined;
    const { text, language } = part;
    await stream(stable.finish(text));
    await send({ type: 'transcript', data: { text, language } });
    if (streamed > 0) await send({ type: 'transcript-stop' });
    return part;
  }
  return undefined;
}
