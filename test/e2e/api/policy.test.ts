/** The whole program with roles, a code and its record: what a household sets is what happens. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setPin } from '../../../src/app/data/pin.ts';
import { startDemoServer } from '../../support/home/demo-server.ts';
import { runCli } from '../../support/hearken-cli.ts';
import { startHearken } from '../../support/hearken-server.ts';
import { sayTo } from '../../support/served-turn.ts';
import { tempDir } from '../../support/temp-dir.ts';

const code = '47110815';

async function household() {
  const home = await startDemoServer();
  const dir = await tempDir();
  const start = () =>
    startHearken({
      args: [
        ...['--only', 'handle', '--data', dir.path, '--home-url', home.url, '--log-content'],
        ...['--policy-people', '[{ person: Mia, role: child }]'],
        ...['--policy-satellites', '[{ satellite: assist_satellite.office, role: guest }]'],
        ...['--policy-pin-entities', 'lock.front_door', '--policy-actions-per-minute', '4'],
      ],
      env: { HEARKEN_HOME_TOKEN: home.demo.token },
    });
  let turnCount = 0;
  let server = await start();
  return {
    dir: dir.path,
    log: () => server.log.join('\n'),
    stateOf: (id: string) => home.demo.world.states.get(id)?.state,
    say: async (text: string, more: object = {}) => {
      turnCount += 1;
      const turn = { text, turn_id: `turn-${turnCount}`, conversation_id: 'c', ...more };
      return (await sayTo(server, dir.path, turn)) as { speech: string; continue_conversation: boolean };
    },
    restart: async () => {
      server.kill('SIGKILL');
      await server.exited;
      server = await start();
    },
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]();
      await home[Symbol.asyncDispose]();
      await dir[Symbol.asyncDispose]();
    },
  };
}

const mia = { user: { id: 'u1', name: 'Mia' } };
const ada = { user: { id: 'u2', name: 'Ada' } };

describe('a household with roles and a code', () => {
  it('does what each role covers, says why not, and has it all on record', async () => {
    await using house = await household();
    expect((await house.say('turn off the desk lamp', mia)).speech).toBe('Desk lamp off.');
    expect((await house.say('unlock the front door', mia)).speech).toBe(
      'Children may not unlock the front door here.',
    );
    const guest = { satellite_id: 'assist_satellite.office' };
    expect((await house.say('open the garage door', guest)).speech).toBe(
      'Guests may not open the garage door here.',
    );
    const shown = await runCli(['audit', 'show', '--json', '--data', house.dir]);
    const lines = shown.stdout.toString().trim().split('\n');
    const records = lines.map((line): { what: string; outcome: string; who: string } => JSON.parse(line));
    expect(records).toContainEqual(expect.objectContaining({ what: 'light.turn_off', outcome: 'proven' }));
    expect(records).toContainEqual(
      expect.objectContaining({ who: 'u1', what: 'lock.unlock', outcome: 'refused: role child' }),
    );
    expect((await runCli(['audit', 'verify', '--data', house.dir])).code).toBe(0);
  });

  it('opens the door after the code, also after a kill, and the code is nowhere', async () => {
    await using house = await household();
    await setPin(house.dir, code);
    await house.say('unlock the front door', ada);
    await house.restart();
    expect((await house.say('47110816', ada)).speech).toMatch(/^That is not the code\./);
    expect((await house.say('four seven double one oh eight one five', ada)).speech).toMatch(/front door/);
    expect(house.stateOf('lock.front_door')).toMatch(/^unlock/);
    const names = await readdir(house.dir);
    const files = await Promise.all(
      names.map((name) => readFile(join(house.dir, name), 'latin1').catch(() => '')),
    );
    const kept = [house.log(), ...files].join('\n');
    expect(kept).toContain('unlock the front door');
    expect(kept).not.toMatch(/4711081|double one/);
  });

  it('lets one source have no more done than its share of a minute', async () => {
    await using house = await household();
    const replies = [];
    for (const word of ['off', 'on', 'off', 'on', 'off'])
      replies.push((await house.say(`turn ${word} the desk lamp`, ada)).speech);
    expect(replies.slice(0, 4)).not.toContainEqual(expect.stringMatching(/a lot in a short time/));
    expect(replies[4]).toMatch(/a lot in a short time/);
    expect((await house.say('turn off the desk lamp', mia)).speech).toBe('Desk lamp off.');
    expect((await house.say('is the desk lamp off', ada)).speech).toMatch(/^Yes/);
  });
});
