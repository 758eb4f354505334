import { expect, test } from 'vitest';
import { BufferGarbage } from '../../../src/engine-host/buffer-garbage.ts';

const mb = 2 ** 20;

function watch(): { look: (externalMb: number) => void; collections: () => number } {
  let collections = 0;
  const garbage = new BufferGarbage(() => (collections += 1));
  return { look: (externalMb) => garbage.check(externalMb * mb), collections: () => collections };
}

test('models that were loaded are no garbage', () => {
  const { look, collections } = watch();
  for (const external of [200, 200.5, 201]) look(external);
  expect(collections()).toBe(0);
});

test('two megabytes of audio more are collected', () => {
  const { look, collections } = watch();
  for (const external of [3, 4, 5]) look(external);
  expect(collections()).toBe(1);
});

test('what stays after a collection is the new base', () => {
  const { look, collections } = watch();
  for (const external of [3, 9]) look(external);
  expect(collections()).toBe(1);
  for (const external of [8, 9, 9.5]) look(external);
  expect(collections()).toBe(1);
  look(10);
  expect(collections()).toBe(2);
});

test('what V8 freed by itself lowers the base', () => {
  const { look, collections } = watch();
  for (const external of [9, 3, 4]) look(external);
  expect(collections()).toBe(0);
  look(5);
  expect(collections()).toBe(1);
});
