import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openToken, replaceToken, tokenCheck, tokenFile } from '../../../src/app/data/access-token.ts';
import { runCli } from '../../support/hearken-cli.ts';
import { tempDir } from '../../support/temp-dir.ts';

describe('the access token', () => {
  it('has 256 bits, is made once, and lies where only its owner can read', async () => {
    await using dir = await tempDir();
    const data = join(dir.path, 'data');
    const starts = await Promise.all([openToken(data), openToken(data), openToken(data)]);
    expect(new Set(starts.map(({ token }) => token)).size).toBe(1);
    expect(starts.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(Buffer.from(starts[0].token, 'base64url')).toHaveLength(32);
    expect((await stat(join(data, 'token'))).mode & 0o777).toBe(0o600);
    expect((await stat(data)).mode & 0o777).toBe(0o700);
  });

  it('is refused from the moment a new one is made', async () => {
    await using dir = await tempDir();
    const { token: old } = await openToken(dir.path);
    const isToken = tokenCheck(dir.path);
    expect(await isToken(old)).toBe(true);
    for (const _ of [1, 2, 3]) {
      const token = await replaceToken(dir.path);
      expect(await isToken(old)).toBe(false);
      expect(await isToken(token)).toBe(true);
      expect(await isToken('')).toBe(false);
    }
  });

  it('accepts nothing while there is none', async () => {
    await using dir = await tempDir();
    const isToken = tokenCheck(dir.path);
    expect(await isToken('')).toBe(false);
    expect(await tokenCheck(join(dir.path, 'nowhere'))('undefined')).toBe(false);
    const { token } = await openToken(dir.path);
    expect(await isToken(token)).toBe(true);
    await rm(join(dir.path, tokenFile));
    expect(await isToken(token)).toBe(false);
  });

  it('is shown and replaced on the command line', async () => {
    await using dir = await tempDir();
    const run = async (action: string) =>
      (await runCli(['token', action, '--data', dir.path])).stdout.toString().trim();
    const first = await run('show');
    expect(await run('show')).toBe(first);
    const second = await run('new');
    expect(second).not.toBe(first);
    expect(await run('show')).toBe(second);
  });
});
