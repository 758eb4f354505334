/** A program that serves its own pipes; run by the stdio test with the built package. */
import { serve } from 'wyoming-ts';

await serve('stdio://', async (connection) => {
  for await (const event of connection)
    if (event.type === 'ping') await connection.send({ type: 'pong', data: event.data });
});
