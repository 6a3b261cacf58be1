// Which lines of a pasted text say who somebody is: no quoted mail, no message above a signature, no small print.

const quoted = /^\s*(?:>|\|\s*>)/;
/** "On Monday, Ana Prat wrote:" and its sisters stand before what is quoted. */
const quoteHead =
  /^\s*(?:On|Am|El|Le|Il|Em|Op|Dnia)\s.{6,160}(?:wrote|schrieb|escribió|a écrit|ha scritto|escreveu|schreef)\b.{0,60}:?\s*$|.{0,120}(?:写道|のメール)\s*[:：]\s*$|^\s*-{2,}\s*(?:Original|Ursprüngliche|Forwarded|Mensaje|Message d'origine|Messaggio).{0,60}$/iu;
const smallPrint =
  /confidential|vertraulich|confidencial|confidentiel|riservat|sigilos|intended (?:only )?(?:for|recipient)|unsubscribe|privacy policy|datenschutz|please consider the environment|antes de imprimir|umwelt|pensez à l|prima di stampare|disclaimer|data controller|protección de datos|机密|保密|秘密|سري|registergericht|handelsregister|amtsgericht|\bHRB\b|\bUSt-?Id|\bVAT\b|\bIBAN\b|\bBIC\b|\bNIF\b|\bCIF\b|\bSIRET\b|\bP\.?\s?IVA\b/iu;
const device =
  /^\s*(?:Sent from|Gesendet (?:von|mit)|Von meinem .{1,30} gesendet|Enviado (?:desde|do)|Envoyé (?:de|depuis)|Inviato da|Get Outlook|Verzonden vanaf|发自|從我的|iPhoneから|أُ?رسل من)\b/iu;
const closing =
  /^\s*(?:(?:best|kind|warm|many)?\s*(?:regards|wishes)|best|cheers|thanks|thank you|sincerely|yours .{2,20}|(?:mit )?(?:freundlichen?|besten?|herzlichen?|viele[nr]?|liebe[nr]?|schöne[nr]?)\s+grü(?:ß|ss)en?.{0,20}|vg|lg|mfg|(?:un |muchos )?(?:cordial(?:es)?\s+)?saludos?(?:\s+cordiales)?|atentamente|un abrazo|(?:bien )?cordialement|bien à vous|meilleures salutations|cordiali saluti|distinti saluti|un saluto|atenciosamente|(?:com os )?melhores cumprimentos|abraços?|met vriendelijke groet(?:en)?|saygılar(?:ımla)?|iyi çalışmalar|(?:med )?vänlig(?:a)? hälsning(?:ar)?|z poważaniem|pozdrawiam|с уважением|敬具|以上|よろしくお願い.{0,12}|此致|敬礼|祝好|顺祝商祺|谢谢|مع (?:خالص )?(?:التحية|التحيات|تحياتي)|تحياتي|وتفضلوا .{0,40})\s*[,，.!。،]?\s*$/iu;
const signatureMark = /^\s*(?:--|—|__+)\s*$/;
const rule = /^\s*[-=_*~·.#]{3,}\s*$/;

export type OwnLines = {
  /** Paragraphs: lines without an empty one between them. */
  paragraphs: string[][];
  /** The text is a mail that one person signed. */
  isSigned: boolean;
};

/** The lines that count. After a signature's mark, and after "Kind regards", only what follows it. */
export function ownLines(text: string): OwnLines {
  const lines = text
    .slice(0, 50_000)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .slice(0, 2000);
  const kept = lines.filter((line, at) => !quoted.test(line) && !isQuoteHead(line, lines[at + 1]));
  const marks = kept.filter(line => signatureMark.test(line)).length;
  const start =
    marks === 1 ? kept.findIndex(line => signatureMark.test(line)) : kept.findLastIndex(isClosing);
  const isSigned = start !== -1 && (marks === 1 || kept.filter(isClosing).length === 1);
  const own = isSigned ? kept.slice(start + 1) : kept;
  return { paragraphs: paragraphsOf(own), isSigned };
}

const isClosing = (line: string): boolean => line.length < 60 && closing.test(line);
const isQuoteHead = (line: string, next: string | undefined): boolean =>
  line.length < 240 &&
  (quoteHead.test(line) || (next !== undefined && quoted.test(next) && /[:：]\s*$/.test(line)));

function paragraphsOf(lines: string[]): string[][] {
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '' || rule.test(line) || signatureMark.test(line)) paragraphs.push([]);
    else if (!device.test(line) && !isClosing(line) && !isProse(line)) paragraphs.at(-1)?.push(line);
  }
  return paragraphs.filter(paragraph => paragraph.length > 0);
}

/** Sentences and small print: long, or with the full stop of a sentence after many words. */
function isProse(line: string): boolean {
  if (smallPrint.test(line) && !/@/.test(line.slice(0, 200))) return true;
  if (/\t/.test(line)) return line.length > 2000;
  const words = line.trim().split(/\s+/).length;
  const hasWay = /@|\+\d|\d{3}|[|·•;]|\s[–—-]\s/.test(line);
  return (
    line.length > 400 ||
    (words > 24 && !hasWay) ||
    (words > 7 && !hasWay && /[.!?…。]["”»)]?\s*$/u.test(line)) ||
    (/[!?？！。]\s*$/u.test(line) && !hasWay)
  );
}
