/** One spoken sentence from its first sample to the first sound of the reply, as Home Assistant would run it. */
import { untilTranscript } from '../../client/early-transcript.ts';
import { converse, synthesize } from '../../client/voice-client.ts';
import { systemClock } from '../../core/clock.ts';
import type { SentenceClip } from './clips.ts';

export type SpokenTurn = {
  readonly clip: SentenceClip;
  readonly text: string;
  /** From the last voiced sample to the transcript; negative when the sentence was cut off. */
  readonly transcriptMs: number;
  /** The agent knew what to do. */
  readonly isHandled: boolean;
  /** From the transcript to the reply, and from there to its first sound. */
  readonly agentMs: number;
  readonly speechMs: number;
};

/** @param samples of the clip, as far as the microphone is open. */
export async function spokenTurn(
  uri: string,
  clip: SentenceClip,
  samples: Int16Array,
  { signal }: { readonly signal: AbortSignal },
): Promise<SpokenTurn> {
  const { text, atMs } = await untilTranscript(uri, samples, { signal });
  const heardMs = systemClock.monotonicMs();
  const turn = { clip, text, transcriptMs: atMs - clip.voicedMs };
  if (text === '') return { ...turn, isHandled: false, agentMs: Number.NaN, speechMs: Number.NaN };
  const answer = await converse(uri, text, { signal });
  const agentMs = systemClock.monotonicMs() - heardMs;
  const { firstAudioMs } = await synthesize(uri, answer.text, { signal });
  return { ...turn, isHandled: answer.isHandled, agentMs, speechMs: firstAudioMs };
}

/** From the last voiced sample to the first sound of the reply. */
export const firstSoundMs = ({ transcriptMs, agentMs, speechMs }: SpokenTurn): number =>
  transcriptMs + agentMs + speechMs;
