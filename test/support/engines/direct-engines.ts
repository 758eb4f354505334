/** The test engines in this process, without a host around them. */
import { silentLogger } from '../../../src/core/log.ts';
import type { LoadContext } from '../../../src/engine-host/hosted-engine.ts';
import { sttSpec, ttsSpec, wakeSpec } from './test-engine-specs.ts';
import { createEngine } from './test-engines.js';
import type { Engines } from '../voice-server.ts';

const context: LoadContext = {
  log: silentLogger,
  signal: new AbortController().signal,
  loading: async (_modelId, load) => await load(),
};

export async function directEngines(): Promise<Engines> {
  const [stt, tts, wake] = await Promise.all([
    createEngine(sttSpec(), context),
    createEngine(ttsSpec(), context),
    createEngine(wakeSpec(), context),
  ]);
  if (stt.kind !== 'stt' || tts.kind !== 'tts' || wake.kind !== 'wake')
    throw new Error('wrong kind of engine');
  return { stt: stt.engine, tts: tts.engine, wake: wake.engine };
}
