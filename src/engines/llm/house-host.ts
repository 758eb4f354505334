/** Whether a host of a URL is on this machine or in the own network. */
import { BlockList, isIP } from 'node:net';

/** Private, link-local, shared (as VPNs use it) and loopback addresses: RFC 1918, 3927, 6598, 4193, 4291. */
const house = new BlockList();
for (const [network, prefix] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  house.addSubnet(network, prefix, 'ipv4');
house.addAddress('::1', 'ipv6');
house.addSubnet('fc00::', 7, 'ipv6');
house.addSubnet('fe80::', 10, 'ipv6');

/** Names without a dot, and those that no public DNS has (RFC 6762, 8375, and what routers use). */
const houseName = /^[^.]+$|\.(?:local|lan|home|internal|intranet|home\.arpa|localdomain|localhost)$/iu;

/** @param hostname as `URL.hostname` gives it, IPv6 in brackets. */
export function isHouseHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/gu, '');
  const version = isIP(host);
  return version === 0 ? houseName.test(host) : house.check(host, version === 6 ? 'ipv6' : 'ipv4');
}
