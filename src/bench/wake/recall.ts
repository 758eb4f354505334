/** What the gate in front of the embedding costs: the same clips with and without it. */
import { join } from 'node:path';
import { createWakeEngine } from '../../engines/wake/create.ts';
import type { WakeEngineSpec } from '../../engines/wake/create.ts';
import { playInRoom, setIntoNoise } from '../mix.ts';
import { listRecordings, readAudioFile, readRecording } from '../recordings.ts';

/** Word of the clips → name of the model that knows it. */
const wordModels = { alexa: 'alexa', computer: 'computer_v2', jarvis: 'jarvis_v2' } as const;

type Change = (clip: Int16Array) => Int16Array;

async function conditions(evalDir: string): Promise<readonly (readonly [name: string, change: Change])[]> {
  const [kitchen, room, response] = await Promise.all(
    ['noise/kitchen_a.wav', 'noise/room_8.flac', 'rir/concrete-room.wav'].map((file) =>
      readAudioFile(join(evalDir, file)),
    ),
  );
  const silence = new Int16Array();
  const within = (noise: Int16Array | undefined, snrDb: number): Change => {
    const around = { noise: noise ?? silence, snrDb, beforeMs: 2_000, afterMs: 1_000 };
    return (clip) => setIntoNoise(clip, around);
  };
  return [
    ['still room, 30 dB', within(room, 30)],
    ['still room, 10 dB', within(room, 10)],
    ['kitchen, 10 dB', within(kitchen, 10)],
    ['kitchen, 5 dB', within(kitchen, 5)],
    ['concrete room, 20 dB', (clip) => within(room, 20)(playInRoom(clip, response ?? silence))],
  ];
}

export type GateRecall = {
  readonly condition: string;
  readonly clips: number;
  readonly heard: number;
  readonly heardWithoutGate: number;
};

/** @param clipsPerWord At most this many of each word; absent: all. */
export async function gateRecall(
  evalDir: string,
  spec: WakeEngineSpec,
  { clipsPerWord, signal }: { readonly clipsPerWord?: number; readonly signal: AbortSignal },
): Promise<GateRecall[]> {
  const words = Object.values(wordModels).map((model) => ({ model }));
  const open = (gate: boolean) => createWakeEngine({ ...spec, settings: { ...spec.settings, words, gate } });
  await using gated = await open(true);
  await using free = await open(false);
  const results: GateRecall[] = [];
  for (const [condition, change] of await conditions(evalDir)) {
    const heard = { clips: 0, heard: 0, heardWithoutGate: 0 };
    for (const [word, name] of Object.entries(wordModels)) {
      const recordings = await listRecordings(evalDir, [`wake/${word}/`]);
      for (const recording of recordings.slice(0, clipsPerWord)) {
        const clip = change(await readRecording(evalDir, recording));
        const hears = async (engine: typeof gated): Promise<number> => {
          for await (const _ of engine.listen(once(clip), { names: [name], signal })) return 1;
          return 0;
        };
        heard.clips += 1;
        heard.heard += await hears(gated);
        heard.heardWithoutGate += await hears(free);
      }
    }
    results.push({ condition, ...heard });
  }
  return results;
}

async function* once(clip: Int16Array): AsyncGenerator<Int16Array> {
  yield clip;
}
