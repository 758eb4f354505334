import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withChoices, writeSettings } from '../../../../src/cli/setup/settings-file.ts';
import { loadConfig } from '../../../../src/config/load.ts';

describe('writeSettings', () => {
  it('keeps what else stands in the file, comments included', () => {
    const text = withChoices(
      '# mine\nwyoming:\n  port: 7 # lucky\nlanguage: de\n',
      [
        { key: 'language', value: 'nl' },
        { key: 'home.url', value: 'http://a' },
      ],
      'file',
    );
    expect(text).toContain('# mine');
    expect(text).toContain('port: 7 # lucky');
    expect(text).toContain('language: nl');
    expect(text).toContain('url: http://a');
  });

  it('takes out what has no value any more', () => {
    expect(
      withChoices('language: de\nlog: { level: warn }\n', [{ key: 'language', value: undefined }], 'f'),
    ).toBe('log: { level: warn }\n');
  });

  it('refuses to write into a file that it can not read', () => {
    expect(() => withChoices('a: [', [], 'hearken.yaml')).toThrow(/hearken\.yaml/);
  });

  it('writes a file that nobody else can read, and that the program takes', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'hearken-setup-')), 'hearken.yaml');
    await writeSettings(path, [
      { key: 'home.url', value: 'http://a' },
      { key: 'home.token', value: 'x: y # z' },
      { key: 'wake.words', value: [{ phrase: 'okay house' }] },
    ]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const config = loadConfig({ env: {}, file: path });
    expect(config.home.token.reveal()).toBe('x: y # z');
    expect(config.wake.words).toEqual([{ phrase: 'okay house' }]);
  });

  it('changes nothing when it runs again', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'hearken-setup-')), 'hearken.yaml');
    writeFileSync(path, '# mine\nlanguage: de\n');
    const before = readFileSync(path, 'utf8');
    await writeSettings(path, [{ key: 'language', value: 'de' }]);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });
});
