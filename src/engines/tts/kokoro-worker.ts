/** Entry of Kokoro's thread: loads kokoro-js and a model from local files, then speaks what it is asked to. */
import { basename, dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { BugError, toError } from '../../core/errors.ts';
import type { KokoroAnswer, KokoroRequest, KokoroStart } from './kokoro-messages.ts';

if (!parentPort) throw new BugError('BUG', 'Kokoro started outside a worker thread');
const port = parentPort;
const start: KokoroStart = workerData;

const loaded = await load(start).catch((cause: unknown) => toError(cause));
if (loaded instanceof Error) {
  answer({ kind: 'failed', reason: loaded.message });
} else {
  answer({ kind: 'ready' });
  port.on('message', (request: KokoroRequest) => {
    speak(loaded, request).then(answer, (cause: unknown) =>
      answer({ kind: 'failed', reason: toError(cause).message }),
    );
  });
}

type Kokoro = Awaited<ReturnType<typeof load>>;

async function load({ directory, modelName, threads }: KokoroStart) {
  const { AutoTokenizer, StyleTextToSpeech2Model, env } = await import('@huggingface/transformers');
  const { KokoroTTS } = await import('kokoro-js');
  // Nothing may leave the house: models come from this directory or not at all.
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = dirname(directory);
  const name = basename(directory);
  const local = { local_files_only: true };
  const model = await StyleTextToSpeech2Model.from_pretrained(name, {
    ...local,
    device: 'cpu',
    // The file is named in full, so no suffix for its number format may be added.
    dtype: 'fp32',
    model_file_name: modelName,
    session_options: { intraOpNumThreads: threads },
  });
  return new KokoroTTS(model, await AutoTokenizer.from_pretrained(name, local));
}

async function speak(kokoro: Kokoro, { text, voice, speed }: KokoroRequest): Promise<KokoroAnswer> {
  const names = Object.keys(kokoro.voices);
  const known = names.find((name): name is keyof typeof kokoro.voices => name === voice);
  if (known === undefined) return { kind: 'failed', reason: `kokoro-js has no voice ${voice}` };
  const { audio } = await kokoro.generate(text, { voice: known, speed });
  return { kind: 'sound', samples: Float32Array.from(audio) };
}

function answer(message: KokoroAnswer): void {
  port.postMessage(message, message.kind === 'sound' ? [message.samples.buffer] : []);
}
