/** Which of our languages an asked one means. */
import { RequestError } from '../core/errors.ts';
import { primarySubtag } from '../core/language-tag.ts';
import { didYouMean } from '../core/nearest.ts';

/**
 * The language of the list that serves the asked BCP 47 tag: the same tag, else one of the same language
 * (`en-GB` is served by `en` or `en-US`). Nothing asked, or `*`: undefined, the engine's default.
 * @throws RequestError `REQUEST_LANGUAGE_UNKNOWN` naming the nearest one.
 */
export function serveLanguage(asked: string | undefined, served: readonly string[]): string | undefined {
  if (asked === undefined || asked === '' || asked === '*' || served.length === 0) return undefined;
  const wanted = normal(asked);
  const found =
    served.find((language) => normal(language) === wanted) ??
    served.find((language) => primarySubtag(language) === primarySubtag(asked));
  if (found !== undefined) return found;
  throw new RequestError(
    'REQUEST_LANGUAGE_UNKNOWN',
    `language "${asked.slice(0, 40)}" is not installed${didYouMean(asked, served)}`,
  );
}

/** Home Assistant writes `en-US`, some clients `en_us`. */
function normal(language: string): string {
  return language.replace('_', '-').toLowerCase();
}
