/** `hearken audit` and `hearken pin` as a person runs them. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { AuditWriter } from '../../src/agent/audit/audit-writer.ts';
import { openAuditKey } from '../../src/app/data/audit.ts';
import { openPinCheck } from '../../src/app/data/pin.ts';
import { storeFile } from '../../src/app/data/stores.ts';
import { systemClock } from '../../src/core/clock.ts';
import { Secret } from '../../src/core/secret.ts';
import { openStore } from '../../src/store/open-store.ts';
import { auditEntry } from '../support/agent/audit-entry.ts';
import { dialogueOf } from '../support/agent/dialogue.ts';
import { type CliOptions, runCli } from '../support/hearken-cli.ts';
import { tempDir } from '../support/temp-dir.ts';

async function run(args: readonly string[], options: CliOptions) {
  const { stdout, ...rest } = await runCli(args, options);
  return { stdout: stdout.toString(), ...rest };
}

const typed = (line: string) => new TextEncoder().encode(`${line}\n`);

/** A data directory in which two things were done and one was refused. */
async function usedDirectory() {
  const dir = await tempDir();
  const key = await openAuditKey(dir.path);
  const store = await openStore({ path: join(dir.path, storeFile), clock: systemClock });
  const writer = new AuditWriter({
    store: store.audit,
    key,
    clock: systemClock,
    onHealth: () => undefined,
  });
  await writer.record([
    auditEntry('one'),
    auditEntry('two', { kind: 'ended', proofs: { 'light.a': 'proven' } }),
  ]);
  await writer.record([auditEntry('three', { kind: 'refused', why: 'role child' })]);
  await writer.checkpoint();
  await store[Symbol.asyncDispose]();
  return { ...dir, path: dir.path, run: (...args: string[]) => run([...args, '--data', dir.path], {}) };
}

describe('hearken audit', () => {
  it('shows who had what done and how it ended', async () => {
    await using dir = await usedDirectory();
    const { code, stdout } = await dir.run('audit', 'show');
    expect(code).toBe(0);
    expect(stdout).toMatch(/ada .*http\/local .*light\.turn_on .*light\.a .*proven/);
    expect(stdout).toMatch(/refused: role child/);
    expect((await dir.run('audit', 'show', '--count', '1')).stdout.trim().split('\n')).toHaveLength(2);
  });

  it('verifies a whole log, and fails with what is wrong when it was changed', async () => {
    await using dir = await usedDirectory();
    expect(await dir.run('audit', 'verify')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/3 records.*whole/),
    });
    const file = new Database(join(dir.path, storeFile));
    file.exec("update audit_records set record = replace(record, 'child', 'adult')");
    file.close();
    const { code, stdout, stderr } = await dir.run('audit', 'verify');
    expect(code).toBe(1);
    expect(stdout).toMatch(/broken at 3/);
    expect(stderr).toMatch(/AUDIT_BROKEN/);
  });

  it('exports key, checkpoints and records, one JSON object per line', async () => {
    await using dir = await usedDirectory();
    const { stdout } = await dir.run('audit', 'export');
    const lines = stdout
      .trim()
      .split('\n')
      .map((line): { kind: string } => JSON.parse(line));
    expect(lines.map(({ kind }) => kind)).toEqual(['key', 'checkpoint', 'record', 'record', 'record']);
  });
});

describe('hearken pin', () => {
  it('keeps a hash that only its owner can read, and removes it', async () => {
    await using dir = await tempDir();
    const set = await run(['pin', 'set', '--data', dir.path], { input: typed('2580') });
    expect(set).toMatchObject({ code: 0, stdout: '' });
    expect((await stat(join(dir.path, 'pin'))).mode & 0o777).toBe(0o600);
    const check = openPinCheck(dir.path, { clock: systemClock });
    const { speaker } = dialogueOf('c');
    expect(await check(new Secret('2580'), speaker)).toBe('right');
    expect((await run(['pin', 'clear', '--data', dir.path], {})).code).toBe(0);
    expect(await check(new Secret('2580'), speaker)).toBe('unset');
  });

  it('refuses what can not be spoken as a code', async () => {
    await using dir = await tempDir();
    const { code, stderr } = await run(['pin', 'set', '--data', dir.path], { input: typed('secret') });
    expect(code).toBe(1);
    expect(stderr).toMatch(/4 to 12 digits/);
  });
});
