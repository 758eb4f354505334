/** Text → plan, for one home. Pure: no I/O, nothing waits, nothing acts. */
import { type Attempt, isQuestionWord, isWhole, tryEach, tryUnknown } from './attempt.ts';
import { byGist, unsurely } from './by-gist.ts';
import { choosePlan, explainFailure, type SentenceReading } from './choose.ts';
import { commandForLater } from './command-for-later.ts';
import { splitCorrection } from './correction.ts';
import type { Grammar, Parse } from './grammar/matcher.ts';
import { guess } from './guess.ts';
import { indexOf } from './home-index.ts';
import type { LinkContext } from './mention.ts';
import { whyNoRequest } from './no-request.ts';
import { normalise } from './normalise.ts';
import { onlyIf, splitOnlyIf } from './only-if.ts';
import { orderAlone } from './order-alone.ts';
import type { Later, NotUnderstood, Plan } from './plan.ts';
import type { Situation } from './situation.ts';
import { lackOf } from './unknown-name.ts';
import { wordingsOf, wordingsWithPlaceLast } from './wordings.ts';

export type { AskedUs, Situation } from './situation.ts';

/** Every stage as a value, for explanations and traces; words are personal. */
export type Understanding = Attempt & {
  /** The one that was followed. */
  readonly chosen: Parse | undefined;
  readonly plan: Plan;
  /** The words are no sentence and no name of ours, but sound like them: who knows them better comes first. */
  readonly isGuess: boolean;
  /** A guess that knows all the words: it needs no language model's help. */
  readonly isFirm?: true;
};

/** A sentence with what every way to understand it needs to know. */
type Sentence = {
  readonly words: readonly string[];
  /** What its words alone make of it: `no-match` where they may be a request. */
  readonly why: NotUnderstood;
  /** Typed with a question mark: it is no order. */
  readonly isAsked: boolean;
  readonly situation: Situation;
  readonly context: LinkContext;
  readonly grammar: Grammar;
  /** The grammar on all its wordings, up to the first that leaves nothing open. */
  readonly attempts: readonly Attempt[];
  /** The first of them that means something here, if only in part. */
  readonly fitting: Attempt | undefined;
  /** Its last wording, the most different from what was said. */
  readonly lastWording: readonly string[];
};

type Way = (sentence: Sentence) => Understanding | undefined;

/** The first that comes to something is followed: what was said comes before what was probably meant. */
const ways: readonly Way[] = [
  asSaid,
  onlyIfSo,
  forLater,
  inGist,
  withoutReason,
  // Only what may be a request goes on.
  noRequest,
  corrected,
  guessed,
  withWhatLacks,
];

export function understand(text: string, situation: Situation, grammar: Grammar): Understanding {
  const words = normalise(text);
  const why = whyNoRequest(words);
  if (words.length === 0) return notUnderstood(words, why);
  const isAsked = hasQuestionMark(text, words);
  const question = isAsked ? readAsked(words, situation, grammar) : undefined;
  if (question) return question;

  const context: LinkContext = {
    model: situation.model,
    index: indexOf(situation.model),
    areaId: situation.areaId,
    lastEntityIds: situation.lastEntityIds,
    earlierEntityIds: situation.earlierEntityIds ?? [],
    allowMisheard: why === 'no-match',
    mayWiden: false,
  };
  const wordings = [...wordingsOf(words, grammar, text), ...wordingsWithPlaceLast(words, context, grammar)];
  const attempts = tryEach(wordings, situation, context, grammar);
  const sentence: Sentence = {
    words,
    why,
    isAsked,
    situation,
    context,
    grammar,
    attempts,
    fitting: attempts.find(({ readings }) => readings.length > 0),
    lastWording: wordings.at(-1) ?? words,
  };
  for (const way of ways) {
    const understood = way(sentence);
    if (understood) return understood;
  }
  return notUnderstood(words, why);
}

function notUnderstood(words: readonly string[], why: NotUnderstood, later?: Later): Understanding {
  const plan: Plan =
    later === undefined ? { kind: 'not-understood', why } : { kind: 'not-understood', why, later };
  return { words, parses: [], readings: [], chosen: undefined, plan, isGuess: false };
}

/** Typed with a question mark, and with no verb at its front that asks us to do something. */
function hasQuestionMark(text: string, [first = '']: readonly string[]): boolean {
  return text.trimEnd().endsWith('?') && !isQuestionWord(first) && !polite.test(first);
}

const polite = /^(can|could|would|will|may|might|please|shall|should|mind)$/;

/** "Kitchen lights on?" is the question whether they are. */
function readAsked(
  words: readonly string[],
  situation: Situation,
  grammar: Grammar,
): Understanding | undefined {
  const asked = understand(['are', ...words].join(' '), situation, grammar);
  return asked.plan.kind === 'answer' && !asked.isGuess ? asked : undefined;
}

/** By the grammar, with something in it that is clear in this home. */
function asSaid(sentence: Sentence): Understanding | undefined {
  const { attempts } = sentence;
  const clear =
    attempts.find(({ readings }) => readings.some(isWhole)) ??
    attempts.find(({ readings }) => readings.some(({ isClear }) => isClear));
  if (clear === undefined) return undefined;
  const { chosen, plan } = choosePlan(clear.readings);
  // "I want to watch a film, can you dim the lamps": any words may be a title.
  const meant = isTitle(plan) ? gistOf(sentence) : undefined;
  return meant ?? { ...clear, chosen, plan, isGuess: false };
}

