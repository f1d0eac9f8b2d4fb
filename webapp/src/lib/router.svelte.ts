import { routeOf, type Route } from './route';

/** Where the reader is; goes on with the browser's own history. */
export class Router {
  path = $state(location.pathname);
  /** Counts: who goes again to where they are wants to be brought there again. */
  visits = $state(0);
  readonly route: Route = $derived(routeOf(this.path));

  /** Follows links and the browser's buttons from now on. */
  start(): void {
    addEventListener('popstate', () => (this.path = location.pathname));
    document.addEventListener('click', (event) => this.#follow(event));
  }

  go(path: string): void {
    if (path !== location.pathname) history.pushState(null, '', path);
    this.path = path;
    this.visits++;
  }

  /** Goes there without leaving a step to come back to. */
  replace(path: string): void {
    history.replaceState(null, '', path);
    this.path = path;
  }

  // Links are ordinary ones: they can be opened in a tab of their own.
  #follow(event: MouseEvent): void {
    const isPlain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    const link = (event.target as Element | null)?.closest?.('a');
    if (
      !isPlain ||
      event.defaultPrevented ||
      !link ||
      link.target ||
      link.hasAttribute('download')
    ) {
      return;
    }
    // The page of servers may talk to others, and this one may not: it is loaded anew.
    const isOther = link.pathname.startsWith('/api') || link.pathname === '/servers';
    const isPage = link.origin === location.origin && !isOther;
    if (!isPage || link.hash) return;
    event.preventDefault();
    this.go(link.pathname);
  }
}
