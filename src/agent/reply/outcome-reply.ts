/** Outcomes → one short, true sentence. Nothing is said that no outcome shows. */
import type { Outcome } from '../act/act.ts';
import type { About } from '../understand/mention.ts';
import type { Wish } from '../understand/plan.ts';
import { subjectOf } from './subject.ts';
import { count, isOrAre, list, sentence, theName, wasOrWere } from './words.ts';

type Verb = {
  /** The state once it is done. */
  readonly done: string;
  /** The state on the way. */
  readonly going: string;
  /** What was asked, for refusals. */
  readonly infinitive: string;
  readonly gerund: string;
};

const verbs: Readonly<Partial<Record<Wish['do'], Verb>>> = {
  turn_on: { done: 'on', going: 'turning on', infinitive: 'turn on', gerund: 'turning on' },
  turn_off: { done: 'off', going: 'turning off', infinitive: 'turn off', gerund: 'turning off' },
  open: { done: 'open', going: 'opening', infinitive: 'open', gerund: 'opening' },
  close: { done: 'closed', going: 'closing', infinitive: 'close', gerund: 'closing' },
  lock: { done: 'locked', going: 'locking', infinitive: 'lock', gerund: 'locking' },
  unlock: { done: 'unlocked', going: 'unlocking', infinitive: 'unlock', gerund: 'unlocking' },
};

/** For wishes without words of their own. */
const plainVerb: Verb = { done: 'set', going: 'being set', infinitive: 'change', gerund: 'changing' };

function verbOf(wish: Wish): Verb {
  if (wish.do !== 'set_brightness') return verbs[wish.do] ?? plainVerb;
  const done = wish.percent === 0 ? 'off' : `at ${wish.percent} percent`;
  return { done, going: done, infinitive: 'dim', gerund: 'dimming' };
}

/** Wishes whose result a person wants in two words ("Kitchen lights off."). */
const terse: ReadonlySet<Wish['do']> = new Set(['turn_on', 'turn_off', 'set_brightness']);

export function replyToOutcomes(outcomes: readonly Outcome[], wish: Wish, about: About): string {
  const with_ = (...proofs: Outcome['proof'][]) => outcomes.filter(({ proof }) => proofs.includes(proof));
  const refused = with_('refused');
  const good = with_('proven', 'already', 'started');
  if (outcomes.length === 0) return 'I found nothing that I could do that with.';
  if (refused.length > 0 && good.length === 0) return refusal(refused, wish, about);
  const troubles = [...with_('failed'), ...with_('sent'), ...refused];
  if (troubles.length === 0) return success(good, wish, about);
  if (good.length === 0) return trouble(troubles);
  const done = stateWords(good, verbOf(wish));
  const tally = `${count(good.length)} of ${count(outcomes.length)} are ${done}; ${troubles.map(shortTrouble).join(', ')}`;
  return sentence(tally);
}

/** "closed", "closing", or both when some are there and some on the way. */
function stateWords(outcomes: readonly Outcome[], { done, going }: Verb): string {
  const startedCount = outcomes.filter(({ proof }) => proof === 'started').length;
  if (startedCount === 0) return done;
  return startedCount === outcomes.length ? going : `${done} or ${going}`;
}

function success(outcomes: readonly Outcome[], wish: Wish, about: About): string {
  const subject = subjectOf(
    outcomes.map(({ entity }) => entity),
    about,
  );
  const verb = verbOf(wish);
  const many = outcomes.length > 1;
  if (outcomes.every(({ proof }) => proof === 'already')) {
    return sentence(`${subject.full} ${many ? 'were' : wasOrWere(subject.bare)} already ${verb.done}`);
  }
  const isAre = many ? 'are' : isOrAre(subject.bare);
  const state = stateWords(outcomes, verb);
  if (state !== verb.done) return sentence(`${subject.full} ${isAre} ${state}`);
  return terse.has(wish.do)
    ? sentence(`${subject.bare} ${verb.done}`)
    : sentence(`${subject.full} ${isAre} ${verb.done}`);
}

function refusal(outcomes: readonly Outcome[], wish: Wish, about: About): string {
  const { gerund } = verbOf(wish);
  const { full } = subjectOf(
    outcomes.map(({ entity }) => entity),
    about,
  );
  if (outcomes.every(({ why }) => why === 'not-yet'))
    return sentence(`I understood that, but I can't do it with ${full} yet`);
  if (outcomes.some(({ why }) => why === 'many-devices')) {
    return `That is ${count(outcomes.length)} devices at once. I would have to ask first, and I can't ask yet. Please name a room.`;
  }
  return sentence(`${gerund} ${full} needs a confirmation, and I can't ask for one yet. Nothing was changed`);
}

function trouble(outcomes: readonly Outcome[]): string {
  if (outcomes.every(({ why }) => why === 'disconnected')) return "I can't reach Home Assistant right now.";
  const names = list(outcomes.map(({ name }) => theName(name)));
  const isAre = outcomes.length > 1 ? 'are' : isOrAre(names);
  const hasHave = isAre === 'are' ? 'have' : 'has';
  if (outcomes.every(({ proof }) => proof === 'sent'))
    return `I've sent it, but ${names} ${hasHave} not answered yet.`;
  if (outcomes.every(({ why }) => why === 'unavailable')) return sentence(`${names} can't be reached`);
  if (outcomes.every(({ why }) => why === 'refused-by-home'))
    return `Home Assistant refused that for ${names}.`;
  return sentence(outcomes.map(shortTrouble).join(', '));
}

function shortTrouble({ name, proof, why }: Outcome): string {
  const device = theName(name);
  if (proof === 'sent') return `${device} has not answered yet`;
  if (proof === 'refused') return `${device} needs a confirmation`;
  if (why === 'unavailable') return `${device} can't be reached`;
  return `${device} did not take it`;
}
