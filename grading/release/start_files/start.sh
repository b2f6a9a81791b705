#!/bin/sh
# Opens the notebooks in your browser. The first time, it installs what they need into the folder .venv here.
cd "$(dirname "$0")" || exit 1

if [ "$(uname)" = Darwin ]; then
  get_python="Download Python from https://www.python.org/downloads/ and install it. Then start this file again."
else
  get_python="On Debian or Ubuntu, type: sudo apt install python3 python3-venv. Then start this file again."
fi

stop() {
  printf '\n%s\n' "$@"
  if [ -t 0 ]; then
    printf 'Press Enter to close this window.'
    read -r _
  fi
  exit 1
}

install() {
  command -v python3 >/dev/null || stop "Python is missing." "$get_python"
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    stop "Your Python is too old. The course needs Python 3.11 or newer." "$get_python"
  echo "Installing what the notebooks need. This takes a few minutes, the first time only."
  python3 -m venv .venv || stop "Python cannot make the folder .venv." "$get_python"
  .venv/bin/python -m pip install --quiet {{packages}} ||
    stop "The installation stopped. Check that you are online, then start this file again."
  touch .venv/ready
}

[ -d {{package}} ] || stop "The folder {{package}} is missing here. Unpack the whole zip, then start this file from the new folder."
[ -f .venv/ready ] || install
echo "The notebooks open in your browser. Keep this window open while you work."
exec .venv/bin/python -m jupyter lab {{first}}.ipynb
