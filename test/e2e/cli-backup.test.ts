/** `hearken backup`, `restore` and `forget`, beside a running server and without one. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/hearken-cli.ts';
import { startHearken, type HearkenServer } from '../support/hearken-server.ts';
import { apiUrlOf, sayTo } from '../support/served-turn.ts';
import { tempDir } from '../support/temp-dir.ts';

const serve = (data: string) =>
  startHearken({
    args: ['--only', 'handle', '--data', data, '--memory-facts', 'on', '--memory-history', 'on'],
  });

async function hear(server: HearkenServer, data: string, text: string): Promise<string> {
  const line = await sayTo(server, data, { text, user: { id: 'anna' }, conversation_id: 'c' });
  if (line.type !== 'outcome') throw new Error(`no outcome but ${line.type}`);
  return line.speech;
}

/** Files of the directory that hold the word. */
async function holding(dir: string, word: string): Promise<readonly string[]> {
  const found = [];
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if ((await readFile(path)).includes(word)) found.push(entry.name);
  }
  return found;
}

describe('a backup made while the server runs', () => {
  it('brings back what was there, and keeps what it replaces', async () => {
    await using dir = await tempDir();
    await using server = await serve(dir.path);
    const file = join(dir.path, 'kept.backup');
    await hear(server, dir.path, 'set a pasta timer for twenty minutes');
    await hear(server, dir.path, 'remember that the bins go out on Tuesday');
    const saved = await runCli(['backup', file, '--data', dir.path]);
    expect(saved.stderr).toBe('');
    expect(saved.stdout.toString()).toMatch(/1 timers.*1 facts/);
    expect((await runCli(['backup', file, '--data', dir.path])).stderr).toMatch(/is there already/);
    await hear(server, dir.path, 'cancel the pasta timer');
    await hear(server, dir.path, 'forget what I said about the bins');
    const token = await readFile(join(dir.path, 'token'), 'utf8');
    await writeFile(join(dir.path, 'token'), 'another');
    const restored = await runCli(['restore', file, '--data', dir.path]);
    expect(restored.code).toBe(0);
    expect(restored.stderr).toMatch(/hearken-before-restore-\S+\.backup/);
    expect(await readFile(join(dir.path, 'token'), 'utf8')).toBe(token);
    expect(await hear(server, dir.path, 'how long is left on the pasta timer')).toMatch(
      /^The pasta timer has/,
    );
    expect(await hear(server, dir.path, 'what do you know about the bins')).toMatch(/Tuesday/);
  });

  it('is refused when it is something else', async () => {
    await using dir = await tempDir();
    const file = join(dir.path, 'b');
    await writeFile(file, 'hello');
    const { code, stderr } = await runCli(['restore', file, '--data', dir.path]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/BACKUP_INVALID/);
    expect((await runCli(['backup', join(dir.path, 'c'), '--data', join(dir.path, 'none')])).stderr).toMatch(
      /there is no store/,
    );
  });
});

/** A sound of a reply, and a copy of the store from before an update, each with the word in it. */
async function leaveBehind(dir: string, word: string): Promise<void> {
  await mkdir(join(dir, 'cache/replies'), { recursive: true });
  await writeFile(join(dir, 'cache/replies/reply.pcm'), word);
  await writeFile(join(dir, 'hearken.db.before-migration'), word);
}

describe('forgetting', () => {
  it('leaves no word of the person in the data directory, and none in the memory of a running server', async () => {
    await using dir = await tempDir();
    await using server = await serve(dir.path);
    await hear(server, dir.path, 'remember that my word is zanzibar');
    await hear(server, dir.path, 'say zanzibar twice');
    await leaveBehind(dir.path, 'zanzibar');
    const { port } = new URL(await apiUrlOf(server));
    const args = ['forget', '--person', 'anna', '--data', dir.path, '--api-port', port];
    const { code, stdout, stderr } = await runCli(args);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.toString()).toMatch(/removed: 1 facts\nremoved: \d+ sentences of history/);
    expect(await holding(dir.path, 'zanzibar')).toEqual([]);
    expect(await hear(server, dir.path, 'what do you know about my word')).not.toMatch(/zanzibar/);
  });

  it('works without a server, and wants to know whom', async () => {
    await using dir = await tempDir();
    {
      await using server = await serve(dir.path);
      await hear(server, dir.path, 'remember that my word is zanzibar');
    }
    await leaveBehind(dir.path, 'zanzibar');
    const nobody = ['--data', dir.path, '--api-port', '1'];
    expect((await runCli(['forget', ...nobody])).stderr).toMatch(/--person <id> or --all/);
    const { stdout, stderr } = await runCli(['forget', '--all', ...nobody]);
    expect(stdout.toString()).toMatch(/removed: 1 facts[^]*1 sounds of replies\nremoved: 1 older copies/);
    expect(stderr).toMatch(/No server answered/);
    expect(await holding(dir.path, 'zanzibar')).toEqual([]);
  });
});
