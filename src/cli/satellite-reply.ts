/** The rest of a satellite's turn: the sentence goes to the agent, the reply is spoken. */
import { converse, synthesize } from '../client/voice-client.ts';
import { EngineError } from '../core/errors.ts';
import type { Satellite, Stage } from './satellite.ts';
import { describeChanges, turnReport } from './turn-report.ts';

export type SpokenAnswer = {
  readonly stages: readonly Stage[];
  readonly samples: Int16Array;
  readonly rateHz: number;
};

const milliseconds = (value: number): string => `${Math.round(value)} ms`;

/** @throws EngineError when the reply has no sound. */
export async function answerAndSpeak(
  { server, language, signal }: Satellite,
  sentence: string,
): Promise<SpokenAnswer> {
  const answer = await converse(server.uri, sentence, { signal, language, context: turnReport.request });
  const changes = describeChanges(turnReport.read(answer.context));
  const spoken = await synthesize(server.uri, answer.text, { signal });
  if (spoken.samples.length === 0) throw new EngineError('ENGINE_FAILED', 'the reply has no sound');
  const changed = changes.map((result, i) => ({
    name: i === 0 ? 'changed' : '',
    time: i === 0 ? milliseconds(answer.afterSendMs) : '',
    result,
  }));
  return {
    stages: [
      ...changed,
      { name: 'said', time: milliseconds(spoken.firstAudioMs), result: `"${answer.text}"` },
    ],
    samples: spoken.samples,
    rateHz: spoken.rateHz,
  };
}
