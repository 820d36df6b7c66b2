/**
 * On every page: waits for the reader’s first move and loads `reader.js`, so that a page costs nothing more before it
 * is used. The last move made until then is handed on; a tap on a link and a press of a button in the header are held
 * back for it. Where the script is missing, a held tap follows its link. After the first paint, it has the whole page laid out.
 */
export {};

const own = document.currentScript as HTMLScriptElement;
const moves = ['pointerover', 'focusin', 'keydown', 'click'];
let script: HTMLScriptElement | undefined;
let last: Event | undefined;

function wait(event: Event): void {
  if (last?.type === 'click') return;
  if (event.type === 'click') {
    const held = (event as PointerEvent).pointerType === 'touch' ? 'a,.bar button' : '.bar button';
    if (!(event.target as Element).closest(held)) return;
    event.preventDefault();
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
