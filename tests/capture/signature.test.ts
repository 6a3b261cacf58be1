// Signatures: only what stands there beyond doubt.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSignature } from '../../lib/capture/signature';

const mail = 'See you on Monday.\n\n-- \nMarta Ruiz\nHead of Coffee, Norte Roasters\nTel: +34 912 34 56 78';

it('gives telephone, title and company of the person who writes', () => {
  expect(readSignature(mail, { name: 'Marta Ruiz' })).toEqual({
    phone: '+34 912 34 56 78',
    title: 'Head of Coffee',
    company: 'Norte Roasters',
  });
});

it('gives no title under the name of somebody else', () => {
  expect(readSignature(mail, { name: 'Ana Prado' })).toEqual({ phone: '+34 912 34 56 78' });
});

it('takes nothing from quoted lines and no number that is not called a telephone', () => {
  expect(readSignature('> Tel: +34 912 34 56 78\nOrder 912345678', { country: 'ES' })).toEqual({});
});

it('never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, name) => {
      expect(typeof readSignature(`${text}\n${name}\n${text}`, { name })).toBe('object');
    }),
  );
});
