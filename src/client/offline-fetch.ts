/** The only `fetch` that the engine sees on pages opened from disk: it loads chunks as classic scripts. */

const chunks = new Map<string, string>();
const script = document.currentScript as HTMLScriptElement;

/** Folder of the offline copy, with a slash at its end. */
export const base = new URL('.', script.src).href;

declare global {
  interface Window {
    __chunk: (name: string, base64: string) => void;
    __searchIncomplete?: boolean;
  }
}

window.__chunk = (name, base64) => {
  chunks.set(name, base64);
};

/** Loads a file of the index by its address as Pagefind asks for it; where it is missing or damaged, rejects and says so for good. */
export async function fetchChunk(address: string): Promise<Response> {
  try {
    return await readChunk(address);
  } catch (error) {
    // Pagefind swallows a missing part of the index: its results are then fewer than there are.
    window.__searchIncomplete = true;
    throw error;
  }
}

async function readChunk(address: string): Promise<Response> {
  const name = address.split(/[?#]/)[0]!.split('/pagefind/').pop()!;
  const file = name.replace(/^(fragment\/[^/]*?_[0-9a-f]{2})[0-9a-f]*\.pf_fragment$/, '$1');
  if (!chunks.has(name)) await loadScript(`${base}${file}.js`);
  const chunk = chunks.get(name);
  if (chunk === undefined) throw new Error(`The search index is damaged: ${file}`);
  return new Response(
    Uint8Array.from(atob(chunk), (character) => character.charCodeAt(0)),
    { status: 200 },
  );
}

function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = address;
    element.onload = () => {
      element.remove();
      resolve();
    };
    element.onerror = () => {
      element.remove();
      reject(new Error(`The search index is incomplete: ${address}`));
    };
    document.head.append(element);
  });
}
