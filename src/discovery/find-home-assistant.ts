/** Looks for Home Assistant in the network: it announces `_home-assistant._tcp` by multicast DNS. */
import { sleep } from '../core/abort.ts';
import { reachableAddresses } from './network-interfaces.ts';

export type FoundHome = {
  /** As its household called it. */
  readonly name: string;
  /** As people type it into a browser. */
  readonly url: string;
};

const service = '_home-assistant._tcp.local';

/** Whoever is awake answers at once, a busy one within a second or two; a packet may get lost on the way, so it is asked again. */
const waitsMs = [1_000, 1_500] as const;
/** A house has one, a tinkerer a few; more than this is noise. */
const maxHomes = 16;

/** One record of an answer; `data` is as its type says. */
export type DnsRecord = { readonly name: string; readonly type: string; readonly data?: unknown };

/** Every Home Assistant that answers within the time, by name. */
export async function findHomeAssistant({
  signal,
}: {
  readonly signal: AbortSignal;
}): Promise<readonly FoundHome[]> {
  // Loaded only here: no other command listens in the network.
  const { default: openMulticastDns } = await import('multicast-dns');
  const found = new Map<string, FoundHome>();
  // One each, because a socket asks in one network only.
  const sockets = reachableAddresses().map((address) => {
    const socket = openMulticastDns({ interface: address, bind: '0.0.0.0' });
    socket.on('response', ({ answers = [], additionals = [] }) => {
      for (const home of homesIn([...answers, ...additionals]))
        if (found.size < maxHomes) found.set(home.url, home);
    });
    // A port that somebody else holds: then nobody is found, and the address is asked for.
    socket.on('error', () => undefined);
    return socket;
  });
  try {
    for (const waitMs of sockets.length > 0 ? waitsMs : []) {
      for (const socket of sockets) socket.query({ questions: [{ name: service, type: 'PTR' }] });
      await sleep(waitMs, signal);
    }
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What the records of one answer tell; the address it gives itself before the one it was seen at. */
export function homesIn(records: readonly DnsRecord[]): readonly FoundHome[] {
  const instances = records.flatMap(({ name, type, data }) =>
    name === service && type === 'PTR' && typeof data === 'string' ? [data] : [],
  );
  return instances.flatMap((instance) => {
    const texts = textsOf(records.find(({ name, type }) => name === instance && type === 'TXT')?.data);
    const url = texts.get('internal_url') || texts.get('base_url') || seenAt(instance, records);
    if (!url || !/^https?:\/\/./.test(url)) return [];
    const name = texts.get('location_name') || instance.replace(`.${service}`, '');
    return [{ name, url: url.replace(/\/+$/, '') }];
  });
}

function seenAt(instance: string, records: readonly DnsRecord[]): string | undefined {
  const data = records.find(({ name, type }) => name === instance && type === 'SRV')?.data;
  if (typeof data !== 'object' || data === null || !('target' in data) || !('port' in data)) return undefined;
  const address = records.find(({ name, type }) => name === data.target && type === 'A')?.data;
  return `http://${typeof address === 'string' ? address : String(data.target)}:${String(data.port)}`;
}

/** `name=value` of a TXT record, whose strings come as bytes. */
function textsOf(data: unknown): ReadonlyMap<string, string> {
  const strings = Array.isArray(data) ? data : [data];
  return new Map(
    strings.flatMap((one): [string, string][] => {
      const text = one instanceof Uint8Array ? Buffer.from(one).toString('utf8') : '';
      const middle = text.indexOf('=');
      return middle > 0 ? [[text.slice(0, middle), text.slice(middle + 1)]] : [];
    }),
  );
}
