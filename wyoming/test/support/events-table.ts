/** The README's table of events, made from the definitions. */
import { eventDefinitions } from '../../src/event.ts';

export function eventsTable(): string {
  const rows = eventDefinitions.map(({ type, shape, hasPayload }) => {
    const fields = Object.entries(shape).map(
      ([name, schema]) => `\`${name}\`${schema.safeParse(undefined).success ? '?' : ''}`,
    );
    return `| \`${type}\` | ${type === 'info' ? 'see `InfoInput`' : fields.join(', ')} | ${hasPayload ? 'PCM' : ''} |`;
  });
  return ['| type | data | payload |', '| --- | --- | --- |', ...rows].join('\n');
}
