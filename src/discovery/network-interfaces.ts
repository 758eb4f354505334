/** The interfaces on which others can reach this machine. */
import { networkInterfaces } from 'node:os';

/**
 * Names, sorted, of those with an address beyond this machine and this link: the ends of container networks have
 * none, and come and go with each container.
 */
export function reachableInterfaces(all = networkInterfaces()): readonly string[] {
  return Object.entries(all)
    .filter(([, addresses = []]) =>
      addresses.some(
        ({ internal, family, address }) => !internal && (family === 'IPv4' || !address.startsWith('fe80:')),
      ),
    )
    .map(([name]) => name)
    .sort();
}

/** One IPv4 address of each interface on which others can reach this machine. */
export function reachableAddresses(all = networkInterfaces()): readonly string[] {
  return reachableInterfaces(all).flatMap((name) =>
    (all[name] ?? [])
      .filter(({ family }) => family === 'IPv4')
      .slice(0, 1)
      .map(({ address }) => address),
  );
}
