/** One turn through a real core's Assist pipeline, spoken as a satellite gives it or as text. */
import { z } from 'zod';
import { bytesFromInt16 } from '../../audio/pcm.ts';
import { abortable, startDeadline } from '../../core/abort.ts';
import { systemClock } from '../../core/clock.ts';
import { voicedLength } from '../last-voiced.ts';
import type { CoreClient } from './core-client.ts';
import { Microphone } from './microphone.ts';
import { type RunEvent, RunEvents } from './run-events.ts';

/** Mono 16 kHz. */
export type Spoken = {
  /** Said first; the command waits until it was heard. Absent: the turn begins at speech-to-text. */
  readonly wakeWord?: Int16Array;
  readonly command: Int16Array;
  /** How many samples of the command are speech; absent: up to the last loud one. */
  readonly spokenSamples?: number;
  /** `client` ends the audio with the command's last frame; `listener` leaves it to core or the recogniser. */
  readonly endedBy: 'client' | 'listener';
  /** What the microphone hears when nobody speaks; absent: a quiet room. */
  readonly room?: Int16Array;
};

export type PipelineInput = {
  readonly pipeline: string;
  readonly say: Spoken | string;
  /** Absent: the reply is spoken. */
  readonly endStage?: 'stt' | 'intent';
  readonly conversationId?: string;
  readonly deviceId?: string;
};

export type PipelineRun = {
  readonly events: readonly RunEvent[];
  readonly heard: string | undefined;
  readonly speech: string | undefined;
  readonly conversationId: string | undefined;
  readonly continueConversation: boolean;
  /** What ended the run early. */
  readonly error: { readonly code: string; readonly message: string } | undefined;
  /** The reply as core hands it out (mp3); empty without one. */
  readonly audio: Uint8Array;
  /** On the machine's monotonic clock; absent when the turn did not come so far. */
  readonly times: {
    readonly wakeVoicedMs?: number;
    readonly lastVoicedMs?: number;
    readonly lastFrameMs?: number;
    readonly firstByteMs?: number;
  };
};

/** Core's own limit for a run over the WebSocket. */
const timeoutMs = 300_000;

/** So much silence after the wake word, and it was not heard. */
const wakeTimeoutS = 5;

const runStart = z.looseObject({ runner_data: z.looseObject({ stt_binary_handler_id: z.number() }) });
const sttEnd = z.looseObject({ stt_output: z.looseObject({ text: z.string() }) });
const intentEnd = z.looseObject({
  intent_output: z.looseObject({
    response: z.looseObject({
      speech: z.looseObject({ plain: z.looseObject({ speech: z.string() }).optional() }),
    }),
    conversation_id: z.string().nullish(),
    continue_conversation: z.boolean(),
  }),
});
const ttsOutput = z.looseObject({ tts_output: z.looseObject({ url: z.string() }) });
const runError = z.looseObject({ code: z.string(), message: z.string() });

/**
 * Resolves when the run has ended and its reply was fetched; a failed run is a value.
 * @throws HomeError `HOME_UNREACHABLE` when core is gone before its end.
 */
export async function runPipeline(
  client: CoreClient,
  input: PipelineInput,
  { signal }: { readonly signal: AbortSignal },
): Promise<PipelineRun> {
  using inTime = startDeadline(timeoutMs, AbortSignal.any([signal, client.lost]));
  const events = new RunEvents(inTime.signal);
  const stop = await client.subscribe('assist_pipeline/run', requestOf(input), (event) => events.add(event));
  const [said, reply] = await Promise.all([
    speak(client, input.say, events, inTime.signal),
    fetchReply(client, events, inTime.signal),
  ]);
  await events.until(({ type }) => type === 'run-end');
  await stop();
  const output = intentEnd.safeParse(events.get('intent-end')?.data).data?.intent_output;
  return {
    events: events.all,
    heard: sttEnd.safeParse(events.get('stt-end')?.data).data?.stt_output.text,
    speech: output?.response.speech.plain?.speech,
    conversationId: output?.conversation_id ?? undefined,
    continueConversation: output?.continue_conversation ?? false,
    error: runError.safeParse(events.get('error')?.data).data,
    audio: reply.audio,
    times: { ...said, ...(reply.firstByteMs !== undefined && { firstByteMs: reply.firstByteMs }) },
  };
}

