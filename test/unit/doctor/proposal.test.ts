import { describe, expect, it } from 'vitest';
import { judgeSpeed, proposeModels, type SpeedMeasurement } from '../../../src/doctor/proposal.ts';
import { loadCatalog } from '../../../src/model-store/catalog.ts';

const catalog = await loadCatalog();
const machine = { memoryBytes: 8e9, cpuCount: 4 };
const stt: SpeedMeasurement = {
  job: 'stt',
  modelId: 'sherpa-onnx-streaming-zipformer-en-2023-06-26',
  latencyMs: 400,
  realTimeFactor: 0.2,
};
const tts: SpeedMeasurement = {
  job: 'tts',
  modelId: 'vits-piper-en_US-kristin-medium-int8',
  latencyMs: 100,
  realTimeFactor: 0.1,
};
const propose = (measurements: readonly SpeedMeasurement[], budgetMs: number) =>
  proposeModels({ catalog, language: 'en', machine, measurements, budgetMs });

describe('judgeSpeed', () => {
  it.each([
    [0.2, 'ok'],
    [0.8, 'warning'],
    [1.3, 'problem'],
  ])('calls %s × real time %s', (realTimeFactor, verdict) => {
    expect(judgeSpeed([{ ...stt, realTimeFactor }])[0]?.verdict).toBe(verdict);
  });
});

describe('proposeModels', () => {
  it('changes nothing when the wait fits the budget', () => {
    expect(propose([stt, tts], 600)).toEqual([
      { topic: 'proposal', verdict: 'ok', message: 'text and first sound take 500 of 600 ms' },
    ]);
  });

  it('names a smaller model for the part that takes most', () => {
    expect(propose([stt, tts], 300)).toMatchObject([
      { verdict: 'warning', fix: 'hearken models pull sherpa-onnx-streaming-zipformer-en-20M-2023-02-17' },
    ]);
  });

  it('admits that there is no smaller model', () => {
    const smallest = { ...stt, modelId: 'sherpa-onnx-streaming-zipformer-en-20M-2023-02-17' };
    expect(propose([smallest, tts], 300)[0]?.fix).toMatch(/no smaller model is known/u);
  });

  it('points from a model of nobody to the default of the language', () => {
    const own = { ...stt, modelId: 'zipformer-gigaspeech-3.3M-mobile' };
    expect(propose([own, tts], 600).at(-1)).toMatchObject({
      verdict: 'ok',
      fix: 'hearken models pull sherpa-onnx-streaming-zipformer-en-2023-06-26',
    });
  });

  it('proposes nothing from nothing', () => {
    expect(propose([], 300)).toEqual([]);
  });
});
