/**
 * On every page: waits for the reader’s first move and loads `reader.js`, so that a page costs nothing more before it
 * is used. A tap on a link, a press of a button in the header and a key that opens search are held back for it and handed on;
 * so is the pointer or the focus that last came upon something. No other key is: the page itself may have acted on it. Where the
 * script is missing, a held tap follows its link, and the header’s box has what was typed after the key. After the first
 * paint, it has the whole page laid out.
 */
import { opensSearch } from './search-keys.ts';

const { src } = document.currentScript as HTMLScriptElement;
const moves = ['pointerover', 'focusin', 'keydown', 'click'];
let script: HTMLScriptElement | undefined;
let last: Event | undefined;
let isHeld: unknown;

function wait(event: Event): void {
  // What is held back is not replaced.
  if (isHeld) return;
  const isClick = event.type === 'click';
  const held = () => (event.target as Element).closest((event as PointerEvent).pointerType === 'touch' ? 'a,.bar button' : '.bar button');
  isHeld = isClick ? held() : opensSearch(event as KeyboardEvent);
  if (isHeld) event.preventDefault();
  else if (isClick) return;
  last = isHeld || !(event as KeyboardEvent).key ? event : undefined;
  // It has what is typed next.
  if (isHeld && !isClick) document.querySelector('input')?.focus();
  if (script) return;
  script = document.createElement('script');
  script.src = new URL('reader.js', src).href;
  script.onload = script.onerror = () => {
    for (const move of moves) removeEventListener(move, wait);
    last?.target!.dispatchEvent(new (last.constructor as typeof Event)(last.type, last));
  };
  document.head.append(script);
}

for (const move of moves) addEventListener(move, wait);

// What `styles/prose.css` leaves for later: from here on, a jump knows where everything is.
requestAnimationFrame(() => setTimeout(() => document.body.classList.add('whole')));
