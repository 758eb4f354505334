/** One line of an allow-list: what it names has to fit, what it leaves out may be anything. */
import { z } from 'zod';
import type { HomeModel } from '../../home/model/home-model.ts';
import { risks, type Risk } from './risk.ts';

/** What is asked for, as rules look at it: one service on one device, or something done without a device. */
export type Subject = {
  /** Of the device; `assist_satellite` for a message, `conversation` for a sentence of the household's own, `outside` for a tool of another program. */
  readonly domain: string;
  /** In full, `light.turn_on`; null when nobody can tell. */
  readonly service: string | null;
  readonly entityId: string | null;
  readonly areaId: string | null;
  readonly risk: Risk;
};

const word = z.string().trim().min(1);

export const ruleSchema = z.strictObject({
  domains: z.array(word).optional(),
  services: z
    .array(z.string().regex(/^[a-z0-9_]+\.[\w.-]+$/, 'must be a service such as `light.turn_on`'))
    .optional(),
  /** Names or ids. */
  areas: z.array(word).optional(),
  entities: z.array(z.string().regex(/^[a-z0-9_]+\.[a-z0-9_]+$/, 'must be an entity id')).optional(),
  risks: z.array(z.enum(risks)).optional(),
});

export type Rule = z.output<typeof ruleSchema>;

export function fits(rule: Rule, subject: Subject, model: HomeModel): boolean {
  const { domains, services, areas, entities } = rule;
  return (
    (domains?.includes(subject.domain) ?? true) &&
    has(services, subject.service) &&
    has(entities, subject.entityId) &&
    (rule.risks?.includes(subject.risk) ?? true) &&
    (areas === undefined || areas.some((area) => isArea(area, subject.areaId, model)))
  );
}

function has(named: readonly string[] | undefined, value: string | null): boolean {
  return named === undefined || (value !== null && named.includes(value));
}

function isArea(named: string, areaId: string | null, { areas }: HomeModel): boolean {
  if (areaId === null) return false;
  const names = areas.get(areaId)?.names ?? [];
  return named === areaId || names.some((name) => name.toLowerCase() === named.toLowerCase());
}
