/** Several readings of a sentence → one plan: the best, or a question when two are as good. */
import { joinRooms } from './cleaning-step.ts';
import { deviceClasses } from './device-classes.ts';
import type { Clause, Parse } from './grammar/matcher.ts';
import type { Plan, Step } from './plan.ts';
import type { Reading } from './read-clause.ts';

export type SentenceReading = {
  readonly parse: Parse;
  readonly clauses: readonly Reading[];
  /** It says something that is clear in this home. */
  readonly isClear: boolean;
  readonly score: number;
};

export type Chosen = { readonly chosen: Parse | undefined; readonly plan: Plan };

/** Two readings nearer than this are not told apart. */
const readingMargin = 0.03;

/** The best of clear readings, best first. */
export function choosePlan(readings: readonly SentenceReading[]): Chosen {
  const clear = readings.filter(({ isClear }) => isClear);
  const [best] = clear;
  if (best === undefined) return { chosen: undefined, plan: { kind: 'not-understood', why: 'no-match' } };
  const unable = best.clauses.length === 1 ? exactlyNamed(best, readings) : undefined;
  if (unable) return { chosen: unable.parse, plan: unable.step };
  const rival = clear.find((other) => best.score - other.score < readingMargin && isAboutOthers(best, other));
  const only = best.clauses.length === 1 && rival?.clauses.length === 1 ? best.clauses[0]?.step : undefined;
  const others = rival?.clauses[0]?.step;
  if (only?.kind === 'act' && others?.kind === 'act') {
    const entities = [...new Set([...only.entities, ...others.entities])];
    const why = { kind: 'ambiguous', entities } as const;
    return { chosen: best.parse, plan: { kind: 'unlinked', why, wish: only.wish, isQuestion: false } };
  }
  return { chosen: best.parse, plan: planOf(joinRooms(best.clauses.map(({ step }) => step))) };
}

/** Of readings whose names were only nearly said: the clear ones' best, else a question about the nearest. */
export function chooseNear(readings: readonly SentenceReading[]): Chosen | undefined {
  if (readings.some(({ isClear }) => isClear)) return choosePlan(readings);
  const questions = readings.flatMap(({ parse, clauses }) =>
    clauses.flatMap(({ step }) =>
      step.kind === 'unlinked' && step.why.kind === 'ambiguous'
        ? [{ parse, step, nearness: step.why.nearness ?? 0 }]
        : [],
    ),
  );
  const [nearest] = questions.sort((a, b) => b.nearness - a.nearness);
  return nearest && { chosen: nearest.parse, plan: nearest.step };
}

/**
 * The device that bears the very words and can not do it: "dim the bedroom lamp" must not dim the other lamps of
 * the bedroom.
 */
function exactlyNamed(
  best: SentenceReading,
  readings: readonly SentenceReading[],
): { readonly parse: Parse; readonly step: Step } | undefined {
  const step = best.clauses[0]?.step;
  if (step?.kind !== 'act' || step.about.by !== 'class') return undefined;
  const kind = deviceClasses[step.about.className ?? ''];
  for (const { parse, clauses } of readings) {
    const other = clauses.length === 1 ? clauses[0]?.step : undefined;
    if (other?.kind === 'unlinked' && other.why.kind === 'unfit' && other.wish?.do === step.wish.do) {
      const { entity } = other.why;
      if (kind?.holds(entity) === true) return { parse, step: other };
    }
  }
  return undefined;
}

function planOf(steps: readonly Step[]): Plan {
  const [first] = steps;
  if (first === undefined) return { kind: 'not-understood', why: 'no-match' };
  return steps.length === 1 ? first : { kind: 'several', steps };
}

/** Both would act, on different devices. */
function isAboutOthers(a: SentenceReading, b: SentenceReading): boolean {
  const ids = ({ clauses }: SentenceReading) =>
    clauses
      .flatMap(({ step }) => ('entities' in step ? step.entities.map(({ entityId }) => entityId) : []))
      .sort()
      .join();
  return ids(a) !== ids(b);
}

/** The most telling reason first: what was recognised best. */
const reasonOrder = [
  'ambiguous',
  'unfit',
  'none-there',
  'no-place',
  'unknown-place',
  'unknown-name',
] as const;

/** What to say where no reading is clear. */
export function explainFailure(readings: readonly SentenceReading[]): Chosen {
  for (const { parse, clauses } of readings) {
    const [only, ...others] = clauses;
    if (only?.step.kind === 'unsure' && others.length === 0) return { chosen: parse, plan: only.step };
  }
  const reasons = readings.flatMap(({ parse, clauses }) =>
    clauses.flatMap(({ clause, step }) =>
      step.kind === 'unlinked' ? [{ parse, step, rank: rankOf(clause, step.why) }] : [],
    ),
  );
  const isSwitching = reasons.some(({ step }) => switches.has(step.wish?.do));
  const telling = reasons.filter(
    ({ step }) => !isSwitching || step.why.kind !== 'unfit' || switches.has(step.wish?.do),
  );
  const [first] = telling.sort((a, b) => a.rank - b.rank || clarity(b.step.why) - clarity(a.step.why));
  if (first === undefined) return { chosen: undefined, plan: { kind: 'not-understood', why: 'no-match' } };
  return { chosen: first.parse, plan: first.step };
}

/** "Turn on" is said to valves and alarms too: that a light is none is no reason. */
const switches: ReadonlySet<string | undefined> = new Set(['turn_on', 'turn_off']);

const roomWord = / room$/;

type Unlinked = Extract<Step, { kind: 'unlinked' }>['why'];

/** An unknown name in a known room tells more than an unknown room. */
function rankOf(clause: Clause, why: Unlinked): number {
  const rank = reasonOrder.indexOf(why.kind);
  const hasPlace = clause.captures.some(({ inside }) => inside.some(({ slot }) => slot === 'place'));
  return why.kind === 'unknown-name' && hasPlace ? reasonOrder.indexOf('unknown-place') - 0.5 : rank;
}

/** An unknown room is told best by its last words ("guest room", not "guest"), an unknown name by all of its words. */
function clarity(why: Unlinked): number {
  if (why.kind === 'unknown-place') {
    const bare = why.said.replace(roomWord, '');
    return (bare === why.said ? 0 : 0.5) - bare.length;
  }
  return why.kind === 'unknown-name' ? why.said.length : 0;
}
