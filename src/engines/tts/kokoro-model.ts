/**
 * Kokoro through kokoro-js. It lives in a thread of its own: its phonemizer blocks, and ending the thread is the one
 * way to get all of its memory back.
 */
import { once } from 'node:events';
import { basename, dirname, join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { compiledBeside } from '../../core/built-files.ts';
import { EngineError } from '../../core/errors.ts';
import type { InstalledModel } from '../../core/installed-model.ts';
import { checkedFile, corruptModel } from '../sherpa/check-files.ts';
import type { KokoroAnswer, KokoroRequest, KokoroStart } from './kokoro-messages.ts';
import { listKokoroVoices } from './kokoro-voices.ts';
import type { Synthesiser, TtsModel } from './tts-model.ts';
import { voiceSettings } from './voice-settings.ts';

/** Of every Kokoro model. */
const rateHz = 24_000;

/** Every voice of the package is one of ours, because clients choose by voice and rarely know speakers. */
export async function openKokoroModel(
  model: InstalledModel,
  { threads }: { readonly threads: number },
): Promise<TtsModel> {
  const start = await check(model, threads);
  const voices = await listKokoroVoices();
  const nameOf = (id: string) => `${model.id}-${id}`;
  return {
    id: model.id,
    voices: voices.map(({ id, language, description }) => ({
      name: nameOf(id),
      languages: [language],
      speakers: [],
      description,
      attribution: model.attribution,
      rateHz,
      fingerprint: model.fingerprint,
    })),
    load: async () => loadInThread(start, model, nameOf('')),
  };
}

/** Files lie as kokoro-js looks for them: the description beside the tokenizer, the model in `onnx/`. */
async function check(model: InstalledModel, threads: number): Promise<KokoroStart> {
  const modelPath = await checkedFile(model, 'model');
  const directory = resolve(dirname(modelPath), '..');
  const expected = {
    config: 'config.json',
    tokenizer: 'tokenizer.json',
    tokenizerConfig: 'tokenizer_config.json',
  };
  for (const [role, name] of Object.entries(expected))
    if (resolve(await checkedFile(model, role)) !== join(directory, name))
      throw corruptModel(model, role, `does not lie at ${name} above the model's directory`);
  if (basename(dirname(modelPath)) !== 'onnx')
    throw corruptModel(model, 'model', 'does not lie in a directory called onnx');
  voiceSettings(model);
  return { directory, modelName: basename(modelPath, '.onnx'), threads };
}

async function loadInThread(start: KokoroStart, model: InstalledModel, prefix: string): Promise<Synthesiser> {
  const worker = new Worker(compiledBeside('kokoro-worker.js', import.meta.url), { workerData: start });
  const ready = await answerOf(worker);
  if (ready.kind === 'failed') {
    await worker.terminate();
    throw corruptModel(model, 'model', `can not be loaded by kokoro-js: ${ready.reason}`);
  }
  return {
    async *synthesise(text, { voice, speed }) {
      const request: KokoroRequest = { text, voice: voice.slice(prefix.length), speed };
      worker.postMessage(request);
      const answer = await answerOf(worker);
      if (answer.kind === 'sound') {
        yield { samples: answer.samples, isLast: true };
        return;
      }
      throw new EngineError('ENGINE_FAILED', `Kokoro could not speak: ${answer.kind}`, { details: answer });
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

/** The next message; rejects when the thread fails or ends without one. */
async function answerOf(worker: Worker): Promise<KokoroAnswer> {
  const settled = new AbortController();
  const { signal } = settled;
  const ended = once(worker, 'exit', { signal }).then(() => {
    throw new EngineError('ENGINE_CRASHED', "Kokoro's thread ended", { retryable: true });
  });
  try {
    const [answer] = await Promise.race([once(worker, 'message', { signal }), ended]);
    return answer;
  } finally {
    settled.abort();
  }
}
