/** What is wrong with a login, by the rules that hold at every door; nothing when it may be asked for. */
export function loginFault(login: string, longest = 64): 'missing' | 'long' | 'bad' | undefined {
  if (login === '') return 'missing';
  if (/[\s,*?!@.\p{C}]/u.test(login) || /^[$:#&]/.test(login)) return 'bad';
  return [...login].length > longest ? 'long' : undefined;
}
