/** What this browser keeps between visits; where it keeps nothing, nothing is lost but that. */
export function remember(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(`salon.${key}`);
    else localStorage.setItem(`salon.${key}`, JSON.stringify(value));
  } catch {
    // Storage is full or forbidden: the server has what matters.
  }
}

export function remembered<T>(key: string): T | undefined {
  try {
    const text = localStorage.getItem(`salon.${key}`);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}
