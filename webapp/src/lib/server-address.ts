/** Where Salon listens unless it was told something else. */
const PORT = 8443;
const LOCAL_PORT = 8080;

/**
 * The addresses at which a server may be that somebody calls `host`, `host:port`, `https://…` or
 * `ircs://…`, the likeliest first. None: that is no address.
 */
export function addressesOf(text: string): string[] {
  const [, scheme, rest = ''] = /^(?:([a-z]+):\/\/)?([^/\s]+)(?:\/.*)?$/i.exec(text.trim()) ?? [];
  const url = URL.parse(`https://${rest}`);
  if (!url || url.username || url.password) return [];
  const { hostname } = url;
  const isOurs = isThisMachine(hostname);
  const port = /:\d+$/.exec(rest)?.[0] ?? '';
  switch (scheme?.toLowerCase()) {
    case 'https':
    case 'wss':
      return [`https://${rest.toLowerCase()}`];
    case 'http':
    case 'ws':
      return [`http://${rest.toLowerCase()}`];
    case 'irc':
    case 'ircs':
      return usual(hostname, isOurs); // its port is that of IRC
    case undefined:
      if (!port) return usual(hostname, isOurs);
      return [`https://${hostname}${port}`, ...(isOurs ? [`http://${hostname}${port}`] : [])];
    default:
      return [];
  }
}

function usual(hostname: string, isOurs: boolean): string[] {
  const plain = isOurs ? [`http://${hostname}:${LOCAL_PORT}`] : [];
  return [`https://${hostname}`, `https://${hostname}:${PORT}`, ...plain];
}

// Browsers trust it without a certificate.
function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