function requestOf({ say, pipeline, endStage, conversationId, deviceId }: PipelineInput) {
  const stages = {
    pipeline,
    end_stage: endStage ?? 'tts',
    timeout: timeoutMs / 1000,
    ...(conversationId !== undefined && { conversation_id: conversationId }),
    ...(deviceId !== undefined && { device_id: deviceId }),
  };
  if (typeof say === 'string') return { ...stages, start_stage: 'intent', input: { text: say } };
  const isWoken = say.wakeWord !== undefined;
  const input = { sample_rate: 16_000, ...(isWoken && { timeout: wakeTimeoutS }) };
  return { ...stages, start_stage: isWoken ? 'wake_word' : 'stt', input };
}

async function speak(
  client: CoreClient,
  say: Spoken | string,
  events: RunEvents,
  signal: AbortSignal,
): Promise<PipelineRun['times']> {
  if (typeof say === 'string') return {};
  const { wakeWord, command, endedBy, room } = say;
  const { spokenSamples = voicedLength(command) } = say;
  const started = await events.until(({ type }) => type === 'run-start');
  if (started === undefined) return {};
  // The byte before every frame; alone it ends the audio.
  const handler = Buffer.from([runStart.parse(started.data).runner_data.stt_binary_handler_id]);
  const microphone = new Microphone(
    (frame) => client.sendBinary(Buffer.concat([handler, bytesFromInt16(frame)])),
    { signal, ...(room !== undefined && { room }) },
  );
  const isOver = (type: string) => events.get(type) !== undefined || events.get('run-end') !== undefined;
  let wakeVoicedMs: number | undefined;
  if (wakeWord !== undefined) {
    wakeVoicedMs = microphone.timeAfter(voicedLength(wakeWord));
    await microphone.hear(wakeWord);
    await microphone.hearNothingUntil(() => isOver('stt-start'));
  }
  const lastVoicedMs = microphone.timeAfter(spokenSamples);
  const isEnded = () => isOver('stt-vad-end') || isOver('stt-end');
  await microphone.hear(command, isEnded);
  const lastFrameMs = systemClock.monotonicMs();
  if (endedBy === 'client' && !isEnded()) client.sendBinary(handler);
  else await microphone.hearNothingUntil(isEnded);
  return { ...(wakeVoicedMs !== undefined && { wakeVoicedMs }), lastVoicedMs, lastFrameMs };
}

/** Fetched as soon as core says that there is something to hear, as its frontend does. */
async function fetchReply(
  client: CoreClient,
  events: RunEvents,
  signal: AbortSignal,
): Promise<{ readonly audio: Uint8Array; readonly firstByteMs?: number }> {
  const isSpeaking = ({ type, data }: RunEvent) =>
    type === 'tts-end' || (type === 'intent-progress' && data['tts_start_streaming'] === true);
  const speaking = await events.until(isSpeaking);
  const source = speaking?.type === 'tts-end' ? speaking : events.get('run-start');
  const output = ttsOutput.safeParse(source?.data).data?.tts_output;
  if (speaking === undefined || output === undefined) return { audio: new Uint8Array() };
  const response = await fetch(new URL(output.url, client.url), { signal });
  if (!response.ok || response.body === null) return { audio: new Uint8Array() };
  const parts: Uint8Array[] = [];
  let firstByteMs: number | undefined;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await abortable(reader.read(), signal);
    if (done) break;
    firstByteMs ??= systemClock.monotonicMs();
    parts.push(value);
  }
  return { audio: Buffer.concat(parts), ...(firstByteMs !== undefined && { firstByteMs }) };
}
