/** `hearken ask` at a terminal: one conversation with the demo home, and how a sentence was understood. */
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/hearken-cli.ts';

/** The demo home without losses and delays: what is asked, happens. */
const calm = ['--home-demo-loss', '0', '--home-demo-pace', '0'];

const typed = (...lines: readonly string[]) => Buffer.from(`${lines.join('\n')}\n`);

describe('hearken ask', () => {
  it('prompts for sentences of one conversation until it is left', async () => {
    const input = typed(
      'turn on the desk lamp',
      '',
      'turn it off again',
      'unlock the front door',
      'yes',
      'exit',
      'lock it',
    );
    const { code, stdout } = await runCli(['ask', ...calm], { input });
    expect(code).toBe(0);
    expect(stdout.toString().trim().split('\n')).toEqual([
      expect.stringMatching(/desk lamp/i),
      expect.stringMatching(/desk lamp off/i),
      expect.stringMatching(/front door\?/i),
      expect.stringMatching(/front door is unlock/i),
    ]);
  });

  it('explains every stage and does nothing on a dry run', async () => {
    const { code, stdout, stderr } = await runCli([
      'ask',
      '--explain',
      '--dry-run',
      ...calm,
      'turn off the kitchen lights except the counter',
    ]);
    expect(code).toBe(0);
    expect(stdout.toString()).toBe('');
    expect(stderr).toMatch(/words +turn off the kitchen lights except the counter/);
    expect(stderr).toMatch(/reading +\d\.\d\d +switching\.sentences:\d+ turn_off/);
    expect(stderr).toMatch(/plan +turn_off on light\.kitchen_ceiling$/m);
  });
});
