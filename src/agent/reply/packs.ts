/** The languages the agent has words for. */
import { primarySubtag } from '../../core/language-tag.ts';
import type { LanguagePack } from './language-pack.ts';
import { german } from './de/pack.ts';
import { english } from './en/pack.ts';
import { spanish } from './es/pack.ts';
import { french } from './fr/pack.ts';
import { dutch } from './nl/pack.ts';

/** English first: it stands in for every other language. */
export const packs: readonly LanguagePack[] = [english, german, french, spanish, dutch];

/** The words for a BCP 47 tag (`de-AT` is served by `de`); undefined when there are none. */
export function packFor(tag: string): LanguagePack | undefined {
  const base = primarySubtag(tag);
  return packs.find(({ language }) => language === base);
}
