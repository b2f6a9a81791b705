@echo off
rem Opens the notebooks in your browser. The first time, it installs what they need into the folder .venv here.
cd /d "%~dp0"

if not exist "{{package}}\" goto unpack
if exist ".venv\ready" goto start

set "python=py -3"
%python% -c "" 2>nul || set "python=python"
%python% -c "" 2>nul || goto missing
%python% -c "import sys; sys.exit(sys.version_info < (3, 11))" || goto old
echo Installing what the notebooks need. This takes a few minutes, the first time only.
%python% -m venv .venv || goto failed
.venv\Scripts\python -m pip install --quiet {{packages}} || goto failed
echo ready> ".venv\ready"

:start
echo The notebooks open in your browser. Keep this window open while you work.
.venv\Scripts\python -m jupyter lab {{first}}.ipynb
goto end

:unpack
echo The folder {{package}} is missing here. Right-click the zip, choose Extract All, then start this file in the new folder.
goto stop

:missing
echo Python is missing. Download it from https://www.python.org/downloads/ and install it. Then start this file again.
goto stop

:old
echo Your Python is too old. The course needs Python 3.11 or newer. Download it from https://www.python.org/downloads/
goto stop

:failed
echo The installation stopped. Check that you are online, then start this file again.

:stop
pause
exit /b 1

:end
