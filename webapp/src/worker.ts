/// <reference lib="webworker" />

// The service worker: the app opens without a line, and what the server tells this device while
// nobody looks is shown. What is read in the app does not go through here.
import { noticeOf, type Answer, type ShownNotice, type Told } from './lib/notice';

declare const self: ServiceWorkerGlobalScope;

// Both are filled in when the app is built: scripts/finish.js.
const VERSION = '__SALON_VERSION__';
const FILES = JSON.parse('__SALON_FILES__') as string[];

const SHELL = '/';
const SERVERS = '/servers';
const CACHE = `salon-${VERSION}`;
const files = new Set(FILES);

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (files.has(pathname)) event.respondWith(file(request, pathname));
});
self.addEventListener('message', (event) => {
  if (event.data === 'version') event.ports[0]?.postMessage(VERSION);
  if (event.data === 'activate') void self.skipWaiting();
});
self.addEventListener('push', (event) => event.waitUntil(show(told(event.data))));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { path, answers = [] } = event.notification.data as ShownNotice;
  const chosen = answers.find((each) => each.action === event.action);
  event.waitUntil(chosen ? answer(chosen, path) : open(path));
});

async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  // What bears its hash in its name cannot have changed; the rest is asked for anew.
  const wanted = [SHELL, SERVERS, ...FILES].map((path) =>
    path.startsWith('/assets/') ? path : new Request(path, { cache: 'no-cache' }),
  );
  await cache.addAll(wanted);
}

async function takeOver(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith('salon-') && name !== CACHE) await caches.delete(name);
  }
  await self.clients.claim();
}

/** The page as the server has it now; the one that was kept when there is no server to ask. */
async function page(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    if (response.status < 500) return response;
  } catch {
    // There is no line.
  }
  const isServers = new URL(request.url).pathname === SERVERS;
  return (await kept(isServers ? SERVERS : SHELL)) ?? Response.error();
}

async function file(request: Request, path: string): Promise<Response> {
  return (await kept(path)) ?? fetch(request);
}

async function kept(path: string): Promise<Response | undefined> {
  return (await caches.open(CACHE)).match(path);
}

function told(data: PushMessageData | null): Told {
  try {
    return (data?.json() ?? {}) as Told;
  } catch {
    return {}; // of a server that is newer than this
  }
}

/** One notification for each conversation, and for each request: the next one takes its place. */
async function show(what: Told): Promise<void> {
  const notice = noticeOf(what, await language());
  const { title, body, path, answers = [] } = notice;
  const options = {
    body,
    tag: answers[0]?.url ?? path,
    renotify: true,
    icon: '/icon-192.png',
    data: notice,
    actions: answers.map((each) => ({ action: each.action, title: each.title })),
  };
  await self.registration.showNotification(title, options);
}

/** Answers without opening the app. Where that fails, the app tells why. */
async function answer({ url, body = {} }: Answer, path: string): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const asked = fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const response = await asked.catch(() => undefined);
  if (!response?.ok) await open(path);
}

/** What the app is read in, which it leaves here; else what the browser is read in. */
async function language(): Promise<string> {
  const left = await caches.match('/language', { cacheName: 'notices' });
  return (await left?.text()) ?? self.navigator.language;
}

/** Goes there in a tab that is open, or in a new one. */
async function open(path: string): Promise<void> {
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const tab = tabs.find((each) => each.focused) ?? tabs[0];
  if (!tab) return void (await self.clients.openWindow(path));
  tab.postMessage({ open: path });
  await tab.focus();
}
