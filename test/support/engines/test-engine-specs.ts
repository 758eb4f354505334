/** Specs of the test engines, and a host that runs them. */
import type { InstalledModel } from '../../../src/core/installed-model.ts';
import { silentLogger } from '../../../src/core/log.ts';
import type { Logger } from '../../../src/core/log.ts';
import { startEngineHost } from '../../../src/engine-host/engine-host.ts';
import type { EngineHost } from '../../../src/engine-host/engine-host.ts';
import type { EngineSpec } from '../../../src/engine-host/spec.ts';
import { sttOptions } from '../../../src/engines/stt/options.ts';
import { ttsOptions } from '../../../src/engines/tts/options.ts';
import { wakeOptions } from '../../../src/engines/wake/options.ts';

/** The host's entry as built: worker threads of Node 20 load JavaScript only. */
export const builtHostUrl = new URL('../../../dist/engine-host/child.js', import.meta.url);
const testEnginesUrl = new URL('./test-engines.js', import.meta.url);

export function testModel(id: string, settings: InstalledModel['settings'] = {}): InstalledModel {
  return {
    id,
    engine: 'test',
    languages: ['en'],
    files: {},
    settings,
    licence: 'Apache-2.0',
    attribution: { name: 'test', url: 'https://example.org' },
    fingerprint: id,
  };
}

export const sttSpec = (...models: readonly InstalledModel[]): EngineSpec => ({
  kind: 'stt',
  spec: {
    models: models.length > 0 ? models : [testModel('ear')],
    vad: testModel('vad'),
    options: sttOptions.parse({}),
  },
});

export const ttsSpec = (...models: readonly InstalledModel[]): EngineSpec => ({
  kind: 'tts',
  spec: { models: models.length > 0 ? models : [testModel('amy')], options: ttsOptions.parse({}) },
});

export const wakeSpec = (...models: readonly InstalledModel[]): EngineSpec => ({
  kind: 'wake',
  spec: {
    models: models.length > 0 ? models : [testModel('wake')],
    settings: wakeOptions.parse({ words: [{ phrase: 'computer' }, { phrase: 'jarvis' }] }),
  },
});

export const allSpecs = (): readonly EngineSpec[] => [sttSpec(), ttsSpec(), wakeSpec()];

export function startTestHost(
  engines: readonly EngineSpec[] = allSpecs(),
  log: Logger = silentLogger,
): EngineHost {
  return startEngineHost({
    engines,
    log,
    signal: new AbortController().signal,
    hostUrl: builtHostUrl,
    creatorUrl: testEnginesUrl,
  });
}
