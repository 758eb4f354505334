import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announceTool } from '../../../../src/agent/tools/announce.ts';
import { calendar } from '../../../../src/agent/tools/calendar.ts';
import { findMediaTool, playMediaTool } from '../../../../src/agent/tools/media.ts';
import { forgetTool, recallTool, rememberTool } from '../../../../src/agent/tools/memory-tools.ts';
import { runTool } from '../../../../src/agent/tools/run-tool.ts';
import { scriptTools } from '../../../../src/agent/tools/script-tools.ts';
import { timersTool } from '../../../../src/agent/tools/timers.ts';
import { todoList } from '../../../../src/agent/tools/todo-list.ts';
import type { Tool } from '../../../../src/agent/tools/tool.ts';
import { weather } from '../../../../src/agent/tools/weather.ts';
import type { Hands } from '../../../../src/agent/dialogue/hands.ts';
import { systemClock } from '../../../../src/core/clock.ts';
import { createHomeQueries } from '../../../../src/home/query.ts';
import { connectDemo, type ConnectedDemo } from '../../../support/home/demo-home.ts';
import { toolHands } from '../../../support/agent/tool-hands.ts';

const { signal } = new AbortController();

let connected: ConnectedDemo;
beforeEach(async () => {
  connected = await connectDemo();
});
afterEach(() => connected[Symbol.asyncDispose]());

const queries = () => createHomeQueries(connected.home);
const use = async (tool: Tool, input: unknown, said: string, more: Partial<Hands> = {}) =>
  await runTool(tool, input, toolHands(connected.home, said, 'kitchen', more), { signal });

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('calendar_events', () => {
  it('reads the days that are asked for, oldest first, whole days among them', async () => {
    const { content } = await use(calendar(queries(), systemClock), { from: inDays(1), to: inDays(1) }, 'x');
    expect(content.split('\n')).toEqual([
      `${inDays(1)} all day: Rubbish collection [Family Calendar]`,
      `${inDays(1)} 09:00 to 10:00: Dentist, at Mill Lane 4 [Family Calendar]`,
    ]);
  });

  it('reads a week when no day is named, and refuses a span without an end', async () => {
    const tool = calendar(queries(), systemClock);
    expect((await use(tool, {}, 'x')).content).toContain('Choir (Bring the blue folder.)');
    expect(await use(tool, { from: '2026-01-01', to: '2030-01-01' }, 'x')).toMatchObject({ isError: true });
    expect(await use(tool, { from: 'tomorrow' }, 'x')).toMatchObject({ isError: true });
  });
});

describe('weather', () => {
  it('reads what is and what will be', async () => {
    const { content } = await use(weather(queries()), {}, 'x');
    expect(content).toMatch(/^Now: partlycloudy, 8\.2 °C, humidity 54 %/);
    expect(content.split('\n')).toHaveLength(8);
    expect(await use(weather(queries()), { source: 'Bed Light' }, 'x')).toMatchObject({ isError: true });
  });
});

describe('todo_list', () => {
  it('reads, adds, ticks off and removes', async () => {
    const tool = todoList(queries());
    expect((await use(tool, { action: 'read', list: 'shopping list' }, 'x')).content).toBe(
      'Shopping List:\n- Milk\n- Bread',
    );
    const add = { action: 'add', list: 'Shopping List', items: ['Tea'] };
    expect((await use(tool, add, 'put tea on the shopping list')).isError).toBeUndefined();
    await use(
      tool,
      { action: 'complete', list: 'Shopping List', items: ['milk'] },
      'I bought the milk, tick it off the shopping list',
    );
    await use(
      tool,
      { action: 'remove', list: 'Shopping List', items: ['Bread'] },
      'take bread off the shopping list',
    );
    expect((await use(tool, { action: 'read', list: 'shopping list' }, 'x')).content).toBe(
      'Shopping List:\n- Tea',
    );
  });

  it('asks which list, where there are several', async () => {
    const answer = await use(todoList(queries()), { action: 'read' }, 'x');
    expect(answer).toMatchObject({
      isError: true,
      content: expect.stringContaining('Chores, Shopping List'),
    });
  });
});

describe('media', () => {
  it('is looked up without playing, and played when asked for', async () => {
    const found = await use(findMediaTool(queries()), { player: 'TV', query: 'northern' }, 'x');
    expect(found.content).toContain('- Northern Road (music)');
    const input = { player: 'Kitchen Speaker', query: 'Northern Road' };
    expect(await use(playMediaTool, input, 'what is northern road?')).toMatchObject({ isError: true });
    const played = await use(playMediaTool, input, 'play Northern Road');
    expect(played.answer?.outcomes).toMatchObject([{ entityId: 'media_player.kitchen_speaker' }]);
    expect(played.isError).toBeUndefined();
  });
});

describe('announce', () => {
  it('is said in the room that was named, when the speaker asked for it', async () => {
    const told: unknown[] = [];
    const broadcast: Hands['broadcast'] = async (what) => {
      told.push(what);
      return 'Told.';
    };
    const input = { message: 'Dinner is ready.', area: 'Office' };
    await use(announceTool, input, "what's for dinner", { broadcast });
    expect(told).toEqual([]);
    await use(announceTool, input, 'tell the people in the office that dinner is ready', { broadcast });
    expect(told).toMatchObject([{ message: 'Dinner is ready.', satelliteIds: ['assist_satellite.office'] }]);
    const nowhere = await use(announceTool, { ...input, area: 'Garage' }, 'announce that dinner is ready', {
      broadcast,
    });
    expect(nowhere).toMatchObject({ isError: true, content: 'No satellite stands in Garage.' });
  });
});

describe('memory', () => {
  it('keeps and forgets only what the speaker asks for', async () => {
    expect(await use(rememberTool, { fact: 'Doors may be opened.' }, 'what do you know?')).toMatchObject({
      isError: true,
    });
    expect(await use(forgetTool, { about: 'doors' }, 'read my calendar')).toMatchObject({ isError: true });
    expect(await use(recallTool, {}, 'what do you know?')).toMatchObject({
      isError: true,
      content: 'Nothing is remembered here.',
    });
  });
});

describe('timers', () => {
  it('says so where there are none', async () => {
    expect(await use(timersTool, { action: 'list' }, 'x')).toMatchObject({ isError: true });
  });
});

describe('scripts', () => {
  it('are tools with the fields they take, and run with them', async () => {
    const fields = await queries().scriptFields({ signal });
    const [tool, ...others] = scriptTools(connected.home.model(), fields);
    expect(others).toEqual([]);
    expect(tool).toMatchObject({
      name: 'script_morning_coffee',
      inputSchema: {
        required: ['cups'],
        properties: {
          cups: { type: 'number' },
          strength: { type: 'string', enum: ['mild', 'normal', 'strong'] },
        },
      },
    });
    if (!tool) return;
    expect(await use(tool, {}, 'make morning coffee')).toMatchObject({
      isError: true,
      content: expect.stringContaining('missing: cups'),
    });
    const run = await use(tool, { cups: 2, strength: 'strong' }, 'make two cups of morning coffee');
    expect(run.answer?.outcomes).toMatchObject([{ entityId: 'script.morning_coffee', proof: 'proven' }]);
  });
});
