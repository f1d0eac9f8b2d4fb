// https://modern.ircdocs.horse/formatting: what has no counterpart here is left out.
const COLOURS = /\x03(?:\d{1,2}(?:,\d{1,2})?)?|\x04(?:[0-9a-fA-F]{6}(?:,[0-9a-fA-F]{6})?)?/g;
const OTHERS = /[\x00\x01\x05-\x08\x0b\x0c\x0e-\x10\x12-\x1c\x1f\x7f\r]/g;
// Marks that turn the direction of all that follows, which a message could use to forge another.
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** The text without colours and control characters; bold, italic, struck and code marks stay. */
export function withoutControls(text: string): string {
  return text.replace(COLOURS, '').replace(OTHERS, '').replace(TURNS, '');
}

/** What `/me` says, or nothing when the text is an ordinary one. */
export function actionOf(text: string): string | undefined {
  return /^\x01ACTION (.*?)\x01?$/s.exec(text)?.[1];
}
