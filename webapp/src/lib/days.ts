/** The day of a moment where the reader is, as a date field has it: `2026-03-01`. */
export function dayOf(time: number): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  const year = String(date.getFullYear()).padStart(4, '0');
  return `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** When that day begins where the reader is; nothing when it is no day. */
export function beginOf(day: string): number | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  if (!parts) return undefined;
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number];
  const begin = new Date(year, month - 1, date);
  // Years below a hundred are taken for those of the last century otherwise.
  begin.setFullYear(year);
  return dayOf(begin.getTime()) === day ? begin.getTime() : undefined;
}
