// The channels a variant can be made for, as people call them.
import type { identityKinds } from '../model/identity';

export const channelNames: Record<(typeof identityKinds)[number], string> = {
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
