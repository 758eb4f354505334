/** Settings of what the agent may do, and who may confirm it. */
import { z } from 'zod';

export const policyOptions = z.object({
  confirmOn: z
    .array(
      z
        .string()
        .regex(/^(all|assist_satellite\.[a-z0-9_]+)$/, 'must be `all` or the entity id of a satellite'),
    )
    .default(['all'])
    .meta({
      title: 'Satellites that may confirm',
      description:
        'Where a spoken yes counts, when unlocking, opening a garage door, gate or valve, disarming, or more than eight devices at once have to be confirmed: entity ids such as `assist_satellite.kitchen`, or `all`. An empty list: no satellite. A user of Home Assistant who is logged in may always confirm; over Wyoming nobody may.',
    }),
  ownSentences: z.enum(['known', 'everywhere', 'never']).default('known').meta({
    title: "Home Assistant's own sentences",
    description:
      "Where the sentences that the household wrote in Home Assistant (sentence triggers, intent scripts) may be started: `known`, over connections with a token and from this machine's terminal; `everywhere`, over Wyoming too, which has no password; `never`. What such a sentence does is not known before, so nothing is asked about it.",
  }),
});

export type PolicySettings = z.output<typeof policyOptions>;
