/** What goes wrong around a turn: no reply is untrue, and the next turn works without a hand. */
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CoreClient } from '../../src/bench/ha/core-client.ts';
import type { CoreProcess } from '../../src/bench/ha/core-process.ts';
import { type PipelineRun, runPipeline } from '../../src/bench/ha/pipeline-run.ts';
import type { Program } from '../../src/bench/ha/program.ts';
import { emptyDirectory } from '../support/hearken-cli.ts';
import { type Reply, say, speechOf } from './support/say.ts';
import { act, never, type RealHome, recording, startTestHome } from './support/test-home.ts';
import { startTestProgram } from './support/test-program.ts';

let home: RealHome;
let core: CoreProcess;
let client: CoreClient;
let program: Program;

beforeAll(async () => {
  home = await startTestHome({}, emptyDirectory());
  ({ core, client, program } = home);
}, 300_000);

afterAll(async () => {
  await program[Symbol.asyncDispose]();
  await client[Symbol.asyncDispose]();
  await home[Symbol.asyncDispose]();
});

const ask = async (text: string): Promise<Reply> =>
  await say(client, home.pipeline.conversation_engine, text);

const speakLock = async (): Promise<PipelineRun> =>
  await runPipeline(
    client,
    {
      pipeline: home.pipeline.id,
      say: { command: recording('commands/ha-en-real/lock-the-front-door.wav'), endedBy: 'client' },
    },
    { signal: never },
  );

const outcome = z.looseObject({ type: z.literal('outcome'), speech: z.string() });

/** Straight to Hearken: its reply when Home Assistant is not there to hand it on. */
async function converse({ api }: Program, text: string): Promise<string> {
  const response = await fetch(`http://${api.host}:${api.port}/api/v1/conversation`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.token}` },
    body: JSON.stringify({ text, language: 'en' }),
  });
  const lines = (await response.text()).trim().split('\n');
  return outcome.parse(JSON.parse(lines.at(-1) ?? '')).speech;
}

async function restartCore(whileAway: () => Promise<void> = async () => undefined): Promise<void> {
  await core.stop();
  await whileAway();
  await core.start();
  client = await CoreClient.connect(core.url, client.token, { signal: never });
  await client.untilRunning();
}

/** Starts Hearken again where Home Assistant knows it. */
async function restartProgram(): Promise<void> {
  await program.exited;
  const { port, api, dir } = program;
  const settings = { wyoming: { port }, api: { port: api.port } };
  program = await startTestProgram(client, { dir, settings });
}

/** A spoken command works, within the time Home Assistant and Hearken need to find each other. */
async function nextTurnWorks(): Promise<void> {
  await act(client, 'lock.unlock', 'lock.front_door');
  await expect.poll(async () => (await speakLock()).speech, { timeout: 60_000 }).toMatch(/front door.*lock/i);
  expect(await client.state('lock.front_door')).toBe('locked');
}

describe('Home Assistant restarts', () => {
  it('in the middle of a turn: nothing is claimed, and the next turn works', async () => {
    const turn = converse(program, 'turn on the slow lamp');
    // The lamp does nothing for its first 1.5 s, so that the turn is at work now.
    await delay(300);
    await core.stop();
    expect(await turn).not.toMatch(/lamp (is )?on/i);
    await core.start();
    client = await CoreClient.connect(core.url, client.token, { signal: never });
    await client.untilRunning();
    await nextTurnWorks();
  }, 120_000);

  it('and is away when asked: it is said, and the next turn works', async () => {
    await restartCore(async () => {
      expect(await converse(program, 'turn on the office lamp')).toMatch(/home assistant/i);
    });
    await expect
      .poll(async () => (await ask('turn on the office lamp')).response.response_type)
      .toBe('action_done');
    expect(await client.state('light.office_lamp')).toBe('on');
  }, 120_000);

  it('in the middle of an utterance: the next one is heard', async () => {
    const turn = speakLock().catch(() => 'lost');
    await delay(800);
    await restartCore();
    expect(await turn).toBe('lost');
    await nextTurnWorks();
  }, 120_000);
});

describe('Hearken is killed', () => {
  it('in the middle of an utterance: the run ends with an error, and the next turn works', async () => {
    await act(client, 'lock.unlock', 'lock.front_door');
    const turn = speakLock();
    await delay(800);
    program.kill('SIGKILL');
    expect((await turn).error?.code).toBe('stt-stream-failed');
    expect(await client.state('lock.front_door')).toBe('unlocked');
    await restartProgram();
    await nextTurnWorks();
  }, 120_000);

  it('between the command and its proof: the reply claims nothing, and the next turn works', async () => {
    const turn = ask('turn on the slow lamp');
    await delay(300);
    program.kill('SIGKILL');
    const reply = await turn;
    expect(reply.response.response_type).toBe('error');
    expect(speechOf(reply)).not.toMatch(/lamp (is )?on/i);
    await restartProgram();
    await nextTurnWorks();
  }, 120_000);
});

describe('a device', () => {
  it('that is unavailable is named, and works when it is back', async () => {
    await act(client, 'input_boolean.turn_off', 'input_boolean.attic_lamp_reachable');
    const reply = await ask('turn on the attic lamp');
    expect(reply.response.response_type).toBe('error');
    expect(speechOf(reply)).toMatch(
      /attic lamp (can't|can not|cannot) be reached|attic lamp.*(unavailable|not available)/i,
    );
    await act(client, 'input_boolean.turn_on', 'input_boolean.attic_lamp_reachable');
    await expect
      .poll(async () => (await ask('turn on the attic lamp')).response.response_type)
      .toBe('action_done');
    expect(await client.state('light.attic_lamp')).toBe('on');
  });

  it('whose service raises is said to have failed', async () => {
    const reply = await ask('turn on the dead lamp');
    expect(reply.response.response_type).toBe('error');
    expect(reply.response.data.success ?? []).toEqual([]);
    expect(speechOf(reply)).not.toMatch(/^(ok|done)|lamp (is )?on\b/i);
    await nextTurnWorks();
  });

  it('whose state never changes is said not to have answered', async () => {
    const reply = await ask('turn on the silent lamp');
    expect(reply.response.data.success ?? []).toEqual([]);
    expect(speechOf(reply)).toMatch(/silent lamp has not answered/i);
    await nextTurnWorks();
  });
});
