// This is a part of the service worker, which has nothing in common with the app: neither its state
// nor its scripts.

/** What the server tells a device. Without leave for more it is no more than where something is new. */
export interface Told {
  push?: 'message' | 'join_request' | 'friend_request' | 'trial';
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
  /** What it can be answered with, there and then. */
  answers?: Answer[];
}

/** A button of a notification, and what is asked of the server when it is pressed. */
export interface Answer {
  action: string;
  title: string;
  url: string;
  body?: object;
}

const WORDS = {
  en: {
    group: 'Group',
    works: 'Notifications work on this device.',
    fresh: (count: number) => (count > 1 ? `${count} new messages` : 'New message'),
    asksToJoin: 'Asks to join',
    asksToBeFriends: 'Friend request',
    accept: 'Accept',
    refuse: 'Refuse',
  },
  fr: {
    group: 'Groupe',
    works: 'Les notifications marchent sur cet appareil.',
    fresh: (count: number) => (count > 1 ? `${count} nouveaux messages` : 'Nouveau message'),
    asksToJoin: 'Demande à rejoindre',
    asksToBeFriends: 'Demande d’ami',
    accept: 'Accepter',
    refuse: 'Refuser',
  },
};

type Words = (typeof WORDS)['en'];

export function noticeOf(told: Told, language: string): ShownNotice {
  const words = language.startsWith('fr') ? WORDS.fr : WORDS.en;
  if (told.push === 'trial') return { title: 'Salon', body: words.works, path: '/' };
  if (told.push === 'join_request') return joinRequest(told, words);
  if (told.push === 'friend_request') return friendRequest(told, words);
  const { channel, other_user, unread = 1, user, text } = told;
  const where = channel ?? other_user;
  // Nobody is shown the name that the server made up.
  const shown = channel?.startsWith('#~') ? words.group : channel;
  return {
    title: whoAndWhere(user, shown) ?? shown ?? other_user ?? 'Salon',
    body: text || words.fresh(unread),
    path: where ? `/${channel ? 'c' : 'd'}/${encodeURIComponent(where)}` : '/',
  };
}

function whoAndWhere(user?: string, channel?: string): string | undefined {
  return user && channel ? `${user} · ${channel}` : user;
}

function joinRequest({ channel = '', user, text }: Told, words: Words): ShownNotice {
  const notice = {
    title: whoAndWhere(user, channel) ?? channel,
    body: text || words.asksToJoin,
    path: '/requests',
  };
  if (!user) return notice;
  const at = `/api/channels/${encodeURIComponent(channel)}/requests/${encodeURIComponent(user)}`;
  const refused = { body: { reason: '' } };
  return { ...notice, answers: answers(words, `${at}/accept`, `${at}/reject`, refused) };
}

function friendRequest({ user }: Told, words: Words): ShownNotice {
  const notice = { title: user ?? 'Salon', body: words.asksToBeFriends, path: '/friends' };
  if (!user) return notice;
  const at = `/api/friends/${encodeURIComponent(user)}`;
  return { ...notice, answers: answers(words, `${at}/accept`, `${at}/refuse`) };
}

function answers(words: Words, yes: string, no: string, refused: object = {}): Answer[] {
  return [
    { action: 'accept', title: words.accept, url: yes },
    { action: 'refuse', title: words.refuse, url: no, ...refused },
  ];
}
