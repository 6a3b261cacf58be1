// The language of a text: said where it is evident, else not at all.
import { expect, it } from 'vitest';
import { guessLanguage } from '../../lib/capture/language';

it.each([
  ['en', 'Could you please send the invoice with your next order? Thanks.'],
  ['es', 'Hola, ¿cómo está usted? Gracias por las muestras, muy buenas.'],
  ['de', 'Danke für die Muster, wir sind sehr zufrieden und bestellen wieder.'],
  ['fr', 'Bonjour, merci pour votre message, nous sommes dans les temps.'],
  ['ja', 'ご注文ありがとうございます。'],
  ['zh', '谢谢您的订单。'],
  ['ko', '주문해 주셔서 감사합니다.'],
  ['ru', 'Спасибо за заказ.'],
  ['ar', 'شكرا على الطلب'],
])('%s is recognised', (tag, text) => {
  expect(guessLanguage(text)).toBe(tag);
});

it.each(['', 'OK', '12345 😀', 'Marta Ruiz, Norte'])('nothing is said of %j', text => {
  expect(guessLanguage(text)).toBeUndefined();
});

it('nothing is said of a text half in one language and half in another', () => {
  expect(guessLanguage('the and is you please – der die und ist bitte')).toBeUndefined();
});
