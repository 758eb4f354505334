/** One clause of a sentence in this home → what it comes to, and how well. */
import type { Entity, HomeModel } from '../../home/model/home-model.ts';
import type { Clause } from './grammar/matcher.ts';
import { type CommandIntent, slotReader } from './intents/command-intent.ts';
import { commandIntents } from './intents/command-intents.ts';
import { askOf } from './intents/question-intents.ts';
import { classNouns } from './class-nouns.ts';
import { inSpeeds } from './fan-speeds.ts';
import { cleaningStep } from './cleaning-step.ts';
import { placesThemselves } from './place-itself.ts';
import { linkTargets } from './link-target.ts';
import { hasFreeWords } from './memory-steps.ts';
import { exactly, type LinkContext, type Linked } from './mention.ts';
import { nameKey } from './name-index.ts';
import type { Step, Wish } from './plan.ts';
import type { Situation } from './situation.ts';
import { robotCommand } from './robot-switching.ts';
import { talkStep } from './talk-steps.ts';
import { type Target, targetsOf, unsaidTarget } from './target.ts';
import { timerStep } from './timer-steps.ts';
import { asksWhich, whichToSwitch } from './which-to-switch.ts';

/** A clause with its step; the higher score is the better reading. */
export type Reading = { readonly clause: Clause; readonly step: Step; readonly score: number };

const plainScore = 1.2;
/** More than a device: the timer was talked about later. */
const timerItScore = 1.4;
/** Any words may be a name. */
const timerNamePenalty = 0.05;
/** Of two meanings of the same words, the one that suits this home. */
const suitedScore = 0.1;
/** Free words fit everything: such a reading is taken when no other is. */
const freeTextPenalty = 0.5;
/** "jazz in the kitchen" is jazz, in the kitchen: free words leave to others what those can read. */
const freeWordPenalty = 0.1;
/** Talk that takes any words, and a name alone: what else they may say comes first. */
const freeKinds: ReadonlySet<Step['kind']> = new Set([
  'broadcast',
  'calendar',
  'not-understood',
  'on-or-off',
]);
/** Offered or said before: an answer to our question comes before anything else. */
const answerScore = 1.5;
/** "… is dirty, right now": where nothing was asked, a yes is rather a part of something else. */
const unaskedScore = 0.9;
/** "And the other": the "and" is no mere breath before "the other". */
const togetherScore = plainScore + 0.05;

/** Undefined when the words mean nothing here. */
export function readClause(
  clause: Clause,
  words: readonly string[],
  situation: Situation,
  context: LinkContext,
): Reading | undefined {
  switch (clause.kind) {
    case 'timer':
      return readTimer(clause, situation, context);
    case 'talk':
      return readTalk(clause, words, situation, context);
    case 'question':
      return readQuestion(clause, words, context);
    case 'command':
      return readCommand(clause, words, situation, context);
  }
}

function readTimer(clause: Clause, situation: Situation, context: LinkContext): Reading | undefined {
  const said = slotReader(clause.captures);
  const step = timerStep(clause.intent, said, context, situation.lastTimerId ?? null);
  const isUnsaid = clause.intent === 'start_timer_for';
  const penalty = isUnsaid ? freeTextPenalty : said('timer_name') === undefined ? 0 : timerNamePenalty;
  const base = said('timer_it') === undefined ? plainScore : timerItScore;
  return step && { clause, step, score: base - penalty };
}

function readTalk(
  clause: Clause,
  words: readonly string[],
  situation: Situation,
  context: LinkContext,
): Reading | undefined {
  const targets = targetsOf(clause.captures, words);
  const step = talkStep(clause.intent, slotReader(clause.captures), targets, situation, context);
  return step && { clause, step, score: talkScore(clause.intent, step, situation) };
}

function talkScore(intent: string, step: Step, { asked }: Situation): number {
  if (isFreeText(step) || intent === 'also_items') return plainScore - freeTextPenalty;
  if (step.kind === 'reply') return asked ? answerScore : unaskedScore;
  return intent === 'other_too' ? togetherScore : plainScore;
}

function readQuestion(clause: Clause, words: readonly string[], context: LinkContext): Reading | undefined {
  const targets = targetsOf(clause.captures, words);
  const asked = askOf(clause.intent, slotReader(clause.captures), targets, { ...context, mayWiden: true });
  if (asked === undefined) return undefined;
  const { question, linked } = asked;
  if (linked.kind !== 'entities')
    return {
      clause,
      step: { kind: 'unlinked', why: linked, wish: null, isQuestion: true, question },
      score: 0,
    };
  const { entities, about, score } = linked;
  return { clause, step: { kind: 'answer', question, entities, about }, score };
}

