// irc-framework as a program. The first line on the standard input is a JSON object that says where
// to connect; each further one is an array, a method of the client and its arguments. What happens
// is printed as arrays, the name of an event and what belongs to it.
'use strict';

const readline = require('readline');
const { Client } = require('irc-framework');

const EVENTS = [
  'registered', 'loggedin', 'sasl failed', 'join', 'part', 'quit', 'kick', 'nick', 'mode', 'topic',
  'message', 'notice', 'irc error', 'socket error', 'close',
];

const client = new Client();
const channels = new Set();

const print = (...what) => process.stdout.write(JSON.stringify(what) + '\n');

for (const name of EVENTS) {
  client.on(name, (event) => print(name, event instanceof Error ? event.message : event));
}
client.on('join', (event) => {
  if (event.nick === client.user.nick) channels.add(event.channel);
});
// Its own way comes back only to where it has been for 5 s.
client.on('close', () => setTimeout(() => client.connect(), 500));
client.on('registered', () => channels.forEach((channel) => client.join(channel)));

const start = (where) => {
  client.requestCap(['draft/chathistory', 'draft/event-playback', 'standard-replies']);
  client.connect({
    ...where,
    username: where.nick,
    gecos: where.nick,
    tls: true,
    rejectUnauthorized: true,
    auto_reconnect: false,
  });
};

let started = false;
readline.createInterface({ input: process.stdin })
  .on('line', (line) => {
    const said = JSON.parse(line);
    if (started) {
      const [method, ...rest] = said;
      client[method](...rest);
    } else {
      started = true;
      start(said);
    }
  })
  .on('close', () => process.exit(0)); // nobody is there any more
