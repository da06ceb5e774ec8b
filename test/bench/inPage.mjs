// What the benchmark of the pages measures inside the page. Each function is sent to the browser by itself, and may use nothing of this file.

/** Milliseconds from a slider's event to the first numbers of the new plan in the page, to their half hours, and to a thousand days. @param {number} by @returns {Promise<{first: number, drawn: number, thousand: number}>} */
export function afterChange(by) {
  const slider = /** @type {HTMLInputElement} */ (document.querySelector('input[aria-label="Calls on the day, slider"]')), answer = /** @type {Element} */ (document.querySelector(".follows"));
  return new Promise((resolve) => {
    let first = NaN, drawn = NaN, thousand = NaN;
    const started = performance.now(), look = () => {
      const section = document.querySelector(".answer"), days = Number(/([\d,]+) simulated days/.exec(document.querySelector(".certainty")?.textContent ?? "")?.[1].replaceAll(",", ""));
      if (section === null || section.classList.contains("stale")) return;
      if (Number.isNaN(first)) first = performance.now() - started;
      if (Number.isNaN(drawn) && document.querySelector(".picture:first-child:not(.stale)") !== null) drawn = performance.now() - started;
      if (days >= 1000 && Number.isNaN(thousand)) thousand = performance.now() - started;
      if (Number.isNaN(drawn) || Number.isNaN(thousand)) return;
      observer.disconnect();
      resolve({ first, drawn, thousand });
    };
    const observer = new MutationObserver(look);
    observer.observe(answer, { subtree: true, childList: true, characterData: true, attributes: true });
    slider.value = String(slider.valueAsNumber + by);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** Milliseconds between frames while the slider is moved in every frame for so long. @param {number} ms @returns {Promise<number[]>} */
export function frames(ms) {
  const slider = /** @type {HTMLInputElement} */ (document.querySelector('input[aria-label="Calls on the day, slider"]')), all = /** @type {number[]} */ ([]);
  return new Promise((resolve) => {
    let last = performance.now();
    const began = last, step = (/** @type {number} */ now) => {
      all.push(now - last);
      last = now;
      if (now - began > ms) {
        slider.dispatchEvent(new Event("change", { bubbles: true }));
        resolve(all.slice(1));
        return;
      }
      slider.value = String(600 + Math.round(200 * Math.sin((now - began) / 400) / 10) * 10);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}
