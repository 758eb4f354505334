/** Multicast DNS: the services answer in the network under one name until they are withdrawn. */
import type { CiaoService, Responder } from '@homebridge/ciao';
import { abortable, startDeadline } from '../core/abort.ts';
import { toError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import type { AnnouncedService } from './announced-services.ts';

/** Taking the records back is one packet per interface; a network that is down must not hold the stop. */
const withdrawTimeoutMs = 1_000;

export type AnnounceOptions = { readonly name: string; readonly log: Logger };

/** Begins to announce, which takes a second; what fails is logged. Disposing it takes everything back. */
export async function announceServices(
  services: readonly AnnouncedService[],
  { name, log }: AnnounceOptions,
): Promise<AsyncDisposable> {
  const responder = await loadResponder();
  for (const { type, port, txt, address, hasIpv6 } of services) {
    const service: CiaoService = responder.createService({
      name,
      type,
      port,
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
  return {
    [Symbol.asyncDispose]: async () => {
      using deadline = startDeadline(withdrawTimeoutMs, new AbortController().signal);
      try {
        await abortable(responder.shutdown(), deadline.signal);
      } catch (error) {
        log.debug('the announcement was not taken back', { reason: toError(error).message });
      }
    },
  };
}

/** Loaded only when something is announced; it rewrites stack traces of the whole process, which is undone. */
async function loadResponder(): Promise<Responder> {
  const before = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace');
  const { getResponder } = await import('@homebridge/ciao');
  if (before) Object.defineProperty(Error, 'prepareStackTrace', before);
  else Reflect.deleteProperty(Error, 'prepareStackTrace');
  return getResponder();
}
