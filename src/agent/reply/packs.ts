/** The languages the agent has words for. */
import type { LanguagePack } from './language-pack.ts';
import { english } from './en/pack.ts';

/** English first: it stands in for every other language. */
export const packs: readonly LanguagePack[] = [english];

/** The words for a BCP 47 tag (`de-AT` is served by `de`); undefined when there are none. */
export function packFor(tag: string): LanguagePack | undefined {
  const base = tag.toLowerCase().split(/[-_]/)[0];
  return packs.find(({ language }) => language === base);
}
