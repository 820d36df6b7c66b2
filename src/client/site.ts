/**
 * On every page: waits for the reader’s first move and loads `reader.js`, so that a page costs nothing more before it
 * is used. The last move made until then is handed on; a tap on a link is held back for it. Where the script is
 * missing, a held tap follows its link.
 */
const own = document.currentScript as HTMLScriptElement;
const moves = ['pointerover', 'focusin', 'keydown', 'click'];
let script: HTMLScriptElement | undefined;
let last: Event;

function wait(event: Event): void {
  if (last?.type === 'click') return;
  if (event.type === 'click') {
    if ((event as PointerEvent).pointerType !== 'touch' || !(event.target as Element).closest('a')) return;
    event.preventDefault();
  }
  last = event;
  if (script) return;
  script = document.createElement('script');
  script.src = own.src.replace('site', 'reader');
  script.onload = script.onerror = () => {
    for (const move of moves) removeEventListener(move, wait);
    last.target!.dispatchEvent(new (last.constructor as typeof Event)(last.type, last));
  };
  document.head.append(script);
}

for (const move of moves) addEventListener(move, wait);
