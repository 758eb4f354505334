/** VITS voices: streamed where the graph can be cut in two, else spoken by sherpa-onnx sentence by sentence. */
import { readFile } from 'node:fs/promises';
import { collectGarbage } from '../../../core/collect-garbage.ts';
import { silentLogger, type Logger } from '../../../core/log.ts';
import type { InstalledModel } from '../../../core/model.ts';
import { readModel } from '../../onnx/onnx-model.ts';
import type { TtsOptions } from '../options.ts';
import type { Synthesiser, TtsModel } from '../tts-model.ts';
import { WholeSynthesiser } from '../whole-synthesiser.ts';
import { checkVoice, type CheckedVoice } from './check-voice.ts';
import { cutVoice } from './cut-graph.ts';
import { openPart, StreamedVoice } from './streamed-voice.ts';
import { canEcho, openTextInputs } from './text-inputs.ts';
import { loadWholeVoice } from './whole-voice.ts';

export type VitsRuntime = Pick<TtsOptions, 'threads' | 'provider'> & { readonly log?: Logger };

/**
 * A voice model described from its files, checked as far as possible from outside.
 * @throws EngineError `MODEL_CORRUPT`.
 */
export async function openVitsModel(model: InstalledModel, runtime: VitsRuntime): Promise<TtsModel> {
  const { voice } = await checkVoice(model);
  return { id: model.id, voices: [voice], load: () => load(model, runtime) };
}

async function load(model: InstalledModel, runtime: VitsRuntime): Promise<Synthesiser> {
  const { log = silentLogger, provider } = runtime;
  // Again, because the files may have changed since the start and a damaged one would end the process.
  const checked = await checkVoice(model);
  const streamed = provider === 'cpu' ? await loadStreamed(model, checked, runtime) : undefined;
  log.info('voice is loaded', { model: model.id, speaks: streamed ? 'as it is made' : 'whole sentences' });
  return streamed ?? WholeSynthesiser.open(() => loadWholeVoice(checked, runtime), checked.voice.rateHz);
}

/** @returns undefined for a graph that can only be run as a whole. */
async function loadStreamed(
  model: InstalledModel,
  { vits, voice }: CheckedVoice,
  { threads }: VitsRuntime,
): Promise<Synthesiser | undefined> {
  const file = readModel(await readFile(vits.model));
  const cut = canEcho(file) ? cutVoice(file) : undefined;
  if (!cut) return undefined;
  const { front, vocoder, ...place } = cut;
  const inputs = await openTextInputs(file, vits);
  const parts = {
    front: await openPart(front, model, threads),
    vocoder: await openPart(vocoder, model, threads),
  };
  // The file was read three times over, and lies in the runtime now.
  setImmediate(collectGarbage);
  return new StreamedVoice({
    ...parts,
    cut: place,
    inputs,
    speakers: voice.speakers,
    rateHz: voice.rateHz,
  });
}
