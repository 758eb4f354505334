/** Settings of what the agent may do, for whom and where, and who may confirm it. */
import { z } from 'zod';
import { readyMadeNames } from './roles.ts';
import { ruleSchema } from './rule.ts';

const satelliteId = z
  .string()
  .regex(/^assist_satellite\.[a-z0-9_]+$/, 'must be the entity id of a satellite');
const roleName = z.string().trim().min(1);
const rules = z.array(ruleSchema).default([]);

/** Who understood the sentence, and how it came in. */
export const policyPaths = ['local', 'ha', 'llm', 'wyoming', 'http', 'cli'] as const;

const roleSchema = z.strictObject({
  role: roleName,
  like: z.enum(readyMadeNames).optional(),
  allow: rules,
  deny: rules,
});

const pathSchema = z.strictObject({
  path: z.enum(policyPaths),
  allow: z.array(ruleSchema).optional(),
  deny: rules,
});

export const policyOptions = z
  .object({
    people: z
      .array(z.strictObject({ person: z.string().trim().min(1), role: roleName }))
      .default([])
      .meta({
        title: 'Roles of people',
        description:
          'Which role a user of Home Assistant has, by id or name: `{ person: "Mia", role: child }`. Roles: `adult`, `guest`, `child`, `unknown`, and those of `policy.roles`. A user who is not listed is an `adult`.',
      }),
    satellites: z
      .array(z.strictObject({ satellite: satelliteId, role: roleName }))
      .default([])
      .meta({
        title: 'Roles of satellites',
        description:
          'Which role whoever speaks to a satellite has: `{ satellite: assist_satellite.kids_room, role: child }`. Where a person is known as well, both roles must allow it. On a satellite that is not listed nobody is known: `unknown`.',
      }),
    roles: z.array(roleSchema).default([]).meta({
      title: 'Own roles',
      description:
        'What a role may do: `{ role: teenager, like: child, allow: [{ domains: [switch], areas: [Attic] }], deny: [{ entities: [media_player.tv] }] }`. A rule names any of `domains`, `services`, `areas`, `entities` and `risks` (`harmless`, `securing`, `unseen`, `less-safe`), and all it names must fit. What no `allow` fits is refused, `deny` comes first. `like` adds the rules of a ready-made role; the name of one replaces it.',
    }),
    paths: z.array(pathSchema).default([]).meta({
      title: 'Limits of paths',
      description:
        'What may be done on one way only, for everybody: `{ path: llm, deny: [{ risks: [less-safe] }] }`. Paths: `local`, `ha` and `llm` (who understood the sentence), `wyoming`, `http` and `cli` (how it came). Rules as in `policy.roles`; without `allow` everything but `deny` may be done.',
    }),
    actionsPerMinute: z.int().min(1).max(100_000).default(10).meta({
      title: 'Actions per minute',
      description:
        'How many actions one source (a user, a satellite, all of Wyoming) may set going within any minute. An action is one service call, on however many devices; questions and timers are free.',
    }),
    pinEntities: z
      .array(
        z
          .string()
          .regex(/^[a-z0-9_]+\.([a-z0-9_]+|\*)$/, 'must be an entity id, or a domain such as `lock.*`'),
      )
      .default([])
      .meta({
        title: 'Devices behind a code',
        description:
          'What is done only after the spoken code: entity ids such as `lock.front_door`, or `lock.*`. Locking and closing need none. `hearken pin set` sets the code.',
      }),
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
  })
  .superRefine(({ people, satellites, roles }, context) => {
    const known = new Set<string>([...readyMadeNames, ...roles.map(({ role }) => role)]);
    for (const [key, list] of [
      ['people', people],
      ['satellites', satellites],
    ] as const)
      for (const [index, { role }] of list.entries())
        if (!known.has(role))
          context.addIssue({
            code: 'custom',
            path: [key, index, 'role'],
            message: `there is no role "${role}"; there are ${[...known].join(', ')}`,
          });
  });

export type PolicySettings = z.output<typeof policyOptions>;
export type PolicyInput = z.input<typeof policyOptions>;
