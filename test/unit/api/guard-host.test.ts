import { describe, expect, it } from 'vitest';
import { checkHost } from '../../../src/api/guard-host.ts';

const names = new Set(['hearken.lan']);

describe('checkHost', () => {
  it.each([
    ['localhost:10680', undefined],
    ['127.0.0.1', undefined],
    ['192.168.1.5:10680', 'http://192.168.1.5:10680'],
    ['[fd00::1]:10680', 'http://[fd00::1]:10680'],
    ['HEARKEN.lan', 'https://hearken.lan'],
    ['hearken.lan.', undefined],
    ['192.168.1.5', 'https://hearken.lan'],
  ])('lets %s from %s in', (host, origin) => {
    expect(() => checkHost({ host, origin }, names)).not.toThrow();
  });

  it.each([
    [undefined, undefined],
    ['', undefined],
    ['attacker.example', undefined],
    ['localhost.attacker.example', undefined],
    ['127.0.0.1.attacker.example', undefined],
    ['localhost@attacker.example', undefined],
    ['localhost', 'null'],
    ['localhost', 'http://attacker.example'],
    ['192.168.1.5', 'http://192.168.1.6'],
    ['localhost', 'file://'],
  ])('keeps %s from %s out', (host, origin) => {
    expect(() => checkHost({ host, origin }, names)).toThrow(
      expect.objectContaining({ code: 'HOST_REFUSED' }),
    );
  });
});
