import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { eventsTable } from '../support/events-table.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The formatter pads the columns. */
const unpadded = (table: string) => table.replaceAll(/ +\|/g, ' |').replaceAll(/-+/g, '---').trim();

it('lists every event with its fields as they are defined', () => {
  const table = /<!-- events -->\n([^]*)<!-- \/events -->/.exec(readme)?.[1] ?? '';
  expect(unpadded(table)).toBe(unpadded(eventsTable()));
});
