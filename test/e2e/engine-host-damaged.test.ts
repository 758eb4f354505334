import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { InstalledModel } from '../../src/core/installed-model.ts';
import type { EngineSpec } from '../../src/engine-host/spec.ts';
import { sttOptions } from '../../src/engines/stt/options.ts';
import { ttsOptions } from '../../src/engines/tts/options.ts';
import { wakeOptions } from '../../src/engines/wake/options.ts';
import { hosted, startRealHost } from '../support/engines/hosted-engine.ts';
import { installedModels } from '../support/installed-models.ts';
import { installedVoice, realVoiceFiles } from '../support/engines/installed-voice.ts';
import { realWakeFiles } from '../support/engines/installed-wake.ts';
import { describeReal } from '../support/real-models.ts';
import { audioOf, collect, noAbort } from '../support/streams.ts';

const damages: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
  ['truncated', (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2))],
  ['empty', () => Buffer.alloc(0)],
  ['flipped in its middle', (bytes) => flipped(bytes, Math.floor(bytes.length / 2))],
];

/** 256 bytes are inverted. */
function flipped(bytes: Buffer, offset: number): Buffer {
  const copy = Buffer.from(bytes);
  for (let i = offset; i < offset + 256; i += 1) copy[i] = ~(copy[i] ?? 0) & 0xff;
  return copy;
}

const engineNames = {
  transducer: 'sherpa-online-transducer',
  vad: 'silero-vad',
  features: 'openwakeword-features',
  word: 'openwakeword',
  kws: 'sherpa-kws',
} as const;

const files = [
  'models/stt-kws/zipformer-gigaspeech-3.3M-mobile/bpe.vocab',
  'models/vad',
  ...realVoiceFiles,
  ...realWakeFiles('alexa'),
];

describeReal('a damaged file of a real model in the engine host', files, () => {
  let dir: string;
  const models = new Map<string, InstalledModel>();
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'hearken-damaged-'));
    for (const [name, engine] of Object.entries(engineNames)) {
      const [model] = await installedModels(engine);
      if (model) models.set(name, model);
    }
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  const model = (name: keyof typeof engineNames): InstalledModel => {
    const found = models.get(name);
    if (!found) throw new Error(`no model for ${engineNames[name]}`);
    return found;
  };

  const damagedModel = async (
    original: InstalledModel,
    role: string,
    damage: (bytes: Buffer) => Buffer,
  ): Promise<InstalledModel> => {
    const path = join(dir, `${role}.onnx`);
    await copyFile(original.files[role] ?? '', path);
    await writeFile(path, damage(await readFile(path)), { mode: 0o600 });
    return { ...original, files: { ...original.files, [role]: path } };
  };

  const sttWith = (transducer: InstalledModel, vad: InstalledModel): EngineSpec => ({
    kind: 'stt',
    spec: { models: [transducer], vad, options: sttOptions.parse({}) },
  });
  const wakeWith = (
    settings: unknown,
    parts: Partial<Record<'features' | 'word' | 'kws', InstalledModel>>,
  ): EngineSpec => ({
    kind: 'wake',
    spec: {
      features: parts.features ?? model('features'),
      models: [parts.word ?? model('word')],
      keywordSpotter: parts.kws ?? model('kws'),
      settings: wakeOptions.parse(settings),
    },
  });

  const cases: readonly (readonly [
    string,
    string,
    (damage: (bytes: Buffer) => Buffer) => Promise<EngineSpec>,
  ])[] = [
    [
      'speech to text',
      'encoder',
      async (damage) => sttWith(await damagedModel(model('transducer'), 'encoder', damage), model('vad')),
    ],
    [
      'speech to text',
      'speech gate',
      async (damage) => sttWith(model('transducer'), await damagedModel(model('vad'), 'model', damage)),
    ],
    [
      'wake words',
      'embedding',
      async (damage) =>
        wakeWith(
          { words: [{ model: model('word').id }] },
          { features: await damagedModel(model('features'), 'embedding', damage) },
        ),
    ],
    [
      'wake words',
      'classifier',
      async (damage) =>
        wakeWith(
          { words: [{ model: model('word').id }] },
          { word: await damagedModel(model('word'), 'model', damage) },
        ),
    ],
    [
      'wake words',
      'keyword encoder',
      async (damage) =>
        wakeWith(
          { words: [{ phrase: 'computer' }] },
          { kws: await damagedModel(model('kws'), 'encoder', damage) },
        ),
    ],
  ];

  for (const [engine, role, specOf] of cases) {
    it.each(damages)(`of ${engine} (${role}), %s, never takes the voice with it`, async (_, damage) => {
      const spec = await specOf(damage);
      const voice: EngineSpec = {
        kind: 'tts',
        spec: { models: [installedVoice('amy')], options: ttsOptions.parse({}) },
      };
      await using host = startRealHost([spec, voice]);
      await hosted(host, spec.kind);
      await hosted(host, 'tts');
      const status = host.status[spec.kind].value;
      // Some damage is only a wrong weight: the engine runs. Then it is used once.
      expect(['failed', 'ready']).toContain(status.state);
      if (status.state === 'failed') expect(status.reason).not.toBe('');
      else await useOnce(host, spec.kind);
      expect(await collect(host.tts.speak('Hello.', { signal: noAbort }))).not.toEqual([]);
    });
  }

  it.each(damages.slice(0, 2))('is told as damaged when it is %s', async (_, damage) => {
    const spec = sttWith(await damagedModel(model('transducer'), 'encoder', damage), model('vad'));
    await using host = startRealHost([spec]);
    await hosted(host, 'stt');
    expect(host.status.stt.value).toMatchObject({ state: 'failed', code: 'MODEL_CORRUPT' });
  });
});

async function useOnce(host: ReturnType<typeof startRealHost>, kind: EngineSpec['kind']): Promise<void> {
  const noise = Int16Array.from({ length: 16_000 }, (_, n) => ((n * 7_919) % 6_007) - 3_000);
  const using =
    kind === 'stt'
      ? collect(host.stt.transcribe(audioOf(noise), { signal: noAbort }))
      : collect(host.wake.listen(audioOf(noise), { signal: noAbort }));
  // A wrong weight may still make the engine fail, as an error of ours.
  const outcome = await using.then(
    () => 'worked',
    (error: unknown) => error,
  );
  if (outcome !== 'worked') expect(outcome).toHaveProperty('code');
}
