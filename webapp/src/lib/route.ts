import type { Place } from './protocol';

/** A page of the app, as its address says it. */
export type Route =
  | {
      page:
        | 'home'
        | 'login'
        | 'register'
        | 'settings'
        | 'friends'
        | 'help'
        | 'requests'
        | 'saved'
        | 'activity'
        | 'bots'
        | 'nowhere';
    }
  | { page: 'conversation'; place: Place; msgid: string | undefined }
  | { page: 'profile'; user: string }
  | { page: 'channel'; channel: string };

const PLAIN = [
  'login',
  'register',
  'settings',
  'friends',
  'help',
  'requests',
  'saved',
  'activity',
  'bots',
] as const;

/** The page that a path names; a path that nobody can read leads nowhere. */
export function routeOf(path: string): Route {
  const parts = decoded(path);
  if (!parts) return { page: 'nowhere' };
  const [page, name, msgid, ...more] = parts;
  if (more.length > 0) return { page: 'nowhere' };
  if (page === undefined) return { page: 'home' };
  if (page === 'c' && name) return { page: 'conversation', place: { channel: name }, msgid };
  if (page === 'd' && name) return { page: 'conversation', place: { other_user: name }, msgid };
  if (page === 'profile' && name && !msgid) return { page: 'profile', user: name };
  if (page === 'channel' && name && !msgid) return { page: 'channel', channel: name };
  const plain = PLAIN.find((each) => each === page);
  return plain && !name ? { page: plain } : { page: 'nowhere' };
}

/** The address of a conversation, or of one message in it. */
export function pathOf(place: Place, msgid?: string): string {
  const [kind, name] = 'channel' in place ? ['c', place.channel] : ['d', place.other_user];
  const path = `/${kind}/${encodeURIComponent(name)}`;
  return msgid ? `${path}/${encodeURIComponent(msgid)}` : path;
}

export function profilePath(user: string): string {
  return `/profile/${encodeURIComponent(user)}`;
}

/** The address of the settings of a channel. */
export function channelPath(channel: string): string {
  return `/channel/${encodeURIComponent(channel)}`;
}

function decoded(path: string): string[] | undefined {
  try {
    return path.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
