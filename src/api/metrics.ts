/** `GET /metrics`: counts and durations of turns for Prometheus. No label holds a name or a word. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { packageVersion } from '../core/version.ts';
import type { StageFact } from '../turns/stage-fact.ts';
import type { ServiceHealth } from './health.ts';

export type Metrics = {
  /** Counts one stage that was reported. */
  readonly observe: (fact: StageFact) => void;
  /** Answers a scrape. */
  readonly answer: (health: Readonly<Record<string, ServiceHealth>>) => Promise<Response>;
};

/** In seconds: a local turn takes tens of milliseconds, a device's proof or a language model seconds. */
const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const stages = new Counter({
    name: 'hearken_stages_total',
    help: 'Stages of turns that ended, by stage and by error code (empty: answered).',
    labelNames: ['stage', 'error'],
    registers,
  });
  const durations = new Histogram({
    name: 'hearken_stage_duration_seconds',
    help: 'What a person waits for: stt from the end of the audio to the text, agent from the text to the outcome, tts from the text to the first sound.',
    labelNames: ['stage'],
    buckets,
    registers,
  });
  const turns = new Counter({
    name: 'hearken_turns_total',
    help: 'Sentences the agent answered, by the part that did and whether it understood.',
    labelNames: ['path', 'understood'],
    registers,
  });
  const changes = new Counter({
    name: 'hearken_changes_total',
    help: 'Devices that sentences asked to change.',
    registers,
  });
  const ready = new Gauge({
    name: 'hearken_service_ready',
    help: '1 for a service that works, 0 for one that loads or failed.',
    labelNames: ['service'],
    registers,
  });
  const info = new Gauge({
    name: 'hearken_info',
    help: 'Version of the program.',
    labelNames: ['version'],
    registers,
  });
  info.set({ version: packageVersion }, 1);
  return {
    observe: (fact) => {
      stages.inc({ stage: fact.stage, error: fact.errorCode ?? '' });
      const waitedMs = waitOf(fact);
      if (waitedMs !== undefined) durations.observe({ stage: fact.stage }, waitedMs / 1_000);
      if (fact.stage !== 'agent' || fact.errorCode !== undefined) return;
      turns.inc({ path: fact.path ?? '', understood: String(fact.understood ?? false) });
      changes.inc(fact.changeCount ?? 0);
    },
    answer: async (health) => {
      for (const [service, { state }] of Object.entries(health))
        ready.set({ service }, state === 'ready' ? 1 : 0);
      const text = await registry.metrics();
      return new Response(text, { headers: { 'content-type': registry.contentType } });
    },
  };
}

/** How long a person waited for this stage; undefined where nobody did. */
function waitOf(fact: StageFact): number | undefined {
  switch (fact.stage) {
    case 'wake':
      return undefined;
    case 'stt':
      return fact.afterStopMs;
    case 'agent':
      return fact.durationMs;
    case 'tts':
      return fact.firstAudioMs;
  }
}
