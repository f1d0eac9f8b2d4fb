/** Who sees a channel and comes in: everybody, whoever asks and is let in, or whoever is invited. */
export type Visibility = 'public' | 'request' | 'private';

/** What a channel is by its modes. */
export function visibilityOf(modes: string): Visibility {
  if (modes.includes('s')) return 'private';
  return modes.includes('i') ? 'request' : 'public';
}

/** The change of modes that makes it so. */
export const MODES: Record<Visibility, string> = {
  public: '-is',
  request: '+i-s',
  private: '+is',
};
