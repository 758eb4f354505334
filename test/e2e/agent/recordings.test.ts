import { expect, it } from 'vitest';
import { commandsTable } from '../../../src/bench/commands/commands.ts';
import { describeReal, evalDir, modelsDir } from '../../support/real-models.ts';

const needed = [
  'eval/manifest.jsonl',
  'models/stt-kws/zipformer-gigaspeech-3.3M-mobile/tokens.txt',
  'models/vad/silero_vad.onnx',
];

describeReal('recorded sentences in the demo home', needed, () => {
  it('does what the named commands ask, and nothing that noise, talk or other commands do not ask', async () => {
    const report = await commandsTable.run({
      evalDir,
      modelDirs: [modelsDir],
      smoke: true,
      signal: AbortSignal.timeout(180_000),
      progress: () => undefined,
    });
    expect(
      report.rows.filter(({ met }) => met !== true),
      report.notes.join('\n'),
    ).toEqual([]);
    expect(report.rows.map(({ n }) => n)).toEqual([7, expect.any(Number)]);
    expect(report.rows[1]?.n).toBeGreaterThan(40);
  }, 200_000);
});
