/** Speech to text over Wyoming: `transcribe`, audio, `transcript`. */
import type { WyomingEvent } from 'wyoming-ts';
import { asksForDetails, pauseEventName } from '../engines/remote/details.ts';
import type { SpeechHints, SttEngine, SttFinal, SttPause } from '../engines/stt/engine.ts';
import type { SttFact } from '../turns/stage-fact.ts';
import { Endpoint, type JudgeSentence, longestSentenceMs } from './endpoint.ts';
import { serveLanguage } from './language.ts';
import { startPatience } from './patience.ts';
import { StableText } from './stable-text.ts';
import { toErrorEvent } from './to-error-event.ts';
import type { Turn } from './turn.ts';
import { Utterance } from './utterance.ts';

/** `text` is personal. */
export type Heard = { readonly text: string; readonly language: string };

export type SttService = {
  readonly engine: SttEngine;
  /** A client's own names and terms, which help requests that start later. */
  readonly onHints?: (hints: SpeechHints) => void;
  /** Present: the server ends sentences itself, as its `info` says. */
  readonly judge?: JudgeSentence;
  /** What was said so far, when nobody has spoken for a moment, and at the end when that is more. Returns at once. */
  readonly onHeard?: (heard: Heard) => void;
};

/** Home Assistant itself stops listening after 15 s, and its longest run takes five minutes. */
const maxUtteranceSeconds = 300;

/** A client that neither sends audio nor ends it holds a place that others wait for. */
const patienceMs = 30_000;

/** Answers one utterance; the request is absent when the audio came without one. */
export async function transcribe(
  request: Extract<WyomingEvent, { type: 'transcribe' }> | undefined,
  service: SttService,
  turn: Turn,
): Promise<void> {
  const { engine, onHints, judge } = service;
  const { clock, report, connectionId, remoteAddress } = turn;
  const startedAtMs = clock.now();
  using patience = startPatience(patienceMs, 'no audio has come');
  const signal = AbortSignal.any([turn.signal, patience.signal]);
  const { language: asked, context } = request?.data ?? {};
  const { transcript_names: names = [], transcript_terms: terms = [] } = request?.data ?? {};
  const isForHearken = asksForDetails(context);
  if (names.length + terms.length > 0) onHints?.({ names, terms });
  let endpoint: SttFact['endpoint'];
  const utterance = new Utterance(turn.inbox, {
    maxSeconds: maxUtteranceSeconds,
    onAudio: () => {
      patience.renew();
      if (judge && utterance.audioMs >= longestSentenceMs) end('longest');
    },
    signal,
  });
  const end = (why: SttFact['endpoint']): void => {
    endpoint ??= why;
    utterance.end(clock.monotonicMs());
  };
  const fact = () => ({
    stage: 'stt' as const,
    connectionId,
    remoteAddress,
    startedAtMs,
    audioMs: utterance.audioMs,
    energyDb: utterance.energyDb,
    ...(endpoint && { endpoint }),
  });
  try {
    const language = serveLanguage(asked, engine.languages) ?? engine.languages[0] ?? '';
    const parts = engine.transcribe(utterance, language === '' ? { signal } : { language, signal });
    await sendTranscript(parts, { language, service, utterance, end, isForHearken }, turn, (final) => {
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
    });
  } catch (error) {
    if (!turn.signal.aborted) report({ ...fact(), errorCode: toErrorEvent(error).code, pii: {} });
    throw error;
  }
  // A microphone goes on until its pipeline tells it that the sentence is over.
  if (endpoint) await turn.inbox.skipRest(turn.signal);
}

type Listening = {
  readonly language: string;
  readonly service: SttService;
  readonly utterance: Utterance;
  readonly end: (why: SttFact['endpoint']) => void;
  /** The client is another Hearken, which goes on with what we know beside the text. */
  readonly isForHearken: boolean;
};

/** Streams what is certain while it is spoken, then sends the whole, unless the speaker left. */
async function sendTranscript(
  parts: ReturnType<SttEngine['transcribe']>,
  { language, service: { judge, onHeard }, utterance, end, isForHearken }: Listening,
  { send }: Turn,
  onFinal: (final: SttFinal) => void,
): Promise<void> {
  const endpoint = judge && new Endpoint((text) => judge({ text, language }));
  const stable = new StableText();
  let streamed = 0;
  let told = '';
  const tell = (heard: Heard): void => {
    if (heard.text !== told) onHeard?.(heard);
    told = heard.text;
  };
  const stream = async (piece: string): Promise<void> => {
    if (piece === '') return;
    if (streamed === 0) await send({ type: 'transcript-start' });
    streamed += 1;
    await send({ type: 'transcript-chunk', data: { text: piece } });
  };
  for await (const part of parts) {
    if (part.kind === 'partial') await stream(stable.add(part.text));
    else if (part.kind === 'pause') {
      tell({ text: part.text, language });
      if (isForHearken) await send(pauseEvent(part));
      const completeness = endpoint?.over(part);
      if (completeness) end(completeness);
    } else {
      if (utterance.isAbandoned) return;
      const { text, language: spoken } = part;
      // Before it is sent: the next stage may ask about it in the same millisecond.
      onFinal(part);
      await stream(stable.finish(text));
      const details = isForHearken && { context: { hearken: detailsOf(part) } };
      await send({ type: 'transcript', data: { text, language: spoken, ...details } });
      // Only now: the next stage has the text, and nobody waits for what is made of it here.
      tell({ text, language: spoken });
      if (streamed > 0) await send({ type: 'transcript-stop' });
    }
  }
}

const pauseEvent = ({ text, silentMs }: SttPause) =>
  ({ type: 'unknown', name: pauseEventName, data: { text, silent_ms: silentMs } }) as const;

const detailsOf = ({ confidence, alternatives }: SttFinal) => ({
  ...(confidence !== undefined && { confidence }),
  ...(alternatives && { alternatives }),
});
