const REST = 500;
const SLACK = 10;

/** Calls when a finger rests on an element: not every phone makes a `contextmenu` of that. */
export function longPress(call: () => void): (element: HTMLElement) => () => void {
  return (element) => {
    const off = new AbortController();
    const { signal } = off;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let begin = { x: 0, y: 0 };
    let hasCalled = false;
    const end = () => clearTimeout(timer);
    const down = ({ pointerType, isPrimary, clientX, clientY }: PointerEvent) => {
      end();
      if (pointerType !== 'touch' || !isPrimary) return;
      begin = { x: clientX, y: clientY };
      hasCalled = false;
      timer = setTimeout(() => {
        hasCalled = true;
        call();
      }, REST);
    };
    // The finger goes up over what has come below it: that is no tap.
    const up = (event: TouchEvent) => {
      if (hasCalled) event.preventDefault();
    };
    const move = ({ clientX, clientY }: PointerEvent) => {
      if (Math.hypot(clientX - begin.x, clientY - begin.y) > SLACK) end();
    };
    element.addEventListener('pointerdown', down, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('touchend', up, { signal, passive: false });
    for (const name of ['pointerup', 'pointercancel', 'pointerleave'] as const) {
      element.addEventListener(name, end, { signal });
    }
    return () => {
      end();
      off.abort();
    };
  };
}
