#!/bin/sh
# Prints the path of a Python that Didgah can run on (3.13, else 3.12), or says what to install.
# `hazm` needs 3.12 or 3.13; a bare `python3` may be older, so each candidate is asked.
set -u

usable() {
    [ -n "$1" ] && "$1" -c 'import sys, venv, ensurepip; sys.exit(not (3, 12) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1
}

try() {
    if usable "$1"; then
        "$1" -c 'import sys; print(sys.executable)'
        exit 0
    fi
}

[ -n "${PYTHON:-}" ] && try "$PYTHON"
for minor in 3.13 3.12; do
    try "$(command -v "python$minor" 2>/dev/null)"
    for root in "${PYENV_ROOT:-$HOME/.pyenv}" /opt/pyenv; do
        for candidate in "$root/versions/$minor".*/bin/python "$root/versions/$minor"/bin/python; do
            [ -x "$candidate" ] && try "$candidate"
        done
    done
    command -v uv >/dev/null 2>&1 && try "$(uv python find --no-python-downloads "$minor" 2>/dev/null)"
done
try "$(command -v python3 2>/dev/null)"

echo "Didgah needs Python 3.13 or 3.12 with venv, and found neither." >&2
echo "Install one (for example: 'pyenv install 3.13', 'uv python install 3.13', or your system's python3.13 and python3.13-venv) and run make again." >&2
echo "If it is installed somewhere unusual, name it: make run PYTHON=/path/to/python3.13" >&2
exit 1
