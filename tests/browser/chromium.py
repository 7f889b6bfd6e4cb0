"""Headless Chromium, driven over its debugging pipe: no driver, no port, no package beside the browser itself."""
import base64
import contextlib
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
ANSWER_SECONDS = 60


def program():
    """The browser's path, or None."""
    return next((path for path in map(shutil.which, PROGRAMS) if path), None)


class Failure(Exception):
    """The browser said no, or nothing."""


class Browser:
    """One browser process; use within `with`."""

    def __init__(self, path):
        self._profile = tempfile.TemporaryDirectory(prefix="chromium.", ignore_cleanup_errors=True)
        child_in, self._write = os.pipe()
        self._read, child_out = os.pipe()

        def wire():  # the browser reads commands from 3 and answers on 4
            os.dup2(child_in, 103)
            os.dup2(child_out, 104)
            os.dup2(103, 3)
            os.dup2(104, 4)

        # Root has no sandbox to give away, and neither has a container; the pages are our own.
        self._process = subprocess.Popen(
            [path, "--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             "--no-first-run", "--disable-extensions", "--disable-background-networking", "--hide-scrollbars",
             f"--user-data-dir={self._profile.name}", "about:blank"],
            pass_fds=(3, 4), preexec_fn=wire, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": self._profile.name})
        os.close(child_in)
        os.close(child_out)
        self._buffer = b""
        self._last = 0
        self.events = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        with contextlib.suppress(Failure, OSError):
            self.call("Browser.close")
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._write)
        os.close(self._read)
        self._profile.cleanup()

    def _receive(self, seconds):
        end = time.monotonic() + seconds
        while b"\0" not in self._buffer:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self._read], [], [], left)[0]:
                raise Failure("the browser does not answer")
            piece = os.read(self._read, 1 << 16)
            if not piece:
                raise Failure("the browser ended")
            self._buffer += piece
        message, self._buffer = self._buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, session=None, **params):
        self._last += 1
        message = {"id": self._last, "method": method, "params": params} | ({"sessionId": session} if session else {})
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._write, data):]
        while True:
            answer = self._receive(ANSWER_SECONDS)
            if answer.get("id") == self._last:
                if "error" in answer:
                    raise Failure(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def wait_for(self, method, session):
        while True:
            for event in self.events:
                if event.get("method") == method and event.get("sessionId") == session:
                    return event
            self.events.append(self._receive(ANSWER_SECONDS))


class Tab:
    """A page as one reader sees it: so wide, so high, dark or light. What it says and asks for is kept in `events`."""

    def __init__(self, browser, address, width=1280, height=900, dark=False, media="", bypass_policy=False):
        self._browser = browser
        browser.events.clear()
        self._target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = browser.call("Target.attachToTarget", targetId=self._target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        scheme = "dark" if dark else "light"
        self.call("Emulation.setEmulatedMedia", media=media, features=[{"name": "prefers-color-scheme", "value": scheme}])
        if bypass_policy:
            self.call("Page.setBypassCSP", enabled=True)
        self.call("Page.navigate", url=address)
        browser.wait_for("Page.loadEventFired", self._session)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._browser.call("Target.closeTarget", targetId=self._target)

    def call(self, method, **params):
        return self._browser.call(method, session=self._session, **params)

    def evaluate(self, script):
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise Failure(f"the script failed: {json.dumps(answer['exceptionDetails'])[:500]}")
        return answer["result"].get("value")

    def said(self):
        """What the page wrote to the console, and what the browser wrote about it."""
        messages = []
        for event in self._browser.events:
            if event.get("sessionId") != self._session:
                continue
            method, params = event.get("method"), event.get("params", {})
            if method == "Runtime.consoleAPICalled":
                messages.append("console: " + " ".join(str(one.get("value", one.get("description"))) for one in params["args"]))
            elif method == "Runtime.exceptionThrown":
                messages.append("exception: " + params["exceptionDetails"].get("text", ""))
            elif method == "Log.entryAdded":
                messages.append(f"{params['entry']['level']}: {params['entry']['text']}")
        return messages

    def requests(self):
        return [event["params"]["request"]["url"] for event in self._browser.events
                if event.get("sessionId") == self._session and event.get("method") == "Network.requestWillBeSent"]

    def pdf(self):
        printed = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return base64.b64decode(printed["data"])

    def picture(self):
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        shot = self.call("Page.captureScreenshot", captureBeyondViewport=True,
                         clip={"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1})
        return base64.b64decode(shot["data"])
