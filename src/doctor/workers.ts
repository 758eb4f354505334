/** What the doctor says about engines on other machines. */
import type { Finding } from './finding.ts';

/** One machine that is to serve one kind of engine. */
export type WorkerFacts = {
  readonly kind: 'wake' | 'stt' | 'tts';
  readonly uri: string;
  /** Another place of the same kind serves while this one can not. */
  readonly hasOther: boolean;
  /** Undefined: it did not answer. */
  readonly answer?: {
    /** From the question what it offers to the answer, ms. */
    readonly roundTripMs: number;
    /** Ids of the models of this kind that it has installed; none when it does not serve this kind. */
    readonly models: readonly string[];
    /** One of them is for the language of the home. */
    readonly servesLanguage: boolean;
  };
};

const topic = 'workers';

/** Every stage of a turn goes there and back once; above it a person may notice all of them together. */
const comfortableRoundTripMs = 15;

const kindNames: Readonly<Record<WorkerFacts['kind'], string>> = {
  wake: 'wake words',
  stt: 'speech-to-text',
  tts: 'text-to-speech',
};

export function judgeWorkers(workers: readonly WorkerFacts[], language: string): readonly Finding[] {
  return workers.flatMap((worker) => judge(worker, language));
}

function judge({ kind, uri, hasOther, answer }: WorkerFacts, language: string): readonly Finding[] {
  const name = kindNames[kind];
  const verdict = hasOther ? 'warning' : 'problem';
  const otherwise = hasOther ? '; another place serves meanwhile' : '';
  if (!answer) {
    const message = `${uri} does not answer, which is to serve ${name}${otherwise}`;
    const fix = `there: start it (hearken serve --only ${kind} --host 0.0.0.0), list this machine in its wyoming.allow, open the port; or take it out of ${kind}.engines`;
    return [{ topic, verdict, message, fix }];
  }
  const { roundTripMs, models, servesLanguage } = answer;
  if (models.length === 0) {
    const fix = `there: hearken models pull, and have it serve ${kind}; or take it out of ${kind}.engines`;
    return [{ topic, verdict, message: `${uri} answers and has no ${name} to offer${otherwise}`, fix }];
  }
  const message = `${uri} serves ${name} (${models.join(', ')}), ${roundTripMs.toFixed(1)} ms away`;
  return [
    roundTripMs <= comfortableRoundTripMs
      ? { topic, verdict: 'ok', message }
      : {
          topic,
          verdict: 'warning',
          message: `${message}: far for a turn`,
          fix: 'connect it by cable, or look what else that machine and the network are doing',
        },
    ...(servesLanguage
      ? []
      : [
          {
            topic,
            verdict: 'warning',
            message: `${uri} has ${name} for other languages than "${language}"`,
            fix: `there: hearken models pull --language ${language}`,
          } as const,
        ]),
  ];
}
