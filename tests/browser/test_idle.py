"""A browser opens connections before it needs them. Nobody waits for those that say nothing."""

import socket
from contextlib import ExitStack

import requests


def test_connections_that_say_nothing_hold_nobody_up(service):
    with ExitStack() as stack:
        for _ in range(4):
            stack.enter_context(socket.create_connection(("127.0.0.1", service.port)))
        for _ in range(4):
            requests.get(f"{service.url}/sign-in", timeout=20).raise_for_status()
