import { expect, it } from 'vitest';
import { isLoopback } from '../../../src/core/loopback.ts';

it.each(['127.0.0.1', '127.3.2.1', '::1', '::ffff:127.0.0.1', 'localhost'])('%s is this machine', (host) => {
  expect(isLoopback(host)).toBe(true);
});

it.each(['0.0.0.0', '::', '192.168.1.4', 'fe80::1', 'hearken.lan', '128.0.0.1'])(
  '%s is reached from others',
  (host) => {
    expect(isLoopback(host)).toBe(false);
  },
);
