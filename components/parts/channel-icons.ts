// A picture for every kind of identity, of the site it belongs to.
import {
  AtSign,
  Briefcase,
  Camera,
  Cloud,
  CodeXml,
  Fingerprint,
  Globe,
  Hash,
  type IconNode,
  Mail,
  MessageCircle,
  Phone,
  Rss,
  SquarePlay,
} from 'lucide';
import type { Identity } from '../../lib/model/identity';

export const channelIcons: Record<Identity['kind'], IconNode> = {
  email: Mail,
  phone: Phone,
  x: Hash,
  linkedin: Briefcase,
  github: CodeXml,
  youtube: SquarePlay,
  reddit: MessageCircle,
  bluesky: Cloud,
  instagram: Camera,
  mastodon: AtSign,
  wordpress: Rss,
  gravatar: Fingerprint,
  web: Globe,
};
