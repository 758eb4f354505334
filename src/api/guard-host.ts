/** Refuses requests that a web page made its visitor's browser send: by a foreign name, or from a foreign page. */
import { isIP } from 'node:net';
import { RequestError } from '../core/errors.ts';

export type RequestOrigin = { readonly host?: string | undefined; readonly origin?: string | undefined };

/**
 * Loopback, IP literals and the configured names are this server; any other name may be one that an attacker's
 * DNS points here. A browser's request has to come from a page of this server itself.
 * @throws RequestError `HOST_REFUSED`
 */
export function checkHost({ host, origin }: RequestOrigin, names: ReadonlySet<string>): void {
  const own = host === undefined ? undefined : hostNameOf(`http://${host}`);
  if (own === undefined || !(isLiteral(own) || names.has(own)))
    throw new RequestError('HOST_REFUSED', 'the Host header names another server');
  if (origin === undefined) return;
  const page = hostNameOf(origin);
  if (page === undefined || (page !== own && !names.has(page)))
    throw new RequestError('HOST_REFUSED', 'the request comes from a page of another server');
}

const isLiteral = (name: string): boolean =>
  name === 'localhost' || isIP(name.replaceAll(/^\[|\]$/g, '')) !== 0;

/** Host name of a URL in small letters, without port; undefined for what is none, such as the origin `null`. */
function hostNameOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname, username, password } = new URL(url);
  return hostname === '' || username !== '' || password !== '' ? undefined : hostname.replace(/\.$/, '');
}
