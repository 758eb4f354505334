import { describe, expect, it } from 'vitest';
import { isTransportError } from '../../src/errors.ts';
import { formatUri, parseUri, plainAddress } from '../../src/uri.ts';

describe('parseUri', () => {
  it.each([
    ['tcp://127.0.0.1:10300', { kind: 'tcp', host: '127.0.0.1', port: 10_300 }],
    ['tcp://[::1]:0', { kind: 'tcp', host: '::1', port: 0 }],
    ['tcp://piper.local:10200', { kind: 'tcp', host: 'piper.local', port: 10_200 }],
    ['unix:///run/a b/wyoming.sock', { kind: 'unix', path: '/run/a b/wyoming.sock' }],
    ['stdio://', { kind: 'stdio' }],
  ])('reads %s, and writes it back', (uri, address) => {
    expect(parseUri(uri)).toEqual(address);
    expect(formatUri(parseUri(uri))).toBe(uri);
  });

  it.each([
    'tcp://127.0.0.1',
    'tcp://:10300',
    'tcp://host:70000',
    'tcp://host:port',
    'unix://relative',
    'http://host:1',
    'host:1',
    '',
  ])('refuses "%s"', (uri) => {
    const refused = (() => {
      try {
        return parseUri(uri);
      } catch (error) {
        return isTransportError(error) && error.code;
      }
    })();
    expect(refused).toBe('URI_INVALID');
  });
});

describe('plainAddress', () => {
  it('writes mapped IPv4 addresses as people do, and leaves others alone', () => {
    expect(plainAddress('::ffff:192.168.1.2')).toBe('192.168.1.2');
    expect(plainAddress('::FFFF:10.0.0.1')).toBe('10.0.0.1');
    expect(plainAddress('fe80::1')).toBe('fe80::1');
    expect(plainAddress(undefined)).toBe('');
  });
});
