/** The words of a text in a format that voices do not read. */

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** SSML without its marks, which none of our voices obeys; every other format is taken as text. */
export function plainText(text: string, format: string | undefined): string {
  if (format !== 'ssml') return text;
  return text
    .replaceAll(/<[^<>]*>/gu, ' ')
    .replaceAll(/&(amp|lt|gt|quot|apos);/gu, (whole, name: string) => entities[name] ?? whole)
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
