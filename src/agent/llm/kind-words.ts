/** Common nouns for kinds of devices, in every language we have words for → the classes of `device-classes.ts`. */
import { kindOf as german } from '../reply/de/kinds.ts';
import { kindOf as spanish } from '../reply/es/kinds.ts';
import { kindOf as french } from '../reply/fr/kinds.ts';
import { kindOf as dutch } from '../reply/nl/kinds.ts';
import { deviceClasses } from '../understand/device-classes.ts';
import { NamedThings, type SaidWords } from './named-things.ts';

/** A word that only sounds like a noun is none. */
const sureShare = 0.8;

const nouns = Object.entries(deviceClasses).flatMap(([name, english]) =>
  name === 'everything'
    ? []
    : [english, ...[german, french, spanish, dutch].map((kindOf) => kindOf(name))].flatMap(({ one, many }) =>
        [one, many].map((noun) => [noun, name] as const),
      ),
);

const kinds = new NamedThings(nouns);

export function kindsSaid(words: SaidWords): readonly string[] {
  return [...kinds.said(words)].flatMap(([name, share]) => (share >= sureShare ? [name] : []));
}
