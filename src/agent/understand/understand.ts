/** Text → plan, for one home. Pure: no I/O, nothing waits, nothing acts. */
import { type Attempt, isQuestionWord, isWhole, tryEach, tryUnknown, tryWords } from './attempt.ts';
import { byGist, unsurely } from './by-gist.ts';
import { choosePlan, explainFailure, type SentenceReading } from './choose.ts';
import { splitCorrection } from './correction.ts';
import { isTimeUnit } from './durations.ts';
import { placeLast } from './fronted-place.ts';
import type { Grammar, Parse } from './grammar/matcher.ts';
import { guess } from './guess.ts';
import { indexOf } from './home-index.ts';
import { findPlace, type LinkContext } from './mention.ts';
import { normalise, normaliseParted } from './normalise.ts';
import { whyNoRequest } from './no-request.ts';
import { beginsWithCondition, isCutCommand, momentOf, splitsForLater, type Split } from './later.ts';
import { onlyIf, splitOnlyIf } from './only-if.ts';
import { orderAlone } from './order-alone.ts';
import type { Later, NotUnderstood, Plan } from './plan.ts';
import type { Situation } from './situation.ts';
import { lackOf } from './unknown-name.ts';

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

export function understand(text: string, situation: Situation, grammar: Grammar): Understanding {
  const words = normalise(text);
  const why = whyNoRequest(words);
  const notUnderstood: Understanding = {
    words,
    parses: [],
    readings: [],
    chosen: undefined,
    plan: { kind: 'not-understood', why },
    isGuess: false,
  };
  if (words.length === 0) return notUnderstood;
  const question = isAsked(text, words) ? readAsked(words, situation, grammar) : undefined;
  if (question) return question;

  const context: LinkContext = {
    model: situation.model,
    index: indexOf(situation.model),
    areaId: situation.areaId,
    lastEntityIds: situation.lastEntityIds,
    allowMisheard: why === 'no-match',
    mayWiden: false,
  };
  const all = [...variants(words, grammar, text), ...behindPlace(words, context, grammar)];
  const attempts = tryEach(all, situation, context, grammar);
  const clear =
    attempts.find(({ readings }) => readings.some(isWhole)) ??
    attempts.find(({ readings }) => readings.some(({ isClear }) => isClear));
  const inGist = (): Understanding | undefined => {
    const found = byGist(words, situation, context, grammar);
    return found && { ...found, isGuess: true, isFirm: true };
  };
  if (clear) {
    const { chosen, plan } = choosePlan(clear.readings);
    // "I want to watch a film, can you dim the lamps": any words may be a title.
    const meant = isTitle(plan) ? inGist() : undefined;
    return meant ?? { ...clear, chosen, plan, isGuess: false };
  }
  const now = readOnlyIf(words, situation, context, grammar);
  if (now) return now;
  const later = mayBeForLater(why, words) ? commandForLater(words, situation, context, grammar) : undefined;
  if (later) return { ...notUnderstood, plan: { kind: 'not-understood', why: 'for-later', later } };
  const unclear = attempts.find(({ readings }) => readings.length > 0);
  const isKnown = unclear?.readings.some(isRecognised) === true;
  const gist = isAsked(text, words) || unclear?.readings.some(isImpossible) === true ? undefined : inGist();
  const guessed = (): Understanding | undefined => {
    const found = isKnown ? undefined : guess(words, situation, context, grammar);
    return found && { ...found, isGuess: true };
  };
  // "The loft very lights": where a device is called nearly so, it is meant, and not the lights of the loft.
  if (gist) {
    const near = why === 'no-match' ? guessed() : undefined;
    return near !== undefined && isOneDevice(near.plan) && isSameWish(near.plan, gist.plan) ? near : gist;
  }
  const order = isAsked(text, words) ? undefined : orderAlone(words, situation, context, grammar);
  if (order) return { ...order, isGuess: true, isFirm: true };
  // Only what may be a request is worth an explanation; "can I have some music" is one, by its template.
  if (why !== 'no-match') {
    const recognised = why === 'not-a-request' ? unclear?.readings.filter(isRecognised) : undefined;
    if (unclear === undefined || !recognised?.length) return notUnderstood;
    return { ...unclear, ...explainFailure(recognised), isGuess: false };
  }
  const corrected = readCorrected(words, situation, grammar) ?? guessed();
  if (corrected) return corrected;
  const tried = unclear ?? tryUnknown(all.at(-1) ?? words, situation, context, grammar);
  const explained: Understanding | undefined = tried && {
    ...tried,
    ...explainFailure(tried.readings),
    isGuess: false,
  };
  const lacks = explained && lackOf(explained.plan, explained.words, context.index);
  if (explained && lacks?.isTold === true) return explained;
  const unsure = isAsked(text, words) ? undefined : unsurely(words, situation, context, grammar);
  if (unsure === undefined) return explained ?? notUnderstood;
  return { ...unsure, plan: { ...unsure.plan, unknownName: lacks?.sort ?? null }, isGuess: true };
}

