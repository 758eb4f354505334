/** Our way through a VITS voice against sherpa-onnx's own, sample by sample. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InstalledModel } from '../../../src/core/installed-model.ts';
import { speakableText } from '../../../src/engines/tts/speakable.ts';
import type { Synthesiser } from '../../../src/engines/tts/tts-model.ts';
import { checkVoice } from '../../../src/engines/tts/vits/check-voice.ts';
import { loadSherpaVoice } from '../../../src/engines/tts/vits/sherpa-voice.ts';
import { openVitsModel } from '../../../src/engines/tts/vits/vits-model.ts';
import { installedVoice, realVoiceFiles } from '../../support/engines/installed-voice.ts';
import { describeReal, modelsDir } from '../../support/real-models.ts';
import { collect } from '../../support/streams.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { writeTinyVits } from '../../support/engines/tiny-vits.ts';

const runtime = { threads: 2, provider: 'cpu' } as const;

const texts: readonly string[] = [
  'Ok.',
  'Hello',
  'The lamp beside the sofa is on.',
  'Is the back door still open?',
  'Stop! That is the wrong valve!',
  'It is 7:05 in the morning.',
  'The alarm rings at 18:30, not at 6 p.m.',
  'The humidity in the cellar is 57.5 %.',
  'I set the radiator to 21 °C.',
  'Outside it is -4 degrees, and the wind blows at 32 km/h.',
  'You have 3 parcels, 12 letters and 1,204 unread messages.',
  'The total is $19.99, or £15 and 20p.',
  'Dr. Ellis, Mrs. Okafor and Prof. Lindqvist come at noon.',
  'St. John St. is closed between 1st Ave. and the 22nd.',
  'NASA, the BBC and the USB stick.',
  'The Wi-Fi password is on the fridge (second shelf).',
  'Milk, eggs, flour, two lemons; then the bread: rye, not wheat.',
  'Well ... maybe - or maybe not.',
  'She said “turn it off”, and it went off.',
  "It's the neighbours' dog, isn't it?",
  'Zoë and Søren play a naïve étude in the café.',
  'The film starts on 3/4/2027 at the cinema.',
  'Pump #2 used 0.75 kWh @ 230 V.',
  'Email the plumber at pipes@example.org & wait.',
  'A/C off; TV on; fan at 50%.',
  'Ten minus three equals seven. Seven plus three equals ten. Right?',
  'Really?! Yes. No? Fine!',
  'In the year 1999 the house was built, in 2015 it was sold, and since then nobody has painted the fence.',
  'Room 101, floor -1, box 000.',
  'xyzzy qwrt bdfg',
  'The robot vacuum cleaner got stuck under the bed',
  'Good   night ,  sleep well .',
  'One. Two. Three.',
  'Der Ofen ist aus und das Fenster ist zu.',
  'Überall 日本 and привет are only words.',
  'a',
  'I',
  '5',
  '1234567890',
  'The quick repair of the long garden hose behind the old shed near the small pond under the tall oak beside the narrow path that leads to the quiet lane past the mill took the whole of last Thursday afternoon, and nobody who walked by with a dog, a bicycle, a pram or an umbrella offered any help at all, which was a pity because it rained from two to five without a break',
];

function joined(pieces: readonly { readonly samples: Float32Array }[]): Float32Array {
  const all = new Float32Array(pieces.reduce((sum, { samples }) => sum + samples.length, 0));
  let offset = 0;
  for (const { samples } of pieces) {
    all.set(samples, offset);
    offset += samples.length;
  }
  return all;
}

function farthest(a: Float32Array, b: Float32Array): number {
  return a.reduce((most, sample, i) => Math.max(most, Math.abs(sample - (b[i] ?? Number.NaN))), 0);
}

async function open(model: InstalledModel) {
  const streamed = await (await openVitsModel(model, runtime)).load();
  return { streamed, whole: await loadSherpaVoice(await checkVoice(model), runtime) };
}

describeReal('a voice heard while it is made', realVoiceFiles, () => {
  describe.each(['amy', 'hfc', 'kristin'] as const)('%s', (name) => {
    let voice: { readonly streamed: Synthesiser; readonly whole: Synthesiser };
    beforeAll(async () => {
      voice = await open(installedVoice(name));
    });
    afterAll(async () => {
      await voice.streamed.close();
      await voice.whole.close();
    });

    it.each(texts)('says %j as sherpa-onnx does', async (text) => {
      const how = { voice: name, speed: 1 };
      const pieces = await collect(voice.streamed.synthesise(speakableText(text), how));
      const ours = joined(pieces);
      const theirs = joined(await collect(voice.whole.synthesise(speakableText(text), how)));
      expect(ours.length).toBe(theirs.length);
      expect(farthest(ours, theirs)).toBeLessThan(1e-4);
      expect(pieces.map(({ isLast }) => isLast)).toEqual(pieces.map((_, i) => i === pieces.length - 1));
    });

    it.each([0.5, 1.3, 2])('keeps the speed %d', async (speed) => {
      const text = 'The heating comes on at six, and goes off at ten.';
      const pieces = await collect(voice.streamed.synthesise(text, { voice: name, speed }));
      const theirs = joined(await collect(voice.whole.synthesise(text, { voice: name, speed })));
      expect(pieces.length).toBeGreaterThan(1);
      expect(pieces[0]?.samples.length).toBeLessThan(0.3 * 22_050);
      expect(farthest(joined(pieces), theirs)).toBeLessThan(1e-4);
    });
  });

  it.each([
    ['cut in two', {}],
    ['run as a whole', { between: [{ op: 'LpNormalization', inputs: ['up'], outputs: ['upped'] }] }],
  ])('speaks with every speaker of a voice that is %s, and with its own scales', async (_, graph) => {
    const text = 'Come in, please. It is warm here.';
    await using dir = await tempDir();
    const settings = { noiseScale: 0, lengthScale: 1, speakers: ['ann', 'bob', 'cyd'] };
    const dataDir = join(modelsDir, 'tts', 'espeak-ng-data-en');
    const { streamed, whole } = await open(
      await writeTinyVits(dir.path, dataDir, { ...graph, speakerCount: 3, settings }),
    );
    const heard: Float32Array[] = [];
    for (const speaker of settings.speakers) {
      const how = { voice: 'tiny-vits', speaker, speed: 1 };
      const ours = joined(await collect(streamed.synthesise(text, how)));
      const theirs = joined(await collect(whole.synthesise(text, how)));
      expect(ours.length).toBe(theirs.length);
      expect(farthest(ours, theirs)).toBeLessThan(1e-4);
      expect(ours.some((sample) => Math.abs(sample) > 0.01)).toBe(true);
      heard.push(ours);
    }
    const [ann = new Float32Array(), bob = new Float32Array(), cyd = new Float32Array()] = heard;
    expect(farthest(ann, bob)).toBeGreaterThan(0.01);
    expect(farthest(bob, cyd)).toBeGreaterThan(0.01);
    await streamed.close();
    await whole.close();
  });
});
