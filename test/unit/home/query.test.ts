import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHomeQueries } from '../../../src/home/query.ts';
import { connectDemo } from '../../support/demo-home.ts';
import type { ConnectedDemo } from '../../support/demo-home.ts';

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

  it('refuse what is not exposed, and what the home refuses', async () => {
    await expect(queries().openItems('todo.secret', { signal })).rejects.toMatchObject({
      code: 'HOME_REFUSED',
    });
    await expect(queries().searchMedia('light.bed_light', 'jazz', null, { signal })).rejects.toMatchObject({
      code: 'HOME_REFUSED',
    });
  });
});
