/** A text with the selection between two marks, or without them when they are there already. */
export function wrapped(
  text: string,
  from: number,
  to: number,
  mark: string,
): { text: string; from: number; to: number } {
  const length = mark.length;
  const isMarked = text.slice(from - length, from) === mark && text.slice(to, to + length) === mark;
  if (isMarked && from >= length) {
    return {
      text: text.slice(0, from - length) + text.slice(from, to) + text.slice(to + length),
      from: from - length,
      to: to - length,
    };
  }
  return {
    text: text.slice(0, from) + mark + text.slice(from, to) + mark + text.slice(to),
    from: from + length,
    to: to + length,
  };
}
