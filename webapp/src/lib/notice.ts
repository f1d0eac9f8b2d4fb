// This is a part of the service worker, which has nothing in common with the app: neither its state
// nor its scripts.

/** What the server tells a device. Without leave for more it is no more than where something is new. */
export interface Told {
  push?: 'message' | 'trial';
  channel?: string;
  other_user?: string;
  unread?: number;
  user?: string;
  text?: string;
}

/** What the device shows for it, and the page that it leads to. */
export interface ShownNotice {
  title: string;
  body: string;
  path: string;
}

const WORDS = {
  en: {
    works: 'Notifications work on this device.',
    fresh: (count: number) => (count > 1 ? `${count} new messages` : 'New message'),
  },
  fr: {
    works: 'Les notifications marchent sur cet appareil.',
    fresh: (count: number) => (count > 1 ? `${count} nouveaux messages` : 'Nouveau message'),
  },
};

export function noticeOf(told: Told, language: string): ShownNotice {
  const words = language.startsWith('fr') ? WORDS.fr : WORDS.en;
  if (told.push === 'trial') return { title: 'Salon', body: words.works, path: '/' };
  const { channel, other_user, unread = 1, user, text } = told;
  const where = channel ?? other_user;
  const who = user && channel ? `${user} · ${channel}` : user;
  return {
    title: who ?? where ?? 'Salon',
    body: text || words.fresh(unread),
    path: where ? `/${channel ? 'c' : 'd'}/${encodeURIComponent(where)}` : '/',
  };
}
