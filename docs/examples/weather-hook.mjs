// Answers "!weather" in a channel, told by an outgoing webhook. No packages; Node 20 or newer. Put
// it behind a web server with TLS.
//
//     SALON_SECRET=… node weather-hook.mjs PORT

import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const OLDEST_SECONDS = 300;
const secret = process.env.SALON_SECRET;
const done = new Set();

function isSigned(headers, body) {
  const timestamp = headers['x-salon-timestamp'] ?? '';
  const expected = Buffer.from('sha256=' + createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex'));
  const given = Buffer.from(headers['x-salon-signature'] ?? '');
  const isFresh = Math.abs(Date.now() / 1000 - Number(timestamp)) < OLDEST_SECONDS;
  return isFresh && given.length === expected.length && timingSafeEqual(given, expected);
}

function answer(message) {
  return message.channel_message?.startsWith('!weather') ? { text: 'It rains.' } : {};
}

createServer(async (request, response) => {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part;
  if (!isSigned(request.headers, body)) {
    response.writeHead(401).end();
    return;
  }
  const delivery = request.headers['x-salon-delivery'];
  const isNew = !done.has(delivery);
  done.add(delivery);
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(isNew ? answer(JSON.parse(body)) : {}));
}).listen(Number(process.argv[2]), '127.0.0.1');