function readCommand(
  clause: Clause,
  words: readonly string[],
  situation: Situation,
  context: LinkContext,
): Reading | undefined {
  if (isNoCommand(clause, words) || ticksDevice(clause, context)) return undefined;
  if (clause.intent === 'clean_area') return cleaningStep(clause, words, context);
  const said = slotReader(clause.captures);
  const intent = commandIntents[clause.intent];
  const wish = intent?.wish(said) ?? null;
  if (intent === undefined || wish === null) return undefined;
  if (asksWhich(clause.intent)) {
    // Of two things in one sentence the second was cut off.
    const step = words.some((word) => joins.test(word)) ? undefined : whichToSwitch(wish, intent, context);
    return step && { clause, step, score: 0 };
  }
  if (wish.do === 'select_source' && !context.allowMisheard) return undefined;
  const targets = targetsOf(clause.captures, words);
  const free = clause.captures.find(({ slot }) => freeSlots.has(slot));
  const known = free === undefined ? context : exactly(context);
  const linked = linkTargets(targets.length === 0 ? [unsaidTarget] : targets, intent, known);
  const ofRobot = robotCommand(clause.intent, targets, linked, context);
  if (ofRobot !== undefined) return readCommand({ ...clause, intent: ofRobot }, words, situation, context);
  if (free && !mayTakeFreeWords(wish, linked)) return undefined;
  const suits = suited(intent, wish, linked, situation);
  if (suits === false) return undefined;
  if (linked.kind !== 'entities') {
    const bare = opens.test(words[clause.start] ?? '') ? [] : bareNames(targets, linked);
    const place = placesThemselves(bare, wish, intent.fits, context);
    const step = place ?? ({ kind: 'unlinked', why: linked, wish, isQuestion: false } as const);
    return { clause, step, score: 0 };
  }
  const { entities, about } = linked;
  if (intent.isOffered)
    return { clause, step: { kind: 'unsure', wish, entities, about, unknownName: null }, score: 0 };
  const score = linked.score + (suits ? suitedScore : 0) - (intent.isSecond ? suitedScore : 0);
  return {
    clause,
    step: { kind: 'act', wish: settled(wish, said('speed'), entities, situation.model), entities, about },
    score: score - (free ? freeTextPenalty + freeWordPenalty * (free.end - free.start - 1) : 0),
  };
}

/** Any words may be an item or a source: what is no list takes none, and where no player is meant they are something else. */
function mayTakeFreeWords(wish: Wish, linked: Linked): boolean {
  if (linked.kind === 'unknown-name' && linked.said === '') return false;
  if ('items' in wish) return linked.kind !== 'unfit';
  return wish.do !== 'select_source' || mayBePlayer.has(linked.kind);
}

/** Names that nothing of the home has, with no noun behind them: they may be places. */
function bareNames(targets: readonly Target[], linked: Linked): readonly string[] {
  if (linked.kind !== 'unknown-name' || targets.some(({ noun }) => noun !== null)) return [];
  return targets.length === 1 ? [linked.said] : targets.map(({ name, places }) => name ?? places.join(' '));
}

/** Undefined where the words leave no doubt. */
function suited(
  { suits }: CommandIntent,
  wish: Wish,
  linked: Linked,
  situation: Situation,
): boolean | undefined {
  if (!suits) return undefined;
  return linked.kind === 'entities' && suits(wish, linked.entities, situation);
}

/** "any lights on" asks; "switch off the house" is about no switch; "dim the lamp and on the fan" is no whole thing. */
function isNoCommand({ start, captures }: Clause, words: readonly string[]): boolean {
  const [first, second = ''] = words.slice(start, start + 2);
  if (first === 'any' || (first === 'on' && joins.test(words[start - 1] ?? ''))) return true;
  const isNoun = captures.some((capture) => capture.slot === 'target' && capture.start === start);
  return first === 'switch' && (second === 'on' || second === 'off') && isNoun;
}

/** Devices are switched off rather than ticked off a list that was not said. */
function ticksDevice({ intent, captures }: Clause, { index }: LinkContext): boolean {
  if (intent !== 'tick_off') return false;
  const items = captures.filter(({ slot }) => slot === 'item').map(({ value }) => nameKey(value));
  return items.some((item) => classNouns.has(item) || index.entityNames.find(item, false) !== undefined);
}

/** "Open the lights" turns them on, but rooms have windows. */
const opens = /^(?:open|close)$/;

const joins = /^(?:and|also|plus|but|then)$/;

function isFreeText(step: Step): boolean {
  return freeKinds.has(step.kind) || (step.kind === 'memory' && hasFreeWords(step.request));
}

const mayBePlayer: ReadonlySet<Linked['kind']> = new Set(['entities', 'ambiguous', 'no-place']);

/** Slots filled by any words. */
const freeSlots: ReadonlySet<string> = new Set(['query', 'item', 'source']);

const palette = ['red', 'blue', 'green', 'purple', 'orange', 'pink', 'turquoise'] as const;

/** What only this home tells of a wish. */
function settled(wish: Wish, speed: string | undefined, entities: readonly Entity[], model: HomeModel): Wish {
  return inSpeeds(chosenColor(wish, model.version), speed, entities, model);
}

/** "another colour" is any; the version of the home makes it another one next time. */
function chosenColor(wish: Wish, version: number): Wish {
  if (wish.do !== 'set_color' || wish.color !== 'random') return wish;
  return { do: 'set_color', color: palette[version % palette.length] ?? 'red' };
}
