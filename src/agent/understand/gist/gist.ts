/**
 * The last reading of a sentence that no template fits: what its words mean together, wherever they stand. It acts
 * only where every word but the verb at the front is known here, all of them are about one kind of device and one wish,
 * and somebody asks. Pure.
 */
import { joined, slotCapture, targetCapture, type Capture, type Captures } from '../grammar/captures.ts';
import type { Grammar, Parse } from '../grammar/matcher.ts';
import { exactly, type LinkContext } from '../mention.ts';
import { whyNoRequest } from '../no-request.ts';
import { markWords, type Mark } from './marks.ts';
import { withoutReason } from './reasons.ts';
import { isRequest } from './request.ts';
import { mayBeAskedAbout } from './unknown-words.ts';
import { gistOf, type Gist } from './wish.ts';

/** The words that were read, and what they say as if a template had fitted. */
type Read = { readonly words: readonly string[]; readonly parse: Parse };

/**
 * The whole sentence, or its order without the reason; undefined where that would be a guess. With unknown words, as
 * many as are allowed here, it always is one.
 */
export function readGist(
  words: readonly string[],
  grammar: Grammar,
  context: LinkContext,
  mostUnknown = 0,
): Read | undefined {
  for (const line of linesOf(words, context)) {
    const parse = readWords(line, grammar, context, mostUnknown);
    if (parse) return { words: line, parse };
  }
  return undefined;
}

function* linesOf(words: readonly string[], context: LinkContext): Iterable<readonly string[]> {
  yield words;
  yield* linesWithoutReason(words, context);
}

/** The order alone, if there is a reason beside it, the likeliest first. */
export function linesWithoutReason(
  words: readonly string[],
  { index: { entityNames, placeNames } }: LinkContext,
): readonly (readonly string[])[] {
  const isOfHome = (word: string) =>
    placeNames.words.has(word) || entityNames.find(word, false)?.tier === 'exact';
  return withoutReason(words, isOfHome).slice(0, mostReasons);
}

/** Where a reason may end; more only cost time. */
const mostReasons = 6;

function readWords(
  words: readonly string[],
  grammar: Grammar,
  context: LinkContext,
  mostUnknown: number,
): Parse | undefined {
  const marks = markWords(words, grammar.phrases, exactly(context), mostUnknown);
  if (marks === undefined || !isRequest(marks, words)) return undefined;
  if (mostUnknown > 0 && !mayBeAskedAbout(marks, words)) return undefined;
  const said = marks.filter((mark) => !isHarmless(mark)).flatMap(({ start, end }) => words.slice(start, end));
  if (said.length > 0 && whyNoRequest(said) !== 'no-match') return undefined;
  const names = marks.filter(({ role }) => role === 'name');
  if (names.length > 1) return undefined;
  const gist = gistOf(marks, domainsOf(names, context));
  return gist && parseOf(gist, marks, words.length);
}

/** "If you could", "have the robot …", "not bright enough": what phrases hold that are known as a whole forbids nothing. */
function isHarmless({ role, value, start, end }: Mark): boolean {
  // "At 60" is no time of day.
  if (role === 'number') return Number(value) >= notHours;
  return role === 'ask' || end - start > 1 || (role === 'verb' && value === 'put');
}

function domainsOf(names: readonly Mark[], { index, model }: LinkContext): readonly string[] {
  const ids = names.flatMap(({ value }) => index.entityNames.find(value, false)?.ids ?? []);
  return ids.flatMap((id) => model.entities.get(id)?.domain ?? []);
}

const notHours = 25;
const source = 'gist';

function parseOf({ intent, said, className, noun }: Gist, marks: readonly Mark[], end: number): Parse {
  const slots = said.map(({ slot, mark }) => slotCapture(slot, mark.value, mark.start, mark.end));
  const captures = [...targetOf(marks, className, noun), ...slots];
  const key = [source, intent, ...captures.map((capture) => capture.key)].join(' ');
  return { kind: 'command', clauses: [{ kind: 'command', intent, source, start: 0, end, captures, key }] };
}

/** What was said of the devices: their name or kind, and where they are. */
function targetOf(marks: readonly Mark[], className: string, noun: Mark | undefined): readonly Capture[] {
  const slotsOf = (slot: string, role = slot) =>
    marks
      .filter((mark) => mark.role === role)
      .map((mark) => slotCapture(slot, mark.value, mark.start, mark.end));
  const names = slotsOf('name');
  const kinds =
    names.length > 0 || noun === undefined ? [] : [slotCapture('class', className, noun.start, noun.end)];
  const isRobot = className === 'vacuum';
  const everywhere = isRobot ? [] : [...slotsOf('everywhere'), ...slotsOf('everywhere', 'home')];
  const inside = [
    ...names,
    ...kinds,
    ...slotsOf('place'),
    ...slotsOf('here'),
    ...everywhere,
    ...slotsOf('all'),
  ];
  if (inside.length === 0) return [];
  const all = inside.reduce<Captures>((before, one) => joined(before, one), undefined);
  const start = Math.min(...inside.map((one) => one.start));
  return [targetCapture(start, Math.max(...inside.map((one) => one.end)), all)];
}
