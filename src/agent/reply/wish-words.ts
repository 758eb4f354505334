/** How languages with verbs that follow their noun say what becomes of a wish. */
import type { Noun } from './phrasing.ts';

/** What one wish is called in a language. */
export type WishWords = {
  /** It is fulfilled, with the verb: "is locked". */
  readonly is: (noun: Noun) => string;
  /** It was so before: "was already locked". */
  readonly already: (noun: Noun) => string;
  /** On the way there: "is closing". */
  readonly going: (noun: Noun) => string;
  /** Enough alone after the noun ("off"); null where it needs its verb. */
  readonly terse: ((noun: Noun) => string) | null;
  /** What would be done, with its object: "lock the front door". */
  readonly todo: (object: string) => string;
};

/** A verb in singular and plural. */
export type Verb = readonly [one: string, many: string];

/** An adjective, or one that agrees with its noun. */
export type Adjective = string | ((noun: Noun) => string);

export const verbFor = ([one, many]: Verb, { isPlural }: Noun): string => (isPlural ? many : one);

/** The adjective as it stands with this noun. */
export const agree = (adjective: Adjective, noun: Noun): string =>
  typeof adjective === 'string' ? adjective : adjective(noun);

export type WishGrammar = {
  /** "is locked" */
  readonly is: (noun: Noun, adjective: Adjective) => string;
  /** "was already locked" */
  readonly wasAlready: (noun: Noun, adjective: Adjective) => string;
  /** "is being locked" */
  readonly gets: (noun: Noun, participle: Adjective) => string;
  /** "plays" → "already plays" */
  readonly already: (verb: string) => string;
};

export type WishBuilder = {
  /** A state that is reached: its adjective, the participle of getting there, and the command. */
  readonly become: (adjective: Adjective, participle: Adjective, todo: WishWords['todo']) => WishWords;
  /** The same, said without its verb. */
  readonly becomeTersely: WishBuilder['become'];
  /** Something the device does then; `going` where starting takes long. */
  readonly act: (verb: Verb, todo: WishWords['todo'], going?: Verb) => WishWords;
};

export function wishBuilder(grammar: WishGrammar): WishBuilder {
  const become: WishBuilder['become'] = (adjective, participle, todo) => ({
    is: (noun) => grammar.is(noun, adjective),
    already: (noun) => grammar.wasAlready(noun, adjective),
    going: (noun) => grammar.gets(noun, participle),
    terse: null,
    todo,
  });
  return {
    become,
    becomeTersely: (adjective, participle, todo) => ({
      ...become(adjective, participle, todo),
      terse: (noun) => agree(adjective, noun),
    }),
    act: (verb, todo, going = verb) => ({
      is: (noun) => verbFor(verb, noun),
      already: (noun) => grammar.already(verbFor(verb, noun)),
      going: (noun) => verbFor(going, noun),
      terse: null,
      todo,
    }),
  };
}

/** The words for "is", "was" and "gets" where adjectives do not change with their noun. */
export function plainGrammar(words: {
  readonly is: Verb;
  readonly wasAlready: Verb;
  readonly gets: Verb;
  readonly already: WishGrammar['already'];
}): WishGrammar {
  const after = (verb: Verb) => (noun: Noun, adjective: Adjective) =>
    `${verbFor(verb, noun)} ${agree(adjective, noun)}`;
  return {
    is: after(words.is),
    wasAlready: after(words.wasAlready),
    gets: after(words.gets),
    already: words.already,
  };
}

/** States that devices report most; a language has words for all of them. */
export type KnownState =
  | 'on'
  | 'off'
  | 'open'
  | 'closed'
  | 'opening'
  | 'closing'
  | 'locked'
  | 'unlocked'
  | 'locking'
  | 'unlocking'
  | 'jammed'
  | 'playing'
  | 'paused'
  | 'idle'
  | 'standby'
  | 'home'
  | 'not_home'
  | 'cleaning'
  | 'mowing'
  | 'docked'
  | 'returning'
  | 'error'
  | 'armed_home'
  | 'armed_away'
  | 'armed_night'
  | 'armed_vacation'
  | 'disarmed'
  | 'triggered'
  | 'armed'
  | 'away'
  | 'detected'
  | 'clear'
  | 'occupied'
  | 'wet'
  | 'dry'
  | 'low'
  | 'heating'
  | 'cooling';

/** A state as an adjective after "is", or as a verb of its own. */
export type StateWords = Readonly<Record<KnownState, Adjective | Verb>>;

/** "is open", "are closing"; a state nobody has words for is said as the home has it. */
export function stateSpeaker(
  states: StateWords,
  is: WishGrammar['is'],
): (noun: Noun, state: string) => string {
  const known = new Map<string, Adjective | Verb>(Object.entries(states));
  return (noun, state) => {
    const words = known.get(state) ?? state.replaceAll('_', ' ');
    return typeof words === 'object' ? verbFor(words, noun) : is(noun, words);
  };
}
