/** A code that is spoken in answer to us: taken out of the sentence before anything else sees it. */
import { Secret } from '../../core/secret.ts';
import { actionOf, askerOf } from '../act/audited.ts';
import type { PinCheck } from '../act/pin-check.ts';
import type { TurnRequest } from '../agent.ts';
import type { Path } from '../path.ts';
import { type AuditLog, noAudit } from '../ports/audit-log.ts';
import {
  codeAlone,
  hiddenText,
  minCodeDigits,
  readSpokenCode,
  withoutCode,
} from '../understand/spoken-code.ts';
import type { Conversation } from './conversation.ts';
import type { Pending } from './dialogue.ts';
import { askedUs } from './questions.ts';

export type Separated = { readonly request: TurnRequest; readonly pin: Secret | null };

/** The request as all that follows may know it: paths, prompts, stores and records. For households that have a code. */
export function separatePin(
  request: TurnRequest,
  { pending, dialogue }: Pick<Conversation, 'pending' | 'dialogue'>,
): Separated {
  const { heard: _, ...typed } = request;
  const { text, language } = request;
  const hidden = { ...typed, text: hiddenText };
  if (askedUs(pending?.open ?? [])?.kind === 'pin') {
    const code = readSpokenCode(text, language);
    if (code !== null) return { request: hidden, pin: new Secret(code) };
  }
  // Digits and nothing else: too late, or in the wrong room; unless somebody was asked for a year.
  const wasAsked = pending !== null || dialogue?.exchanges.at(-1)?.answered.endsWith('?') === true;
  const isCode = (codeAlone(text, language)?.length ?? 0) >= minCodeDigits;
  if (isCode && !wasAsked) return { request: hidden, pin: null };
  const rest = withoutCode(text, language);
  return { request: rest === text ? request : { ...typed, text: rest }, pin: null };
}

/**
 * The first of all paths: a code is for the lock, and for nobody else to understand. One that was not right is on record
 * as what it would have opened.
 */
export function createPinPath(check: PinCheck, audit: AuditLog = noAudit): Path {
  return {
    name: 'local',
    read: async ({ request, pin, pending, speaker, pack }) => {
      const { language } = pack;
      if (!pin && request.text === hiddenText)
        return { kind: 'said', speech: pack.nothingAsked, language, understood: false };
      if (!pin) return { kind: 'passed', speech: null, language };
      const was = await check(pin, speaker);
      if (was !== 'right') {
        const origin = { turnId: request.turnId, path: 'local' } as const;
        const action = actionOf('hearken.code', entitiesIn(pending));
        audit.recordLater([
          { ...askerOf({ speaker, origin }), action, event: { kind: 'refused', why: `code ${was}` } },
        ]);
      }
      return { kind: 'plan', plan: { kind: 'reply', answer: { said: 'pin', was } } };
    },
  };
}

function entitiesIn(pending: Pending | null): readonly string[] {
  const waiting = pending?.open ?? [];
  return waiting.flatMap((step) => (step.kind === 'confirm' ? step.entityIds : []));
}
