// Kinds of identities as people call them.
import type { Identity } from '../model/identity';

export const identityKindNames: Record<Identity['kind'], string> = {
  email: 'Email',
  phone: 'Phone',
  x: 'X',
  linkedin: 'LinkedIn',
  github: 'GitHub',
  youtube: 'YouTube',
  reddit: 'Reddit',
  bluesky: 'Bluesky',
  instagram: 'Instagram',
  mastodon: 'Mastodon',
  wordpress: 'WordPress',
  gravatar: 'Gravatar',
  web: 'Website',
};

/** Narrows a text to a kind of identity. */
export const isIdentityKind = (text: string): text is Identity['kind'] =>
  Object.hasOwn(identityKindNames, text);
