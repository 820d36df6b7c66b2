/** The one inline script of every page: the reader's settings (`client/reading.ts`), applied before the first paint. */
import { createHash } from 'node:crypto';

/** A browser that keeps nothing for pages (some from disk) throws when asked. */
export const earlySettings = `try{document.documentElement.style=localStorage.reading??''}catch{}`;

/** Its source expression in the Content-Security-Policy. */
export const earlySettingsHash = `'sha256-${createHash('sha256').update(earlySettings).digest('base64')}'`;