/** Typed with a question mark, and with no verb at its front that asks us to do something. */
function isAsked(text: string, [first = '']: readonly string[]): boolean {
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

/** What lacks is not a name. */
function isRecognised({ clauses }: SentenceReading): boolean {
  return clauses.some(
    ({ step }) =>
      step.kind === 'unlinked' && step.why.kind !== 'unknown-name' && step.why.kind !== 'unknown-place',
  );
}

function isTitle(plan: Plan): boolean {
  return plan.kind === 'act' && plan.wish.do === 'play_media';
}

function isSameWish(a: Plan, b: Plan): boolean {
  return a.kind === 'act' && b.kind === 'act' && a.wish.do === b.wish.do;
}

function isOneDevice(plan: Plan): boolean {
  return plan.kind === 'act' && plan.entities.length === 1;
}

/** The device that is meant can not do it, or there is none. */
function isImpossible({ clauses }: SentenceReading): boolean {
  return clauses.some(
    ({ step }) => step.kind === 'unlinked' && (step.why.kind === 'unfit' || step.why.kind === 'none-there'),
  );
}

/** Of two commands in one sentence, the second said instead of the first, the second; nothing is done of the first. */
function readCorrected(
  words: readonly string[],
  situation: Situation,
  grammar: Grammar,
): Understanding | undefined {
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

/** "Close the garage if it is open": done or answered now. */
function readOnlyIf(
  words: readonly string[],
  situation: Situation,
  { model, index }: LinkContext,
  grammar: Grammar,
): Understanding | undefined {
  const split = splitOnlyIf(words);
  if (split === undefined) return undefined;
  const { command, room } = split;
  const whole = room === undefined ? [command] : [`${command} in the ${room}`, command];
  const meant = whole
    .map((text) => understand(text, situation, grammar))
    .find(({ plan, isGuess }) => plan.kind === 'act' && !isGuess);
  if (meant?.plan.kind !== 'act') return undefined;
  const plan = onlyIf(meant.plan, split, model, index);
  return plan && { ...meant, words, plan };
}

/** Beside a condition, a length of time, or words like "stop" and "not" the grammar alone tells whether there is a command. */
function mayBeForLater(why: NotUnderstood, words: readonly string[]): boolean {
  if (why === 'for-later' || why === 'negated') return true;
  return beginsWithCondition(words) || (why === 'no-match' && words.some(isTimeUnit));
}

/** The command beside the words of a time, when it is one. */
function commandForLater(
  words: readonly string[],
  situation: Situation,
  context: LinkContext,
  grammar: Grammar,
): Later | undefined {
  const isCommand = ({ rest }: Split): boolean =>
    (situation.lastEntityIds.length > 0 && isCutCommand(rest)) ||
    variants(rest, grammar).some((variant) =>
      tryWords(variant, situation, context, grammar).readings.some(({ clauses }) =>
        clauses.every(({ step }) => step.kind === 'act' || (step.kind === 'unlinked' && !step.isQuestion)),
      ),
    ) ||
    byGist(rest, situation, context, grammar) !== undefined;
  const split = splitsForLater(words).find(isCommand);
  if (split === undefined) return undefined;
  const { rest, when, afterMs } = split;
  const atMs = afterMs === null ? momentOf(when, situation.nowMs, situation.model.timeZone) : null;
  return { afterMs, atMs, when, command: rest.join(' ') };
}

/** With commas that part clauses and items; the words as they are; each also without courtesies. */
function variants(words: readonly string[], grammar: Grammar, text = ''): readonly (readonly string[])[] {
  const parted = /[,;]/.test(text) ? normaliseParted(text) : words;
  const lean = [words, grammar.withoutCourtesy(words)];
  const all = parted === words ? lean : [parted, grammar.withoutCourtesy(parted), ...lean];
  const different = new Map(all.map((variant) => [variant.join(' '), variant]));
  return [...different.values()].filter(({ length }) => length > 0);
}

/** "In the kitchen, turn on the lights", with the place behind it. */
function behindPlace(
  words: readonly string[],
  context: LinkContext,
  grammar: Grammar,
): readonly (readonly string[])[] {
  const isPlace = (text: string): boolean => isHome.test(text) || findPlace(context, text) !== undefined;
  const bare = grammar.withoutCourtesy(words);
  const last = placeLast(words, isPlace) ?? placeLast(bare, isPlace);
  return last === undefined ? [] : variants(last, grammar);
}

const isHome = /^(?:whole |entire )?(?:house|home|flat|apartment)$/;
