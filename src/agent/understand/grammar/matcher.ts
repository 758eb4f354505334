/** Sentence files compiled once; matching lists every way a whole sentence fits. */
import { compileTemplates } from './compile.ts';
import { intentKinds } from './grammar.ts';
import type { GrammarFile, IntentKind } from './grammar.ts';
import { MatchContext } from './match-context.ts';
import type { Node } from './nodes.ts';
import { capturesOf, type Clause } from './captures.ts';
import { phraseBook, type PhraseBook } from './phrases.ts';
import type { Lexicon } from './open-slots.ts';
import { vocabularyOf } from './vocabulary.ts';

export type { Capture, Clause } from './captures.ts';

/** One way a whole sentence fits. */
export type Parse = { readonly kind: IntentKind; readonly clauses: readonly Clause[] };

export type Grammar = {
  /** All words of its sentences. */
  readonly vocabulary: ReadonlySet<string>;
  /** What words mean wherever they stand. */
  readonly phrases: PhraseBook;
  /** The sentence without courtesies; the same words when it has none. */
  withoutCourtesy(words: readonly string[]): readonly string[];
  /** All ways, at most a few hundred; the kinds asked for only. */
  parse(lexicon: Lexicon, kinds?: readonly IntentKind[]): readonly Parse[];
};

/** Longer sentences are no commands: matching stops before it costs time. */
const wordLimit = 40;

export function compileGrammar(file: GrammarFile): Grammar {
  const starts = compileTemplates(file);
  const skip = [...file.skip].sort((a, b) => b.length - a.length);
  return {
    vocabulary: vocabularyOf(file),
    phrases: phraseBook(file),
    withoutCourtesy: (words) => leaveOut(words, skip),
    parse(lexicon, kinds = intentKinds) {
      const { length } = lexicon.words;
      if (length === 0 || length > wordLimit) return [];
      const context = new MatchContext(lexicon);
      return kinds.flatMap((kind) => {
        const start = starts.get(kind);
        return start === undefined ? [] : [...wholeMatches(start, context, length, kind)];
      });
    },
  };
}

/** Courtesies around a sentence can fit in several ways: those are one. */
function wholeMatches(start: Node, context: MatchContext, length: number, kind: IntentKind): Iterable<Parse> {
  const parses = new Map<string, Parse>();
  for (const { end, captures } of start.match(context, 0)) {
    if (end !== length) continue;
    const clauses = capturesOf(captures).flatMap(({ clause }) => clause ?? []);
    const key = clauses.map((one) => one.key).join(' ');
    if (clauses.length > 0 && !parses.has(key)) parses.set(key, { kind, clauses });
  }
  return parses.values();
}

function leaveOut(words: readonly string[], phrases: readonly (readonly string[])[]): readonly string[] {
  const kept: string[] = [];
  for (let at = 0; at < words.length;) {
    const phrase = phrases.find((one) => one.every((word, index) => words[at + index] === word));
    if (phrase === undefined) kept.push(words[at] ?? '');
    at += phrase?.length ?? 1;
  }
  return kept;
}
