/** What of this program is announced in the network, and under which name. */
import { isIP } from 'node:net';
import { isLoopback } from '../core/loopback.ts';

/** Where a server listens: an address or a name, and the real port. */
export type Listening = { readonly host: string; readonly port: number };

export type AnnouncedService = {
  /** Without underscore and protocol: `wyoming` is `_wyoming._tcp.local`. */
  readonly type: 'wyoming' | 'hearken';
  readonly port: number;
  readonly txt: Readonly<Record<string, string>>;
  /** The one address it listens on; absent: every one. */
  readonly address?: string;
  /** False: it listens on IPv4 alone. */
  readonly hasIpv6: boolean;
};

export type AnnouncedParts = {
  readonly instanceId: string;
  readonly version: string;
  /** Of the HTTP interface. */
  readonly protocol: number;
  readonly wyoming: Listening;
  readonly http: Listening;
};

/**
 * The instance's name in the network: Home Assistant makes an id of it and of the first program's name, so it is
 * made from what never changes.
 */
export const instanceName = (instanceId: string): string => `Hearken ${instanceId.slice(0, 8)}`;

/** Only what other machines can reach. */
export function announcedServices(parts: AnnouncedParts): readonly AnnouncedService[] {
  const { instanceId, version, protocol, wyoming, http } = parts;
  return [
    ...serviceOf('wyoming', wyoming, { id: instanceId }),
    ...serviceOf('hearken', http, { id: instanceId, protocol: String(protocol), version }),
  ];
}

function serviceOf(
  type: AnnouncedService['type'],
  { host, port }: Listening,
  txt: AnnouncedService['txt'],
): readonly AnnouncedService[] {
  if (isLoopback(host)) return [];
  const isEvery = host === '0.0.0.0' || host === '::' || isIP(host) === 0;
  return [{ type, port, txt, ...(!isEvery && { address: host }), hasIpv6: isIP(host) !== 4 }];
}
