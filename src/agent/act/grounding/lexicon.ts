/** The words of one language that ask for something, as the gate reads them. Data; patterns see plain lower-case words. */

/** What words of a request can ask for; a wish is asked for by one or more of them. */
export type Asking =
  | 'on'
  | 'off'
  | 'toggle'
  | 'set'
  | 'up'
  | 'down'
  | 'brighter'
  | 'dimmer'
  | 'colour'
  | 'open'
  | 'close'
  | 'lock'
  | 'unlock'
  | 'warmer'
  | 'cooler'
  | 'louder'
  | 'quieter'
  | 'mute'
  | 'unmute'
  | 'play'
  | 'pause'
  | 'resume'
  | 'stop'
  | 'next'
  | 'previous'
  | 'source'
  | 'clean'
  | 'mow'
  | 'dock'
  | 'find'
  | 'arm'
  | 'disarm'
  | 'run'
  | 'press'
  | 'add'
  | 'complete'
  | 'remove'
  | 'mode'
  | 'air'
  | 'water'
  | 'again'
  | 'timer'
  | 'announce'
  | 'remember'
  | 'forget'
  /** Of the model or of other programs: nothing of the house. */
  | 'errand';

/** What a person says of the world instead of a command ("I'm cold"), or what they are about to do. */
export type Occasion =
  | 'cold'
  | 'hot'
  | 'dark'
  | 'bright'
  | 'loud'
  | 'inaudible'
  | 'stuffy'
  | 'dry'
  | 'humid'
  | 'bed'
  | 'morning'
  | 'leaving'
  | 'arriving'
  | 'film'
  | 'meal'
  | 'reading'
  | 'mood'
  | 'party'
  | 'dirty'
  | 'grass'
  | 'lacking'
  | 'done'
  | 'left-on'
  | 'left-open'
  | 'private'
  | 'wet'
  /** What nobody needs. */
  | 'needless';

export type Lexicon = {
  /** Between two requests, where what follows begins one. */
  readonly joins: RegExp;
  /** What follows "so" after a remark, and is asked for: "we're home, so holiday mode off". */
  readonly consequence?: RegExp;
  /** Phrases that are not cut at a join in them. */
  readonly together?: RegExp;
  /** Words of a condition: what follows them is neither asked for nor told. */
  readonly conditions: RegExp;
  /** A verb that can end a condition by itself: "when it is dark turn the lamp on". */
  readonly imperative: RegExp;
  /** Begins what may be a question or a statement of how it feels ("está muy oscuro"). */
  readonly impersonal?: RegExp;
  /** Words a new part of a sentence begins with: verbs of requests, words of questions, subjects. */
  readonly begins: RegExp;
  /** Courtesies in front of a request ("could you please"); taken away again and again. */
  readonly lead: RegExp;
  /** Those of them after which it is a request whatever follows ("I want the lights off"). */
  readonly demanding: RegExp;
  readonly question: RegExp;
  /** It asks to be told something: nothing is to change. */
  readonly information: RegExp;
  /** Somebody wants to know something, wherever that is said: "my friend wants to know how …". */
  readonly curious?: RegExp;
  /** Somebody else's words, or what is imagined. */
  readonly reported: RegExp;
  readonly negated: RegExp;
  /** Something is not needed: what it names may be turned down or off. */
  readonly needless?: RegExp;
  /** It asks for something to stay as it is. */
  readonly kept: RegExp;
  /** A courtesy, wherever it stands. */
  readonly please: RegExp;
  /** It tells how things are. */
  readonly statement: RegExp;
  /** A subject with what should be: a request all the same. */
  readonly shouldBe: RegExp;
  /** What is taken out of the whole ("all but the lamp"); the rest of its part is excluded. */
  readonly except: RegExp;
  /**
   * What follows is a text of the person's ("add … to the list", "remind me to …"): only this is asked for, whatever
   * the text says.
   */
  readonly carries: readonly (readonly [asking: Asking, pattern: RegExp])[];
  readonly asking: Readonly<Partial<Record<Asking, RegExp>>>;
  readonly occasions: Readonly<Partial<Record<Occasion, RegExp>>>;
  /** Kinds of `device-classes.ts` by their nouns. */
  readonly nouns: Readonly<Record<string, RegExp>>;
  /** Kinds that are meant where no device is named: by what is asked of them, or what is complained of. */
  readonly hints: Readonly<Record<string, RegExp>>;
  /** What less safe things must be asked for with: no hint and no figure of speech will do. */
  readonly plainly: { readonly open: RegExp; readonly unlock: RegExp; readonly disarm: RegExp };
  readonly everything: RegExp;
  /** The whole home, or all of a kind. */
  readonly all: RegExp;
  /** What a timer is ended or held with. */
  readonly ending: RegExp;
  /** How it was, or how somebody likes it: no remark on how it is. */
  readonly bygone: RegExp;
  /** Where the speaker is. */
  readonly here: RegExp;
  /** Something spoken of before. */
  readonly pronoun: RegExp;
  /** "the same", "again": what was asked before, of something else or once more. */
  readonly same: RegExp;
  /** "A bit more", "again": what was asked before, further or back. */
  readonly more: RegExp;
  /** "The other one": a neighbour of what was meant before. */
  readonly other: RegExp;
  /** "Do it", of something that was only asked about. */
  readonly doIt: RegExp;
  /** Our own question in front of what we would do ("shall I"). */
  readonly offer: RegExp;
  /** An answer that takes up a question, and nothing else. */
  readonly yes: RegExp;
  /** Words that people say for one another, also in names: "espresso" for the coffee machine. */
  readonly kin?: readonly ReadonlySet<string>[];
  /** Words that tell no name apart. */
  readonly empty: ReadonlySet<string>;
};

/** Any of these, as whole words; `*` at an end stands for more letters. */
export function anyOf(...lines: readonly string[]): RegExp {
  return new RegExp(bounded(lines), 'u');
}

/** The same, at the beginning. */
export function startsWith(...lines: readonly string[]): RegExp {
  return new RegExp(`^${bounded(lines)}`, 'u');
}

/** The same, and nothing else. */
export function whole(...lines: readonly string[]): RegExp {
  return new RegExp(`^(?:${pattern(lines)})$`, 'u');
}

function bounded(lines: readonly string[]): string {
  return `(?<![\\p{L}\\p{N}])(?:${pattern(lines)})(?![\\p{L}\\p{N}])`;
}

function pattern(lines: readonly string[]): string {
  return lines.join('|').replaceAll(/(?<=\p{L})\*/gu, '\\p{L}*');
}

export const wordSet = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ')));
