/**
 * On every page: waits for the reader’s first move and loads `reader.js`, so that a page costs nothing more before it
 * is used. The last move made until then is handed on; a tap on a link, a press of a button in the header and a key that
 * opens search are held back for it. Where the script is missing, a held tap follows its link, and the header’s box has what
 * was typed after the key. After the first paint, it has the whole page laid out.
 */
import { opensSearch } from './search-keys.ts';

const own = document.currentScript as HTMLScriptElement;
const moves = ['pointerover', 'focusin', 'keydown', 'click'];
let script: HTMLScriptElement | undefined;
let last: Event | undefined;
let isHeld = false;

function wait(event: Event): void {
  if (isHeld) return;
  if (event.type === 'keydown' && opensSearch(event as KeyboardEvent)) {
    event.preventDefault();
    isHeld = true;
    document.querySelector<HTMLElement>('[data-search-form] input')?.focus();
  }
  if (event.type === 'click') {
    const held = (event as PointerEvent).pointerType === 'touch' ? 'a,.bar button' : '.bar button';
    if (!(event.target as Element).closest(held)) return;
    event.preventDefault();
    isHeld = true;
  }
  last = event;
  if (script) return;
  script = document.createElement('script');
  script.src = new URL('reader.js', own.src).href;
  script.onload = script.onerror = () => {
    for (const move of moves) removeEventListener(move, wait);
    last!.target!.dispatchEvent(new (last!.constructor as typeof Event)(last!.type, last));
  };
  document.head.append(script);
}

for (const move of moves) addEventListener(move, wait);

// What `styles/prose.css` leaves for later: from here on, a jump knows where everything is.
requestAnimationFrame(() => setTimeout(() => document.body.classList.add('whole')));
