/** One engine in a host of its own, as an engine: disposing of it ends the host. */
import { silentLogger } from '../../../src/core/log.ts';
import { startEngineHost } from '../../../src/engine-host/engine-host.ts';
import type { EngineHost } from '../../../src/engine-host/engine-host.ts';
import type { EngineSpec } from '../../../src/engine-host/spec.ts';
import type { SttEngine } from '../../../src/engines/stt/engine.ts';
import type { WakeEngine } from '../../../src/engines/wake/engine.ts';
import { noAbort } from '../streams.ts';
import { builtHostUrl } from './test-engine-specs.ts';

/** A host with the engines of the program. */
export function startRealHost(engines: readonly EngineSpec[]): EngineHost {
  return startEngineHost({
    engines,
    log: silentLogger,
    signal: noAbort,
    hostUrl: builtHostUrl,
    creatorUrl: new URL('create-engine.js', builtHostUrl),
  });
}

/** The host, when the engine has loaded. */
export async function hosted(host: EngineHost, kind: EngineSpec['kind']): Promise<EngineHost> {
  await host.status[kind].until(({ state }) => state !== 'loading', { signal: noAbort });
  return host;
}

export async function hostedStt(host: EngineHost): Promise<SttEngine> {
  const { stt } = await hosted(host, 'stt');
  return {
    languages: stt.languages,
    transcribe: (audio, options) => stt.transcribe(audio, options),
    useHints: (hints, options) => stt.useHints(hints, options),
    [Symbol.asyncDispose]: () => host.close(),
  };
}

export async function hostedWake(host: EngineHost): Promise<WakeEngine> {
  const { wake } = await hosted(host, 'wake');
  return {
    get words() {
      return wake.words;
    },
    listen: (audio, options) => wake.listen(audio, options),
    useSettings: (settings, options) => wake.useSettings(settings, options),
    [Symbol.asyncDispose]: () => host.close(),
  };
}
