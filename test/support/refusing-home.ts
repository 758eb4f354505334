/** The demo home as it is, but for calls: they are counted, and refused at once, so that nothing ever changes. */
import { HomeError } from '../../src/core/errors.ts';
import type { Home } from '../../src/home/home.ts';

export type Call = { readonly service: string; readonly entityIds: readonly string[] };

export type RefusingHome = {
  readonly home: Home;
  /** In order; also a sentence that Home Assistant would have carried out, as `conversation.process`. */
  readonly calls: Call[];
};

const acting: ReadonlySet<unknown> = new Set(['call_service', 'conversation/process']);

export function refusing(home: Home): RefusingHome {
  const calls: Call[] = [];
  return {
    calls,
    home: {
      ...home,
      link: () => {
        const link = home.link();
        return (
          link && {
            get haVersion() {
              return link.haVersion;
            },
            get connected() {
              return link.connected;
            },
            request: async (command, result, options) => {
              if (!acting.has(command['type'])) return await link.request(command, result, options);
              calls.push(callOf(command));
              throw new HomeError('HOME_REFUSED', 'no', { details: { haCode: 'not_allowed' } });
            },
            subscribe: (...args) => link.subscribe(...args),
            watch: (listener) => link.watch(listener),
            close: () => link.close(),
          }
        );
      },
    },
  };
}

function callOf(command: Readonly<Record<string, unknown>>): Call {
  if (command['type'] !== 'call_service') return { service: 'conversation.process', entityIds: [] };
  const target = command['target'] as { readonly entity_id: readonly string[] };
  return { service: `${String(command['domain'])}.${String(command['service'])}`, entityIds: target.entity_id };
}
