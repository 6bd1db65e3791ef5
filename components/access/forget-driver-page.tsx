"use client";

import { useEffect } from "react";

/** Whoever comes to the sign-in page is signed out: the page that public/driver-worker.js kept of a driver's day on this phone goes. */
export function ForgetDriverPage() {
  useEffect(() => {
    if ("caches" in window) window.caches.delete("driver-page").catch(() => {});
  }, []);
  return null;
}
