import { expect, it } from 'vitest';
import { announceServices } from '../../src/discovery/announce-services.ts';
import { silentLogger } from '../../src/core/log.ts';

it('announcing leaves the stack traces of the program as they were, and ends when it is told to', async () => {
  const before = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace');
  const stop = new AbortController();
  const announcing = announceServices([], { name: 'test', log: silentLogger, signal: stop.signal });
  stop.abort();
  await announcing;
  expect(Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace')).toEqual(before);
});
