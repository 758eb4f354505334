import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { emptyDirectory, runCli, startCli } from '../support/hearken-cli.ts';

/** Nothing listens there: port 9 (discard) is not served on a test machine. */
const noServer = ['--port', '9'];

describe('hearken', () => {
  it('teaches with --help, for the program and for each command', async () => {
    const { code, stdout } = await runCli(['--help']);
    expect(code).toBe(0);
    const help = stdout.toString();
    for (const command of [
      'serve',
      'try',
      'say',
      'transcribe',
      'listen',
      'wake',
      'ask',
      'models',
      'doctor',
      'bench',
      'describe',
    ]) {
      expect(help).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
    }
    expect(help).toContain('Examples:');
    const serve = (await runCli(['serve', '--help'])).stdout.toString();
    expect(serve).toContain('--wyoming-allow');
    expect(serve).toContain('--no-download');
    const tooWide = serve.split('\n').filter((line) => line.length > 80);
    expect(tooWide).toEqual([]);
  });

  it('ends quietly when the reader of its output leaves, as in "--help | head -1"', async () => {
    const child = startCli(['serve', '--help']);
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const [code] = await once(child, 'close');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('offers the nearest command and flag, and exits with 2', async () => {
    const command = await runCli(['transcrib']);
    expect(command.code).toBe(2);
    const flag = await runCli(['describe', '--prot', '1']);
    expect(flag).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean --port?') as string,
    });
  });

  it('says what is wrong with a setting and how to set it', async () => {
    const { code, stderr } = await runCli(['describe'], { env: { HEARKEN_WYOMING_PORT: 'many' } });
    expect(code).toBe(1);
    expect(stderr).toContain('HEARKEN_WYOMING_PORT must be a number');
  });

  it('says which server does not answer', async () => {
    const { code, stderr } = await runCli(['describe', 'tcp://127.0.0.1:9']);
    expect(code).toBe(1);
    expect(stderr).toContain('127.0.0.1:9');
    expect(stderr).not.toContain('    at ');
  });

  it.each(['--port', '--api-port'])(
    'says that the port of %s is taken when it can not listen',
    async (flag) => {
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const { port } = other.address() as AddressInfo;
      const ports = ['--port', '0', '--api-port', '0', flag, String(port)];
      const { code, stderr } = await runCli([
        'serve',
        ...ports,
        '--only',
        'handle',
        '--data',
        emptyDirectory(),
      ]);
      other.close();
      expect(code).toBe(1);
      expect(stderr).toMatch(/can not listen on .*address already in use/);
    },
  );

  it('names a recording that is not there before anything starts', async () => {
    const { code, stderr } = await runCli(['transcribe', 'none.wav', ...noServer]);
    expect(code).toBe(1);
    expect(stderr).toContain('can not read none.wav');
  });

  it('names what a bench in a given Home Assistant lacks before anything starts', async () => {
    const turnIn = (url: string) => runCli(['bench', 'turn', '--ha', url, '--smoke']);
    expect(await turnIn('homeassistant')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('an address like http://'),
    });
    expect(await turnIn('http://127.0.0.1:9')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('HEARKEN_HOME_TOKEN'),
    });
  });
});
