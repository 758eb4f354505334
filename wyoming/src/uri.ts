/** Addresses as the reference writes them. */
import { TransportError } from './errors.ts';

export type Address =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'unix'; readonly path: string }
  | { readonly kind: 'stdio' };

/**
 * Reads `tcp://host:port` (the port is required, IPv6 in brackets), `unix:///path` or `stdio://`.
 * @throws TransportError `URI_INVALID`
 */
export function parseUri(uri: string): Address {
  if (uri === 'stdio://') return { kind: 'stdio' };
  if (uri.startsWith('unix://')) {
    const path = uri.slice('unix://'.length);
    if (path.startsWith('/')) return { kind: 'unix', path };
  }
  if (uri.startsWith('tcp://') && URL.canParse(uri)) {
    const { hostname, port } = new URL(uri);
    if (hostname && port !== '')
      return { kind: 'tcp', host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port) };
  }
  throw new TransportError(
    'URI_INVALID',
    `${uri} is no Wyoming address; write tcp://host:port, unix:///path or stdio://`,
  );
}

export function formatUri(address: Address): string {
  if (address.kind === 'stdio') return 'stdio://';
  if (address.kind === 'unix') return `unix://${address.path}`;
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  return `tcp://${host}:${address.port}`;
}

/** The address of a peer as people write it: IPv4 without the prefix that dual-stack sockets put in front. */
export function plainAddress(address: string | undefined): string {
  return (address ?? '').replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}
