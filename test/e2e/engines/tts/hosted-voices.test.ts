import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InstalledModel } from '../../../../src/core/installed-model.ts';
import { silentLogger } from '../../../../src/core/log.ts';
import { startEngineHost } from '../../../../src/engine-host/engine-host.ts';
import type { TtsEngine } from '../../../../src/engines/tts/engine.ts';
import { ttsOptions } from '../../../../src/engines/tts/options.ts';
import { installedVoice, realVoiceFiles } from '../../../support/engines/installed-voice.ts';
import { describeReal } from '../../../support/real-models.ts';
import { builtHostUrl } from '../../../support/engines/test-engine-specs.ts';
import { writeTinyKokoro } from '../../../support/engines/tiny-kokoro.ts';
import { collect } from '../../../support/streams.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { itConformsToTts } from '../../../support/engines/tts-conformance.ts';

const never = new AbortController().signal;

/** The engine in a process of its own; disposing it ends the process. */
async function openHosted(models: readonly InstalledModel[]): Promise<TtsEngine> {
  const spec = { models, options: ttsOptions.parse({}) };
  const host = startEngineHost({
    engines: [{ kind: 'tts', spec }],
    log: silentLogger,
    signal: never,
    hostUrl: builtHostUrl,
    creatorUrl: new URL('create-engine.js', builtHostUrl),
  });
  await host.status.tts.until(({ state }) => state !== 'loading', { signal: never });
  return {
    voices: host.tts.voices,
    speak: (text, options) => host.tts.speak(text, options),
    [Symbol.asyncDispose]: () => host.close(),
  };
}

describeReal('VITS voices in the engine host', realVoiceFiles, () => {
  it('speak beside Kokoro', async () => {
    await using dir = await tempDir();
    await using engine = await openHosted([installedVoice('amy'), await writeTinyKokoro(dir.path)]);
    expect(engine.voices[0]?.name).toBe('sanotts-amy');
    const [chunk] = await collect(engine.speak('Hello.', { voice: 'tiny-kokoro-af_nova', signal: never }));
    expect(chunk?.rateHz).toBe(24_000);
  });

  describe('as an engine', () =>
    itConformsToTts(() => openHosted([installedVoice('amy'), installedVoice('hfc')])));
});

describe('Kokoro in the engine host, with a generated model', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'hearken-kokoro-'));
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  describe('as an engine', () => itConformsToTts(async () => openHosted([await writeTinyKokoro(dir)])));
});