function isTitle(plan: Plan): boolean {
  return plan.kind === 'act' && plan.wish.do === 'play_media';
}

/** "Close the garage if it is open": done or answered now. */
function onlyIfSo({ words, situation, context, grammar }: Sentence): Understanding | undefined {
  const split = splitOnlyIf(words);
  if (split === undefined) return undefined;
  const { command, room } = split;
  const whole = room === undefined ? [command] : [`${command} in the ${room}`, command];
  const meant = whole
    .map((text) => understand(text, situation, grammar))
    .find(({ plan, isGuess }) => plan.kind === 'act' && !isGuess);
  if (meant?.plan.kind !== 'act') return undefined;
  const plan = onlyIf(meant.plan, split, context.model, context.index);
  return plan && { ...meant, words, plan };
}

function forLater({ words, why, situation, context, grammar }: Sentence): Understanding | undefined {
  const later = commandForLater(words, why, situation, context, grammar);
  return later && notUnderstood(words, 'for-later', later);
}

/** "The loft very lights": where a device is called nearly so, it is meant, and not the lights of the loft. */
function inGist(sentence: Sentence): Understanding | undefined {
  if (sentence.isAsked || sentence.fitting?.readings.some(isImpossible) === true) return undefined;
  const gist = gistOf(sentence);
  if (gist === undefined) return undefined;
  const near = sentence.why === 'no-match' ? guessed(sentence) : undefined;
  return near && isOneDevice(near.plan) && isSameWish(near.plan, gist.plan) ? near : gist;
}

function gistOf({ words, situation, context, grammar }: Sentence): Understanding | undefined {
  const found = byGist(words, situation, context, grammar);
  return found && { ...found, isGuess: true, isFirm: true };
}

/** The device that is meant can not do it, or there is none. */
function isImpossible({ clauses }: SentenceReading): boolean {
  return clauses.some(
    ({ step }) => step.kind === 'unlinked' && (step.why.kind === 'unfit' || step.why.kind === 'none-there'),
  );
}

function isOneDevice(plan: Plan): boolean {
  return plan.kind === 'act' && plan.entities.length === 1;
}

function isSameWish(a: Plan, b: Plan): boolean {
  return a.kind === 'act' && b.kind === 'act' && a.wish.do === b.wish.do;
}

function withoutReason({ words, isAsked, situation, context, grammar }: Sentence): Understanding | undefined {
  const order = isAsked ? undefined : orderAlone(words, situation, context, grammar);
  return order && { ...order, isGuess: true, isFirm: true };
}

/** What may be no request is not worth an explanation; "can I have some music" is one, by its template. */
function noRequest({ words, why, fitting }: Sentence): Understanding | undefined {
  if (why === 'no-match') return undefined;
  const recognised = why === 'not-a-request' ? (fitting?.readings.filter(isRecognised) ?? []) : [];
  if (fitting === undefined || recognised.length === 0) return notUnderstood(words, why);
  return { ...fitting, ...explainFailure(recognised), isGuess: false };
}

/** What lacks is not a name. */
function isRecognised({ clauses }: SentenceReading): boolean {
  return clauses.some(
    ({ step }) =>
      step.kind === 'unlinked' && step.why.kind !== 'unknown-name' && step.why.kind !== 'unknown-place',
  );
}

/** Of two commands in one sentence, the second said instead of the first, the second; nothing is done of the first. */
function corrected({ words, situation, grammar }: Sentence): Understanding | undefined {
  const correction = splitCorrection(words);
  if (correction === undefined) return undefined;
  const { said, instead } = correction;
  const { plan: wrong } = understand(said.join(' '), situation, grammar);
  if (wrong.kind !== 'act') return undefined;
  const then = {
    ...situation,
    asked: null,
    lastWish: wrong.wish,
    lastEntityIds: wrong.entities.map(({ entityId }) => entityId),
  };
  const anew = understand(instead.join(' '), then, grammar);
  if (!anew.isGuess && standsAlone.has(anew.plan.kind)) return anew;
  const meant = understand(`i meant ${instead.join(' ')}`, then, grammar);
  if (meant.isGuess || meant.plan.kind !== 'act') return undefined;
  const { wish, entities, about } = meant.plan;
  return { ...meant, plan: { kind: 'act', wish, entities, about } };
}

/** "… no, turn on the tv", "… no, forget it". */
const standsAlone: ReadonlySet<Plan['kind']> = new Set(['act', 'several', 'never-mind']);

/** By names and words that sound or look like what was said; not where more than a name lacks. */
function guessed({ words, situation, context, grammar, fitting }: Sentence): Understanding | undefined {
  if (fitting?.readings.some(isRecognised) === true) return undefined;
  const found = guess(words, situation, context, grammar);
  return found && { ...found, isGuess: true };
}

/** Which name or room is not known; where that is not worth telling, what may be asked about instead. */
function withWhatLacks(sentence: Sentence): Understanding | undefined {
  const { words, isAsked, situation, context, grammar, fitting, lastWording } = sentence;
  const tried = fitting ?? tryUnknown(lastWording, situation, context, grammar);
  const explained: Understanding | undefined = tried && {
    ...tried,
    ...explainFailure(tried.readings),
    isGuess: false,
  };
  const lacks = explained && lackOf(explained.plan, explained.words, context.index);
  if (lacks?.isTold === true) return explained;
  const unsure = isAsked ? undefined : unsurely(words, situation, context, grammar);
  if (unsure === undefined) return explained;
  return { ...unsure, plan: { ...unsure.plan, unknownName: lacks?.sort ?? null }, isGuess: true };
}
