/** Shows on the icon of the installed app how much waits, where the system can. */
export function badge(count: number): void {
  if (!('setAppBadge' in navigator)) return;
  navigator.setAppBadge(count).catch(() => {
    // It is not installed, or the system has no badges.
  });
}
