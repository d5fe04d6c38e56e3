"""A real nginx on this machine, which serves the site at its root, in a sub-folder, and as its own address has it."""

import os
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from shutil import which

SUB_FOLDER = "some/sub-folder/"
CONFIGURATION = """
{user}
daemon off;
pid {scratch}/nginx.pid;
error_log {scratch}/error.log;
events {{ }}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path {scratch}/body;
  proxy_temp_path {scratch}/proxy;
  fastcgi_temp_path {scratch}/fastcgi;
  uwsgi_temp_path {scratch}/uwsgi;
  scgi_temp_path {scratch}/scgi;
  add_header Content-Security-Policy "default-src 'self'" always;
  server {{
    listen 127.0.0.1:{root_port};
    root {site};
    error_page 404 /404.html;
  }}
  server {{
    listen 127.0.0.1:{sub_port};
    location /{sub_folder} {{ alias {site}/; }}
  }}
  server {{
    listen 127.0.0.1:{own_port};
    error_page 404 {own_folder}404.html;
    location {own_folder} {{ alias {site}/; }}
  }}
}}
"""


@contextmanager
def nginx(folder, own_folder="/"):
    """Gives the addresses that the folder is served at, under a policy that allows nothing from elsewhere; the last is in the folder of its own address."""
    with tempfile.TemporaryDirectory() as scratch:
        root_port, sub_port, own_port = _free_ports(3)
        text = CONFIGURATION.format(
            user="user root;" if os.geteuid() == 0 else "", scratch=scratch, site=folder, root_port=root_port,
            sub_port=sub_port, sub_folder=SUB_FOLDER, own_port=own_port, own_folder=own_folder)
        configuration = Path(scratch, "nginx.conf")
        configuration.write_text(text)
        program = which("nginx") or "/usr/sbin/nginx"
        with subprocess.Popen([program, "-e", f"{scratch}/error.log", "-c", str(configuration)]) as server:
            try:
                _wait_for(sub_port, server)
                yield f"http://127.0.0.1:{root_port}/", f"http://127.0.0.1:{sub_port}/{SUB_FOLDER}", f"http://127.0.0.1:{own_port}{own_folder}"
            finally:
                server.terminate()


def _free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def _wait_for(port, server):
    for _ in range(100):
        if server.poll() is not None:
            raise RuntimeError("nginx did not start")
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("nginx does not answer")
