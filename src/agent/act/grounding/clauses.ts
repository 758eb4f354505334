/** A sentence → its parts, each with what it is: a request, how things are, a question, or nobody's wish. Pure. */
import { normalise } from '../../understand/normalise.ts';
import { isForLater, tellsOfTime } from './later-words.ts';
import type { Asking, Lexicon, Occasion } from './lexicon.ts';

export type Mood =
  | 'request'
  /** How things are, or what somebody is about to do. */
  | 'statement'
  /** It wants to be told something. */
  | 'question'
  /** It is to stay as it is: "leave the lamp on". Nothing else is to be done with what it names. */
  | 'kept'
  /** Negated: what it names is left alone. */
  | 'negated'
  /** Said by others, imagined, a condition, or for another time. */
  | 'void';

export type Clause = {
  readonly mood: Mood;
  /** Plain words, courtesies in front left out. */
  readonly text: string;
  /** With the courtesies: "we need milk" tells something by them. */
  readonly whole: string;
  /** The same without what stands in quotation marks: words of others ask for nothing. */
  readonly own: string;
  /** Words after "except". */
  readonly excepted: string;
  /** A courtesy, or "I want": whatever follows is asked for. */
  readonly isDemanded: boolean;
  /** The only thing it can ask for: the rest is a text of the person's. */
  readonly only: Asking | null;
};

const quotes = /"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|‘[^’]{3,}’/gu;
const quoteWord = 'qq';

export function clausesOf(sentence: string, lexicon: Lexicon, language: string): readonly Clause[] {
  const quoted: string[] = [];
  const bare = sentence.replaceAll(quotes, (found) => {
    quoted.push(plain(found, language));
    return ` ${quoteWord} `;
  });
  const parts = split(bare, lexicon, language).map((part) => part.replace(tag, ''));
  const clauses = parts.map((part): Clause => {
    const unquoted = (text: string) =>
      text.replaceAll(new RegExp(`\\b${quoteWord}\\b`, 'g'), () => quoted.shift() ?? '').trim();
    const clause = read(part, unquoted, lexicon);
    const isLater = clause.only === null && isForLater(clause.own, language);
    return isLater && clause.mood !== 'question' ? { ...clause, mood: 'void' } : clause;
  });
  // "My dad says, turn it off": what comes next is what he says.
  return clauses.map((clause, at) =>
    isSpeaking(clauses[at - 1]?.text ?? '') ? { ...clause, mood: 'void' } : clause,
  );
}

/** Not "I missed what she said". */
const isSpeaking = (text: string): boolean =>
  endsSpeaking.test(text) && !/(?<!\p{L})(?:what|was|que|wat)(?!\p{L})/u.test(text);

/** "Isn't it?" */
const tag =
  / (?:is|are|was|were|do|does|did|has|have|had|can|could|will|would) not (?:it|they|he|she|you|we|there)$/;
const endsSpeaking =
  /(?<!\p{L})(?:says?|said|wrote|writes|sagte?|meinte?|schreibt|schrieb|dit|disait|dice|dijo|zegt|zei)(?: (?:always|just|that|me|immer|mir|oft|toujours|siempre|altijd))*$/u;

/** "The car's in", "the baby's asleep": no owner, a short "is". */
const shortIs =
  /(\p{L}{2,})'s(?= (?:\p{L}+ing|in|out|on|off|up|down|here|there|back|home|too|so|very|really|quite|a bit|far|way|not|never|gone|been|asleep|awake|done|ready|over|still|just|all|full|empty|open|closed|shut|cold|hot|warm|dark|bright|loud|wet|dry|dirty)(?!\p{L}))/gu;

