/** The scores of the Python openwakeword and ours, on the same models and the same sound. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readWavMono } from '../../../../src/audio/wav.ts';
import { frameSamples } from '../../../../src/engines/wake/backend.ts';
import { createOpenWakeWordBackend } from '../../../../src/engines/wake/openwakeword/backend.ts';
import {
  installedFeatures,
  installedWakeWord,
  realWakeFiles,
} from '../../../support/engines/installed-wake.ts';
import { describePeer } from '../../../support/peer-python.ts';
import { describeReal, evalDir } from '../../../support/real-models.ts';
import { tunedWord } from '../../../support/engines/wake-backend.ts';

const script = fileURLToPath(new URL('../../../peers/run_openwakeword.py', import.meta.url));
const words = ['alexa', 'hey_jarvis', 'hey_rhasspy'];

/** Until then the reference still has in its history what it began with, which is random. */
const settlingFrames = 28;

async function peerScores(python: string, wav: string): Promise<number[][]> {
  const job = {
    mode: 'cpu',
    warmup: 0,
    wav,
    ...installedFeatures().files,
    models: words.map((name) => installedWakeWord(name).files['model']),
  };
  const { stdout } = await promisify(execFile)(python, [script, JSON.stringify(job)], {
    maxBuffer: 16 * 1024 * 1024,
  });
  return z.object({ scores: z.array(z.array(z.number())) }).parse(JSON.parse(stdout)).scores;
}

async function ourScores(wav: string, gate: boolean): Promise<number[][]> {
  const backend = await createOpenWakeWordBackend({
    features: installedFeatures(),
    words: words.map((name) => ({ word: tunedWord(name), model: installedWakeWord(name) })),
    gate,
  });
  const stream = backend.open(new Set(words));
  const pcm = readWavMono(await readFile(wav));
  const scores: number[][] = [];
  for (let at = 0; at + frameSamples <= pcm.length; at += frameSamples)
    scores.push((await stream.accept(pcm.subarray(at, at + frameSamples))).map(({ score }) => score));
  stream.close();
  await backend.close();
  return scores;
}

describeReal(
  'openWakeWord scores',
  [...realWakeFiles(...words), 'eval/vad/silero_test.wav', 'eval/wake/alexa'],
  () => {
    describePeer('openwakeword', 'beside the Python package', (python) => {
      it.each(['vad/silero_test.wav', 'wake/alexa/alexa_001.wav'])(
        'are its scores on %s within 0.001',
        async (file) => {
          const wav = join(evalDir, file);
          const theirs = await peerScores(python, wav);
          for (const gate of [false, true]) {
            const ours = await ourScores(wav, gate);
            expect(ours).toHaveLength(theirs.length);
            const differences = ours.flatMap((scores, frame) =>
              scores.map((score, i) => Math.abs(score - (theirs[frame]?.[i] ?? Number.NaN))),
            );
            expect(differences.length).toBeGreaterThan(settlingFrames * words.length);
            expect(Math.max(...differences.slice(settlingFrames * words.length))).toBeLessThan(1e-3);
          }
        },
      );
    });
  },
);
