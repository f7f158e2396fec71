import {
  CircleHelp,
  FileText,
  Gavel,
  HandCoins,
  Landmark,
  Mail,
  MailOpen,
  MessageCircle,
  MessageSquare,
  Phone,
  Puzzle,
  Split,
  UserRound,
  type LucideIcon,
} from 'lucide-react';
import type { Block } from '../../../core/cadence/blocks.ts';
import type { Channel } from '../../../core/case/channel.ts';
import { firmnessOf } from './firmness.ts';

export const CHANNEL_ICONS: Record<Channel, LucideIcon> = { email: Mail, sms: MessageSquare, whatsapp: MessageCircle, voice: Phone, letter: FileText };

export function iconOf(block: Pick<Block, 'kind'> & { channel?: string }): LucideIcon {
  switch (block.kind) {
    case 'channelChoice':
      return Split;
    case 'message':
      return block.channel !== undefined && block.channel in CHANNEL_ICONS ? CHANNEL_ICONS[block.channel as Channel] : MailOpen;
    case 'offer':
      return HandCoins;
    case 'bureau':
      return Landmark;
    case 'smallClaims':
      return Gavel;
    case 'humanTask':
      return UserRound;
    case 'custom':
      return Puzzle;
    default:
      return CircleHelp;
  }
}

export function BlockIcon({ block, size = 17 }: { block: Block; size?: number }) {
  const Icon = iconOf(block);
  return (
    <span className={`block-icon firm-${firmnessOf(block)}`} aria-hidden>
      <Icon size={size} strokeWidth={1.9} />
    </span>
  );
}
