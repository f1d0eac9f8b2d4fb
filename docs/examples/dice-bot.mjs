// Rolls dice in a channel: who says "!roll 2d6" is answered. No packages; Node 22 or newer, or
// Node 20 with --experimental-websocket.
//
//     SALON_TOKEN=… node dice-bot.mjs wss://chat.example.org:8443/ws dice '#games'

const [address, name, channel] = process.argv.slice(2);
const token = process.env.SALON_TOKEN;
const PAUSE_MS = 5_000;

if (!address || !name || !channel || !token) {
  console.error('Usage: SALON_TOKEN=… node dice-bot.mjs ADDRESS NAME CHANNEL');
  process.exit(1);
}

function roll(text) {
  const [, count = '1', sides = '6'] = /^!roll(?:\s+(\d{1,2})d(\d{1,4}))?\s*$/.exec(text) ?? [];
  const dice = Array.from({ length: +count }, () => 1 + Math.floor(Math.random() * +sides));
  const sum = dice.reduce((one, other) => one + other, 0);
  return `${count}d${sides}: ${dice.join(' + ')} = ${sum}`;
}

function connect() {
  const socket = new WebSocket(address);
  const send = (frame) => socket.send(JSON.stringify(frame));

  function take(frame) {
    if ('welcome' in frame) {
      send({ login: name, token, id: 'login' });
    } else if (frame.id === 'login' && frame.ok) {
      send({ join: channel, id: 'join' });
    } else if (frame.error) {
      console.error(frame.message);
      if (frame.id === 'login' || frame.id === 'join') process.exit(1); // nothing will mend it
    } else if (frame.channel_message?.startsWith('!roll') && !frame.bot) {
      // Bots answer people only: two bots that answer each other never stop.
      send({ channel_message: roll(frame.channel_message), channel: frame.channel, reply_to: frame.msgid });
    }
  }

  // A message of the WebSocket holds one frame, or several with a line feed between them.
  socket.onmessage = ({ data }) => data.split('\n').filter(Boolean).map((line) => JSON.parse(line)).forEach(take);
  socket.onclose = () => setTimeout(connect, PAUSE_MS);
}

connect();
