import type { InPlace, Place } from './protocol';

/** A name as it is compared: Salon folds the letters A to Z and no others. */
export function fold(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

export function isSame(one: string | null | undefined, other: string | null | undefined): boolean {
  return one != null && other != null && fold(one) === fold(other);
}

/** The key of a conversation: `#classe`, or `@lea` for a private one. */
export function keyOf(place: Place): string {
  return 'channel' in place ? fold(place.channel) : '@' + fold(place.other_user);
}

/** Where a frame belongs, for the reader that I am: a private one is with the other end. */
export function placeOf(frame: InPlace, me: string | null): Place | undefined {
  if (frame.channel) return { channel: frame.channel };
  if (!frame.other_user) return undefined;
  const mine = !frame.user || isSame(frame.user, me);
  return { other_user: mine ? frame.other_user : frame.user! };
}

export function isChannelName(name: string): boolean {
  return /^[#&][^\s,\x00-\x1f]+$/.test(name);
}

/** What a person calls the place. */
export function nameOf(place: Place): string {
  return 'channel' in place ? place.channel : place.other_user;
}
