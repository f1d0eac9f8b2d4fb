import { Refused } from './connection.svelte';
import { language } from './i18n/language.svelte';
import type { Refusal } from './protocol';

/** Asks over HTTP what needs the cookie: logging in and out. Fails as `Refused`. */
export async function call<T>(method: string, path: string, body?: object): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        'Accept-Language': language.code,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      body: body ? JSON.stringify(body) : null,
    });
  } catch {
    throw new Refused({ error: 'unreachable', message: '' });
  }
  const answer: unknown = await response.json().catch(() => ({}));
  if (!response.ok) {
    const { error = 'failed', message = '', ...rest } = answer as Partial<Refusal>;
    throw new Refused({ error, message, ...rest });
  }
  return answer as T;
}
