/** Multicast DNS: the services answer in the network under one name until they are withdrawn. */
import { isDeepStrictEqual } from 'node:util';
import type { Responder } from '@homebridge/ciao';
import { abortable, sleep, startDeadline } from '../core/abort.ts';
import { toError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import type { AnnouncedService } from './announced-services.ts';
import { reachableInterfaces } from './network-interfaces.ts';

/** Taking the records back is one packet per interface; a network that is down must not hold the stop. */
const withdrawTimeoutMs = 1_000;
/** A network that appears later, as after a power cut, is found within this time. */
const lookMs = 15_000;

export type AnnounceOptions = {
  readonly name: string;
  readonly log: Logger;
  readonly signal: AbortSignal;
};

/** Announces until the signal aborts, then takes everything back. Single services that fail are logged. */
export async function announceServices(
  services: readonly AnnouncedService[],
  { name, log, signal }: AnnounceOptions,
): Promise<void> {
  while (!signal.aborted) {
    // Named, because the library's own list leaves out those of containers (`eth0@if7`).
    const interfaces = reachableInterfaces();
    const responder = interfaces.length > 0 ? await loadResponder(interfaces) : undefined;
    for (const service of services) if (responder) advertise(responder, service, { name, log });
    try {
      while (isDeepStrictEqual(interfaces, reachableInterfaces())) await sleep(lookMs, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      if (responder) await withdraw(responder, log);
    }
  }
}

function advertise(
  responder: Responder,
  { type, port, txt, address, hasIpv6 }: AnnouncedService,
  { name, log }: Pick<AnnounceOptions, 'name' | 'log'>,
): void {
  const service = responder.createService({
    name,
    type,
    port,
    // A host name belongs to one service of the library.
    hostname: `${name}-${type}`,
    txt: { ...txt },
    ...(address !== undefined && { restrictedAddresses: [address] }),
    disabledIpv6: !hasIpv6,
  });
  service.on('name-change', (other: string) =>
    log.warn('another program announces this installation; is its data directory a copy?', {
      announcedAs: other,
    }),
  );
  service.advertise().then(
    () => log.info('announced in the network', { service: type, name }),
    (error: unknown) =>
      log.warn('not announced in the network', { service: type, reason: toError(error).message }),
  );
}

async function withdraw(responder: Responder, log: Logger): Promise<void> {
  using deadline = startDeadline(withdrawTimeoutMs, new AbortController().signal);
  try {
    await abortable(responder.shutdown(), deadline.signal);
  } catch (error) {
    log.debug('the announcement was not taken back', { reason: toError(error).message });
  }
}

/** Loaded only when something is announced; it rewrites stack traces of the whole process, which is undone. */
async function loadResponder(interfaces: readonly string[]): Promise<Responder> {
  const before = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace');
  const { getResponder } = await import('@homebridge/ciao');
  if (before) Object.defineProperty(Error, 'prepareStackTrace', before);
  else Reflect.deleteProperty(Error, 'prepareStackTrace');
  return getResponder({ interface: [...interfaces] });
}
