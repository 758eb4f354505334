/** What the integration left in a core: everything that a person could still see of it. */
import { z } from 'zod';
import type { CoreClient } from '../../../src/bench/ha/core-client.ts';

const rows = z.array(z.looseObject({}));
const pipelines = z.looseObject({ pipelines: rows });
const issues = z.looseObject({ issues: rows });

const isOurs = (row: unknown): boolean => JSON.stringify(row).toLowerCase().includes('hearken');

/** Entries, entities, devices, states, pipelines, issues and waiting flows that name us or the voice services we added. */
export async function tracesOf(client: CoreClient): Promise<readonly unknown[]> {
  const found = [
    ...(await client.read(rows, 'config_entries/get')),
    ...(await client.read(rows, 'config/entity_registry/list')),
    ...(await client.read(rows, 'config/device_registry/list')),
    ...(await client.read(rows, 'get_states')),
    ...(await client.read(rows, 'config_entries/flow/progress')),
    ...(await client.read(pipelines, 'assist_pipeline/pipeline/list')).pipelines,
    ...(await client.read(issues, 'repairs/list_issues')).issues,
  ];
  return found.filter(isOurs);
}
