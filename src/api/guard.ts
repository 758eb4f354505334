/** What every request has to pass, whether it asks for a resource or opens a connection to stay. */
import type { Clock } from '../core/clock.ts';
import { RequestError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import { checkHost, type RequestOrigin } from './guard-host.ts';
import { isServed, protocol } from './protocol.ts';
import { Refusals } from './refusals.ts';

export type GuardParts = {
  /** Compares in constant time. */
  readonly isToken: (candidate: string) => Promise<boolean>;
  /** Names of this server beside localhost and addresses. */
  readonly names: readonly string[];
  /** Address of the Supervisor, which has logged in the people it passes on; absent outside the app. */
  readonly ingressFrom?: string;
  readonly clock: Clock;
  readonly log: Logger;
};

export type Guard = {
  /** True for a page that the Supervisor passes on: whoever else says so is not believed. */
  isIngress(ingressPath: string | undefined, address: string): boolean;
  /** @throws RequestError `HOST_REFUSED` */
  checkHost(origin: RequestOrigin): void;
  /**
   * A valid token always passes, so that a guesser behind the same address locks nobody out.
   * @throws RequestError `ACCESS_REFUSED`, `ACCESS_LIMITED`
   */
  checkToken(authorization: string | undefined, address: string): Promise<void>;
};

/** Counts refusals of all requests together. */
export function createGuard({ isToken, names, ingressFrom, clock, log }: GuardParts): Guard {
  const ownNames = new Set(names.map((name) => name.toLowerCase()));
  const refusals = new Refusals(clock);
  return {
    isIngress: (ingressPath, address) =>
      ingressFrom !== undefined && ingressPath !== undefined && unmapped(address) === ingressFrom,
    checkHost: (origin) => checkHost(origin, ownNames),
    checkToken: async (authorization, address) => {
      const token = /^bearer (\S+)$/i.exec(authorization ?? '')?.[1];
      if (token !== undefined && (await isToken(token))) return;
      if (!refusals.add(address)) throw new RequestError('ACCESS_LIMITED', 'too many refused requests');
      log.warn('request without a valid token', { peer: address });
      throw new RequestError('ACCESS_REFUSED', 'no valid token');
    },
  };
}

/** A dual-stack socket reports IPv4 peers as `::ffff:192.0.2.1`. */
const unmapped = (address: string): string => address.replace(/^::ffff:/i, '');

/** @throws RequestError `REQUEST_INVALID` for a version that is not served. */
export function checkProtocol(asked: string | undefined): void {
  if (!isServed(asked)) throw new RequestError('REQUEST_INVALID', `this server speaks protocol ${protocol}`);
}
