// Says on the start page what a browser lacks, in place of a notebook that stays blank.
const needs = [
  ["WebAssembly" in window, "This browser cannot run Python. Please use a current Firefox, Chrome, Edge or Safari."],
  ["indexedDB" in window, "This browser does not let this page keep your work. Please leave private mode."],
  [
    "serviceWorker" in navigator,
    "This browser does not let the notebooks read their files here. Please leave private mode, and use an address that begins with https.",
  ],
  [navigator.onLine, "You are offline. Notebooks that you opened before may still work."],
];
const missing = needs.find(([isThere]) => !isThere);
if (missing) {
  const place = document.getElementById("unsupported");
  place.textContent = missing[1];
  place.hidden = false;
}
