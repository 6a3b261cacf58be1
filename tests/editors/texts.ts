// The texts that every editor must take: what replies are made of, and what goes wrong with them.

const sentence = 'Thank you for your order, it leaves us on Friday. ';

export const texts = {
  'one line': 'Your grinder is <ready> & waiting: 5 > 4.',
  paragraphs: 'Dear Marta,\n\nthe burr is on its way.\nIt arrives on Friday.\n\nNora',
  emoji: 'Done 👍🏽 👩‍👩‍👧 🏳️‍🌈 🇪🇸\n\n☕ soon',
  'Arabic and Hebrew': 'مرحبا Marta، طلبك 2041 جاهز.\n\nשלום, ההזמנה (2041) מוכנה!',
  '10,000 characters': paragraphs(10_000),
};

function paragraphs(length: number): string {
  const one = `${sentence.repeat(6).trim()}\n\n`;
  return `${one.repeat(Math.ceil(length / one.length)).slice(0, length - 1)}.`;
}
