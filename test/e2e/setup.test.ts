import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { type DemoServer, startDemoServer } from '../support/home/demo-server.ts';
import { emptyDirectory, runCli } from '../support/hearken-cli.ts';

let demo: DemoServer;

beforeAll(async () => {
  demo = await startDemoServer();
});

afterAll(async () => {
  await demo[Symbol.asyncDispose]();
});

describe('hearken setup --yes', () => {
  const setUp = async (cwd: string, ...flags: string[]) =>
    await runCli(['setup', '--yes', '--no-speech', '--data', join(cwd, 'data'), ...flags], { cwd });

  it('checks the home it is given, and writes what the program then takes', async () => {
    const cwd = emptyDirectory();
    const file = join(cwd, 'hearken.yaml');
    writeFileSync(file, '# of this house\nlog: { level: warn }\n');
    const { code, stderr } = await setUp(
      cwd,
      ...['--home-url', demo.url, '--home-token', demo.demo.token, '--wyoming-allow', '192.168.1.0/24'],
    );
    expect(code).toBe(0);
    expect(stderr).toMatch(/\d+ entities are exposed to voice/);
    expect(readFileSync(file, 'utf8')).toContain('# of this house');
    expect(statSync(file).mode & 0o077).toBe(0);
    const config = loadConfig({ env: {}, file });
    expect(config.home.url).toBe(demo.url);
    expect(config.home.token.reveal()).toBe(demo.demo.token);
    expect(config.wyoming).toMatchObject({ host: '127.0.0.1', allow: ['192.168.1.0/24'] });
    expect(config.log.level).toBe('warn');
  });

  it('keeps everything when it runs again without a word', async () => {
    const cwd = emptyDirectory();
    await setUp(cwd, '--home-url', demo.url, '--home-token', demo.demo.token, '--language', 'de');
    const before = readFileSync(join(cwd, 'hearken.yaml'), 'utf8');
    expect((await setUp(cwd)).code).toBe(0);
    expect(readFileSync(join(cwd, 'hearken.yaml'), 'utf8')).toBe(before);
  });

  it('says what is wrong with a token', async () => {
    const { stderr } = await setUp(emptyDirectory(), '--home-url', demo.url, '--home-token', 'wrong');
    expect(stderr).toContain('does not accept the token');
  });
});
