/** Beginnings of sentences that are taken for whole ones although they mean something else: where a pause would cut. */
import { loadGrammar } from '../../agent/understand/load-grammar.ts';
import type { Plan } from '../../agent/understand/plan.ts';
import { understand } from '../../agent/understand/understand.ts';
import { judge } from '../../agent/understand/completeness.ts';
import type { Completeness } from '../../agent/understand/completeness.ts';
import { readHaIntents } from '../agent/ha-intents.ts';

export type JudgedSentence = {
  readonly sentence: string;
  /** What the whole of it is taken for. */
  readonly whole: Completeness;
  /** The shortest beginning that counts as whole and would do or answer something else. */
  readonly mistaken: string | undefined;
};

/** Home Assistant's own test sentences in their homes, where several timers run. */
export async function judgeBeginnings(evalDir: string): Promise<readonly JudgedSentence[]> {
  const grammar = loadGrammar('en');
  const sentences = await readHaIntents(evalDir);
  return sentences.map(({ row: { sentence }, openModel }) => {
    const model = openModel();
    const read = (text: string) => {
      const understanding = understand(text, { model, areaId: null, lastEntityIds: [] }, grammar);
      return { judged: judge(understanding, { model, timerCount: 2 }), meant: meaningOf(understanding.plan) };
    };
    const whole = read(sentence);
    const mistaken = beginningsOf(sentence).find((beginning) => {
      const { judged, meant } = read(beginning);
      return judged === 'final' && meant !== whole.meant;
    });
    return { sentence, whole: whole.judged, mistaken };
  });
}

function beginningsOf(sentence: string): readonly string[] {
  const words = sentence.split(' ');
  return words.slice(1).map((_, index) => words.slice(0, index + 1).join(' '));
}

/** What it comes to, however it was put. */
function meaningOf(plan: Plan): string {
  return JSON.stringify(plan, (key, value: unknown) => {
    if (key === 'about' || key === 'said') return undefined;
    return key === 'entities' && Array.isArray(value) ? idsOf(value) : value;
  });
}

const idsOf = (entities: readonly unknown[]): readonly string[] =>
  entities
    .flatMap((entity) =>
      typeof entity === 'object' && entity !== null && 'entityId' in entity ? String(entity.entityId) : [],
    )
    .sort();
