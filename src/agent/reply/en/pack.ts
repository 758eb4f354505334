/** What the agent says in English. */
import type { LanguagePack, Progress, Subject, Trouble } from '../language-pack.ts';
import { sentence } from '../phrasing.ts';
import { lists } from './lists.ts';
import { memory } from './memory.ts';
import { pinReplies, policy } from './policy.ts';
import { tells } from './tells.ts';
import { timers } from './timers.ts';
import { unableClause } from './unable.ts';
import { wishWords } from './wishes.ts';
import type { EnglishWish } from './wishes.ts';
import {
  count,
  either,
  inPlace,
  isOrAre,
  kindOf,
  list,
  phraseOf,
  spokenReading,
  spokenState,
  theName,
} from './words.ts';

/** "closed", "closing", or both when some are there and some on the way. */
function stateWords({ done, going }: EnglishWish, progress: Progress): string {
  if (progress === 'done') return done;
  return progress === 'underway' ? going : `${done} or ${going}`;
}

function troubleClause(trouble: Trouble): string {
  if (trouble.why === 'unable') return unableClause(trouble);
  const { name, why } = trouble;
  const device = theName(name);
  switch (why) {
    case 'no-answer':
      return `${device} ${isOrAre(name) === 'are' ? 'have' : 'has'} not answered yet`;
    case 'never-reports':
      return `${device} never ${isOrAre(name) === 'are' ? 'report' : 'reports'} back`;
    case 'unreachable':
      return `${device} can't be reached`;
    case 'refused-by-home':
      return `${device} did not take it`;
  }
}

const manyAtOnce = (value: number): string => `That is ${count(value)} devices at once.`;

const noConfirmation = {
  connection: "I can't ask for one over this connection",
  satellite: 'this device may not give one',
  conversation: "I can't ask for one here",
} as const;

/** "the kitchen lights"; "the lights" where all of the home are meant. */
const noneOf = (subject: Extract<Subject, { readonly by: 'class' }>): string =>
  subject.place === null ? `the ${kindOf(subject.className).many}` : phraseOf(subject).full;

const verdicts = { yes: 'yes, ', no: 'no, ' } as const;

