import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDoor } from '../../../../src/agent/act/act.ts';
import { createRefusedDeeds } from '../../../../src/agent/act/refused-deed.ts';
import { announceTool } from '../../../../src/agent/tools/announce.ts';
import { controlHome } from '../../../../src/agent/tools/control-home.ts';
import { runTool } from '../../../../src/agent/tools/run-tool.ts';
import { timersTool } from '../../../../src/agent/tools/timers.ts';
import { todoList } from '../../../../src/agent/tools/todo-list.ts';
import type { Tool } from '../../../../src/agent/tools/tool.ts';
import { createHomeQueries } from '../../../../src/home/query.ts';
import { connectDemo, type ConnectedDemo } from '../../../support/home/demo-home.ts';
import { guardOf, listeningAudit } from '../../../support/agent/guard.ts';
import { toolHands } from '../../../support/agent/tool-hands.ts';

const { signal } = new AbortController();

let connected: ConnectedDemo;
beforeEach(async () => {
  connected = await connectDemo();
});
afterEach(() => connected[Symbol.asyncDispose]());

/** What is on record of a call that nobody asked for. */
async function recordOf(tool: Tool, input: unknown) {
  const audit = listeningAudit();
  const hands = {
    door: createDoor(connected.home, guardOf({}, audit)),
    recordRefused: createRefusedDeeds(audit),
  };
  const answer = await runTool(
    tool,
    input,
    toolHands(connected.home, "what's on tomorrow?", 'kitchen', hands),
    {
      signal,
    },
  );
  expect(answer).toMatchObject({ isError: true });
  return audit.entries;
}

describe('what nobody asked for is on record', () => {
  it.each([
    [
      'an action',
      controlHome,
      { action: 'unlock', devices: ['Front Door'] },
      'lock.unlock',
      ['lock.front_door'],
    ],
    [
      'an action that is not possible',
      controlHome,
      { action: 'set_hvac_mode', text: 'dry', devices: ['Thermostat'] },
      'climate.set_hvac_mode',
      ['climate.thermostat'],
    ],
    ['a timer', timersTool, { action: 'start', seconds: 60 }, 'hearken.start_timer', []],
    ['a message', announceTool, { message: 'The door is open, come in.' }, 'hearken.announce', []],
  ] as const)('%s', async (_, tool, input, service, entityIds) => {
    expect(await recordOf(tool, input)).toMatchObject([
      {
        ...{ turnId: 't', path: 'llm', channel: 'cli' },
        action: { service, entityIds },
        event: { kind: 'refused', why: 'not-asked' },
      },
    ]);
  });

  it('an item of a list, without its words', async () => {
    const tool = todoList(createHomeQueries(connected.home));
    const record = await recordOf(tool, { action: 'add', list: 'Shopping List', items: ['a stolen secret'] });
    expect(record).toMatchObject([
      { action: { entityIds: ['todo.shopping_list'] }, event: { kind: 'refused', why: 'not-asked' } },
    ]);
    expect(JSON.stringify(record)).not.toContain('stolen');
  });
});
