import { describe, expect, it } from 'vitest';
import { createAllowList } from '../../../src/services/allow-list.ts';

describe('createAllowList', () => {
  it('allows everyone when empty', () => {
    expect(createAllowList([])('203.0.113.9')).toBe(true);
  });

  it('allows listed addresses and ranges of both families, and nobody else', () => {
    const allow = createAllowList(['192.0.2.7', '198.51.100.0/24', '2001:db8::/32']);
    expect(allow('192.0.2.7')).toBe(true);
    expect(allow('192.0.2.8')).toBe(false);
    expect(allow('198.51.100.200')).toBe(true);
    expect(allow('2001:db8::1')).toBe(true);
    expect(allow('2001:db9::1')).toBe(false);
  });

  it('knows an IPv4 peer on a dual-stack socket', () => {
    expect(createAllowList(['198.51.100.0/24'])('::ffff:198.51.100.3')).toBe(true);
    expect(createAllowList(['198.51.100.0/24'])('::ffff:203.0.113.3')).toBe(false);
  });

  it('lets sockets without an address through', () => {
    expect(createAllowList(['192.0.2.7'])('')).toBe(true);
    expect(createAllowList(['192.0.2.7'])('/run/hearken.sock')).toBe(true);
  });

  it.each(['example', '192.0.2.0/33', '192.0.2.0/', '192.0.2.0/8/8', '2001:db8::/129', ''])(
    'refuses the entry "%s"',
    (entry) => {
      expect(() => createAllowList([entry])).toThrow(/wyoming\.allow: .* is no address or CIDR range/);
    },
  );
});
