import { describe, expect, it } from 'vitest';
import { parseTemplate } from '../../../../../src/agent/understand/grammar/template.ts';

const mistakes: readonly (readonly [template: string, column: number, message: RegExp])[] = [
  ['turn (on|off', 6, /never closed/],
  ['turn [on', 6, /never closed/],
  ['turn on)', 8, /unexpected/],
  ['turn {name', 6, /never closed/],
  ['turn <rule', 6, /never closed/],
  ['turn () on', 6, /empty/],
  ['turn (on|)', 10, /empty branch/],
  ['turn {Name}', 7, /small letters/],
  ['turn on}', 8, /closes nothing/],
  ['light(s|<x>)', 1, /inside a word/],
];

describe('parseTemplate', () => {
  it.each(mistakes)('names the column of the mistake in %j', (template, column, message) => {
    const parsed = parseTemplate(template);
    expect(parsed.ok ? undefined : parsed.mistake).toEqual({
      column,
      message: expect.stringMatching(message),
    });
  });

  it('counts columns from where the template starts in its line', () => {
    const parsed = parseTemplate('turn )', 5);
    expect(parsed.ok ? undefined : parsed.mistake.column).toBe(10);
  });
});
