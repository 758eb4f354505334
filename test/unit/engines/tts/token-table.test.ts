import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTokenTable } from '../../../../src/engines/tts/token-table.ts';
import { installedVoice } from '../../../support/engines/installed-voice.ts';
import { tempDir } from '../../../support/temp-dir.ts';

async function check(text: string | Buffer, needed: readonly string[] = []): Promise<void> {
  await using dir = await tempDir();
  const path = join(dir.path, 'tokens.txt');
  await writeFile(path, text);
  await checkTokenTable(installedVoice('amy'), path, needed);
}

describe('checkTokenTable', () => {
  it('accepts symbols with their numbers, a space among them', async () => {
    await expect(check('_ 0\n^ 1\n$ 2\n  3\nab 4\r\n', ['_', '^', '$'])).resolves.toBeUndefined();
  });

  it.each([
    ['nothing', '', /empty/u],
    ['only line ends', '\n\n', /empty/u],
    ['a line of words', 'hello world\n', /no symbol with a number/u],
    ['a line cut short', 'a 1\nb\n', /no symbol with a number/u],
    ['a doubled symbol', 'a 1\na 2\n', /twice/u],
    ['bytes that are no text', Buffer.from([0, 255, 254, 10, 13]), /no symbol with a number/u],
    ['no begin mark', 'a 1\n', /lacks the symbol "\^"/u],
  ])('refuses a table with %s', async (_, text, message) => {
    await expect(check(text, ['^'])).rejects.toMatchObject({
      code: 'MODEL_CORRUPT',
      message: expect.stringMatching(message),
    });
  });
});
