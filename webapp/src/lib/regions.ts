const ORDER = ['list', 'messages', 'composer', 'members', 'search', 'header'];

/** Moves the focus to the next region of the page. */
export function focusNextRegion(step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.checkVisibility({ visibilityProperty: true }) && !region.inert,
  );
  if (all.length === 0) return;
  const rank = (region: HTMLElement) => ORDER.indexOf(region.dataset.region!);
  all.sort((a, b) => rank(a) - rank(b));
  const at = all.findIndex((region) => region.contains(document.activeElement));
  const begin = at < 0 && step < 0 ? 0 : at;
  const next = all[(begin + step + all.length) % all.length]!;
  const inner = next.querySelector<HTMLElement>('[data-region-focus]');
  (inner ?? next).focus();
}
