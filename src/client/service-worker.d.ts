/**
 * The part of the Service Worker API that `sw.ts` uses: TypeScript's library for workers contradicts its library for pages, and
 * both would hold for every file. W3C, Service Workers.
 */
interface ExtendableEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}

interface WindowClient {
  readonly id: string;
  readonly url: string;
  postMessage(message: unknown): void;
  navigate(address: string): Promise<WindowClient | null>;
}

interface ServiceWorkerGlobalScope {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { matchAll(options: { type?: 'window'; includeUncontrolled?: boolean }): Promise<readonly WindowClient[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'message', listener: (event: ExtendableEvent & { readonly data: unknown }) => void): void;
}
