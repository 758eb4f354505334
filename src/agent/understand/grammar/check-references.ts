/** Every `<rule>` and `{list}` of a grammar is there, and no rule contains itself. */
import { type GrammarFile, grammarMistake, isSentenceRule, type Written } from './grammar.ts';
import { isOpenSlot } from './open-slots.ts';
import type { Template } from './template.ts';

/** @throws ConfigError naming file, line and column of the first reference to nothing. */
export function checkReferences(grammar: GrammarFile): void {
  const done = new Set<string>();
  const check = (written: Written, path: readonly string[]): void => {
    const visit = (template: Template): void => {
      const fail = (column: number, message: string) =>
        grammarMistake(written.file, written.line, column, message);
      if (template.kind === 'sequence' || template.kind === 'permutation') template.items.forEach(visit);
      else if (template.kind === 'choice') template.options.forEach(visit);
      else if (template.kind === 'slot') {
        if (!isOpenSlot(template.list) && !grammar.lists.has(template.list))
          fail(template.column, `there is no list {${template.list}}`);
      } else if (template.kind === 'rule' && !isSentenceRule(template.name)) {
        const rule = grammar.rules.get(template.name);
        if (rule === undefined) fail(template.column, `there is no rule <${template.name}>`);
        else if (path.includes(template.name))
          fail(template.column, `rule <${template.name}> contains itself`);
        else if (!done.has(template.name)) {
          for (const option of rule.options) check(option, [...path, template.name]);
        }
      }
    };
    visit(written.template);
  };
  for (const [name, rule] of grammar.rules) {
    for (const option of rule.options) check(option, [name]);
    done.add(name);
  }
  for (const values of grammar.lists.values()) for (const value of values) check(value, []);
  for (const intent of grammar.intents) for (const written of intent.sentences) check(written, []);
  for (const frame of grammar.frames.values()) for (const written of frame) check(written, []);
}
