/** What `sw.ts` uses of a service worker's scope; TypeScript's own library of it cannot stand beside that of pages. */
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface ExtendableMessageEvent extends ExtendableEvent {
  readonly data: unknown;
}

interface Client {
  readonly id: string;
  readonly url: string;
  postMessage(message: unknown): void;
}

interface WindowClient extends Client {
  navigate(url: string): Promise<WindowClient | null>;
}

declare const WindowClient: { prototype: WindowClient; new (): WindowClient };

interface Clients {
  matchAll(options?: { type?: 'window'; includeUncontrolled?: boolean }): Promise<readonly Client[]>;
  get(id: string): Promise<Client | undefined>;
}

interface ServiceWorkerGlobalScope {
  readonly clients: Clients;
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'message', listener: (event: ExtendableMessageEvent) => void): void;
}
