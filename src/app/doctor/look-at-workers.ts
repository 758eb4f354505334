/** How the machines that run engines for this one are, looked at from outside, for the doctor. */
import { describeServer, type Info } from '../../client/voice-client.ts';
import type { Config } from '../../config/schema.ts';
import { startDeadline } from '../../core/abort.ts';
import { systemClock } from '../../core/clock.ts';
import { servesLanguage } from '../../core/language-tag.ts';
import type { WorkerFacts } from '../../doctor/workers.ts';
import { engineKindsOf } from '../engines/engine-plan.ts';

type Options = { readonly signal: AbortSignal };
type Answer = NonNullable<WorkerFacts['answer']>;
type Offered = { readonly name: string; readonly installed: boolean; readonly languages: readonly string[] };

/** A machine in the house answers within milliseconds. */
const patienceMs = 3_000;
/** The first question finds caches cold; the quickest one tells how far it is. */
const questions = 5;

/** One after the other, so that they are not measured against each other. */
export async function lookAtWorkers(config: Config, { signal }: Options): Promise<readonly WorkerFacts[]> {
  const workers: WorkerFacts[] = [];
  for (const kind of engineKindsOf(config)) {
    const places = config[kind].engines;
    for (const uri of places.filter((place) => place !== 'local')) {
      const answer = await ask(uri, kind, config.language, signal);
      workers.push({ kind, uri, hasOther: places.length > 1, ...(answer && { answer }) });
    }
  }
  return workers;
}

async function ask(
  uri: string,
  kind: WorkerFacts['kind'],
  language: string,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  using deadline = startDeadline(patienceMs, signal);
  try {
    let roundTripMs = Number.POSITIVE_INFINITY;
    let offered: readonly Offered[] = [];
    for (let question = 0; question < questions; question += 1) {
      const startMs = systemClock.monotonicMs();
      offered = offeredBy(await describeServer(uri, deadline), kind);
      roundTripMs = Math.min(roundTripMs, systemClock.monotonicMs() - startMs);
    }
    const models = offered.filter(({ installed }) => installed);
    return {
      roundTripMs,
      models: models.map(({ name }) => name),
      servesLanguage: models.some(({ languages }) => servesLanguage(languages, language)),
    };
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

function offeredBy({ asr, tts, wake }: Info, kind: WorkerFacts['kind']): readonly Offered[] {
  if (kind === 'stt') return asr.flatMap((program) => (program.installed ? program.models : []));
  if (kind === 'tts') return tts.flatMap((program) => (program.installed ? program.voices : []));
  return wake.flatMap((program) => (program.installed ? program.models : []));
}
