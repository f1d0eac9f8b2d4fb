import { describe, expect, it } from 'vitest';
import { addressesOf } from '../src/lib/server-address';

describe('the address of a server', () => {
  it.each([
    ['salon.exemple.fr', ['https://salon.exemple.fr', 'https://salon.exemple.fr:8443']],
    [' Salon.Exemple.fr ', ['https://salon.exemple.fr', 'https://salon.exemple.fr:8443']],
    ['salon.exemple.fr:9000', ['https://salon.exemple.fr:9000']],
    ['https://salon.exemple.fr/c/%23a', ['https://salon.exemple.fr']],
    ['https://salon.exemple.fr:8443/', ['https://salon.exemple.fr:8443']],
    ['http://chat.lan:8080', ['http://chat.lan:8080']],
    ['ircs://salon.exemple.fr:6697', ['https://salon.exemple.fr', 'https://salon.exemple.fr:8443']],
    ['irc://salon.exemple.fr', ['https://salon.exemple.fr', 'https://salon.exemple.fr:8443']],
    ['[2001:db8::1]:8443', ['https://[2001:db8::1]:8443']],
    ['localhost', ['https://localhost', 'https://localhost:8443', 'http://localhost:8080']],
    ['127.0.0.1:8080', ['https://127.0.0.1:8080', 'http://127.0.0.1:8080']],
    ['café.fr', ['https://xn--caf-dma.fr', 'https://xn--caf-dma.fr:8443']],
  ])('%s', (text, addresses) => expect(addressesOf(text)).toEqual(addresses));

  it.each([
    '',
    '   ',
    'two words',
    'ftp://salon.exemple.fr',
    'a:b:c',
    'x@salon.fr',
    'host:99999',
    '#',
  ])('is not %j', (text) => expect(addressesOf(text)).toEqual([]));
});