export const english: LanguagePack = {
  language: 'en',
  timers,
  lists,
  memory,
  tells,
  policy,
  ...pinReplies,
  butOff: 'It is off, though.',
  restWasSo: 'Nothing else had to be changed.',
  nothingToDo: 'I found nothing that I could do that with.',
  homeAway: "I can't reach Home Assistant right now.",
  interrupted:
    "I was interrupted during that and don't know what was done. Please check before you ask again.",
  tellingOthers: "I'm telling the others.",
  nobodyToTell: 'There is no other speaker that I could say that on.',
  messageUnheard: 'Your message could not be played anywhere.',
  confirmAgain: 'Please say yes or no.',
  dropped: 'All right, I changed nothing.',
  onOrOff: 'On or off?',
  nothingAsked: "I'm not waiting for an answer right now, so I changed nothing.",
  nothingDone: "I haven't done anything in this conversation yet.",
  cannotUndo: "I can't take that back.",
  nothingHeard: "I didn't hear anything.",
  notUnderstood: "Sorry, I didn't understand that.",
  notARequest: "I didn't take that as a request, so I changed nothing.",
  negated: 'All right, I changed nothing.',
  forLater: "I can't do things at a later time yet, so I changed nothing.",
  unsupported: "I understood that, but I can't do it yet.",
  languageUnknown: "I don't understand this language here.",
  ownSentenceRefused:
    'That starts something of your own in Home Assistant, and over this connection I may not. Nothing was changed.',
  homeRan: 'I passed that on to Home Assistant.',
  homeSilent: "Home Assistant has not answered yet, so I don't know whether that was done.",
  modelAway: "I didn't understand that, and my language model isn't answering right now.",
  modelRefused:
    "I didn't understand that, and my language model refuses to answer: its key or its name is wrong.",
  modelLimited: "I didn't understand that, and my language model takes no more questions for now.",
  modelBrokeOff: 'My language model broke off there.',
  didNothing: "I haven't changed anything.",

  changed: ({ wish, subject, progress }) => {
    const words = wishWords(wish);
    const { bare, full, isPlural } = phraseOf(subject);
    if (progress === 'done' && words.isTerse) return sentence(`${bare} ${words.done}`);
    return sentence(`${full} ${isPlural ? 'are' : 'is'} ${stateWords(words, progress)}`);
  },
  alreadySo: ({ wish, subject }) => {
    const { full, isPlural } = phraseOf(subject);
    return sentence(`${full} ${isPlural ? 'were' : 'was'} already ${wishWords(wish).done}`);
  },
  partly: ({ wish, progress, goodCount, totalCount, troubles }) =>
    sentence(
      `${count(goodCount)} of ${count(totalCount)} ${goodCount === 1 ? 'is' : 'are'} ${stateWords(wishWords(wish), progress)}; ${list(troubles.map(troubleClause))}`,
    ),
  notDone: ({ troubles }) => {
    const names = troubles.map(({ name }) => name);
    const all = list(names.map(theName));
    const isPlural = names.length > 1 || isOrAre(names[0] ?? '') === 'are';
    const areAll = (why: Trouble['why']) => troubles.every((trouble) => trouble.why === why);
    if (areAll('no-answer')) return `I've sent it, but ${all} ${isPlural ? 'have' : 'has'} not answered yet.`;
    if (areAll('never-reports'))
      return `I've sent it, but ${all} never ${isPlural ? 'report' : 'reports'} back, so I can't tell.`;
    if (areAll('unreachable')) return sentence(`${all} can't be reached`);
    if (areAll('refused-by-home')) return `Home Assistant refused that for ${all}.`;
    return sentence(list(troubles.map(troubleClause)));
  },
  moreUnproven: ({ count: value }) => sentence(`${count(value)} others are not done either`),

  confirm: ({ wish, subject, why, count: devices }) =>
    why === 'many-devices'
      ? `${manyAtOnce(devices)} Shall I do that?`
      : `Shall I ${wishWords(wish).todo(phraseOf(subject).full)}?`,
  cannotConfirm: ({ wish, subject, why, count: devices, because }) => {
    const refusal = noConfirmation[because];
    return why === 'many-devices'
      ? `${manyAtOnce(devices)} That needs a confirmation, and ${refusal}. Please name a room.`
      : `I ${wishWords(wish).todo(phraseOf(subject).full)} only after a confirmation, and ${refusal}. Nothing was changed.`;
  },
  lateFailure: ({ name, wish, end, state }) => {
    const { done } = wishWords(wish);
    const [now, verb] = [spokenState(state), isOrAre(name)];
    if (end === 'stopped') return sentence(`${theName(name)} stopped on the way and ${verb} ${now} now`);
    if (end === 'failed')
      return sentence(`something is wrong: ${theName(name)} should be ${done} and ${verb} ${now}`);
    return sentence(`${theName(name)} has not reported being ${done}; it was last ${now}`);
  },
  whichOne: ({ names }) =>
    names.length === 1
      ? `Did you mean ${either(names.map(theName))}?`
      : `Which one: ${either(names.map(theName))}?`,
  whichRoom: () => 'In which room?',

  unfit: ({ name }) => `I can't do that with ${theName(name)}.`,
  noneThere: ({ className, place }) =>
    `I found no ${kindOf(className).one} ${inPlace(place)} that I could use for that.`,
  noneAnywhere: ({ className }) => `I found no ${kindOf(className).one} for that.`,
  unknownPlace: ({ said }) => `I don't know a room called ${said}.`,
  unknownName: ({ said }) => `I don't know a device called ${said}.`,

  stateOfOne: ({ name, state, verdict }) =>
    sentence(`${verdict ? verdicts[verdict] : ''}${theName(name)} ${isOrAre(name)} ${spokenState(state)}`),
  allAre: ({ subject, state }) => sentence(`yes, ${phraseOf(subject).full} are ${spokenState(state)}`),
  noneAre: ({ subject, state }) =>
    sentence(`no, none of ${subject.by === 'class' ? noneOf(subject) : 'them'} are ${spokenState(state)}`),
  someAre: ({ state, yesCount, totalCount, names }) => {
    const named = names.length === 0 ? '' : `: ${list(names.map(theName))}`;
    const verb = yesCount === 1 ? 'is' : 'are';
    return sentence(`${count(yesCount)} of ${count(totalCount)} ${verb} ${spokenState(state)}${named}`);
  },
  theseAre: ({ state, names, isYes }) => {
    const verb = names.length === 1 ? isOrAre(names[0] ?? '') : 'are';
    return sentence(`${isYes ? 'yes, ' : ''}${list(names.map(theName))} ${verb} ${spokenState(state)}`);
  },
  countAre: ({ state, count: value, className, place, verdict }) => {
    const { one, many } = kindOf(className ?? '');
    const where = place === null ? '' : ` ${inPlace(place)}`;
    const what = `${count(value)} ${value === 1 ? one : many}${where}`;
    return sentence(
      `${verdict ? verdicts[verdict] : ''}${what} ${value === 1 ? 'is' : 'are'} ${spokenState(state)}`,
    );
  },
  readings: ({ of }) =>
    sentence(
      list(of.map(({ name, reading }) => `${theName(name)} ${isOrAre(name)} ${spokenReading(reading)}`)),
    ),
  onlyKnown: ({ name, state }) => `I only know that ${theName(name)} ${isOrAre(name)} ${spokenState(state)}.`,
  unreachable: ({ subject }) => sentence(`${phraseOf(subject).full} can't be reached`),
  unreachableCount: ({ count: value }) => sentence(`${count(value)} can't be reached`),
  cannotTell: ({ subject, why }) => {
    const { full, isPlural } = phraseOf(subject);
    if (why === 'unreachable') return `I can't tell: ${full} can't be reached.`;
    return `I can't tell: ${full} ${isPlural ? 'have' : 'has'} not reported anything yet.`;
  },
};
