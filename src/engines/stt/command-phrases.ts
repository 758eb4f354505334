/** What commands are made of, for `SpeechHints.terms`. */
import { primarySubtag } from '../../core/language-tag.ts';
import { commandPairsEn } from './command-pairs-en.ts';

const pairsByLanguage: Readonly<Record<string, Readonly<Record<string, string>>>> = { en: commandPairsEn };

/** Word pairs of Assist's commands in a language (BCP 47), the most frequent first; none where none are counted. */
export function commandPhrases(language: string): readonly string[] {
  const pairs = pairsByLanguage[primarySubtag(language)] ?? {};
  return Object.entries(pairs)
    .flatMap(([first, followers]) =>
      followers.split(', ').map((follower) => {
        const [second = '', count = '0'] = follower.split(' ');
        return { phrase: `${first} ${second}`, count: Number(count) };
      }),
    )
    .sort((a, b) => b.count - a.count)
    .map(({ phrase }) => phrase);
}
