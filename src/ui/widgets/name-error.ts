import { MAX_NAME_LENGTH } from '../../core/site/shape-fields.ts';
import type { Messages } from '../i18n/messages.en.ts';

/** What is wrong with a name, in words; null where nothing is. */
export function nameError(name: string, m: Messages): string | null {
  if (name.trim() === '') return m.cameras.nameRequired;
  return name.length > MAX_NAME_LENGTH ? m.cameras.nameLong(MAX_NAME_LENGTH) : null;
}
