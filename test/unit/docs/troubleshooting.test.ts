import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../src/core/error-codes.ts';

const page = readFileSync(new URL('../../../docs/troubleshooting.md', import.meta.url), 'utf8');
const sections = new Map(
  page
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const [title = '', ...lines] = section.split('\n');
      return [title.trim(), lines.join(' ').trim()];
    }),
);

describe('docs/troubleshooting.md', () => {
  it('explains every error code and no other', () => {
    expect([...sections.keys()].sort()).toEqual(Object.keys(errorCodes).sort());
  });

  it('is in the order of the alphabet, so that a code is found', () => {
    expect([...sections.keys()]).toEqual([...sections.keys()].sort());
  });

  it.each([...sections])('%s says what is seen and what helps', (_, text) => {
    expect(text.split(/[.:] /).length).toBeGreaterThanOrEqual(2);
  });
});
