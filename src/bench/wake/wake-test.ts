/**
 * `hearken wake test`: a typed phrase spoken by every voice at several speeds, in noise and in rooms, and what it
 * is mistaken for. Synthetic voices speak more clearly than people do: it finds bad phrases, it does not promise
 * a recall.
 */
import { concatSamples } from '../../audio/chunk.ts';
import { toInt16 } from '../../audio/pcm.ts';
import { createResampler } from '../../audio/resample.ts';
import type { InstalledModel } from '../../core/installed-model.ts';
import type { TtsEngine } from '../../engines/tts/engine.ts';
import { phraseWeakness } from '../../engines/wake/phrases/weakness.ts';
import { phraseBackend, startRun } from './phrase-runs.ts';
import { wilson } from '../statistics.ts';
import { everydaySentences } from './wake-test-sentences.ts';
import { conditions } from './wake-test-sounds.ts';
import type { Condition } from './wake-test-sounds.ts';

export type WakeTestResult = {
  readonly phrase: string;
  readonly conditions: readonly { readonly name: string; readonly heard: number; readonly spoken: number }[];
  readonly heard: number;
  readonly spoken: number;
  /** Share of the spoken phrases that were heard, 0 to 1, and its 95 % interval. */
  readonly recall: number;
  readonly interval: readonly [low: number, high: number];
  /** Everyday sentences that woke it. */
  readonly falseAccepts: readonly string[];
  readonly negativeMinutes: number;
  /** What its user should know, with advice; empty for a good phrase. */
  readonly warnings: readonly string[];
};

type WakeTest = {
  /** @throws ConfigError `CONFIG_INVALID` for a phrase that can not be spotted, saying why. */
  run(phrase: string, options: { readonly signal: AbortSignal }): Promise<WakeTestResult>;
};

type WakeTestParts = {
  /** The keyword spotter's model. */
  readonly model: InstalledModel;
  readonly tts: TtsEngine;
  readonly signal: AbortSignal;
  readonly progress: (text: string) => void;
};

const rateHz = 16_000;
const speeds = [0.85, 1, 1.2];
/** Where a phrase begins within the encoder's steps of 320 ms: one clip here, the next there. */
const startsMs = [0, 80, 160, 240];

/** Below this share of heard phrases a warning is due. */
const goodRecall = 0.9;

type Spoken = { readonly sentence: string; readonly samples: Int16Array };

/** Speaks what every phrase is tested against; then any number of phrases can be tested. */
export async function prepareWakeTest(parts: WakeTestParts): Promise<WakeTest> {
  const { model, tts, signal, progress } = parts;
  progress('speaking everyday sentences');
  const everyday: Spoken[] = [];
  for (const [index, sentence] of everydaySentences.entries())
    for (const { name: voice } of tts.voices.slice(index % tts.voices.length).slice(0, 1))
      everyday.push({ sentence, samples: await speak(tts, sentence, { voice, signal }) });
  const places = conditions(concatSamples(everyday.slice(0, 6).map(({ samples }) => samples)));
  return {
    run: async (phrase, { signal: runSignal }) => {
      progress(`testing "${phrase}"`);
      const backend = await phraseBackend(model, [phrase]);
      try {
        const clips: Int16Array[] = [];
        for (const { name: voice } of tts.voices)
          for (const speed of speeds)
            clips.push(await speak(tts, phrase, { voice, speed, signal: runSignal }));
        const hears = async (samples: Int16Array): Promise<boolean> => {
          runSignal.throwIfAborted();
          const listening = await startRun(backend);
          const heard = listening.push(samples);
          listening.close();
          return heard.length > 0;
        };
        const heardIn = await Promise.all(places.map((place) => countHeard(place, clips, hears)));
        const falseAccepts: string[] = [];
        for (const { sentence, samples } of everyday) if (await hears(samples)) falseAccepts.push(sentence);
        return summary(phrase, heardIn, falseAccepts, minutes(everyday));
      } finally {
        await backend.close();
      }
    },
  };
}

async function countHeard(
  { name, place }: Condition,
  clips: readonly Int16Array[],
  hears: (samples: Int16Array) => Promise<boolean>,
): Promise<WakeTestResult['conditions'][number]> {
  let heard = 0;
  for (const [index, clip] of clips.entries())
    if (await hears(place(clip, startsMs[index % startsMs.length] ?? 0))) heard += 1;
  return { name, heard, spoken: clips.length };
}

function summary(
  phrase: string,
  places: WakeTestResult['conditions'],
  falseAccepts: readonly string[],
  negativeMinutes: number,
): WakeTestResult {
  const heard = places.reduce((sum, place) => sum + place.heard, 0);
  const spoken = places.reduce((sum, place) => sum + place.spoken, 0);
  const recall = heard / Math.max(1, spoken);
  const weakness = phraseWeakness(phrase);
  const percent = (100 * recall).toFixed(0);
  const warnings = [
    ...(weakness === undefined ? [] : [weakness]),
    ...(recall < goodRecall
      ? [
          `heard in ${percent} % of the tests only: take words that are common in English, with clear consonants, three or four syllables in all, or respell a name as it sounds`,
        ]
      : []),
    ...(falseAccepts.length > 0
      ? ['everyday sentences woke it: take a longer phrase, or raise its `threshold` a little']
      : []),
  ];
  const interval = wilson(heard, spoken);
  return {
    phrase,
    conditions: places,
    heard,
    spoken,
    recall,
    interval,
    falseAccepts,
    negativeMinutes,
    warnings,
  };
}

const minutes = (spoken: readonly Spoken[]): number =>
  spoken.reduce((sum, { samples }) => sum + samples.length, 0) / rateHz / 60;

/** Mono 16-bit samples at 16 kHz. */
async function speak(
  tts: TtsEngine,
  text: string,
  options: { readonly voice: string; readonly speed?: number; readonly signal: AbortSignal },
): Promise<Int16Array> {
  const parts: Int16Array[] = [];
  for await (const { samples, rateHz: fromHz } of tts.speak(text, options)) {
    const resampler = createResampler(fromHz, rateHz);
    parts.push(toInt16(resampler.push(Float32Array.from(samples))), toInt16(resampler.end()));
  }
  return concatSamples(parts);
}
