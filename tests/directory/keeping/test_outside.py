"""Machines elsewhere may be asked; those inside our own network never, whatever the address looks like."""

import socket

import pytest

from directory import outside

INSIDE = [
    "127.0.0.1", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1",
    "255.255.255.255", "::1", "::", "fe80::1%eth0", "fd00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "ff02::1",
    "fec0::1", "2002:7f00:1::", "64:ff9b::7f00:1", "2001:0:7f00:1::", "240.0.0.1", "192.0.2.1",
]  # fmt: skip


@pytest.mark.parametrize("number", INSIDE)
def test_a_number_of_ours_is_never_asked(number):
    assert not outside.is_outside(number)


@pytest.mark.parametrize("number", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_a_number_of_the_open_internet_may_be(number):
    assert outside.is_outside(number)


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "https://", "https://a:b@example.org/", "http://example.org:99999/", "gopher://x"]
)
def test_what_cannot_be_asked_is_not(address):
    with pytest.raises(outside.NotAnAddress):
        outside.connect(address, patience=1)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/", "http://localhost/", "http://0x7f000001/", "http://2130706433/"]
)
def test_however_the_loopback_is_written_it_is_inside(address):
    with pytest.raises((outside.Inside, outside.NobodyThere)):
        outside.connect(address, patience=1)


def test_a_name_is_connected_to_as_it_was_checked_whatever_it_says_the_second_time(monkeypatch):
    answers = iter(["8.8.8.8", "127.0.0.1"])
    asked = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: [(0, 0, 0, "", (next(answers), 80))])
    monkeypatch.setattr(socket, "create_connection", lambda where, *_a, **_k: asked.append(where))
    connection = outside.connect("http://rebinding.example/", patience=1)
    connection._create_connection(("rebinding.example", 80), 1)
    assert asked == [("8.8.8.8", 80)]
