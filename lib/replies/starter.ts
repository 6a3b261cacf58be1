// Replies offered at the first run, to be changed or deleted.
import type { Reply } from '../model/reply';

const starter = (
  name: string,
  shortcut: string,
  tags: string[],
  bodies: Record<string, string>,
): Omit<Reply, 'id'> => ({
  name,
  shortcut,
  tags,
  variants: Object.entries(bodies).map(([language, body]) => ({ language, body })),
  order: 0,
  uses: 0,
});

const thanks = {
  en: 'Hi {{ contact.call_name }},\n\nthank you for telling us. I have written it down so that nobody has to ask you again.\n\n{{ me.first_name }}',
  es: 'Hola {{ contact.call_name }}:\n\nGracias por avisarnos. Lo he anotado para que nadie tenga que volver a preguntarte.\n\n{{ me.first_name }}',
  de: 'Hallo {{ contact.call_name }},\n\ndanke für die Nachricht. Ich habe es notiert, damit niemand noch einmal fragen muss.\n\n{{ me.first_name }}',
};
const sorry = {
  en: 'Hi {{ contact.call_name }},\n\nI am sorry about this{% if open_issue %} ({{ open_issue }}){% endif %}. It should not have happened. I am looking into it now and will write to you by {{ tomorrow }}.\n\n{{ me.first_name }}',
  es: 'Hola {{ contact.call_name }}:\n\nLamento lo ocurrido{% if open_issue %} ({{ open_issue }}){% endif %}. No debería haber pasado. Lo estoy mirando y te escribo antes del {{ tomorrow }}.\n\n{{ me.first_name }}',
  de: 'Hallo {{ contact.call_name }},\n\ndas tut mir leid{% if open_issue %} ({{ open_issue }}){% endif %}. Das hätte nicht passieren dürfen. Ich kümmere mich darum und melde mich bis {{ tomorrow }}.\n\n{{ me.first_name }}',
};
const refund = {
  en: 'Hi {{ contact.call_name }},\n\nyour refund for order {{ order_number }} is on its way. It will be in your account by {{ arrival_date }}.\n\nThank you for your patience,\n{{ me.first_name }}',
  es: 'Hola {{ contact.call_name }}:\n\nEl reembolso del pedido {{ order_number }} sale hoy. Lo verás en tu cuenta antes del {{ arrival_date }}.\n\nGracias por tu paciencia,\n{{ me.first_name }}',
};
const call = {
  en: 'Hi {{ contact.call_name }},\n\nshall we talk it through? I have time on {{ next_monday }}. Which number reaches you best?\n\n{{ me.first_name }}',
  es: 'Hola {{ contact.call_name }}:\n\n¿Lo hablamos? Tengo un hueco el {{ next_monday }}. ¿A qué número te llamo?\n\n{{ me.first_name }}',
};
const promise = {
  en: 'Hi {{ contact.call_name }},\n\nas promised{% if last_promise %} ({{ last_promise }}){% endif %}, here is where things stand: {{ news }}\n\n{{ me.first_name }}',
};
const passedOn = {
  en: 'Hi {{ contact.call_name }},\n\n{{ colleague | default: "a colleague" }} knows this better than I do and will write to you today. You do not need to explain anything again.\n\n{{ me.first_name }}',
};

export const starterReplies: Omit<Reply, 'id'>[] = [
  starter('Thank you, noted', 'thanks', ['support'], thanks),
  starter('Sorry, and what happens next', 'sorry', ['support', 'complaint'], sorry),
  starter('Refund on its way', 'refund', ['support'], refund),
  starter('Shall we talk?', 'call', ['sales', 'support'], call),
  starter('As promised', 'promise', ['support'], promise),
  starter('Passed on to a colleague', 'passed', ['support'], passedOn),
];
