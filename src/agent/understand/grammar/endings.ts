/** "{color}s": the words of a value with letters behind the last of them. */
import type { GrammarFile } from './grammar.ts';
import { orders } from './orders.ts';
import type { Template } from './template.ts';

const never: Template = { kind: 'choice', options: [] };

/** The template whose last word, whichever that is, goes on with these letters. */
export function endedBy(ending: string, template: Template, file: GrammarFile): Template {
  if (ending === '') return template;
  const ended = (part: Template): Template => endedBy(ending, part, file);
  switch (template.kind) {
    case 'word':
      return { kind: 'word', text: template.text + ending };
    case 'sequence': {
      const last = template.items.at(-1);
      if (last === undefined) return never;
      const before = template.items.slice(0, -1);
      const whole: Template = { kind: 'sequence', items: [...before, ended(last)] };
      // "light [bulb]" ends with either word.
      return isOptional(last)
        ? { kind: 'choice', options: [whole, ended({ kind: 'sequence', items: before })] }
        : whole;
    }
    case 'choice':
      return { kind: 'choice', options: template.options.map(ended) };
    case 'permutation':
      return {
        kind: 'choice',
        options: orders(template.items).map((items) => ended({ kind: 'sequence', items })),
      };
    case 'rule':
      return {
        kind: 'choice',
        options: (file.rules.get(template.name)?.options ?? []).map((one) => ended(one.template)),
      };
    case 'slot':
      return { ...template, endings: [ending] };
  }
}

function isOptional(template: Template): boolean {
  return (
    template.kind === 'choice' &&
    template.options.some((option) => option.kind === 'sequence' && option.items.length === 0)
  );
}
