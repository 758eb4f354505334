/** What is said about a sentence that was handed over to Home Assistant: its word, or why there is none. */
import type { HandOver, HandOverRequest } from '../act/hand-over.ts';
import type { Hands } from '../dialogue/hands.ts';
import type { Said } from '../path.ts';
import type { Turn } from '../turn.ts';
import type { LanguagePack, Risk, Subject } from '../reply/language-pack.ts';
import type { Wish } from '../understand/plan.ts';

type Options = { readonly signal: AbortSignal };

/** What is known to be done by the sentence. */
export type Meant = Pick<HandOverRequest, 'wishes' | 'others'>;

export async function handedOver(
  { request, speaker, pack }: Turn,
  { wishes, others }: Meant,
  handOver: HandOver,
  { origin, aboutToAct }: Hands,
  options: Options,
): Promise<Said> {
  const { text, language } = request;
  await aboutToAct();
  options.signal.throwIfAborted();
  const asked = { text, language, speaker, origin, wishes, ...(others && { others }) };
  const result = await handOver(asked, options);
  const inOurs = (speech: string, understood = true): Said => ({
    kind: 'said',
    speech,
    language: pack.language,
    understood,
  });
  switch (result.kind) {
    case 'answered':
      if (result.speech === '') return inOurs(pack.homeRan);
      return { kind: 'said', speech: result.speech, language, understood: !result.isError };
    case 'silent':
      return inOurs(pack.homeSilent);
    case 'not-run':
      return inOurs(pack.homeAway);
    case 'running':
      return inOurs(pack.homeRan);
    case 'refused':
      return inOurs(refusal(wishes, result.why, pack));
    case 'denied':
      return inOurs(pack.policy.denied({ denial: result.denial, what: whatOf(wishes) }));
  }
}

function refusal(wishes: HandOverRequest['wishes'], why: Risk | null, pack: LanguagePack): string {
  const what = whatOf(wishes);
  if (what === null || why === null) return pack.ownSentenceRefused;
  const count = new Set((wishes ?? []).flatMap(({ entities }) => entities)).size;
  return pack.cannotConfirm({ ...what, why, count, because: 'conversation' });
}

function whatOf(
  wishes: HandOverRequest['wishes'],
): { readonly wish: Wish; readonly subject: Subject } | null {
  const [first] = wishes ?? [];
  if (first === undefined) return null;
  return { wish: first.wish, subject: { by: 'name', names: first.entities.map(({ name }) => name) } };
}
