/** The recorded commands of table `stt`, and how a satellite may frame them. */
import { concatSamples } from '../../audio/chunk.ts';
import { listRecordings, readRecording } from '../recordings.ts';

export type CommandClip = { readonly text: string; readonly samples: Int16Array };

/** Commands with a transcript, by who speaks. */
export type CommandClips = { readonly human: readonly CommandClip[]; readonly tts: readonly CommandClip[] };

export async function commandClips(evalDir: string, limit: number): Promise<CommandClips> {
  return {
    human: await clipsOf(evalDir, 'commands/ha-en-real/', limit),
    tts: await clipsOf(evalDir, 'commands/ha-en-tts/', limit),
  };
}

async function clipsOf(evalDir: string, prefix: string, limit: number): Promise<CommandClip[]> {
  const clips: CommandClip[] = [];
  for (const recording of await listRecordings(evalDir, [prefix])) {
    const { text } = recording;
    if (typeof text !== 'string' || clips.length >= limit) continue;
    clips.push({ text, samples: await readRecording(evalDir, recording) });
  }
  return clips;
}

export type Padding = {
  readonly name: string;
  readonly pad: (clip: Int16Array) => Int16Array;
};

const zeros = (ms: number): Int16Array => new Int16Array(ms * 16);

/** As recorded, cut or led by silence, and between pieces of a real room. */
export function paddings(room: Int16Array): readonly Padding[] {
  const silence = (leadMs: number, tailMs: number): Padding => ({
    name: `${leadMs} ms silence before, ${tailMs} after`,
    pad: (clip) => concatSamples([zeros(leadMs), clip, zeros(tailMs)]),
  });
  return [
    { name: 'as recorded', pad: (clip) => clip },
    silence(100, 0),
    silence(300, 800),
    silence(1_000, 1_000),
    { name: 'first 100 ms missing', pad: (clip) => clip.subarray(1_600) },
    {
      name: 'room noise 1 s before, 0.8 after',
      pad: (clip) => concatSamples([room.subarray(0, 16_000), clip, room.subarray(16_000, 28_800)]),
    },
  ];
}
