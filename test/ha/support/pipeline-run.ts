/** One spoken command through a real core's pipeline, as a satellite would give it. */
import { bytesFromInt16 } from '../../../src/audio/pcm.ts';
import { paced } from '../../../src/client/pace.ts';
import type { CoreClient } from './core-client.ts';

type PipelineEvent = { readonly type: string; readonly data: Record<string, unknown> };

export type PipelineRun = {
  readonly heard: string;
  readonly speech: string;
  /** The reply as core hands it out (mp3). */
  readonly audio: Uint8Array;
  readonly events: readonly string[];
};

export type PipelineInput = {
  readonly pipeline: string;
  /** Mono 16 kHz. */
  readonly recording: Int16Array;
};

const timeoutMs = 60_000;

export async function runPipeline(
  client: CoreClient,
  url: string,
  { pipeline, recording }: PipelineInput,
): Promise<PipelineRun> {
  const events: PipelineEvent[] = [];
  let wake: () => void = () => undefined;
  const until = async (type: string): Promise<Record<string, unknown>> => {
    for (;;) {
      const found = events.find((event) => event.type === type);
      if (found) return found.data;
      const failed = events.find((event) => event.type === 'error');
      if (failed) throw new Error(`pipeline: ${JSON.stringify(failed.data)}`);
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  await client.subscribe(
    'assist_pipeline/run',
    {
      start_stage: 'stt',
      end_stage: 'tts',
      input: { sample_rate: 16_000 },
      pipeline,
      timeout: timeoutMs / 1000,
    },
    (event) => {
      events.push(event as PipelineEvent);
      wake();
    },
  );
  const { runner_data } = (await until('run-start')) as { runner_data: { stt_binary_handler_id: number } };
  const handler = Buffer.from([runner_data.stt_binary_handler_id]);
  const audio = new Int16Array(recording.length + 8_000);
  audio.set(recording);
  for await (const frame of paced(audio, {
    rateHz: 16_000,
    realTime: true,
    signal: AbortSignal.timeout(timeoutMs),
  })) {
    client.sendBinary(Buffer.concat([handler, bytesFromInt16(frame)]));
  }
  client.sendBinary(handler);
  const { stt_output } = (await until('stt-end')) as { stt_output: { text: string } };
  const { intent_output } = (await until('intent-end')) as {
    intent_output: { response: { speech: { plain: { speech: string } } } };
  };
  const { tts_output } = (await until('tts-end')) as { tts_output: { url: string } };
  const response = await fetch(new URL(tts_output.url, url));
  return {
    heard: stt_output.text,
    speech: intent_output.response.speech.plain.speech,
    audio: new Uint8Array(await response.arrayBuffer()),
    events: events.map(({ type }) => type),
  };
}
