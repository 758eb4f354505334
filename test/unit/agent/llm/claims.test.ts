import { describe, expect, it } from 'vitest';
import { claimsChange, mayBecomeClaim } from '../../../../src/agent/llm/claims.ts';

describe('a sentence that promises a change', () => {
  it.each([
    "Okay, I'll turn it off at ten.",
    'I will lock the front door for you.',
    "I'm going to switch the heating on tomorrow.",
    "We'll then dim the lights.",
    "I'll remind you at nine.",
    'Ich schalte das Licht um zehn aus.',
    'Dann mache ich die Lampe aus.',
    'Ich werde die Haustür um acht abschließen.',
    'Je vais éteindre la lampe à dix heures.',
    "J'éteindrai la lumière ce soir.",
    'Voy a apagar la luz a las diez.',
    'Apagaré la luz a las diez.',
    'Ik zet de lamp om tien uur uit.',
    'Ik zal de voordeur vergrendelen.',
  ])('is heard in "%s", and expected before it is complete', (sentence) => {
    expect(claimsChange(sentence)).toBe(true);
    expect(mayBecomeClaim(sentence, 'pl')).toBe(true);
  });

  it.each([
    "I can't turn it off later.",
    "I won't unlock the door.",
    'I will not turn it on.',
    "I'll turn it off if you like.",
    "I'll check the calendar.",
    'Shall I turn on the heating?',
    'Tomorrow it will rain, and the sun will set at five.',
    'Ich schalte das Licht nicht aus.',
    'Ich kann das Licht später nicht ausschalten.',
    'Soll ich das Licht ausschalten?',
    'Je ne vais pas éteindre la lampe.',
    'No voy a apagar la luz.',
    'Ik zet de lamp niet uit.',
  ])('is not heard in "%s"', (sentence) => {
    expect(claimsChange(sentence)).toBe(false);
  });
});

describe('a sentence that claims a change', () => {
  it.each([
    "I've turned on the kitchen lights.",
    'I have just locked the front door.',
    'I turned it off.',
    'The heating has been set to 22 degrees.',
    'Done!',
    'Okay, done.',
    'All set.',
    'Turning off the lights in the den.',
    'Okay, opening the blinds.',
    'Ich habe das Licht im Bad eingeschaltet.',
    'Die Lampe wurde ausgeschaltet.',
    'Erledigt.',
    'J’ai allumé la lampe du salon.',
    "C'est fait.",
    'La porte a été verrouillée.',
    'He apagado la luz de la cocina.',
    'La persiana ha sido abierta.',
    'Hecho.',
    'Ik heb de lamp aangezet.',
    'Ik heb de voordeur vergrendeld.',
  ])('is heard in "%s", and expected before it is complete', (sentence) => {
    expect(claimsChange(sentence)).toBe(true);
    expect(mayBecomeClaim(sentence, 'pl')).toBe(true);
  });

  it.each(['The lamp', 'Tomorrow', 'Zwanzig Grad sind es, und', 'It', 'This hall is cold', ''])(
    'is not expected after "%s"',
    (begun) => expect(mayBecomeClaim(begun, 'en-GB')).toBe(false),
  );

  it('is expected by the words of the language that is spoken, and by the English ones', () => {
    expect(mayBecomeClaim('When he comes', 'en')).toBe(false);
    expect(mayBecomeClaim('Cuando he visto', 'es')).toBe(true);
    expect(mayBecomeClaim('Die Lampe wurde eben', 'de')).toBe(true);
    expect(mayBecomeClaim('Okay, I just', 'de')).toBe(true);
  });

  it.each(['T', 'The lamp h', 'Ok', "I've", 'So w'])(
    'is expected after "%s", whose last word may go on',
    (begun) => expect(mayBecomeClaim(begun, 'en-GB')).toBe(true),
  );

  it.each([
    'The kitchen light is on.',
    'It has been warm all day.',
    'Tomorrow you have the dentist at nine.',
    'You turned it on at eight this morning.',
    'Would you like me to turn on the heating?',
    'I can turn it off if you like.',
    'It is 21 degrees in the office.',
    'The sunset is at half past five.',
    'Setting the table takes five minutes.',
    'Ich habe keinen Termin gefunden.',
    'Das Fenster ist seit acht Uhr offen.',
    'J’ai trouvé deux rendez-vous.',
    'He encontrado dos citas.',
    'Ik heb twee afspraken gevonden.',
  ])('is not heard in "%s"', (sentence) => {
    expect(claimsChange(sentence)).toBe(false);
  });
});
