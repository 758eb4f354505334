import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openDatabase, openStore } from '../../../../src/store/open-store.ts';
import { findNearest } from '../../../../src/store/repositories/nearest-facts.ts';
import { handClock } from '../../../support/hand-clock.ts';
import { describeStores } from '../../../support/store-kinds.ts';

/** pgvector's type and operator by their names, for a server that lacks it: the statement is the same. */
const likePgvector = [
  `create domain vector as text`,
  `create function cosine_distance(one text, other text) returns double precision language sql immutable as $$
     select 1 - sum(x * y) / (sqrt(sum(x * x)) * sqrt(sum(y * y)))
     from unnest(string_to_array(btrim(one, '[]'), ',')::float8[], string_to_array(btrim(other, '[]'), ',')::float8[])
       as pairs(x, y) $$`,
  `create operator <=> (leftarg = text, rightarg = text, function = cosine_distance)`,
];

describeStores('the nearest facts', (make, kind) => {
  it('are the same whoever compares the vectors', async () => {
    await using place = await make();
    await using store = await openStore({ ...place.place, clock: handClock() });
    const vectors = { east: [1, 0], near: [0.9, 0.3], north: [0, 1], west: [-1, 0] };
    for (const [factId, vector] of Object.entries(vectors))
      await store.memory.addFact(
        { factId, owner: 'home', toldBy: 'home', text: factId, language: 'en', atMs: 1 },
        { model: 'm', vector },
      );
    await store.memory.addFact(
      { factId: 'longer', owner: 'home', toldBy: 'home', text: 'x', language: 'en', atMs: 1 },
      { model: 'other', vector: [1, 0, 0] },
    );
    await using database = await openDatabase(place.place);
    const search = {
      owners: ['home'],
      embedding: { model: 'm', vector: [1, 0] },
      minSimilarity: -0.5,
      limit: 9,
      hasVectors: false,
    };
    const byUs = await findNearest(database.lasting, search);
    expect(byUs).toEqual(['east', 'near', 'north']);
    expect(await findNearest(database.lasting, { ...search, owners: ['user:anna'] })).toEqual([]);
    expect(await findNearest(database.lasting, { ...search, limit: 1 })).toEqual(['east']);
    if (kind !== 'postgres') return;
    if (!(await database.hasVectors()))
      for (const statement of likePgvector) await sql.raw(statement).execute(database.lasting);
    expect(await findNearest(database.lasting, { ...search, hasVectors: true })).toEqual(byUs);
  });
});
