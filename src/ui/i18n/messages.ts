import type { Language } from '../../state/preferences-store.ts';
import { en, type Messages } from './messages.en.ts';
import { ja } from './messages.ja.ts';

const BY_LANGUAGE: Readonly<Record<Language, Messages>> = { en, ja };

/** Every sentence in one language. */
export function messagesOf(language: Language): Messages {
  return BY_LANGUAGE[language];
}
