/** Pairs what can only belong together; what could be paired in more than one way stays open. */

export type Matches<Left, Right> = {
  readonly pairs: ReadonlyMap<Left, Right>;
  /** Could belong to more than one of the other side, or share their only one with others. */
  readonly unsureLefts: ReadonlySet<Left>;
  readonly unsureRights: ReadonlySet<Right>;
};

/**
 * A right whose only fitting left is wanted by no other such right takes it; that may leave another right with one
 * choice, and so on. Which of the rest belong together is never guessed.
 */
export function matchUniquely<Left, Right>(
  lefts: readonly Left[],
  rights: readonly Right[],
  fits: (left: Left, right: Right) => boolean,
): Matches<Left, Right> {
  const choices = new Map(
    rights.map((right) => [right, new Set(lefts.filter((left) => fits(left, right)))] as const),
  );
  const pairs = new Map<Left, Right>();
  for (let found = solePairs(choices); found.length > 0; found = solePairs(choices)) {
    for (const [left, right] of found) {
      pairs.set(left, right);
      choices.delete(right);
      for (const others of choices.values()) others.delete(left);
    }
  }
  const open = [...choices].filter(([, fitting]) => fitting.size > 0);
  return {
    pairs,
    unsureLefts: new Set(open.flatMap(([, fitting]) => [...fitting])),
    unsureRights: new Set(open.map(([right]) => right)),
  };
}

/** Rights with one choice, each with a left that no other of them claims. */
function solePairs<Left, Right>(choices: ReadonlyMap<Right, ReadonlySet<Left>>): [Left, Right][] {
  const claims = new Map<Left, Right[]>();
  for (const [right, fitting] of choices) {
    const [left] = fitting;
    if (left !== undefined && fitting.size === 1) claims.set(left, [...(claims.get(left) ?? []), right]);
  }
  return [...claims].flatMap(([left, [right, ...others]]): [Left, Right][] =>
    right !== undefined && others.length === 0 ? [[left, right]] : [],
  );
}
