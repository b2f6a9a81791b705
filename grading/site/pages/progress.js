// Says below the notebook that Python is loading, until it is ready, and what to do where it cannot be loaded.
// Python runs in a worker of the page, which is asked to "initialize" and answers when it has.
const PATIENCE = 180_000; // ms
const LOADING = "Python is loading. The first time takes up to a minute. You can read on: cells wait until it is ready.";
const SLOW = "Python is still loading. If nothing happens, check your connection and reload this page. Your work is kept.";
const OFFLINE = "You are offline, so Python may not load. Connect, then reload this page. Your work is kept.";
const FAILED = "Python could not be loaded. Check your connection, then reload this page. Your work is kept.";

const line = document.createElement("p");
line.setAttribute("role", "status");
line.hidden = true;
line.style.cssText =
  "position:fixed;left:0;right:0;bottom:0;z-index:1001;margin:0;padding:.6em 1em;background:#1f3a5f;color:#fff;" +
  "font:15px/1.4 system-ui,sans-serif";
addEventListener("DOMContentLoaded", () => document.body.append(line));

function tell(text) {
  line.textContent = text;
  line.hidden = text === "";
}

let slow;
function begin() {
  tell(navigator.onLine ? LOADING : OFFLINE);
  clearTimeout(slow);
  slow = setTimeout(() => tell(SLOW), PATIENCE);
}

function end(answer) {
  clearTimeout(slow);
  tell(answer.type === "HANDLER" && answer.name === "throw" ? FAILED : "");
}

const PageWorker = window.Worker;
window.Worker = class extends PageWorker {
  #asked = null;

  constructor(...words) {
    super(...words);
    this.addEventListener("message", ({ data }) => {
      if (this.#asked !== null && data?.id === this.#asked) end(data);
    });
  }

  postMessage(message, ...rest) {
    if (message?.path?.at(-1) === "initialize") {
      this.#asked = message.id;
      begin();
    }
    super.postMessage(message, ...rest);
  }
};

if (location.pathname.includes("/notebooks")) begin();
