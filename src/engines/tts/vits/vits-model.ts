/** VITS voices: heard while they are made where the graph can be cut in two, else sentence by sentence. */
import { readFile } from 'node:fs/promises';
import { collectGarbage } from '../../../core/collect-garbage.ts';
import { silentLogger, type Logger } from '../../../core/log.ts';
import type { InstalledModel } from '../../../core/installed-model.ts';
import { withFloatConvolutions } from '../../onnx/float-convolutions.ts';
import { readModel } from '../../onnx/onnx-model.ts';
import type { TtsOptions } from '../options.ts';
import type { Synthesiser, TtsModel } from '../tts-model.ts';
import { checkVoice } from './check-voice.ts';
import { cutVoice } from './cut-graph.ts';
import { openPart } from './session.ts';
import { loadSherpaVoice } from './sherpa-voice.ts';
import { StreamedVoice } from './streamed-voice.ts';
import { canEcho, openTextInputs } from './text-inputs.ts';
import { uncutVoice } from './uncut-voice.ts';

export type VitsRuntime = Pick<TtsOptions, 'threads' | 'provider'> & { readonly log?: Logger };

/**
 * A voice model described from its files, checked as far as possible from outside.
 * @throws EngineError `MODEL_CORRUPT`.
 */
export async function openVitsModel(model: InstalledModel, runtime: VitsRuntime): Promise<TtsModel> {
  const { voice } = await checkVoice(model);
  const loadClean = async (): Promise<Synthesiser> => {
    const synthesiser = await load(model, runtime);
    const isStreamed = synthesiser instanceof StreamedVoice;
    (runtime.log ?? silentLogger).info('voice is loaded', { model: model.id, isStreamed });
    // The file was held three times over, and lies in the runtime now.
    setImmediate(collectGarbage);
    return synthesiser;
  };
  return { id: model.id, voices: [voice], load: loadClean };
}

async function load(model: InstalledModel, runtime: VitsRuntime): Promise<Synthesiser> {
  const { provider, threads } = runtime;
  // Again, because the files may have changed since the start and a damaged one would end the process.
  const checked = await checkVoice(model);
  const bytes = await readFile(checked.vits.model);
  const file = withFloatConvolutions(readModel(bytes));
  // The runtime of this package computes on the processor alone.
  if (provider !== 'cpu' || !canEcho(file)) return loadSherpaVoice(checked, runtime);
  const parts = cutVoice(file);
  if (!parts) {
    const graph = await openPart(bytes, model, { threads, keepsMemory: false });
    return uncutVoice(graph, await openTextInputs(file, checked));
  }
  // The graphs themselves lie in the runtime from here on: whoever speaks must not keep them a second time.
  const { front, vocoder, ...cut } = parts;
  const options = { threads, keepsMemory: true };
  return new StreamedVoice({
    cut,
    front: await openPart(front, model, options),
    vocoder: await openPart(vocoder, model, options),
    // After them: onnxruntime here says what is wrong with a damaged file, sherpa-onnx ends the process.
    inputs: await openTextInputs(file, checked),
    rateHz: checked.voice.rateHz,
  });
}
