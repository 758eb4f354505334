import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readWavMono } from '../../src/audio/wav.ts';
import { emptyDirectory, runCli } from '../support/hearken-cli.ts';
import { startHearken } from '../support/hearken-server.ts';
import { describeReal, evalDir } from '../support/real-models.ts';

const recording = 'eval/commands/ha-en-tts/open-the-sliding-door-in-the-office.wav';

describeReal('hearken try', ['models', recording], () => {
  it('goes from the wake phrase to a spoken reply in our own voice, on a server started for the run', async () => {
    const cwd = emptyDirectory();
    const { code, stdout, stderr } = await runCli(['try', '--port', '9', '--home-demo-loss', '0'], { cwd });
    const output = stdout.toString();
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stderr).toContain('starting one for this run');
    expect(output).toMatch(/^wake +\d+ ms +"/m);
    expect(output).toMatch(/^heard +\d+ ms +"turn on the kitchen light/im);
    expect(output).toMatch(/^changed +\d+ ms +.*: off → on.* \(proven\)/m);
    expect(output).toMatch(/^said +\d+ ms +"/m);
    expect(readWavMono(readFileSync(join(cwd, 'reply.wav'))).length).toBeGreaterThan(8_000);
  });

  it('plays a recording to the server that is running', async () => {
    await using server = await startHearken();
    const file = join(evalDir, recording.replace('eval/', ''));
    const { code, stdout, stderr } = await runCli(['try', file, '--port', String(server.port)]);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stderr).toContain(`Using the server at ${server.uri}`);
    expect(stdout.toString()).toMatch(/^changed .*Sliding Door: closed → open.* \((started|proven)\)/m);
  });

  it('skips the ears with --text', async () => {
    await using server = await startHearken();
    const { code, stdout } = await runCli([
      'try',
      '--text',
      'is the front door locked',
      '--port',
      String(server.port),
    ]);
    expect(code).toBe(0);
    expect(stdout.toString()).toMatch(/nothing changed/);
    expect(stdout.toString()).not.toMatch(/^wake/m);
  });

  it('fails loudly when a stage is missing', async () => {
    await using server = await startHearken({ args: ['--only', 'stt,tts'] });
    const { code, stderr } = await runCli(['try', '--port', String(server.port)]);
    expect(code).toBe(1);
    expect(stderr).toContain('has no wake');
  });
});
