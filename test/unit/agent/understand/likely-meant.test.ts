import { describe, expect, it } from 'vitest';
import { indexOf } from '../../../../src/agent/understand/home-index.ts';
import { likelyMeant } from '../../../../src/agent/understand/likely-meant.ts';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const names = ['Painted Leopard', 'Velvet Lighthouse', 'Salmon', 'Porch'];
const index = indexOf(
  demoModel({
    house: {
      floors: [],
      areas: [{ id: 'porch', name: 'Porch', floor: null }],
      entities: names.map((name) => ({
        id: `light.${name.toLowerCase().replace(' ', '_')}`,
        name,
        area: null,
        state: 'off',
      })),
    },
  }),
);
const lines = (text: string) =>
  likelyMeant(text.split(' '), index, loadGrammar('en')).map((line) => line.join(' '));

describe('likelyMeant', () => {
  it('has the words as they came at last, and alone where nothing in them is a slip', () => {
    expect(lines('turn on the leopard')).toEqual(['turn on the leopard']);
    expect(lines('trun on the leopard').at(-1)).toBe('trun on the leopard');
  });

  it.each([
    ['ten on the leopard', 'turn on the leopard'],
    ['trun on the leopard', 'turn on the leopard'],
    ['ten on the lihgts', 'turn on the lights'],
    ['turn the leopardon', 'turn the leopard on'],
    ['is the leopardoff', 'is the leopard off'],
    ['in the velvet lighthouse', 'dim the velvet lighthouse'],
    ['in the velvet lighthous', 'dim the velvet lighthous'],
  ])('makes of %j %j', (heard, meant) => {
    expect(lines(heard)).toContain(meant);
  });

  it.each([
    // Its end belongs to the name.
    ['turn the salmon', 'turn the salm on'],
    // Another thing of a household, not the painter.
    ['turn on the printer', 'turn on the painter'],
    // Nobody asks for anything by these.
    ['paint the leopardon', 'paint the leopard on'],
    ['in the porch', 'dim the porch'],
    ['in the wooden castle', 'dim the wooden castle'],
  ])('leaves %j as it is', (heard, other) => {
    expect(lines(heard)).not.toContain(other);
    expect(lines(heard).at(-1)).toBe(heard);
  });

  it('gives each line once', () => {
    const all = lines('ten on the on on leopard');
    expect(new Set(all).size).toBe(all.length);
  });

  it('makes no request of what is none', () => {
    expect(lines('do not trun on the leopard')).toEqual(['do not trun on the leopard']);
  });
});
