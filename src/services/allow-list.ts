/** Which peers may connect: `wyoming.allow`. */
import { BlockList, isIP } from 'node:net';
import { ConfigError } from '../core/errors.ts';

/** True for a peer that may go on. Unix sockets and stdio have no IP address and always may. */
export type AllowPeer = (remoteAddress: string) => boolean;

/**
 * @param entries addresses and CIDR ranges, IPv4 or IPv6; none allows everyone.
 * @throws ConfigError `CONFIG_INVALID` naming an entry that is neither.
 */
export function createAllowList(entries: readonly string[]): AllowPeer {
  if (entries.length === 0) return () => true;
  const list = new BlockList();
  for (const entry of entries) addEntry(list, entry);
  return (remoteAddress) => {
    const address = unmapped(remoteAddress);
    return isIP(address) === 0 || list.check(address, familyOf(address));
  };
}

function addEntry(list: BlockList, entry: string): void {
  const [address = '', prefix, ...rest] = entry.trim().split('/');
  const bits = prefix === undefined ? undefined : Number(prefix);
  const most = isIP(address) === 6 ? 128 : 32;
  if (isIP(address) === 0 || rest.length > 0 || (bits !== undefined && !isPrefix(prefix, bits, most))) {
    throw new ConfigError(
      'CONFIG_INVALID',
      `wyoming.allow: "${entry}" is no address or CIDR range; write for example 192.168.1.20 or 192.168.1.0/24`,
    );
  }
  if (bits === undefined) list.addAddress(address, familyOf(address));
  else list.addSubnet(address, bits, familyOf(address));
}

const isPrefix = (text: string | undefined, bits: number, most: number): boolean =>
  text !== '' && Number.isInteger(bits) && bits >= 0 && bits <= most;

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** A dual-stack socket reports IPv4 peers as `::ffff:192.0.2.1`. */
function unmapped(address: string): string {
  const inner = address.toLowerCase().startsWith('::ffff:') ? address.slice(7) : address;
  return isIP(inner) === 4 ? inner : address;
}
