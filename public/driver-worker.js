/*
 * The driver's app without a connection: keeps the page and what it is made of, and sends what waits when the phone is back and the
 * app is closed. Registered with the build in its address (?v=…), so each new version brings a worker and a store of its own.
 * The data of the day is not kept here but by the app (lib/logistics/road/phone), in the database named below.
 */
const VERSION = new URL(self.location.href).searchParams.get("v") || "0";
const PARTS = `driver-parts-${VERSION}`;
const PAGE = "driver-page";
const DATABASE = "casepan-road";
const PAGE_WAITS_MS = 4000;
const AT_ONCE = 20;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    for (const name of await caches.keys())
      if (name.startsWith("driver-parts-") && name !== PARTS) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  // The sign-in page, which this does not watch over, deletes the kept page.
  if (request.mode === "navigate" && url.pathname === "/driver") event.respondWith(page(event));
  else if (isPart(url)) event.respondWith(part(request, url));
});

const isPart = (url) =>
  url.pathname.startsWith("/_next/static/") || /^\/(icon[^/]*\.(svg|png)|driver\.webmanifest)$/.test(url.pathname);

/** The page from the network; the kept one when that does not answer in time. A redirect means another person or none: nothing stays. */
async function page(event) {
  const kept = await (await caches.open(PAGE)).match("/driver");
  const asked = fetch(event.request).then(async (response) => {
    if (response.type === "opaqueredirect" || response.status === 401 || response.status === 403) await caches.delete(PAGE);
    else if (response.ok) await (await caches.open(PAGE)).put("/driver", response.clone());
    return response;
  });
  event.waitUntil(asked.catch(() => {}));
  if (!kept) return asked;
  const late = new Promise((resolve) => setTimeout(resolve, PAGE_WAITS_MS, null));
  const response = await Promise.race([asked.catch(() => null), late]);
  return response && response.status < 500 ? response : kept;
}

/** What the page is made of. Names carry a hash of the contents, but in development, where the network comes first. */
async function part(request, url) {
  const cache = await caches.open(PARTS);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept && VERSION !== "dev") return kept;
  try {
    const response = await fetch(request);
    if (response.ok && response.status === 200) await cache.put(url.href, response.clone());
    return response;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener("message", (event) => {
  const { data } = event;
  if (data?.keep) event.waitUntil(keepParts(data.keep));
  if (data?.user) event.waitUntil(belongTo(data.user));
});

/** What the page loaded before this worker watched over it. */
async function keepParts(addresses) {
  const cache = await caches.open(PARTS);
  for (const address of addresses) {
    if (!isPart(new URL(address)) || (await cache.match(address))) continue;
    const response = await fetch(address).catch(() => null);
    if (response?.ok) await cache.put(address, response);
  }
}

/** The kept page is one person's; another's goes, and theirs is fetched. */
async function belongTo(user) {
  const cache = await caches.open(PAGE);
  const owner = await (await cache.match("/owner"))?.text();
  if (owner === user && (await cache.match("/driver"))) return;
  await caches.delete(PAGE);
  const fresh = await caches.open(PAGE);
  await fresh.put("/owner", new Response(user));
  const response = await fetch("/driver", { credentials: "same-origin", redirect: "manual" }).catch(() => null);
  if (response?.ok) await fresh.put("/driver", response);
}

self.addEventListener("sync", (event) => {
  if (event.tag === "road") event.waitUntil(sendAll());
});

/** An open app sends by itself. A closed one is sent for; it learns the answers when it next sends, for each command counts once. */
async function sendAll() {
  const open = await self.clients.matchAll({ type: "window" });
  if (open.length > 0) {
    for (const client of open) client.postMessage({ sync: true });
    return;
  }
  const database = await openDatabase();
  if (!database) return;
  const read = database.transaction(["facts", "queue", "photos"]);
  const [facts, queue, photos] = await Promise.all([
    answerOf(read.objectStore("facts").get("facts")),
    answerOf(read.objectStore("queue").getAll()),
    answerOf(read.objectStore("photos").getAll()),
  ]);
  database.close();
  const commands = queue.filter((row) => row.userId === facts?.userId).map((row) => row.command);
  if (commands.length === 0) return;
  const named = new Set(commands.flatMap((command) => command.photoIds ?? []));
  for (const photo of photos) if (named.has(photo.id)) await sendPhoto(photo, facts.userId);
  for (let i = 0; i < commands.length; i += AT_ONCE) {
    const body = { phoneId: facts.phoneId, userId: facts.userId, sentAt: new Date().toISOString(), commands: commands.slice(i, i + AT_ONCE) };
    const headers = { "content-type": "application/json" };
    const response = await fetch("/api/road/log", { method: "POST", headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`The lab answered ${response.status}.`);
    // What could not be taken for a moment goes first the next time, before what was done after it.
    const { data } = await response.json();
    if (data.answers.some((answer) => answer.outcome === "failed")) throw new Error("The lab could not take it now.");
  }
}

/** A photo that the lab will never take is passed over; one that it cannot take now keeps back the command that names it. */
async function sendPhoto({ id, stopId, purpose, takenAt, picture }, userId) {
  const sent = new Date().toISOString();
  const query = new URLSearchParams({ stop: stopId, purpose, taken: takenAt, sent, user: userId });
  const headers = { "content-type": picture.type || "image/jpeg" };
  const { status } = await fetch(`/api/road/photos/${id}?${query}`, { method: "PUT", headers, body: picture });
  if (status >= 500 || [401, 403, 429].includes(status)) throw new Error(`The lab answered ${status}.`);
}

const answerOf = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** The app's database; null when there is none, which this does not change. */
async function openDatabase() {
  const request = indexedDB.open(DATABASE);
  request.onupgradeneeded = () => request.transaction.abort();
  return answerOf(request).catch(() => null);
}
