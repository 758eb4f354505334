/** The same turns through one process and through four, in turns. */
import { converse, synthesize, transcribe } from '../../client/voice-client.ts';
import { spokenCommands } from '../spoken-commands.ts';
import type { BenchOptions, BenchRow } from '../report.ts';
import { serveApp } from '../process/served-app.ts';
import { median, quantile } from '../statistics.ts';

/** A person falls silent and the pipeline waits: time in which a reply is made ahead. */
const tailSamples = 9_600;
const maxAddedMs = 15;

export async function splitRows(options: BenchOptions): Promise<readonly BenchRow[]> {
  // Nothing spoken is kept, so that every turn makes its reply.
  const flags = {
    models: options.modelDirs.join(','),
    zeroconf: 'off',
    'home-demo-loss': '0',
    'tts-cache-enabled': 'false',
  };
  options.progress('one process and four start');
  await using whole = await serveApp(flags, options);
  await using wake = await serveApp({ ...flags, only: 'wake' }, options);
  await using stt = await serveApp({ ...flags, only: 'stt' }, options);
  await using tts = await serveApp({ ...flags, only: 'tts' }, options);
  const engines = { 'wake-engines': wake.uri, 'stt-engines': stt.uri, 'tts-engines': tts.uri };
  await using agent = await serveApp({ ...flags, ...engines }, options);
  const clips = await spokenCommands(options, { tailSamples });
  const together: Turn[] = [];
  const apart: Turn[] = [];
  const rounds = options.smoke ? 2 : 60;
  for (let round = 0; round <= rounds; round += 1) {
    options.progress(`turn ${round} of ${rounds}, in one process and in four`);
    const clip = clips[round % clips.length] ?? new Int16Array(16_000);
    const first = round % 2 === 0 ? whole : agent;
    const second = first === whole ? agent : whole;
    const turns = [await speak(first.uri, clip, options), await speak(second.uri, clip, options)] as const;
    // The first round loads and warms everything.
    if (round === 0) continue;
    together.push(first === whole ? turns[0] : turns[1]);
    apart.push(first === whole ? turns[1] : turns[0]);
  }
  return rowsOf(together, apart);
}

type Turn = { readonly heardMs: number; readonly answeredMs: number; readonly spokenMs: number };

const total = ({ heardMs, answeredMs, spokenMs }: Turn): number => heardMs + answeredMs + spokenMs;

/** As Home Assistant does it: one connection per stage. */
async function speak(uri: string, clip: Int16Array, { signal }: BenchOptions): Promise<Turn> {
  const heard = await transcribe(uri, clip, { signal, realTime: true });
  const answer = await converse(uri, heard.text, { signal });
  const spoken = await synthesize(uri, answer.text, { signal });
  return { heardMs: heard.afterStopMs, answeredMs: answer.afterSendMs, spokenMs: spoken.firstAudioMs };
}

function rowsOf(together: readonly Turn[], apart: readonly Turn[]): readonly BenchRow[] {
  const n = together.length;
  const row = (metric: string, value: number): BenchRow => ({ metric, value, unit: 'ms', n });
  // Of the same sentence, moments apart: what the sentence itself takes, and the machine's other work, fall out.
  const added = (of: (turn: Turn) => number): number =>
    median(apart.flatMap((turn, index) => (together[index] ? [of(turn) - of(together[index])] : [])));
  const addedMs = added(total);
  return [
    row('one process: audio-stop → first sound, p50', median(together.map(total))),
    row('one process: audio-stop → first sound, p95', quantile(together.map(total), 0.95)),
    row('four processes: audio-stop → first sound, p50', median(apart.map(total))),
    row('four processes: audio-stop → first sound, p95', quantile(apart.map(total), 0.95)),
    {
      ...row('added by four processes, p50', addedMs),
      target: `≤ ${maxAddedMs}`,
      met: addedMs <= maxAddedMs,
    },
    row(
      '  to the transcript',
      added(({ heardMs }) => heardMs),
    ),
    row(
      '  to the answer',
      added(({ answeredMs }) => answeredMs),
    ),
    row(
      '  to the first sound',
      added(({ spokenMs }) => spokenMs),
    ),
  ];
}
