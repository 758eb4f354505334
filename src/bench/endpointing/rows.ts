/** Rows of table `endpointing`. */
import type { JudgedSentence } from './beginnings.ts';
import { type Decision, halfOf } from './decision.ts';
import type { SentenceClip, Speakers } from './clips.ts';
import { firstSoundMs, type SpokenTurn } from './turn.ts';
import type { BenchRow } from '../report.ts';
import { median, quantile, wilson } from '../statistics.ts';

const bounds = { p50: 500, p95: 1_000 } as const;

export function quantileRows(metric: string, values: readonly number[], isHeld = false): BenchRow[] {
  if (values.length === 0) return [];
  return (['p50', 'p95'] as const).map((name) => {
    const reached = name === 'p50' ? median(values) : quantile(values, 0.95);
    const row = { metric: `${metric}, ${name}`, value: reached, unit: 'ms', n: values.length };
    return isHeld ? { ...row, target: `≤ ${bounds[name]}`, met: reached <= bounds[name] } : row;
  });
}

function shareRow(metric: string, count: number, n: number, maxPercent?: number): BenchRow {
  const [low, high] = wilson(count, n);
  const share = (100 * count) / n;
  return {
    ...{ metric, value: share, unit: '%', n, interval: [100 * low, 100 * high] },
    ...(maxPercent !== undefined && { target: `≤ ${maxPercent}`, met: share <= maxPercent }),
  };
}

export const isCut = ({ afterMs }: Pick<Decision, 'afterMs'>): boolean => afterMs < 0;

/** @param isUnderstood what was said is a command or a question to the home. */
export function decisionRows(
  decisions: readonly Decision[],
  isUnderstood: (clip: SentenceClip) => boolean,
): BenchRow[] {
  const span = 'own, audio time: last voiced sample → end of the sentence';
  const times = (some: readonly Decision[]) =>
    some.filter((one) => !isCut(one)).map(({ afterMs }) => afterMs);
  const rowsFor = (who: string, some: readonly Decision[]) => quantileRows(`${span}, ${who}`, times(some));
  const commands = decisions.filter(({ clip }) => isUnderstood(clip));
  const by = (is: (clip: SentenceClip) => boolean) => commands.filter(({ clip }) => is(clip));
  const speakers: readonly Speakers[] = [...new Set(decisions.map(({ clip }) => clip.speakers))];
  return [
    ...rowsFor('understood commands', commands),
    ...rowsFor(
      'of these people',
      by(({ speakers: who }) => who.startsWith('human')),
    ),
    ...rowsFor(
      'of these synthetic voices',
      by(({ speakers: who }) => who.startsWith('synthetic')),
    ),
    ...(['A', 'B'] as const).flatMap((half) =>
      rowsFor(
        `half ${half} of these`,
        by(({ file }) => halfOf(file) === half),
      ),
    ),
    ...speakers.flatMap((who) =>
      rowsFor(
        `all ${who}`,
        decisions.filter(({ clip }) => clip.speakers === who),
      ),
    ),
    ...(['final', 'open', 'incomplete', 'end'] as const).map((why) =>
      shareRow(
        `own, audio time: understood commands that ended as ${why}`,
        commands.filter((one) => one.why === why).length,
        commands.length,
      ),
    ),
    ...([0, 300] as const).map((tailMs) =>
      shareRow(
        `own, audio time: whole text known ${tailMs} ms after the last voiced sample, understood commands`,
        commands.filter(({ knownAfterMs }) => knownAfterMs <= tailMs).length,
        commands.length,
      ),
    ),
    shareRow(
      'own, audio time: sentences ended while somebody spoke',
      decisions.filter(isCut).length,
      decisions.length,
      2,
    ),
    shareRow(
      'own, audio time: sentences ended with words missing',
      decisions.filter(({ isShort }) => isShort).length,
      decisions.length,
      2,
    ),
  ];
}

/** Home Assistant's test sentences, as text. */
export function beginningRows(sentences: readonly JudgedSentence[]): BenchRow[] {
  const mistaken = (some: readonly JudgedSentence[]) =>
    some.filter((one) => one.mistaken !== undefined).length;
  return [
    shareRow(
      "Home Assistant's test sentences: whole, and nothing usual could follow",
      sentences.filter(({ whole }) => whole === 'final').length,
      sentences.length,
    ),
    shareRow(
      '  a beginning is taken for that, and means something else',
      mistaken(sentences),
      sentences.length,
    ),
    ...(['A', 'B'] as const).map((half) => {
      const some = sentences.filter(({ sentence }) => halfOf(sentence) === half);
      return shareRow(`  the same, half ${half}`, mistaken(some), some.length);
    }),
  ];
}

/** Home Assistant's rule on the same clips. @param endMs where it ends them, in their audio. */
export function homeAssistantRows(ends: ReadonlyMap<SentenceClip, number>): BenchRow[] {
  const afterMs = [...ends].map(([clip, endMs]) => endMs - clip.voicedMs);
  return [
    ...quantileRows(
      "Home Assistant's 0.7 s, audio time: last voiced sample → end of the sentence, all",
      afterMs.filter((ms) => ms >= 0),
    ),
    shareRow(
      "Home Assistant's 0.7 s, audio time: sentences ended while somebody spoke",
      afterMs.filter((ms) => ms < 0).length,
      afterMs.length,
    ),
  ];
}

/** What a person waits for, on this machine. */
export function spokenRows(turns: readonly SpokenTurn[]): BenchRow[] {
  const whole = turns.filter(({ transcriptMs, isHandled }) => transcriptMs >= 0 && isHandled);
  const firstSound = (who: string, some: readonly SpokenTurn[], isHeld = false) =>
    quantileRows(`own: last voiced sample → first sound, ${who}`, some.map(firstSoundMs), isHeld);
  const of = (speakers: Speakers) => whole.filter(({ clip }) => clip.speakers === speakers);
  return [
    ...firstSound('understood commands', whole, true),
    ...firstSound('of these people', of('human commands')),
    ...firstSound('of these synthetic voices', of('synthetic commands')),
    ...quantileRows(
      '  last voiced sample → transcript',
      whole.map(({ transcriptMs }) => transcriptMs),
    ),
    ...quantileRows(
      '  transcript → reply',
      whole.map(({ agentMs }) => agentMs),
    ),
    ...quantileRows(
      '  reply → first sound',
      whole.map(({ speechMs }) => speechMs),
    ),
  ];
}
