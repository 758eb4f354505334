/** A long answer while it is written: through a real Home Assistant's pipeline into our voice. */
import { runPipeline } from '../ha/pipeline-run.ts';
import { openSoundTap } from '../ha/sound-tap.ts';
import { type Exchange, openStandIn, standInModel } from './stand-in/stand-in.ts';
import type { BenchOptions, BenchRow } from '../report.ts';
import { quantile } from '../statistics.ts';
import { addTurnHearken, openTurnHome } from '../turn/home.ts';

const targetMs = 200;
/** Sixty words in three seconds. */
const pieceMs = 50;
/** Core speaks a streamed answer once more than sixty characters came. */
const coreChars = 61;

/** Sixty words each; the first sentence is short, of middle length, long. */
const answers: readonly string[] = [
  'Good question. A lighthouse keeper had to climb the stairs several times each night, because the lamp burned oil and its wick had to be trimmed by hand. In winter storms nobody could bring food for weeks, so the store room was filled in autumn. Most towers have run without people since about nineteen ninety, and some are now small hotels.',
  'Honey keeps for years because it holds so little water that nothing can grow in it. Bees carry thin nectar home and fan it with their wings until most of the water has gone. Then they close the cell with wax. Jars found in very old graves were still sweet, although nobody is known to have eaten much of it since.',
  'Tides follow the moon rather than the sun, since the moon is so much nearer to us that its pull on the two sides of the earth differs more, and that difference is what lifts the water. Twice in a month the sun helps, and the sea rises higher. Between those days it works against the moon, and tides are low.',
];

type Measured = { readonly wavMs: number; readonly mp3Ms: number };

export async function measureVoice(options: BenchOptions): Promise<readonly BenchRow[]> {
  await using home = await openTurnHome(options);
  await using server = await openStandIn('ollama', [], { pieceMs });
  const providers = [{ kind: server.kind, url: server.url, model: standInModel }];
  const settings = { tts: { cache: { enabled: false } }, llm: { providers } };
  await using tap = await openSoundTap();
  await using hearken = await addTurnHearken(home, settings, options, (port) => tap.before(port));
  const turn = async (at: number): Promise<Measured> => {
    const answer = answers[at % answers.length] ?? '';
    server.answer(() => answer);
    const asked = server.exchanges.length;
    const say = `explain to me how matter number ${at} came about`;
    const run = await runPipeline(home.client, { pipeline: hearken.pipelines.hearken, say }, options);
    const exchange = server.exchanges[asked];
    const fromMs = exchange ? speakableFrom(exchange, answer) : Number.NaN;
    const wavMs = tap.firstAfter(exchange?.atMs ?? Number.POSITIVE_INFINITY) - fromMs;
    return { wavMs, mp3Ms: (run.times.firstByteMs ?? Number.NaN) - fromMs };
  };
  // The first turn loads the voice and the client.
  await turn(0);
  const count = options.smoke ? 2 : 30;
  const measured: Measured[] = [];
  for (let at = 1; at <= count; at += 1) {
    options.progress(`answers spoken while they are written: ${at} of ${count}`);
    measured.push(await turn(at));
  }
  return rows(measured);
}

/** When the end of the first sentence and the 61st character were both sent. */
function speakableFrom({ sent }: Exchange, answer: string): number {
  const firstSentence = /^.*?[.!?]/u.exec(answer)?.[0].length ?? answer.length;
  const enough = Math.max(firstSentence, coreChars);
  let chars = 0;
  for (const { piece, atMs } of sent) {
    chars += piece.kind === 'text' ? piece.text.length : 0;
    if (chars >= enough) return atMs;
  }
  return Number.NaN;
}

function rows(measured: readonly Measured[]): readonly BenchRow[] {
  const whole = measured.filter(({ wavMs }) => !Number.isNaN(wavMs));
  const name = 'answer of 60 words over 3 s: sentence end or 61st character → first byte';
  const wav = whole.map(({ wavMs }) => wavMs);
  const mp3 = whole.map(({ mp3Ms }) => mp3Ms);
  const value = quantile(wav, 0.5);
  return [
    {
      metric: `${name} of our voice, p50`,
      value,
      unit: 'ms',
      n: wav.length,
      target: `≤ ${targetMs}`,
      met: value <= targetMs,
    },
    { metric: `${name} of our voice, p95`, value: quantile(wav, 0.95), unit: 'ms', n: wav.length },
    { metric: `${name} of core's mp3, p50`, value: quantile(mp3, 0.5), unit: 'ms', n: mp3.length },
    {
      metric: 'such answers without sound',
      value: measured.length - whole.length,
      unit: 'turns',
      n: measured.length,
    },
  ];
}
