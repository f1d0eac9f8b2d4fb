const PAUSE = 2_000;
const NOTES = [
  { pitch: 660, at: 0 },
  { pitch: 880, at: 0.09 },
];
const LENGTH = 0.22;
const LOUDNESS = 0.06;

let context: AudioContext | undefined;
let last = -PAUSE;

/** Two short notes, at most once in two seconds. Silent until the person has touched the page. */
export function chime(): void {
  if (performance.now() - last < PAUSE) return;
  last = performance.now();
  context ??= new AudioContext();
  const { currentTime: now } = context;
  for (const { pitch, at } of NOTES) play(context, pitch, now + at);
  void context.resume();
}

function play(audio: AudioContext, pitch: number, begin: number): void {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0, begin);
  volume.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.01);
  volume.gain.exponentialRampToValueAtTime(0.0001, begin + LENGTH);
  tone.connect(volume).connect(audio.destination);
  tone.start(begin);
  tone.stop(begin + LENGTH);
}
