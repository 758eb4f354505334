import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHomeQueries } from '../../../src/home/query.ts';
import { connectDemo } from '../../support/home/demo-home.ts';
import type { ConnectedDemo } from '../../support/home/demo-home.ts';

const { signal } = new AbortController();

let connected: ConnectedDemo;
beforeEach(async () => {
  connected = await connectDemo();
});
afterEach(() => connected[Symbol.asyncDispose]());

const queries = () => createHomeQueries(connected.home);

describe('queries of the home', () => {
  it('read what is still to be done', async () => {
    const items = await queries().openItems('todo.shopping_list', { signal });
    expect(items).toEqual([
      { summary: 'Milk', due: null },
      { summary: 'Bread', due: null },
    ]);
  });

  it('read the weather of the next days, nearest first', async () => {
    const days = await queries().forecast('weather.home', 'daily', { signal });
    expect(days.length).toBeGreaterThan(3);
    expect(days[0]).toMatchObject({ condition: 'partlycloudy', temperature: 11, lowest: 5, rainPercent: 10 });
    expect(days.map(({ startMs }) => startMs)).toEqual(
      days.map(({ startMs }) => startMs).toSorted((a, b) => a - b),
    );
  });

  it('find what a player can play, of the asked kind', async () => {
    const search = (query: string, mediaClass: string | null) =>
      queries().searchMedia('media_player.tv', query, mediaClass, { signal });
    expect(await search('northern', null)).toHaveLength(2);
    expect(await search('northern', 'track')).toEqual([
      { title: 'Northern Road', contentId: 'library://track/Northern Road', contentType: 'music' },
    ]);
    expect(await search('no such thing', null)).toEqual([]);
  });

  it('read events of a calendar, whole days at the midnight of the home', async () => {
    const dayMs = 86_400_000;
    const fromMs = Math.floor(Date.now() / dayMs) * dayMs + dayMs;
    const events = await queries().events('calendar.family', { fromMs, toMs: fromMs + dayMs }, { signal });
    expect(events).toMatchObject([
      { summary: 'Rubbish collection', isAllDay: true, startMs: fromMs, endMs: fromMs + dayMs },
      { summary: 'Dentist', isAllDay: false, startMs: fromMs + 9 * 3_600_000, location: 'Mill Lane 4' },
    ]);
  });

  it('read what a device was before, the newest changes of many', async () => {
    const read = async () => {
      const nowMs = Date.now();
      return await queries().history('light.bed_light', { fromMs: nowMs - 60_000, toMs: nowMs }, { signal });
    };
    expect(await read()).toMatchObject({ changes: [{ state: 'off' }], isCut: false });
    for (let count = 0; count < 250; count += 1)
      connected.demo.world.report('light.bed_light', {
        state: count % 2 === 0 ? 'on' : 'off',
        attributes: {},
      });
    const { changes, isCut } = await read();
    expect([changes.length, changes.at(-1)?.state, isCut]).toEqual([200, 'off', true]);
  });

  it('read what the exposed scripts take', async () => {
    const fields = await queries().scriptFields({ signal });
    expect(fields.get('script.morning_coffee')?.fields).toEqual([
      { name: 'cups', description: 'How many.', isRequired: true, type: 'number', choices: [] },
      {
        name: 'strength',
        description: 'How strong.',
        isRequired: false,
        type: 'string',
        choices: ['mild', 'normal', 'strong'],
      },
    ]);
    expect(fields.get('script.good_night')?.fields).toEqual([]);
  });

  it('refuse what is not exposed, and what the home refuses', async () => {
    await expect(queries().openItems('todo.secret', { signal })).rejects.toMatchObject({
      code: 'HOME_REFUSED',
    });
    await expect(queries().searchMedia('light.bed_light', 'jazz', null, { signal })).rejects.toMatchObject({
      code: 'HOME_REFUSED',
    });
  });
});