/** Lower case, no punctuation, numbers as digits. */
export function plain(text: string, language: string): string {
  if (language === 'en') return normalise(text).join(' ').replaceAll(shortIs, '$1 is');
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(/[^\p{L}\p{N}'.-]+/gu, ' ')
    .replaceAll(/(?<!\d)\.|\.(?!\d)|(?<!\p{L})-|-(?!\p{L})/gu, ' ')
    .replaceAll("'", ' ')
    .split(' ')
    .filter((word) => word !== '');
  return words.join(' ');
}

function split(sentence: string, lexicon: Lexicon, language: string): readonly string[] {
  return sentence.split(/[!?;\n]+|:(?!\d)|\.(?!\d)/).flatMap((whole) => {
    const parts: string[] = [];
    for (const piece of whole.split(/,(?!\d)|[–—]/)) {
      const [first = '', ...rest] = splitAtJoins(plain(piece, language), lexicon);
      const before = parts.at(-1);
      const isNew = before === undefined || begins(first, lexicon) || isComplete(before, lexicon);
      if (isNew || isRemark(before, first, lexicon, language)) parts.push(first);
      else parts[parts.length - 1] = `${before} ${first}`.trim();
      parts.push(...rest);
    }
    return parts.filter((part) => part !== '');
  });
}

function splitAtJoins(text: string, lexicon: Lexicon): readonly string[] {
  const words = text.split(' ');
  const parts: string[][] = [[]];
  for (const [at, word] of words.entries()) {
    const rest = words.slice(at + 1).join(' ');
    const here = words.slice(at).join(' ');
    const isEmpty = parts.at(-1)?.length === 0;
    if (!isEmpty && lexicon.conditions.test(here) && !isLead(parts.at(-1) ?? [], here, lexicon))
      parts.push([word]);
    else if (
      !isEmpty &&
      lexicon.joins.test(word) &&
      begins(rest, lexicon) &&
      !isOnePhrase(words, at, lexicon)
    )
      parts.push([]);
    else if (isConsequence(parts.at(-1) ?? [], here, lexicon)) parts.push([]);
    else if (endsCondition(parts.at(-1) ?? [], word, lexicon)) parts.push([word]);
    else parts.at(-1)?.push(word);
  }
  return parts.map((part) => part.join(' '));
}

function isConsequence(before: readonly string[], here: string, lexicon: Lexicon): boolean {
  return lexicon.consequence?.test(here) === true && lexicon.statement.test(before.join(' '));
}

/** "It would be nice if …" sets no condition. */
function isLead(before: readonly string[], here: string, { lead }: Lexicon): boolean {
  const text = before.join(' ');
  return (lead.exec(`${text} ${here}`)?.[0].length ?? 0) > text.length;
}

/** Words around a join that may belong together. */
const phraseReach = 2;

function isOnePhrase(words: readonly string[], at: number, { together }: Lexicon): boolean {
  const around = words.slice(Math.max(0, at - phraseReach), at + phraseReach + 1).join(' ');
  return together?.test(around) === true;
}

/** A condition has a subject and a verb at least; after a form of "be" the word tells how something is ("is open"). */
const shortestCondition = 3;
const linking =
  /^(?:is|are|was|were|be|been|gets?|still|not|it|ist|sind|est|sont|está|están|zijn|to|would|could|should|can|will|shall|may|might|must|and|or|i|we|you|he|she|they|zu|und|oder|pour|et|ou|para|y|te|en|of)$/;

/** "If I say open": what follows is what would be said. */
const speaking =
  /(?<!\p{L})(?:say|says|said|tell|tells|told|ask|asks|asked|want|wants|wanted|write|read|hear|call|sage?|sagst|schreib|dis|dit|disais|digo|dice|zeg|zegt)(?!\p{L})/u;

function endsCondition(part: readonly string[], word: string, lexicon: Lexicon): boolean {
  if (part.length < shortestCondition || !lexicon.imperative.test(word)) return false;
  const text = part.join(' ');
  return lexicon.conditions.test(text) && !linking.test(part.at(-1) ?? '') && !speaking.test(text);
}

function begins(text: string, lexicon: Lexicon): boolean {
  return text !== '' && (lexicon.begins.test(text) || lexicon.begins.test(withoutLead(text, lexicon).text));
}

/** It tells or asks something already: what follows a comma is another thing. */
function isComplete(part: string, lexicon: Lexicon): boolean {
  const { text, isDemanded } = withoutLead(part, lexicon);
  return !isDemanded && (lexicon.statement.test(text) || lexicon.question.test(text));
}

/** "Busy day tomorrow", "not this one": it stands for itself beside what is asked for. */
function isRemark(before: string, piece: string, lexicon: Lexicon, language: string): boolean {
  if (isDismissal(before, lexicon) && isAsking(piece, lexicon)) return true;
  return [before, piece].some(
    (part) => tellsOfTime(part, language) && !isAsking(part, lexicon) && !isOfDevices(part, lexicon),
  );
}

/** Longer ones say what is not to be done. */
const longestDismissal = 4;

function isDismissal(text: string, { negated }: Lexicon): boolean {
  return negated.exec(text)?.index === 0 && text.split(' ').length <= longestDismissal;
}

const isAsking = (text: string, { asking }: Lexicon): boolean =>
  Object.values(asking).some((pattern) => pattern.test(text));
const isOfDevices = (text: string, { nouns }: Lexicon): boolean =>
  Object.values(nouns).some((pattern) => pattern.test(text));

/** Courtesies are few: more in front of a request than this are none. */
const mostLeads = 8;

function withoutLead(said: string, { lead, demanding }: Lexicon): { text: string; isDemanded: boolean } {
  let text = said;
  let isDemanded = false;
  for (let times = 0; times < mostLeads; times += 1) {
    const found = lead.exec(text)?.[0];
    if (found === undefined) break;
    isDemanded ||= demanding.test(text);
    const rest = text.slice(found.length).trim();
    // A courtesy alone is an answer ("yes", "please").
    if (rest === '') break;
    text = rest;
  }
  return { text, isDemanded };
}

function read(part: string, unquoted: (text: string) => string, lexicon: Lexicon): Clause {
  const { text: said, isDemanded } = withoutLead(part, lexicon);
  const cut = lexicon.except.exec(said);
  const kept = cut ? said.slice(0, cut.index) : said;
  const unquotedWhole = part.replaceAll(quoteWord, ' ');
  const text = unquoted(kept);
  const excepted = cut ? unquoted(said.slice(cut.index + cut[0].length)) : '';
  const own = said.replaceAll(quoteWord, ' ');
  const carried = carriesNothing.test(kept) ? undefined : lexicon.carries.find(([, is]) => is.test(kept));
  const only = carried?.[0] ?? null;
  const mood = only === null ? moodOf(kept, isDemanded, lexicon) : 'request';
  return {
    mood,
    text,
    whole: unquotedWhole,
    own,
    excepted,
    isDemanded: isDemanded || lexicon.please.test(part),
    only,
  };
}

/** "Announce nothing". */
const carriesNothing = /^[^ ]+ (?:nothing|nobody|none|nichts|niemand\p{L}*|rien|nada|niets)(?!\p{L})/u;

/** What somebody feels may be said in the negative ("I can't see a thing"). */
const feelings: readonly Occasion[] = [
  'cold',
  'hot',
  'dark',
  'bright',
  'loud',
  'inaudible',
  'stuffy',
  'humid',
  'dry',
];

function moodOf(text: string, isDemanded: boolean, lexicon: Lexicon): Mood {
  if (lexicon.conditions.test(text)) return 'void';
  if (lexicon.needless?.test(text) === true && !lexicon.reported.test(text)) return 'statement';
  const isFelt = feelings.some((one) => lexicon.occasions[one]?.test(text) === true);
  if (
    !isDemanded &&
    isFelt &&
    (lexicon.impersonal?.test(text) === true || lexicon.negated.test(text)) &&
    !lexicon.reported.test(text)
  )
    return 'statement';
  if (!isDemanded && lexicon.question.test(text)) return 'question';
  if (lexicon.information.test(text) || (!isDemanded && lexicon.curious?.test(text) === true))
    return 'question';
  const isStatement = !isDemanded && lexicon.statement.test(text);
  if (isStatement && lexicon.shouldBe.test(text) && !lexicon.negated.test(text)) return 'request';
  if (lexicon.reported.test(text)) return 'void';
  if (isStatement) return 'statement';
  if (lexicon.kept.test(text)) return 'kept';
  return lexicon.negated.test(text) ? 'negated' : 'request';
}
