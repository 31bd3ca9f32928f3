"""Measures the rules in rsyslogd and in syslog-ng: lines per second from the first line to the last line of the output.

Usage: syslogd_figures.py FOLDER [SYSLOG_NG], where the program `figures` wrote the folder, and SYSLOG_NG is a folder with an
unpacked syslog-ng. A daemon that is not installed is left out.
"""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

folder = Path(sys.argv[1]).resolve()
lines = folder / "lines.log"
count = sum(1 for _ in open(lines, "rb"))


def wait(output, daemon):
    """Waits until the output has as many lines as the input, and returns the number of events in it."""
    seen, events = 0, 0
    with open(output, "rb") as file:
        while seen < count:
            chunk = file.readlines(1 << 24)
            if not chunk and daemon.poll() is not None:
                raise SystemExit(f"{daemon.args[0]} ended")
            if not chunk:
                time.sleep(0.02)
            seen += len(chunk)
            events += sum(b'"tag"' in line for line in chunk)
    return events


def report(engine, start, events):
    print(f"{engine:<28} {count / (time.monotonic() - start):>12.0f} {events:>10}", flush=True)


def started(condition, daemon):
    while not condition():
        if daemon.poll() is not None:
            raise SystemExit(f"{daemon.args[0]} ended")
        time.sleep(0.02)


def rsyslog(program):
    at = folder / "rsyslog"
    output = at / "out"
    output.write_bytes(b"")
    rules = (at / "kmd.conf").read_text().replace("/etc/rsyslog.d/", f"{at}/")
    (at / "rsyslog.conf").write_text(
        f"""
global(workDirectory="{at}")
main_queue(queue.type="FixedArray" queue.size="200000" queue.highwatermark="180000" queue.discardmark="200000")
module(load="imptcp")
module(load="mmnormalize")
{rules}
template(name="out" type="string" string="%$!kmd%\\n")
ruleset(name="all") {{
  call kmd
  action(type="omfile" file="{output}" template="out" ioBufferSize="1m")
}}
input(type="imptcp" path="{at}/stream" unlink="on" ruleset="all")
"""
    )
    daemon = subprocess.Popen([program, "-n", "-f", at / "rsyslog.conf", "-i", at / "pid"])
    started((at / "stream").exists, daemon)
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(str(at / "stream"))
    start = time.monotonic()
    if os.fork() == 0:
        with open(lines, "rb") as file:
            connection.sendfile(file)
        os._exit(0)
    events = wait(output, daemon)
    report("rsyslog, mmnormalize", start, events)
    daemon.terminate()
    daemon.wait()


def syslog_ng(root):
    at = folder / "syslog-ng"
    output = at / "out"
    output.write_bytes(b"")
    rules = (at / "kmd.conf").read_text().replace("/etc/syslog-ng/", f"{at}/")
    template = "$(format-json --key kmd.*)\\n"
    (at / "syslog-ng.conf").write_text(
        f"""@version: 3.38
options {{ stats-freq(0); }};
{rules}
source s {{ file("{lines}" follow-freq(0.1) log-fetch-limit(1000) log-iw-size(10000)); }};
destination d {{ file("{output}" template("{template}")); }};
log {{ source(s); parser(p_kmd); destination(d); }};
"""
    )
    (at / "persist").unlink(missing_ok=True)
    architecture = f"{os.uname().machine}-linux-gnu"
    libraries = [root / "usr/lib" / architecture, root / "lib" / architecture, root / "usr/lib/syslog-ng"]
    environment = os.environ | {"LD_LIBRARY_PATH": ":".join(map(str, libraries))}
    # The folder of the modules has the version as its name.
    modules = next(path for path in (root / "usr/lib/syslog-ng").iterdir() if path.is_dir())
    command = [root / "usr/sbin/syslog-ng", "--foreground", "--no-caps", f"--module-path={modules}"]
    command += ["--cfgfile", at / "syslog-ng.conf", "--persist-file", at / "persist", "--pidfile", at / "pid"]
    command += ["--control", at / "ctl"]
    start = time.monotonic()
    daemon = subprocess.Popen(command, env=environment)
    events = wait(output, daemon)
    report("syslog-ng, patterndb", start, events)
    daemon.kill()
    daemon.wait()


program = Path("/usr/sbin/rsyslogd")
if program.exists():
    rsyslog(program)
else:
    print("rsyslog is left out, because rsyslogd is not installed")
root = Path(sys.argv[2]) if len(sys.argv) > 2 else Path()
if (root / "usr/sbin/syslog-ng").exists():
    syslog_ng(root.resolve())
else:
    print("syslog-ng is left out, because it is not unpacked")
