/** Commands spoken by synthetic voices: clear speech whose words are no matter of the measurement. */
import { concatSamples } from '../audio/chunk.ts';
import { listRecordings, readRecording } from './recordings.ts';
import type { BenchOptions } from './report.ts';

/** @param tailSamples of silence behind each. */
export async function spokenCommands(
  { evalDir }: Pick<BenchOptions, 'evalDir'>,
  { tailSamples }: { readonly tailSamples: number },
): Promise<readonly Int16Array[]> {
  const recordings = await listRecordings(evalDir, ['commands/ha-en-tts/']);
  const tail = new Int16Array(tailSamples);
  return await Promise.all(
    recordings.map(async (recording) => concatSamples([await readRecording(evalDir, recording), tail])),
  );
}
