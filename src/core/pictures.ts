/** Pictures among the characters of a text: they are seen, never said. */

/**
 * Emoji with their joiners, variation selectors, skin tones, flags and keycap marks. The signs ©, ® and ™ count as
 * pictures in Unicode, but are read aloud.
 */
export const pictures =
  /(?![©®™])\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\uFE0E\uFE0F]|\u200D|\u20E3/gu;

const onePicture = new RegExp(`^(?:${pictures.source})$`, 'u');

/** Of one character. */
export function isPicture(character: string): boolean {
  return onePicture.test(character);
}
