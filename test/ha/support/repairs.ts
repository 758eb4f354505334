/** A core's repairs as its frontend shows and submits them. */
import { z } from 'zod';
import { type CoreClient, flowStep, type FlowStep } from '../../../src/bench/ha/core-client.ts';

const issueRow = z.looseObject({
  domain: z.string(),
  issue_id: z.string(),
  translation_key: z.string(),
  is_fixable: z.boolean(),
});

const issueList = z.looseObject({ issues: z.array(issueRow) });

/** The integration's open repairs, by what they are about. */
export async function repairsOf(client: CoreClient): Promise<ReadonlyMap<string, string>> {
  const { issues } = await client.read(issueList, 'repairs/list_issues');
  const own = issues.filter(({ domain, is_fixable }) => domain === 'hearken' && is_fixable);
  return new Map(own.map(({ translation_key, issue_id }) => [translation_key, issue_id]));
}

/** Opens the fix of a repair and submits it. */
export async function submitRepair(client: CoreClient, kind: string): Promise<FlowStep> {
  const issueId = (await repairsOf(client)).get(kind);
  const opened = flowStep.parse(
    await client.post('repairs/issues/fix', { handler: 'hearken', issue_id: issueId }),
  );
  return flowStep.parse(await client.post(`repairs/issues/fix/${opened.flow_id}`, {}));
}
