/** The ranks that somebody gives another on a channel, the lowest first, with their modes. */
export const ROLES = ['member', 'voice', 'halfop', 'op'] as const;

export type ChannelRole = (typeof ROLES)[number];

const LETTERS: Record<ChannelRole, string> = { member: '', voice: 'v', halfop: 'h', op: 'o' };

/** The role of who has this as their highest rank; nothing for one that is not given here. */
export function roleOf(rank: string | null | undefined): ChannelRole | undefined {
  return rank ? ROLES.find((role) => role === rank) : 'member';
}

/** The roles that somebody of a rank gives and takes. */
export function rolesFor(rank: string | null | undefined): readonly ChannelRole[] {
  if (rank === 'halfop') return ROLES.slice(0, 2);
  return ['owner', 'founder', 'admin', 'op'].includes(rank ?? '') ? ROLES : [];
}

/**
 * The change of modes that gives somebody a role and takes the others: `-vh+o lea lea lea`. The server
 * leaves out what is so already.
 *
 * @param given the roles that I give and take
 */
export function roleChange(user: string, to: ChannelRole, given: readonly ChannelRole[]): string {
  const taken = given.filter((role) => role !== to).map((role) => LETTERS[role]);
  const letters = [taken.join('') && `-${taken.join('')}`, LETTERS[to] && `+${LETTERS[to]}`].join(
    '',
  );
  const names = [...letters].filter((letter) => /[a-z]/.test(letter)).map(() => user);
  return [letters, ...names].join(' ');
}
