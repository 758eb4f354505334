import { describe, expect, it } from 'vitest';
import { turnList } from '../../../src/api/turns.ts';
import { startApi } from '../../support/api-server.ts';

describe('GET /api/v1/turns', () => {
  it('tells the last turns with their figures and nothing that was said', async () => {
    await using api = await startApi();
    await api.converse({ text: 'first secret', turn_id: 'one' });
    await api.converse({ text: 'second secret', turn_id: 'two', satellite_id: 's' });
    const response = await api.request('/api/v1/turns');
    const text = await response.text();
    expect(text).not.toContain('secret');
    const { turns } = turnList.parse(JSON.parse(text));
    expect(turns.map(({ id }) => id).sort()).toEqual(['one', 'two']);
    expect(turns.find(({ id }) => id === 'two')?.stages).toEqual([
      expect.objectContaining({ stage: 'agent', understood: true, change_count: 0, satellite_id: 's' }),
    ]);
  });

  it('tells what was said where that is allowed, and one turn by its id', async () => {
    await using api = await startApi({ withContent: true });
    await api.converse({ text: 'hello', turn_id: 'one' });
    const one = await (await api.request('/api/v1/turns/one')).json();
    expect(one).toMatchObject({
      protocol: 1,
      id: 'one',
      unsure: [],
      stages: [{ content: { text: 'hello', speech: 'You said: hello' } }],
    });
    expect((await api.request('/api/v1/turns/other')).status).toBe(404);
  });
});
