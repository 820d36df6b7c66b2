/** The files of the search index: over http as they are, and where pages may not fetch, from disk above all, as classic scripts. */
import { scriptOf } from '../search/index-files.ts';
import { loadScript } from './load-script.ts';

const chunks = new Map<string, string>();

/** Pagefind’s folder, with a slash at its end. */
export const base = new URL('.', (document.currentScript as HTMLScriptElement).src).href;

declare global {
  interface Window {
    __chunk: (name: string, base64: string) => void;
    /** Did a part of the index fail to load? */
    __searchIncomplete?: boolean;
  }
}

window.__chunk = (name, base64) => {
  chunks.set(name, base64);
};

/** From disk, and on a page that forbids connections. */
const byScripts =
  location.protocol === 'file:' || document.querySelector<HTMLMetaElement>('meta[http-equiv]')!.content.includes("connect-src 'none'");

/** The only `fetch` that Pagefind sees: gives a file unpacked; where it is missing or damaged, rejects and says so for good. */
export async function fetchFile(address: string): Promise<Response> {
  try {
    const file = await (byScripts ? readChunk(address) : fetch(address));
    if (!file.ok) throw new Error(`The search index is incomplete: ${address}`);
    if (address.includes('.json')) return file;
    return new Response(await new Response(file.body!.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
  } catch (error) {
    // Pagefind swallows a missing part of the index: its results are then fewer than there are.
    window.__searchIncomplete = true;
    throw error;
  }
}

async function readChunk(address: string): Promise<Response> {
  const name = address.split(/[?#]/)[0]!.split('/pagefind/').pop()!;
  const file = scriptOf(name);
  if (!chunks.has(name)) await loadScript(`${base}offline/${file}.js`);
  const chunk = chunks.get(name);
  if (chunk === undefined) throw new Error(`The search index is damaged: ${file}`);
  const text = atob(chunk);
  const bytes = new Uint8Array(text.length);
  // Several times as fast as `Uint8Array.from`.
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return new Response(bytes);
}
