import { call } from './http';
import type { Role, Welcome } from './protocol';

interface Identity {
  user: string;
  account: string;
  role: Role;
}

/** Who I am for this server, and what the server says of itself. */
export class Session {
  state = $state<'unknown' | 'out' | 'in'>('unknown');
  server = $state.raw<Welcome>();
  /** Set for the rest of the visit by which the account was made. */
  isNew = $state(false);

  readonly user = $derived(this.state === 'in' ? (this.server?.user ?? null) : null);
  readonly account = $derived(this.state === 'in' ? (this.server?.account ?? null) : null);
  readonly role = $derived(this.state === 'in' ? (this.server?.role ?? null) : null);

  take(welcome: Welcome): void {
    this.server = welcome;
    this.state = welcome.user ? 'in' : 'out';
  }

  rename(user: string): void {
    if (this.server) this.server = { ...this.server, user };
  }

  logIn(login: string, password: string): Promise<Identity> {
    return call('POST', '/api/sessions', { login, password });
  }

  register(form: {
    login: string;
    password: string;
    confirmation: string;
    code?: string;
    language: string;
  }): Promise<Identity> {
    return call('POST', '/api/accounts', form);
  }

  /** Whether a login is free, and what else would be. */
  availability(
    login: string,
  ): Promise<{ available: boolean; suggestion: string | null; error?: string; message?: string }> {
    return call('GET', `/api/names/${encodeURIComponent(login)}`);
  }

  async logOut(): Promise<void> {
    await call('DELETE', '/api/session');
    this.state = 'out';
  }
}
