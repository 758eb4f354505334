/** What is said about a sentence that was handed over to Home Assistant: its word, or why there is none. */
import type { HandOver, HandOverRequest } from '../act/hand-over.ts';
import type { Hands } from '../dialogue/hands.ts';
import type { Said, Turn } from '../path.ts';
import type { LanguagePack, Risk } from '../reply/language-pack.ts';

type Options = { readonly signal: AbortSignal };

export async function handedOver(
  { request, speaker, pack }: Turn,
  wishes: HandOverRequest['wishes'],
  handOver: HandOver,
  { origin, aboutToAct }: Hands,
  options: Options,
): Promise<Said> {
  const { text, language } = request;
  await aboutToAct();
  options.signal.throwIfAborted();
  const result = await handOver({ text, language, speaker, origin, wishes }, options);
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
  }
}

function refusal(wishes: HandOverRequest['wishes'], why: Risk | null, pack: LanguagePack): string {
  const [first] = wishes ?? [];
  if (first === undefined || why === null) return pack.ownSentenceRefused;
  const subject = { by: 'name', names: first.entities.map(({ name }) => name) } as const;
  const count = new Set((wishes ?? []).flatMap(({ entities }) => entities)).size;
  return pack.cannotConfirm({ wish: first.wish, subject, why, count, because: 'conversation' });
}
