import type { Strings } from '../strings/index.ts';
import type { Conversation } from './conversations.ts';

/** What the list of conversations is given, in either app. */
export interface MessageListProps {
  readonly strings: Strings;
  readonly conversations: readonly Conversation[];
  /** Writes the time of a message, in milliseconds since 1970. */
  timeOf(dateMs: number): string;
  open(conversation: Conversation): void;
}
