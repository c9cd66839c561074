// Keeps every built file on the device, answers from there, and lets no request leave the origin.
// The build writes the version and the list of files with their integrity; this file's own name never changes.
const VERSION = "__VERSION__";
const FILES = __FILES__; // [path relative to the scope, integrity]; "" is the page itself

// Caches are one pool per origin: whatever does not begin with our prefix is not ours to touch.
const PREFIX = "baoxue-files-";
const CACHE = PREFIX + VERSION;
const BASE = new URL("./", self.location.href);
const PAGE = new URL("./", BASE).href;
const KNOWN = new Map(FILES.map(([path, integrity]) => [new URL(path, BASE).href, integrity]));
const HASHED = /-[0-9a-f]{16}(_bg)?\.\w+$/;

self.addEventListener("install", (event) => event.waitUntil(keepAll()));

/** All or nothing: one file missing or altered and the version is not taken. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  await Promise.all(
    [...KNOWN].map(async ([url, integrity]) => {
      // A name made from the content needs no second journey over a village's network.
      const old = HASHED.test(url) ? await caches.match(url) : undefined;
      const answer = old || (await fetch(url, { integrity, cache: "no-cache", credentials: "same-origin" }));
      if (!answer.ok) throw new Error(answer.status + " " + url);
      await cache.put(url, await plain(answer));
    }),
  );
}

/** A redirected answer may not be given to a navigation: keep its body and headers without the redirect. */
async function plain(answer) {
  if (!answer.redirected) return answer;
  return new Response(await answer.blob(), { status: 200, headers: answer.headers });
}

self.addEventListener("activate", (event) => event.waitUntil(tidy()));

/** Keeps this version and the one before: another tab may still run on that. */
async function tidy() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(ours.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener("message", (event) => {
  if (event.data === "skip-waiting") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const url = new URL(request.url);
  if (url.origin !== BASE.origin) {
    // A page's policy in a meta tag does not bind its workers; this does.
    event.respondWith(Response.error());
    return;
  }
  if (request.method !== "GET" || !url.pathname.startsWith(BASE.pathname)) return;
  url.search = "";
  url.hash = "";
  if (KNOWN.has(url.href)) event.respondWith(kept(url.href, request));
  else if (request.mode === "navigate") event.respondWith(kept(PAGE, request));
  else event.respondWith(previous(request));
});

async function kept(url, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(url)) || fetch(request);
}

/** A file of the version before, for a tab that has not been reloaded yet. */
async function previous(request) {
  return (await caches.match(request, { ignoreSearch: true })) || fetch(request);
}
