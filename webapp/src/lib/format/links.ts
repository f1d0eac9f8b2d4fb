const ADDRESS = /(?:https?:\/\/|mailto:)[^\s<>"\x00-\x1f]+/y;

/** The address that begins at `at`, without the punctuation of the sentence around it. */
export function linkAt(text: string, at: number): { href: string; text: string } | undefined {
  ADDRESS.lastIndex = at;
  const found = ADDRESS.exec(text)?.[0];
  if (!found) return undefined;
  const shown = withoutTail(found);
  const href = safe(shown);
  return href ? { href, text: shown } : undefined;
}

function withoutTail(address: string): string {
  let end = address.length;
  while (end > 0) {
    const last = address[end - 1]!;
    const isTail = ".,;:!?'*_~»".includes(last) || (last === ')' && !isBalanced(address, end));
    if (!isTail) break;
    end--;
  }
  return address.slice(0, end);
}

function isBalanced(address: string, end: number): boolean {
  const part = address.slice(0, end);
  return part.split('(').length >= part.split(')').length;
}

function safe(address: string): string | undefined {
  try {
    const { protocol, href } = new URL(address);
    return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
