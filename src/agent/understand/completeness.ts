/** Whether a sentence that is understood so far is whole in this home, or could usually go on. */
import type { Capture } from './grammar/matcher.ts';
import { hasFreeWords } from './memory-steps.ts';
import type { Plan, Step, TimerRequest, Wish } from './plan.ts';
import type { Understanding } from './understand.ts';
import type { Entity, HomeModel } from '../../home/model/home-model.ts';

/** What a sentence is so far. */
export type Completeness =
  /** A whole command, and nothing that people usually say could follow. */
  | 'final'
  /** A whole command that could go on: "turn on the lights … in the kitchen". */
  | 'open'
  /** No command, or not yet. */
  | 'incomplete';

export type JudgedHome = {
  readonly model: HomeModel;
  /** Timers that run or stand: with several a request says which. */
  readonly timerCount: number;
};

export function judge(
  { words, chosen, plan, isGuess }: Understanding,
  { model, timerCount }: JudgedHome,
): Completeness {
  const step = lastStep(plan);
  if (!step) return 'incomplete';
  const captures = (chosen?.clauses.at(-1)?.captures ?? []).flatMap(withInside);
  const kind = completenessOf(step, captures, timerCount);
  if (kind !== 'final') return kind;
  // "time", "pause": most sentences begin with a word that could stand alone. And words that only sound like a
  // sentence of ours may be part of another one.
  if (words.length === 1 || isGuess) return 'open';
  // "the bedroom lamp … off"
  if (captures.some(({ slot, start, end }) => slot === 'target' && start === 0 && end === words.length))
    return 'open';
  // "to twenty … five … percent"
  if (/^\d/.test(words.at(-1) ?? '')) return 'open';
  const last = captures.filter(({ end }) => end === words.length);
  return last.some((capture) => couldGrow(capture, words, step, model)) ? 'open' : 'final';
}

function lastStep(plan: Plan): Step | undefined {
  return plan.kind === 'several' ? plan.steps.at(-1) : plan;
}

function withInside(capture: Capture): readonly Capture[] {
  return [capture, ...capture.inside.flatMap(withInside)];
}

const mayFollow = (could: boolean): Completeness => (could ? 'open' : 'final');

function completenessOf(step: Step, captures: readonly Capture[], timerCount: number): Completeness {
  const says = (...slots: readonly string[]) => captures.some(({ slot }) => slots.includes(slot));
  const saysWhere = says('everywhere', 'here');
  switch (step.kind) {
    case 'not-understood':
      return 'incomplete';
    // Any words may follow.
    case 'broadcast':
      return 'incomplete';
    // "turn the lights … off"
    case 'on-or-off':
    // "turn off the kitchen … lights"
    case 'unsure':
      return 'open';
    case 'memory':
      return hasFreeWords(step.request) ? 'incomplete' : 'final';
    case 'unlinked':
      if (step.why.kind === 'unknown-name' || step.why.kind === 'unknown-place') return 'incomplete';
      return mayFollow(!saysWhere);
    case 'timer':
      return mayFollow(lacksChoice(step.request, timerCount));
    // "dim the lamp … to twenty percent"
    case 'act':
      if (isByUnsaid(step.wish) && !says('percent', 'number', 'bit', 'lot')) return 'open';
      return mayFollow(!saysWhere && lacksPlace(step.about));
    case 'answer':
      return mayFollow(!saysWhere && lacksPlace(step.about));
    default:
      return 'final';
  }
}

/** "the lights … in the kitchen" */
function lacksPlace({ by, place }: Extract<Step, { kind: 'act' }>['about']): boolean {
  return by === 'class' && place === null;
}

/** "set a timer for five minutes … for the pizza"; with several "cancel the timer … for the pizza" */
function lacksChoice(request: TimerRequest, timerCount: number): boolean {
  if (request.do === 'start') return request.name === null;
  if (timerCount <= 1) return false;
  if (request.do === 'cancel_all') return request.place === null;
  const { name, lengthMs, place } = request.timer;
  return name === null && lengthMs === null && place === null;
}

function isByUnsaid({ do: what }: Wish): boolean {
  return what.startsWith('change_');
}

/** A room that comes after one of these is where something is; before others it may begin a name: "the kitchen … fan". */
const beforePlaces: ReadonlySet<string> = new Set(['in', 'at', 'on', 'of', 'for', 'inside', 'to', 'from']);
const articles = /^(the|my|our)\b ?/;

/** What ends the sentence may be the beginning of something longer: "kitchen light … strip", "twenty … five". */
function couldGrow(
  { slot, value, start, end }: Capture,
  words: readonly string[],
  step: Step,
  model: HomeModel,
): boolean {
  const said = words.slice(start, end).join(' ');
  const lastWord = words[end - 1] ?? '';
  if (slot === 'name') return isBeginningOfName(said, step, model);
  // "the oak gate", where that is a name and the kind of a device, and its lock is called "oak gate lock".
  if (slot === 'target') return isBeginningOfName(withoutArticle(said), step, model);
  if (slot === 'place') {
    const before = words.slice(0, start).findLast((word) => !articles.test(word)) ?? '';
    return (
      !beforePlaces.has(before) || isBeginning(said, [...model.areas.values(), ...model.floors.values()])
    );
  }
  // "an hour … and a half"
  if (slot === 'duration') return /^(hour|day)s?$/.test(lastWord);
  // Free words.
  return value === said && end - start > 1;
}

/** Of another device of the kind that is meant, or of the meant one when it is not called so. */
function isBeginningOfName(said: string, step: Step, { entities }: HomeModel): boolean {
  const meant: readonly Entity[] = 'entities' in step ? step.entities : [];
  const ids = new Set(meant.map(({ entityId }) => entityId));
  const domains = new Set(meant.map(({ domain }) => domain));
  const rivals = [...entities.values()].filter(
    ({ domain, entityId }) => domains.has(domain) && !ids.has(entityId),
  );
  const notCalledSo = meant.filter(({ names }) => !names.some((name) => name.toLowerCase() === said));
  return isBeginning(said, [...rivals, ...notCalledSo]);
}

const withoutArticle = (said: string): string => said.replace(articles, '');

function isBeginning(said: string, named: readonly { readonly names: readonly string[] }[]): boolean {
  return named.some(({ names }) => names.some((name) => name.toLowerCase().startsWith(`${said} `)));
}
