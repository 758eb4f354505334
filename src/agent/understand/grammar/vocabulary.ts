/** The words that the sentences of a grammar are made of. */
import type { GrammarFile } from './grammar.ts';
import type { Template } from './template.ts';

export function vocabularyOf({ rules, lists, frames, intents, skip }: GrammarFile): ReadonlySet<string> {
  const words = new Set(skip.flat());
  const add = (template: Template): void => {
    if (template.kind === 'word') words.add(template.text);
    else if (template.kind === 'choice') template.options.forEach(add);
    else if (template.kind === 'sequence' || template.kind === 'permutation') template.items.forEach(add);
  };
  const written = [
    ...[...rules.values()].flatMap(({ options }) => options),
    ...[...lists.values(), ...frames.values()].flat(),
    ...intents.flatMap(({ sentences }) => sentences),
  ];
  for (const { template } of written) add(template);
  return words;
}
