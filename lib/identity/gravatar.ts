// Gravatars: the hash of an address stands for somebody, the picture of nobody in particular for nobody.

/** MD5 or SHA-256 of an address, in hexadecimal digits. */
const hash = /^(?:[\da-f]{32}|[\da-f]{64})$/;

/** Hashes that many people have: of an empty address, and what themes ask for to get the grey shape. */
const everybodys = new Set([
  'd41d8cd98f00b204e9800998ecf8427e',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
]);

/** `gravatar:` and the hash in a text or the address of a picture; undefined where there is none of one person. */
export function gravatarKey(text: string): string | undefined {
  const last =
    text
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1)
      ?.toLowerCase() ?? '';
  return hash.test(last) && !everybodys.has(last) && !/^0+$/.test(last) ? `gravatar:${last}` : undefined;
}
