#!/usr/bin/env python3
"""Serves the built page (dist/) with the headers that README.md asks of a host.

Only the standard library. Used by `make run`, by the journeys in tests/e2e* and by the screenshots.

The content policy is read from the page's own meta tag, so page and header never differ; `frame-ancestors`,
which a meta tag cannot say, is added. A path without a file and without a dot in its last part is a page of
the program: it is answered with index.html. A path with a dot that has no file is an honest 404.
"""

import argparse
import functools
import html
import http.server
import os
import posixpath
import re
import signal
import socketserver
import sys
import urllib.parse

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".wasm": "application/wasm",
    ".svg": "image/svg+xml; charset=utf-8",
    ".png": "image/png",
}
HASHED = re.compile(r"-[0-9a-f]{16}(_bg)?\.\w+$")
POLICY = re.compile(r'http-equiv="Content-Security-Policy"\s+content="([^"]+)"', re.IGNORECASE)


def policy(folder: str) -> str:
    """The policy of the built page and what only a header can say."""
    try:
        with open(os.path.join(folder, "index.html"), encoding="utf-8") as page:
            found = POLICY.search(page.read())
    except FileNotFoundError:
        sys.exit(f"serve: {folder}/index.html is not there. Build the page first: make build")
    if not found:
        sys.exit("serve: index.html has no Content-Security-Policy; refusing to serve it without one.")
    return html.unescape(found.group(1)) + "; frame-ancestors 'none'"


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers GET and HEAD from one folder; everything else is refused."""

    protocol_version = "HTTP/1.1"
    server_version = "baoxue"
    sys_version = ""

    def __init__(self, *args, folder: str, base: str, csp: str, quiet: bool, **kwargs):
        self.folder, self.base, self.csp, self.quiet = folder, base, csp, quiet
        super().__init__(*args, **kwargs)

    def do_GET(self):
        self.answer(body=True)

    def do_HEAD(self):
        self.answer(body=False)

    def answer(self, body: bool):
        path = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)
        if path + "/" == self.base:
            self.send_response(308)
            self.send_header("Location", self.base)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        name, status = self.find(path)
        try:
            with open(name, "rb") as file:
                data = file.read()
        except OSError:
            data, status, name = b"Not found\n", 404, "none.txt"
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(os.path.splitext(name)[1], "text/plain; charset=utf-8"))
        self.send_header("Content-Length", str(len(data)))
        forever = HASHED.search(name) is not None
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if forever else "no-cache")
        for key, value in (
            ("Content-Security-Policy", self.csp),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Permissions-Policy", "geolocation=(), microphone=(), payment=(), usb=()"),
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
        ):
            self.send_header(key, value)
        self.end_headers()
        if body:
            self.wfile.write(data)

    def find(self, path: str) -> tuple[str, int]:
        """The file for a path, and the status. Never a file outside the folder."""
        if not path.startswith(self.base):
            return "", 404
        inner = posixpath.normpath("/" + path[len(self.base) :]).lstrip("/")
        name = os.path.realpath(os.path.join(self.folder, *inner.split("/"))) if inner else self.folder
        inside = name == self.folder or name.startswith(self.folder + os.sep)
        if inside and os.path.isfile(name):
            return name, 200
        if inside and "." not in posixpath.basename(inner):
            return os.path.join(self.folder, "index.html"), 200
        return "", 404

    def log_message(self, format, *args):
        if not self.quiet:
            sys.stderr.write("  " + format % args + "\n")


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    # A tab that went away in the middle of an answer is nobody's error.
    allow_reuse_address = True

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], (BrokenPipeError, ConnectionResetError)):
            super().handle_error(request, client_address)


def main():
    parser = argparse.ArgumentParser(description="Serve the built page with its headers.")
    parser.add_argument("--dir", default="dist", help="the built folder (default: dist)")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    parser.add_argument("--port", type=int, default=8080, help="port; 0 takes a free one (default: 8080)")
    parser.add_argument("--base", default="/", help="path the page was built for (default: /)")
    parser.add_argument("--quiet", action="store_true", help="do not print requests")
    options = parser.parse_args()
    folder = os.path.realpath(options.dir)
    base = "/" + options.base.strip("/") + "/" if options.base.strip("/") else "/"
    make = functools.partial(Handler, folder=folder, base=base, csp=policy(folder), quiet=options.quiet)
    try:
        server = Server((options.host, options.port), make)
    except OSError as error:
        sys.exit(f"serve: port {options.port} cannot be used ({error.strerror}). Choose another: make run PORT=8090")
    # One line for people and for tests; the port is the real one when 0 was asked for.
    shown = "localhost" if options.host in ("127.0.0.1", "0.0.0.0") else options.host
    print(f"保学 is served at http://{shown}:{server.server_address[1]}{base}   (Ctrl-C stops)", flush=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        server.serve_forever(poll_interval=0.2)
    except KeyboardInterrupt:
        print("\nstopped")
    finally:
        server.server_close()


if __name__ == "__main__":
    main()
