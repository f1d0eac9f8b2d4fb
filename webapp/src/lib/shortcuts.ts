import type { Catalogue } from './i18n/catalogue';

/** What the keyboard does, for the sheet and the help page. */
export function shortcuts(text: Catalogue): { keys: string[]; what: string }[] {
  const { keys } = text;
  return [
    { keys: ['Ctrl K'], what: keys.switcher },
    { keys: ['Ctrl ⇧ F', '/'], what: keys.search },
    { keys: ['Ctrl ⇧ M'], what: keys.activity },
    { keys: ['Alt ↑', 'Alt ↓'], what: keys.previousNext },
    { keys: ['Alt ⇧ ↑', 'Alt ⇧ ↓'], what: keys.nextUnread },
    { keys: ['F6', '⇧ F6'], what: keys.regions },
    { keys: ['↑'], what: keys.editLast },
    { keys: ['⇧ ↵'], what: keys.newLine },
    { keys: ['Ctrl B', 'Ctrl I', '`'], what: keys.bold },
    { keys: ['↑', '↓'], what: keys.messageMove },
    { keys: ['↵', '⇧ F10'], what: keys.messageMenu },
    { keys: ['Esc'], what: keys.markRead },
    { keys: ['?', 'Ctrl /'], what: keys.sheet },
  ];
}
