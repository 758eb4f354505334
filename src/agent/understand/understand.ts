/** Text → plan, for one home. Pure: no I/O, nothing waits, nothing acts. */
import { chooseNear, choosePlan, explainFailure, type SentenceReading } from './choose.ts';
import { splitCorrection } from './correction.ts';
import { placeLast } from './fronted-place.ts';
import { readGist } from './gist/gist.ts';
import type { Grammar, Parse } from './grammar/matcher.ts';
import { withoutSlips } from './heard-slips.ts';
import { indexOf } from './home-index.ts';
import { findPlace, type LinkContext } from './mention.ts';
import { normalise, normaliseParted } from './normalise.ts';
import { whyNoRequest } from './no-request.ts';
import { beginsWithCondition, isCutCommand, momentOf, splitsForLater, type Split } from './later.ts';
import type { Later, NotUnderstood, Plan } from './plan.ts';
import { readParses } from './read-parses.ts';
import { sentenceLexicon } from './sentence-lexicon.ts';
import type { Situation } from './situation.ts';
import { spellingsOf, withoutTypingSlips } from './typing-slips.ts';

export type { AskedUs, Situation } from './situation.ts';

/** Every stage as a value, for explanations and traces; words are personal. */
export type Understanding = {
  readonly words: readonly string[];
  /** All ways the sentence fits the grammar. */
  readonly parses: readonly Parse[];
  /** The readings of those ways in this home, the best first. */
  readonly readings: readonly SentenceReading[];
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
  const attempts = all.map((variant) => read(variant, situation, context, grammar));
  const isWhole = ({ clauses }: SentenceReading) => clauses.every(({ step }) => step.kind !== 'unlinked');
  const clear =
    attempts.find(({ readings }) => readings.some(isWhole)) ??
    attempts.find(({ readings }) => readings.some(({ isClear }) => isClear));
  if (clear) {
    const { chosen, plan } = choosePlan(clear.readings);
    // "I want to watch a film, can you dim the lamps": any words may be a title.
    const meant = isTitle(plan) ? inGist(words, situation, context, grammar) : undefined;
    return meant ?? { ...clear, chosen, plan, isGuess: false };
  }
  const later = mayBeForLater(why, words) ? commandForLater(words, situation, context, grammar) : undefined;
  if (later) return { ...notUnderstood, plan: { kind: 'not-understood', why: 'for-later', later } };
  const unclear = attempts.find(({ readings }) => readings.length > 0);
  const isKnown = unclear?.readings.some(isRecognised) === true;
  const gist =
    isAsked(text, words) || unclear?.readings.some(isImpossible) === true
      ? undefined
      : inGist(words, situation, context, grammar);
  const guess = (): Understanding | undefined =>
    isKnown ? undefined : guessed(words, situation, context, grammar);
  // "The loft very lights": where a device is called nearly so, it is meant, and not the lights of the loft.
  if (gist) {
    const near = why === 'no-match' ? guess() : undefined;
    return near !== undefined && isOneDevice(near.plan) ? near : gist;
  }
  // Only what may be a request is worth an explanation.
  if (why !== 'no-match') return notUnderstood;
  const corrected = readCorrected(words, situation, grammar) ?? guess();
  if (corrected) return corrected;
  const explained = unclear ?? readUnknown(all.at(-1) ?? words, situation, context, grammar);
  if (explained === undefined) return notUnderstood;
  return { ...explained, ...explainFailure(explained.readings), isGuess: false };
}

