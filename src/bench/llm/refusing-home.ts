/** The demo home as it is, but for calls: they are counted, and refused at once, so that nothing ever changes. */
import { z } from 'zod';
import { HomeError } from '../../core/errors.ts';
import type { Home } from '../../home/home.ts';

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

const target = z.object({
  domain: z.string(),
  service: z.string(),
  target: z.object({ entity_id: z.array(z.string()) }),
});

function callOf(command: Readonly<Record<string, unknown>>): Call {
  if (command['type'] !== 'call_service') return { service: 'conversation.process', entityIds: [] };
  const { domain, service, target: called } = target.parse(command);
  return { service: `${domain}.${service}`, entityIds: called.entity_id };
}
