/** Outcomes → one short, true sentence. Nothing is said that no outcome shows. */
import { type Entity, isAssumed } from '../../home/model/home-model.ts';
import type { Outcome } from '../act/outcome.ts';
import { isListWish } from '../act/list-wish.ts';
import type { About } from '../understand/mention.ts';
import type { Wish } from '../understand/plan.ts';
import type { LanguagePack, Progress, Trouble } from './language-pack.ts';
import { namesLimit, subjectOf } from './subject.ts';

/**
 * What became of a wish. What only waits for a yes (`confirmable`) is left out: a question asks for it. So is what a
 * model wanted and nobody asked for. Empty when there is nothing else.
 */
export function replyToOutcomes(
  outcomes: readonly Outcome[],
  wish: Wish,
  about: About,
  pack: LanguagePack,
): string {
  if (outcomes.length === 0) return pack.nothingToDo;
  const tried = outcomes.filter(({ proof }) => proof !== 'refused');
  const barred = outcomes.filter(
    ({ proof, confirmable, why }) => proof === 'refused' && confirmable === undefined && why !== 'not-asked',
  );
  // "The kitchen doors" would be all of them.
  const spokenOf = tried.length === outcomes.length ? about : { ...about, by: 'name' as const };
  const told = [
    tried.length > 0 ? triedReply(tried, wish, spokenOf, pack) : '',
    barred.length > 0 ? barredReply(barred, wish, about, pack) : '',
  ];
  return told.filter((text) => text !== '').join(' ');
}

function triedReply(outcomes: readonly Outcome[], wish: Wish, about: About, pack: LanguagePack): string {
  const good = outcomes.filter(
    ({ proof }) => proof === 'proven' || proof === 'already' || proof === 'started',
  );
  const troubles = outcomes.filter((outcome) => !good.includes(outcome));
  if (outcomes.some(({ cameTo = wish }) => isListWish(cameTo)))
    return [...good.flatMap((one) => listReply(one, pack)), ...listTroubles(troubles, wish, pack)].join(' ');
  if (troubles.length === 0) return allGood(good, wish, about, pack);
  if (good.length === 0) return notDone(troubles, wish, pack);
  const { named, more } = namedTroubles(troubles, wish, pack);
  const counts = { goodCount: good.length, totalCount: outcomes.length };
  return `${pack.partly({ wish, progress: progressOf(good), ...counts, troubles: named })}${more}`;
}

function allGood(good: readonly Outcome[], wish: Wish, about: About, pack: LanguagePack): string {
  const changed = good.filter(({ proof }) => proof !== 'already');
  const whole = subjectOf(entitiesOf(good), about);
  // Of many devices, those are worth a word that changed.
  const isRestLeftOut = whole.by === 'count' && changed.length > 0 && changed.length < good.length;
  const spokenOf = isRestLeftOut ? changed : good;
  const subject = isRestLeftOut ? subjectOf(entitiesOf(changed), about) : whole;
  const told = { wish: commonFigure(spokenOf) ?? wish, subject };
  const reply =
    changed.length === 0 ? pack.alreadySo(told) : pack.changed({ ...told, progress: progressOf(spokenOf) });
  const rest = isRestLeftOut ? ` ${pack.restWasSo}` : '';
  return `${reply}${rest}${showsOnlyWhenOn(wish) && good.every(isOff) ? ` ${pack.butOff}` : ''}`;
}

function barredReply(outcomes: readonly Outcome[], wish: Wish, about: About, pack: LanguagePack): string {
  const denied = outcomes.filter(({ denial }) => denial !== undefined);
  const unconfirmed = outcomes.filter(({ denial }) => denial === undefined);
  const [first] = denied;
  // The devices of one sentence may be forbidden for different reasons: one of them is enough to hear.
  const subject = subjectOf(entitiesOf(denied), about);
  const told = [
    first?.denial ? pack.policy.denied({ denial: first.denial, what: { wish, subject } }) : '',
    unconfirmed.length > 0 ? unconfirmedReply(unconfirmed, wish, about, pack) : '',
  ];
  return told.filter((text) => text !== '').join(' ');
}

function unconfirmedReply(
  outcomes: readonly Outcome[],
  wish: Wish,
  about: About,
  pack: LanguagePack,
): string {
  const lessSafe = outcomes.find(({ why }) => why === 'less-safe');
  return pack.cannotConfirm({
    wish,
    subject: subjectOf(entitiesOf(outcomes), about),
    why: lessSafe ? 'less-safe' : 'many-devices',
    count: outcomes.length,
    because: outcomes[0]?.because ?? 'conversation',
  });
}

const entitiesOf = (outcomes: readonly Outcome[]): readonly Entity[] => outcomes.map(({ entity }) => entity);

/** A thermostat that is off takes its temperature, and stays cold. */
function showsOnlyWhenOn({ do: asked }: Wish): boolean {
  return asked === 'set_temperature' || asked === 'change_temperature' || asked === 'set_humidity';
}

const isOff = ({ after }: Outcome): boolean => /^off\b/.test(after);

/** Each says for itself what of the items became what. */
function listReply({ name, cameTo, proof }: Outcome, pack: LanguagePack): readonly string[] {
  if (!cameTo || !isListWish(cameTo)) return [];
  const became = proof === 'already' ? 'wasListed' : listVerbs[cameTo.do];
  return [pack.lists.changed({ list: name, items: cameTo.items, became })];
}

const listVerbs = { add_items: 'added', complete_items: 'completed', remove_items: 'removed' } as const;

function listTroubles(troubles: readonly Outcome[], wish: Wish, pack: LanguagePack): readonly string[] {
  return troubles.length === 0 ? [] : [notDone(troubles, wish, pack)];
}

function notDone(troubles: readonly Outcome[], wish: Wish, pack: LanguagePack): string {
  if (troubles.every(({ why }) => why === 'disconnected')) return pack.homeAway;
  const { named, more } = namedTroubles(troubles, wish, pack);
  return `${pack.notDone({ troubles: named })}${more}`;
}

/** How many devices are named where more did not do it than are worth naming. */
const namedTroublesCount = 3;

function namedTroubles(troubles: readonly Outcome[], wish: Wish, pack: LanguagePack) {
  const isLong = troubles.length > namesLimit;
  const named = isLong ? troubles.slice(0, namedTroublesCount) : troubles;
  const count = troubles.length - named.length;
  return {
    named: named.map((one) => troubleOf(one, wish)),
    more: count === 0 ? '' : ` ${pack.moreUnproven({ count })}`,
  };
}

/** "warmer" came to 22 degrees: that is said where it is the same for all. */
function commonFigure([first, ...others]: readonly Outcome[]): Wish | undefined {
  const figure = JSON.stringify(first?.cameTo);
  return others.every(({ cameTo }) => JSON.stringify(cameTo) === figure) ? first?.cameTo : undefined;
}

function progressOf(outcomes: readonly Outcome[]): Progress {
  const startedCount = outcomes.filter(({ proof }) => proof === 'started').length;
  if (startedCount === 0) return 'done';
  return startedCount === outcomes.length ? 'underway' : 'some-underway';
}

function troubleOf({ name, proof, why, unable, was }: Outcome, wish: Wish): Trouble {
  if (unable) return { name, why: 'unable', unable, wish };
  if (proof === 'sent') return { name, why: isAssumed(was) ? 'never-reports' : 'no-answer' };
  return { name, why: why === 'unavailable' ? 'unreachable' : 'refused-by-home' };
}