/** Typed with a question mark, and with no verb at its front that asks us to do something. */
function isAsked(text: string, [first = '']: readonly string[]): boolean {
  return text.trimEnd().endsWith('?') && !asks.test(first) && !polite.test(first);
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

function isOneDevice(plan: Plan): boolean {
  return plan.kind === 'act' && plan.entities.length === 1;
}

/** By what its words mean wherever they stand, where that is whole; an answer to our question is none. */
function inGist(
  words: readonly string[],
  situation: Situation,
  context: LinkContext,
  grammar: Grammar,
): Understanding | undefined {
  const gist = situation.asked ? undefined : readGist(words, grammar, context);
  if (gist === undefined) return undefined;
  const parses = [gist.parse];
  const readings = readParses(parses, gist.words, situation, context);
  const { chosen, plan } = choosePlan(readings);
  if (plan.kind !== 'act') return undefined;
  return { words: gist.words, parses, readings, chosen, plan, isGuess: true, isFirm: true };
}

/** The device that is meant can not do it, or there is none. */
function isImpossible({ clauses }: SentenceReading): boolean {
  return clauses.some(
    ({ step }) => step.kind === 'unlinked' && (step.why.kind === 'unfit' || step.why.kind === 'none-there'),
  );
}

/** The sentence without slips of the recogniser; then with the names of this home that sound most like its words. */
function guessed(
  words: readonly string[],
  situation: Situation,
  context: LinkContext,
  grammar: Grammar,
): Understanding | undefined {
  const lines = likelyMeant(words, context, grammar);
  for (const takeNear of [false, true]) {
    let question: Understanding | undefined;
    for (const line of lines) {
      if (line === words && !takeNear) continue;
      const attempt = read(line, situation, { ...context, takeNear }, grammar);
      const near = chooseNear(attempt.readings);
      if (near === undefined) continue;
      const guess = { ...attempt, ...near, isGuess: true };
      if (near.plan.kind !== 'unlinked') return guess;
      question ??= guess;
    }
    if (question) return question;
  }
  return undefined;
}

/** Without slips of ear and finger, where that is still a request; at last the words as they came. */
function likelyMeant(
  words: readonly string[],
  { index }: LinkContext,
  { vocabulary }: Grammar,
): readonly (readonly string[])[] {
  const isName = (word: string) => index.entityNames.words.has(word);
  const spellings = [spellingsOf(vocabulary), spellingsOf(index.placeNames.words)];
  const heard = withoutSlips(words);
  const typed = withoutTypingSlips(words, spellings, isName);
  const parted = partedEnd(words, isName);
  const both = typed === words ? words : withoutSlips(typed);
  const likely = [heard, typed, both, parted, dimNamed(words, index)].filter(
    (line) => line !== words && whyNoRequest(line) === 'no-match',
  );
  return [...new Map([...likely, words].map((line) => [line.join(' '), line])).values()];
}

/** "Turn the leopardon", where a name has that word, and none the one with its end. */
function partedEnd(words: readonly string[], isName: (word: string) => boolean): readonly string[] {
  const [, name = '', end = ''] = /^(.+?)(on|off)$/.exec(words.at(-1) ?? '') ?? [];
  const isJoined = isName(name) && !isName(`${name}${end}`);
  return isJoined && parts.test(words[0] ?? '') ? [...words.slice(0, -1), name, end] : words;
}

const parts = /^(?:turn|switch|put|is|are)$/;

/** Names less alike than this are other words. */
const alikeScore = 0.7;

/** "In the velvet lighthouse", where that is a device: "dim" was heard as "in". A room alone is none. */
function dimNamed(
  words: readonly string[],
  { entityNames, placeNames }: LinkContext['index'],
): readonly string[] {
  if (words[0] !== 'in' || words[1] !== 'the') return words;
  const name = words.slice(2).join(' ');
  const isDevice =
    entityNames.find(name, false) !== undefined || (entityNames.near(name)[0]?.score ?? 0) >= alikeScore;
  return isDevice && placeNames.find(name, true) === undefined ? ['dim', ...words.slice(1)] : words;
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

/** Of words that begin with a condition the grammar alone tells whether a command follows. */
function mayBeForLater(why: NotUnderstood, words: readonly string[]): boolean {
  return why === 'for-later' || (why !== 'negated' && beginsWithCondition(words));
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
      read(variant, situation, context, grammar).readings.some(({ clauses }) =>
        clauses.every(({ step }) => step.kind === 'act' || (step.kind === 'unlinked' && !step.isQuestion)),
      ),
    );
  const split = splitsForLater(words).find(isCommand);
  if (split === undefined) return undefined;
  const { rest, when, afterMs } = split;
  const atMs = afterMs === null ? momentOf(when, situation.nowMs, situation.model.timeZone) : null;
  return { afterMs, atMs, when, command: rest.join(' ') };
}

type Attempt = Pick<Understanding, 'words' | 'parses' | 'readings'>;

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

const asks = /^(is|are|was|were|do|does|did|has|have|what|which|who|how|when|where|why)$/;

function read(
  words: readonly string[],
  situation: Situation,
  context: LinkContext,
  grammar: Grammar,
): Attempt {
  const { index, allowMisheard, takeNear = false } = context;
  const lexicon = sentenceLexicon(words, { index, allowMisheard, takeUnknown: false, takeNear });
  // A name cut wrong could swallow the first word, and turn a question into a command.
  const isQuestion = takeNear && asks.test(words[0] ?? '');
  const parses = grammar.parse(lexicon, isQuestion ? ['question'] : undefined);
  return { words, parses, readings: readParses(parses, words, situation, context) };
}

/** Which name or room it is that we do not know. */
function readUnknown(
  words: readonly string[],
  situation: Situation,
  context: LinkContext,
  grammar: Grammar,
): Attempt | undefined {
  const lexicon = sentenceLexicon(words, { index: context.index, allowMisheard: true, takeUnknown: true });
  const parses = grammar.parse(lexicon, ['command', 'question']);
  const readings = readParses(parses.filter(saysMore), words, situation, context).filter(
    ({ isClear }) => !isClear,
  );
  return readings.length === 0 ? undefined : { words, parses, readings };
}

/** More than a name alone, and more than "what is" with one: any words could be that. */
function saysMore({ clauses }: Parse): boolean {
  return clauses.some(({ captures, ...clause }) => {
    if (clause.intent === 'value' && !captures.some(({ slot }) => slot === 'measure')) return false;
    const said = clause.end - clause.start;
    const named = captures
      .flatMap(({ inside }) => inside)
      .filter(({ slot }) => slot === 'name' || slot === 'place')
      .reduce((sum, { start, end }) => sum + end - start, 0);
    return said - named > 1;
  });
}
