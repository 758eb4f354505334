/** What the server tells of a turn beside its reply: devices with their state before and after. */
import { z } from 'zod';

const changeSchema = z.object({
  name: z.string(),
  before: z.string(),
  after: z.string(),
  proof: z.string(),
});

const reportSchema = z.object({ hearken: z.object({ changes: z.array(changeSchema), path: z.string() }) });

type Report = z.output<typeof reportSchema>['hearken'];

/** The request and the answer travel in the `context` of `transcript` and `handled`, free for such use. */
export const turnReport = {
  request: { hearken: { report: true } },
  /** The report, or undefined when the server is not Hearken. */
  read: (context: unknown): Report | undefined => {
    const parsed = reportSchema.safeParse(context);
    return parsed.success ? parsed.data.hearken : undefined;
  },
};

/** One line per device. */
export function describeChanges(report: Report | undefined): string[] {
  if (!report) return ['the server does not tell what changed'];
  if (report.changes.length === 0) return ['nothing changed'];
  return report.changes.map(({ name, before, after, proof }) => `${name}: ${before} → ${after} (${proof})`);
}
