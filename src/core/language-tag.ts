/** BCP 47 tags, as far as choosing words, voices and models needs them. */

/** `en` of `en-GB`, also where the separator is `_` as in Home Assistant's voice names. */
export const primarySubtag = (tag: string): string => tag.toLowerCase().split(/[-_]/u, 1).join('');

/** Whether one of the tags is the language itself or shares its primary subtag, case ignored. */
export function servesLanguage(tags: readonly string[], language: string): boolean {
  const wanted = primarySubtag(language);
  return tags.some((tag) => primarySubtag(tag) === wanted);
}
