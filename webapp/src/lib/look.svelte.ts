import { MediaQuery } from 'svelte/reactivity';
import type { Settings } from './settings.svelte';

const dark = new MediaQuery('prefers-color-scheme: dark');
const contrast = new MediaQuery('prefers-contrast: more');

/** Puts theme and density on the page, where the style sheets look for them. */
export function applyLook(settings: Settings): void {
  const { theme, density } = settings;
  const root = document.documentElement.dataset;
  const isDark = theme === 'dark' || (theme !== 'light' && dark.current);
  root.theme = isDark ? 'dark' : 'light';
  root.contrast = theme === 'contrast' || contrast.current ? 'more' : 'normal';
  root.density = density;
}
