import { describe, expect, it } from 'vitest';
import { StateTable } from '../../../../src/home/model/state-table.ts';

const state = (value: string) => ({ state: value, attributes: {}, lastChangedMs: 0 });
const table = StateTable.from(Array.from({ length: 250 }, (_, index) => state(String(index))));

describe('StateTable', () => {
  it('finds every slot across its chunks', () => {
    expect([0, 99, 100, 249].map((slot) => table.get(slot)?.state)).toEqual(['0', '99', '100', '249']);
  });

  it('leaves the old table as it was when one slot changes', () => {
    const changed = table.with(150, state('new'));
    expect([table.get(150)?.state, changed.get(150)?.state, changed.get(151)?.state]).toEqual([
      '150',
      'new',
      '151',
    ]);
  });

  it('has nothing outside its slots', () => {
    expect(table.get(1_000)).toBeUndefined();
    expect(table.with(1_000, state('lost')).get(1_000)).toBeUndefined();
  });
});
