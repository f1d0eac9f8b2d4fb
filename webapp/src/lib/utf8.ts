const encoder = new TextEncoder();

/** How many bytes a text takes: the limits of the server are in bytes. */
export function bytes(text: string): number {
  return encoder.encode(text).length;
}
