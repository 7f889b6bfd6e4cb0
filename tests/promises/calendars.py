#!/usr/bin/env python3
"""What `sss export ics` writes is iCalendar, to a list of rules of RFC 5545 and 7986 and to readers that are not ours.

Other libraries let most faults pass, so the rules stand here, each with a faulty sample that it must catch. Then libical,
python3-icalendar and python3-vobject read the same calendars: of the example, of hostile text in every field, and of two
exports between which a milestone was renamed, cancelled, moved or removed, as a subscriber meets them.

usage: calendars.py SSS SOURCE-FOLDER
"""
import ctypes
import ctypes.util
import datetime
import pathlib
import re
import sys
import tempfile
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.path.append("/usr/lib/python3/dist-packages")  # where Debian keeps its own, whichever Python this is
from support.claims import answer, claim, failures, git
from support.npm_judges import is_there, judged

NAMESPACE = uuid.UUID("a1c1b6ea-c84a-547d-9325-51461e65b04a")
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME", "X-WR-CALDESC", "CATEGORIES"}
AT_MOST_ONCE = ["UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "TRANSP", "SEQUENCE", "CREATED",
                "LAST-MODIFIED", "URL"]

GOOD = "\r\n".join([
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", "CALSCALE:GREGORIAN", "UID:" + str(uuid.uuid5(NAMESPACE, "c")), "NAME:A",
    "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "SOURCE;VALUE=URI:https://a.example/x.ics",
    "BEGIN:VEVENT", "UID:" + str(uuid.uuid5(NAMESPACE, "a")), "DTSTAMP:20180101T000000Z", "CREATED:20180101T000000Z", "LAST-MODIFIED:20180101T000000Z",
    "SEQUENCE:0", "DTSTART;VALUE=DATE:20180501", "DTEND;VALUE=DATE:20180502", "SUMMARY:One\\, two", "DESCRIPTION:A\\nB", "CATEGORIES:Milestone,Review",
    "STATUS:CONFIRMED", "TRANSP:TRANSPARENT", "URL:https://a.example/m/a.html", "END:VEVENT",
    "BEGIN:VEVENT", "UID:" + str(uuid.uuid5(NAMESPACE, "b")), "DTSTAMP:20180101T000000Z", "CREATED:20180101T000000Z", "LAST-MODIFIED:20180101T000000Z",
    "SEQUENCE:3", "DTSTART:20180501T100000Z", "SUMMARY:Cancelled: Two", "STATUS:CANCELLED", "TRANSP:TRANSPARENT", "END:VEVENT",
    "END:VCALENDAR", ""])


class Line:
    def __init__(self, text):
        match = re.fullmatch(r'([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"\x00-\x08\x0a-\x1f\x7f]*"|[^";:,\x00-\x08\x0a-\x1f\x7f]*))*):(.*)', text, re.S)
        self.sound = match is not None
        self.name = match[1].upper() if match else ""
        self.parameters = dict(part.split("=", 1) for part in match[2].split(";")[1:]) if match else {}
        self.value = match[3] if match else text


class Calendar:
    """The lines of one calendar; `events` are lists of theirs."""

    def __init__(self, data):
        self.data = data
        self.physical = data.split(b"\r\n")
        text = data.decode(errors="replace").replace("\r\n", "\n")
        self.lines = [Line(one) for one in re.sub(r"\n[ \t]", "", text).split("\n")[:-1]]
        self.head, self.events, self.components, depth, event = [], [], [], [], None
        self.nested = True
        for line in self.lines:
            if line.name == "BEGIN":
                depth.append(line.value)
                self.components.append(line.value)
                event = [] if line.value == "VEVENT" else event
            elif line.name == "END":
                self.nested &= bool(depth) and depth.pop() == line.value
                if line.value == "VEVENT" and event is not None:
                    self.events.append(event)
                    event = None
            elif event is not None:
                event.append(line)
            elif depth == ["VCALENDAR"]:
                self.head.append(line)
        self.nested &= not depth

    @staticmethod
    def of(event, name):
        return [line for line in event if line.name == name]


def value(event, name):
    found = Calendar.of(event, name)
    return found[0].value if found else None


def is_day(text):
    try:
        return bool(re.fullmatch(r"\d{8}", text)) and bool(datetime.datetime.strptime(text, "%Y%m%d"))
    except ValueError:
        return False


def is_utc(text):
    return bool(re.fullmatch(r"\d{8}T([01]\d|2[0-3])[0-5]\d[0-5]\dZ", text)) and is_day(text[:8])


def dated(line):
    return is_day(line.value) if line.parameters.get("VALUE") == "DATE" else is_utc(line.value)


def swap(old, new, count=1):
    return lambda text: text.replace(old, new, count)


def after(old, new):
    return lambda text: text.replace(old, old + new, 1)


# Each rule: where it stands, what it says, whether a calendar keeps it, and what breaks it.
RULES = [
    ("5545 3.1", "lines end with CR LF", lambda c: b"\n" not in c.data.replace(b"\r\n", b"") and b"\r" not in c.data.replace(b"\r\n", b""), swap("\r\nNAME", "\nNAME")),
    ("5545 3.1", "no bare carriage return", lambda c: b"\r" not in c.data.replace(b"\r\n", b""), swap("NAME:A", "NAME:A\rB")),
    ("5545 3.1", "a line has 75 octets at most", lambda c: all(len(line) <= 75 for line in c.physical), swap("NAME:A", "NAME:" + "A" * 71)),
    ("5545 3.1", "a line has 75 octets at most, not characters", lambda c: all(len(line) <= 75 for line in c.physical), swap("NAME:A", "NAME:" + "ä" * 36)),
    ("5545 3.1", "the last line ends too", lambda c: c.data.endswith(b"END:VCALENDAR\r\n"), lambda text: text[:-2]),
    ("5545 3.1", "nothing stands behind the calendar", lambda c: c.physical.count(b"END:VCALENDAR") == 1 and c.physical[-2:] == [b"END:VCALENDAR", b""], lambda text: text + "X:y\r\n"),
    ("5545 3.1", "no line is empty", lambda c: all(c.physical[:-1]), swap("\r\nNAME", "\r\n\r\nNAME")),
    ("5545 3.1", "a line is a name, parameters and a value", lambda c: all(line.sound for line in c.lines), swap("NAME:A", "NA ME:A")),
    ("5545 3.1", "a value has no control character", lambda c: not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", c.data), swap("NAME:A", "NAME:A\x07")),
    ("5545 3.1.4", "it is UTF-8, and so is each line by itself", lambda c: all(is_utf8(line) for line in c.physical), lambda text: text.replace("NAME:A", "NAME:\udcc3\r\n \udca4")),
    ("5545 3.4", "it begins with the calendar", lambda c: c.data.startswith(b"BEGIN:VCALENDAR\r\n"), lambda text: text.replace("BEGIN:VCALENDAR\r\n", "", 1)),
    ("5545 3.6", "components are closed in their order", lambda c: c.nested, swap("END:VEVENT\r\nEND", "END")),
    ("5545 3.6", "a calendar has a component at least", lambda c: len(c.components) > 1, lambda text: re.sub(r"(?s)BEGIN:VEVENT.*END:VEVENT\r\n", "", text)),
    ("5545 3.7.3", "it names its maker once", lambda c: len(c.of(c.head, "PRODID")) == 1, swap("PRODID:-//x//y//EN\r\n", "")),
    ("5545 3.7.4", "it is version 2.0, said once", lambda c: [line.value for line in c.of(c.head, "VERSION")] == ["2.0"], swap("VERSION:2.0", "VERSION:1.0")),
    ("5545 3.7.1", "its days are Gregorian", lambda c: value(c.head, "CALSCALE") in (None, "GREGORIAN"), swap("GREGORIAN", "JULIAN")),
    ("site.md 8", "it is no message: no METHOD", lambda c: not c.of(c.head, "METHOD"), after("VERSION:2.0", "\r\nMETHOD:PUBLISH")),
    ("7986 5.3", "its UID stands there once", lambda c: len(c.of(c.head, "UID")) == 1, swap("CALSCALE:GREGORIAN\r\n", "CALSCALE:GREGORIAN\r\nUID:x\r\n")),
    ("7986 5.1", "its NAME stands there", lambda c: len(c.of(c.head, "NAME")) >= 1, swap("NAME:A\r\n", "")),
    ("7986 5.7", "REFRESH-INTERVAL says that it is a duration", lambda c: all(line.parameters.get("VALUE") == "DURATION" for line in c.of(c.head, "REFRESH-INTERVAL")), swap("REFRESH-INTERVAL;VALUE=DURATION", "REFRESH-INTERVAL")),
    ("7986 5.7", "REFRESH-INTERVAL is above none", lambda c: all(re.fullmatch(r"P(?=.*[1-9])(\d+W|(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?)", line.value) for line in c.of(c.head, "REFRESH-INTERVAL")), swap("PT12H", "PT0S")),
    ("7986 5.8", "SOURCE says that it is an address", lambda c: all(line.parameters.get("VALUE") == "URI" for line in c.of(c.head, "SOURCE")), swap("SOURCE;VALUE=URI", "SOURCE")),
    ("5545 3.8.4.7", "an event has a UID", lambda c: all(len(c.of(e, "UID")) == 1 for e in c.events), lambda text: re.sub(r"(BEGIN:VEVENT\r\n)UID:[^\r]*\r\n", r"\1", text, count=1)),
    ("5545 3.8.4.7", "no two events have the same UID", lambda c: len({value(e, "UID") for e in c.events}) == len(c.events), swap(str(uuid.uuid5(NAMESPACE, "b")), str(uuid.uuid5(NAMESPACE, "a")))),
    ("7986 5.3", "a UID is a UUID, here of version 5", lambda c: all(re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", value(e, "UID") or "") for e in c.events), swap(str(uuid.uuid5(NAMESPACE, "b")), "b@machine.example")),
    ("5545 3.8.7.2", "DTSTAMP stands there and is in UTC", lambda c: all(is_utc(value(e, "DTSTAMP") or "") for e in c.events), swap("DTSTAMP:20180101T000000Z", "DTSTAMP:20180101T000000")),
    ("5545 3.8.2.4", "DTSTART stands there", lambda c: all(len(c.of(e, "DTSTART")) == 1 for e in c.events), swap("DTSTART:20180501T100000Z\r\n", "")),
    ("5545 3.3.4", "a day says that it is one", lambda c: all(not is_day(line.value) or line.parameters.get("VALUE") == "DATE" for e in c.events for n in ("DTSTART", "DTEND") for line in c.of(e, n)), swap("DTSTART;VALUE=DATE", "DTSTART")),
    ("5545 3.3.4", "a date exists", lambda c: all(dated(line) or not re.match(r"\d{8}", line.value) for e in c.events for n in ("DTSTART", "DTEND") for line in c.of(e, n)), swap("DATE:20180501", "DATE:20180231")),
    ("5545 3.3.5", "an instant is in UTC", lambda c: all(dated(line) for e in c.events for n in ("DTSTART", "DTEND") for line in c.of(e, n)), swap("DTSTART:20180501T100000Z", "DTSTART:20180501T100000")),
    ("5545 3.2.19", "no TZID without its VTIMEZONE", lambda c: "VTIMEZONE" in c.components or not any("TZID" in line.parameters for e in c.events for line in e), swap("DTSTART:20180501T100000Z", "DTSTART;TZID=Asia/Shanghai:20180501T100000")),
    ("5545 3.8.2.2", "DTEND is of DTSTART's type", lambda c: all(e_end.parameters.get("VALUE") == c.of(e, "DTSTART")[0].parameters.get("VALUE") for e in c.events for e_end in c.of(e, "DTEND") if c.of(e, "DTSTART")), swap("DTEND;VALUE=DATE:20180502", "DTEND:20180502T000000Z")),
    ("5545 3.8.2.2", "DTEND comes after DTSTART", lambda c: all((value(e, "DTEND") or "9") > (value(e, "DTSTART") or "") for e in c.events), swap("DATE:20180502", "DATE:20180501")),
    ("5545 3.6.1", "DTEND and DURATION exclude each other", lambda c: all(not (c.of(e, "DTEND") and c.of(e, "DURATION")) for e in c.events), after("DTEND;VALUE=DATE:20180502", "\r\nDURATION:P1D")),
    ("5545 3.6.1", "what may stand there once stands there once", lambda c: all(len(c.of(e, name)) <= 1 for e in c.events for name in AT_MOST_ONCE), after("SUMMARY:One\\, two", "\r\nSUMMARY:Two")),
    ("5545 3.3.11", "a comma in a text is escaped", lambda c: all(not re.search(r"(?<!\\)(\\\\)*,", line.value) for line in texts(c) if line.name != "CATEGORIES"), swap("One\\, two", "One, two")),
    ("5545 3.3.11", "a semicolon in a text is escaped", lambda c: all(not re.search(r"(?<!\\)(\\\\)*;", line.value) for line in texts(c)), swap("One\\, two", "One; two")),
    ("5545 3.3.11", "a backslash in a text means what it may", lambda c: all(not re.search(r"\\[^\\;,nN]|\\$", re.sub(r"\\\\", "", line.value)) for line in texts(c)), swap("One\\, two", "One\\ two")),
    ("5545 3.8.7.4", "SEQUENCE is a whole number", lambda c: all(re.fullmatch(r"\d+", value(e, "SEQUENCE") or "0") for e in c.events), swap("SEQUENCE:3", "SEQUENCE:-3")),
    ("5545 3.8.1.11", "STATUS is one of an event's", lambda c: all(value(e, "STATUS") in (None, "TENTATIVE", "CONFIRMED", "CANCELLED") for e in c.events), swap("STATUS:CONFIRMED", "STATUS:COMPLETED")),
    ("5545 3.8.2.7", "TRANSP is one of two words", lambda c: all(value(e, "TRANSP") in (None, "OPAQUE", "TRANSPARENT") for e in c.events), swap("TRANSP:TRANSPARENT", "TRANSP:FREE")),
    ("site.md 8", "nobody is busy by it", lambda c: all(value(e, "TRANSP") == "TRANSPARENT" for e in c.events), swap("TRANSP:TRANSPARENT", "TRANSP:OPAQUE")),
    ("site.md 8", "what is cancelled says so in its title", lambda c: all(value(e, "STATUS") != "CANCELLED" or re.match("Cancelled: |No longer awaited: ", value(e, "SUMMARY") or "") for e in c.events), swap("SUMMARY:Cancelled: Two", "SUMMARY:Two")),
    ("5545 3.8.7.1", "CREATED and LAST-MODIFIED are in UTC", lambda c: all(is_utc(line.value) for e in c.events for n in ("CREATED", "LAST-MODIFIED") for line in c.of(e, n)), swap("CREATED:20180101T000000Z", "CREATED:20180101")),
    ("5545 3.8.7.3", "nothing is changed before it came", lambda c: all((value(e, "CREATED") or "") <= (value(e, "LAST-MODIFIED") or "9") for e in c.events), swap("LAST-MODIFIED:20180101", "LAST-MODIFIED:20170101")),
    ("5545 3.3.13", "an address is one", lambda c: all(re.fullmatch(r"https?://[!#$&-;=?-Z_a-z~%\[\]]+", line.value) for part in [c.head, *c.events] for n in ("URL", "SOURCE") for line in c.of(part, n)), swap("m/a.html", "m/a b.html")),
    ("5545 3.6.1", "an event says what it is", lambda c: all(value(e, "SUMMARY") for e in c.events), swap("SUMMARY:One\\, two\r\n", "")),
]



def is_utf8(data):
    try:
        data.decode()
        return True
    except UnicodeDecodeError:
        return False


def texts(calendar):
    return [line for part in [calendar.head, *calendar.events] for line in part if line.name in TEXTS]


def broken(data):
    calendar = Calendar(data)
    return [f"{where}: {rule}" for where, rule, keeps, _ in RULES if not keeps(calendar)]


def judge_the_judge():
    good = GOOD.encode()
    claim("the sample that is right breaks no rule", not broken(good), broken(good))
    for where, rule, _, breaks in RULES:
        faulty = breaks(GOOD).encode(errors="surrogateescape")
        claim(f"a sample that breaks '{rule}' is one", faulty != good)
        claim(f"{where}, {rule}: its faulty sample is caught", f"{where}: {rule}" in broken(faulty), broken(faulty))


class Readers:
    """Those that are not ours; what is missing is said."""

    def __init__(self):
        self.readers, self.missing = {}, []
        for name, make in (("python3-icalendar", self.icalendar), ("python3-vobject", self.vobject), ("libical3", self.libical), ("ical.js", self.ical_js)):
            try:
                self.readers[name] = make()
            except (ImportError, OSError) as error:
                self.missing.append(f"{name} ({error})")

    @staticmethod
    def icalendar():
        import icalendar

        def read(data):
            calendar = icalendar.Calendar.from_ical(data)
            errors = [str(error) for part in calendar.walk() for error in part.errors]
            return errors, {str(e["UID"]): str(e["SUMMARY"]) for e in calendar.walk("VEVENT")}
        return read

    @staticmethod
    def vobject():
        import vobject

        def read(data):
            calendars = list(vobject.readComponents(data.decode()))
            calendars[0].validate(raiseException=True)
            return [] if len(calendars) == 1 else ["more than one calendar"], {e.uid.value: e.summary.value for e in calendars[0].contents.get("vevent", [])}
        return read

    @staticmethod
    def libical():
        library = ctypes.CDLL("libical.so.3")
        pointer = ctypes.c_void_p
        for name, result, arguments in (("icalparser_parse_string", pointer, [ctypes.c_char_p]), ("icalcomponent_count_errors", ctypes.c_int, [pointer]),
                                        ("icalrestriction_check", ctypes.c_int, [pointer]), ("icalcomponent_free", None, [pointer]),
                                        ("icalcomponent_get_first_component", pointer, [pointer, ctypes.c_int]), ("icalcomponent_get_next_component", pointer, [pointer, ctypes.c_int]),
                                        ("icalcomponent_get_uid", ctypes.c_char_p, [pointer]), ("icalcomponent_get_summary", ctypes.c_char_p, [pointer]),
                                        ("icalcomponent_as_ical_string", ctypes.c_char_p, [pointer])):
            function = getattr(library, name)
            function.restype, function.argtypes = result, arguments
        event = 4  # ICAL_VEVENT_COMPONENT

        def read(data):
            calendar = library.icalparser_parse_string(data)
            if not calendar:
                return ["libical reads nothing"], {}
            library.icalrestriction_check(calendar)
            errors = library.icalcomponent_count_errors(calendar)
            said = re.findall(rb"X-LIC-ERROR[^\r]*(?:\r\n [^\r]*)*", library.icalcomponent_as_ical_string(calendar)) if errors else []
            found, one = {}, library.icalcomponent_get_first_component(calendar, event)
            while one:
                found[library.icalcomponent_get_uid(one).decode()] = (library.icalcomponent_get_summary(one) or b"").decode()
                one = library.icalcomponent_get_next_component(calendar, event)
            library.icalcomponent_free(calendar)
            return said, found
        return read

    @staticmethod
    def ical_js():
        if not is_there("ical.js"):
            raise ImportError("npm's package is not there")
        return lambda data: ([], judged("ical", data=data))

    def judge(self, what, data):
        """Each reads it without a remark, and all read the same events."""
        read = {}
        for name, reader in self.readers.items():
            try:
                errors, events = reader(data)
            except Exception as error:  # whatever a library objects with
                errors, events = [f"{type(error).__name__}: {error}"], {}
            claim(f"{what}: {name} has no remark", not errors, errors[:3])
            read[name] = events
        # vobject takes an escaped backslash and an n for a line break.
        read = {name: {uid: re.sub(r"[\\\n n]", "", summary) for uid, summary in events.items()} for name, events in read.items()}
        first = next(iter(read.values()), {})
        claim(f"{what}: all read the same events", all(events == first for events in read.values()),
              {name: dict(list(set(events.items()) ^ set(first.items()))[:4]) for name, events in read.items()})


def unescaped(text):
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], text)


def export(folder, words=""):
    code, data, said = answer(folder, "export ics " + words)
    claim(f"export ics {words} ends well", code == 0, said)
    return data


def events_of(data):
    return {value(e, "UID"): {line.name: unescaped(line.value) for line in e} for e in Calendar(data).events}


def write(folder, files, message="x", when="2024-01-10T12:00:00Z"):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True) if text is None else path.write_text(text)
    git(folder, "add", "-A", when=when)
    git(folder, "commit", "-q", "-m", message, when=when)


def milestone(title, *lines):
    return "\n".join([f'title = "{title}"', 'type = "review"', *lines, ""])


def uid(programme, kind, first, what="date"):
    return str(uuid.uuid5(NAMESPACE, "\n".join([programme, kind, first, what])))


def of_the_example(readers, scratch):
    folder = scratch / "example"
    code, _, said = answer(scratch, f"init {folder} --example")
    claim("the example is made", code == 0, said)
    for words in ("", "--satellite sss-2b", "--organisation apsco", "--kind meeting", "--as-of 2018-05-01", "--as-of 2000-01-01", "--satellite none"):
        data = export(folder, words)
        claim(f"the example {words} breaks no rule", not broken(data), broken(data))
        readers.judge(f"the example {words}", data)
    return folder


def never_falls(folder):
    """SEQUENCE is counted from history: at each commit it is what it was before, or more."""
    seen = {}
    for commit in git(folder, "log", "--format=%H", "--reverse", "--first-parent").split():
        for name, event in events_of(export(folder, f"--rev {commit}")).items():
            before = seen.get(name)
            now = int(event["SEQUENCE"])
            claim(f"SEQUENCE of {event['SUMMARY']} never falls", before is None or now >= int(before["SEQUENCE"]), (before, event))
            shows = ("SUMMARY", "DTSTART", "DTEND", "STATUS", "LOCATION")
            if before and any(before.get(field) != event.get(field) for field in shows):
                claim(f"{event['SUMMARY']} shows something else, and its SEQUENCE says so", now > int(before["SEQUENCE"]), (before, event))
                claim("and DTSTAMP is later", event["DTSTAMP"] >= before["DTSTAMP"], (before, event))
            seen[name] = event


HOSTILE = "a,b;c\\d\\nE\\\\ \u202e\u2066x\x1b[31m\x85\u2028BEGIN:VEVENT\r\nEND:VCALENDAR\r\n\"q\" ::error:: " + "長い名前" * 40 + "👩‍👩‍👧" * 20 + " evil@example.org mailto:e%40example.org"


def of_hostile_text(readers, scratch):
    folder = scratch / "hostile"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    text = '"' + "".join(c if c not in '"\\' and ord(c) > 31 and ord(c) not in (0x7f,) else f"\\u{ord(c):04x}" for c in HOSTILE) + '"'
    write(folder, {
        "sss.toml": f'[programme]\nname = {text}\ndescription = {text}\n[site]\nurl = "https://a.example/p/"\n',
        "data/milestones/a.toml": f'title = {text}\ntype = "review"\nplanned = "2024-Q2"\nsatellite = "s"\nowner = "o"\ncancelled = {{ date = 2024-01-02, reason = {text} }}\n',
        "data/milestones/b.toml": f'title = {text}\ntype = "review"\nplanned = 2024-05-01\n',
        "data/meetings/m.toml": f'title = {text}\ntype = "pmb"\nstart = 2024-04-01\nend = 2024-04-03\ncity = {text}\n[[action]]\nid = "a1"\ntext = {text}\nowner = "o"\ndue = 2024-05-01\n',
        "data/satellites/s.toml": f'name = {text}\nclass = "nano"\n', "data/organisations/o.toml": f'name = {text}\ntype = "university"\n'})
    write(folder, {"data/milestones/b.toml": f'title = {text}\ntype = "review"\nplanned = 2024-06-01\n'}, "moved\n\nReason: " + HOSTILE.replace("\r\n", " "), "2024-03-01T12:00:00Z")
    data = export(folder)
    claim("hostile text breaks no rule", not broken(data), broken(data))
    claim("hostile text makes no event", len(events_of(data)) == 4, events_of(data).keys())
    claim("no e-mail address is published", b"example.org" not in data, data)
    claim("nothing reorders what is read", not re.search("[\u202a-\u202e\u2066-\u2069\x1b\x85\u2028]", data.decode()))
    readers.judge("hostile text", data)


def of_two_exports(readers, scratch):
    folder = scratch / "two"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    write(folder, {"sss.toml": '[programme]\nid = "p"\nname = "P"\n', **{f"data/milestones/{name}.toml": milestone(name.upper(), "planned = 2024-06-01") for name in
                   ("renamed", "cancelled", "moved", "removed", "untouched", "reached", "vague", "retitled", "undated")},
                   "data/milestones/renamed.toml": milestone("RENAMED", "planned = 2024-06-02", 'notes = "one of its kind, so that its rename is one"'),
                   "data/meetings/m.toml": 'title = "Board"\ntype = "pmb"\nstart = 2024-05-01\n[[action]]\nid = "a1"\ntext = "Send it"\ndue = 2024-05-31\n'})
    first = export(folder)
    moved = "2024-03-01T12:00:00Z"
    old = (folder / "data/milestones/renamed.toml").read_text()
    write(folder, {"data/milestones/renamed.toml": None, "data/milestones/called-otherwise.toml": old, "data/milestones/removed.toml": None,
                   "data/milestones/cancelled.toml": milestone("CANCELLED", "planned = 2024-06-01", 'cancelled = { date = 2024-02-28, reason = "no money" }'),
                   "data/milestones/moved.toml": milestone("MOVED", "planned = 2024-07-16"), "data/milestones/undated.toml": milestone("UNDATED"),
                   "data/milestones/reached.toml": milestone("REACHED", "planned = 2024-06-01", "actual = 2024-02-27", 'outcome = "passed"'),
                   "data/milestones/vague.toml": milestone("VAGUE", 'planned = "2024-Q3"'), "data/milestones/retitled.toml": milestone("Another title", "planned = 2024-06-01"),
                   "data/meetings/m.toml": 'title = "Board"\ntype = "pmb"\nstart = 2024-05-02\nend = 2024-05-03\ncity = "Ankara"\n[[action]]\nid = "a1"\ntext = "Send it"\ndue = 2024-05-31\nclosed = 2024-02-20\n'},
          "all at once\n\nReason: weather", moved)
    second = export(folder)
    for what, data in (("the first export", first), ("the second export", second)):
        claim(f"{what} breaks no rule", not broken(data), broken(data))
        readers.judge(what, data)
    before, now = events_of(first), events_of(second)
    u = {name: uid("p", "milestone", name) for name in ("renamed", "cancelled", "moved", "removed", "untouched", "reached", "vague", "retitled", "undated")}
    u |= {"board": uid("p", "meeting", "m"), "action": uid("p", "meeting", "m", "due a1")}
    claim("UIDs are those that docs/commands/export.md tells how to make", set(before) == set(u.values()), set(before) ^ set(u.values()))
    claim("what nobody touched is the same to the byte", before[u["untouched"]] == now[u["untouched"]])
    claim("a renamed milestone is the same event, unchanged", before[u["renamed"]] == now[u["renamed"]], (before[u["renamed"]], now.get(u["renamed"])))
    claim("a removed one is gone", u["removed"] not in now)
    claim("and so is one without a date", u["undated"] not in now)
    one = now[u["cancelled"]]
    claim("a cancelled one stays, says so and why", (one["STATUS"], one["SUMMARY"], one["SEQUENCE"]) == ("CANCELLED", "Cancelled: CANCELLED", "1")
          and "no money" in one["DESCRIPTION"], one)
    one = now[u["moved"]]
    claim("a moved one moves", (one["DTSTART"], one["DTEND"], one["SEQUENCE"], one["DTSTAMP"]) == ("20240716", "20240717", "1", "20240301T120000Z"), one)
    claim("and tells its past", "First planned for 1 June 2024, moved once since. Last moved on 1 March 2024 by a, 1 June → 16 July 2024 (+45 days): “weather”." in one["DESCRIPTION"], one)
    one = now[u["reached"]]
    claim("a reached one stands on its day", (one["DTSTART"], one["SUMMARY"], one["STATUS"]) == ("20240227", "Reached: REACHED", "CONFIRMED"), one)
    one = now[u["vague"]]
    claim("a vague one stands on its last day and says so", (one["DTSTART"], one["DTEND"], one["SUMMARY"]) == ("20240930", "20241001", "VAGUE, by the end of Q3 2024"), one)
    claim("a new title is a change", (now[u["retitled"]]["SUMMARY"], now[u["retitled"]]["SEQUENCE"]) == ("Another title", "1"), now[u["retitled"]])
    one = now[u["board"]]
    claim("a meeting has its days and its place", (one["DTSTART"], one["DTEND"], one["LOCATION"]) == ("20240502", "20240504", "Ankara"), one)
    claim("a closed action says so", now[u["action"]]["SUMMARY"] == "Done: Send it", now[u["action"]])
    # The last day on which a cancelled one stands: a year after the later of its date and its cancellation.
    for day, there in (("2025-06-01", True), ("2025-06-02", False)):
        claim(f"on {day} the cancelled one is {'there' if there else 'gone'}", (u["cancelled"] in events_of(export(folder, f"--as-of {day}"))) == there)
    claim("no clock is in it", export(folder, "--as-of 2024-03-02") == second.replace(b"x", b"x") and export(folder, "--as-of 2024-12-31") == second)
    # What comes back goes on counting; what was there before has another UID than what came after under its name.
    write(folder, {"data/milestones/removed.toml": milestone("REMOVED", "planned = 2024-09-01"), "data/milestones/renamed.toml": milestone("Another one altogether", "planned = 2025-01-01")},
          "back", "2024-04-01T12:00:00Z")
    third = events_of(export(folder))
    claim("what was put back is the same event, and counts on", third[u["removed"]]["SEQUENCE"] == "1", third[u["removed"]])
    claim("a new record under a former id is another event", uid("p", "milestone", "renamed (2)") in third and third[u["renamed"]] == now[u["renamed"]], third)
    never_falls(folder)
    # Neither an address nor the machine changes which event is which.
    write(folder, {"sss.toml": '[programme]\nid = "p"\nname = "P"\n[site]\nurl = "https://a.example/x"\n'}, "site", "2024-04-02T12:00:00Z")
    fourth = events_of(export(folder))
    claim("an address adds links and nothing else", {k: {f: v for f, v in e.items() if f != "URL"} for k, e in fourth.items()} == third)
    claim("links lead to the records' pages", fourth[u["renamed"]]["URL"] == "https://a.example/x/milestones/called-otherwise.html", fourth[u["renamed"]])


def of_discretion(scratch):
    folder = scratch / "discreet"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    write(folder, {"sss.toml": '[site]\nleave_out = ["organisation", "meeting.action.text"]\npeople = "none"\n',
                   "data/organisations/secret-org.toml": 'name = "Secret organisation"\ntype = "company"\n',
                   "data/milestones/a.toml": milestone("A", "planned = 2024-06-01", 'owner = "secret-org"'),
                   "data/meetings/m.toml": 'title = "Board"\ntype = "pmb"\nstart = 2024-05-01\n[[action]]\nid = "a1"\ntext = "Secret task"\nowner = "secret-org"\ndue = 2024-05-31\n'})
    data = export(folder).decode()
    claim("what is left out is in no byte", not re.search("secret|by a\\b", data, re.I), data)
    claim("and it is said that something is", "What is not for the public is left out." in data.replace("\r\n ", ""))
    code, _, said = answer(folder, "export ics --kind organisation")
    claim("a kind that is left out cannot be asked for", code == 2 and "not for the public" in said, said)
    write(folder, {"sss.toml": '[site]\nleave_out = ["milestone.nots"]\n'})
    code, _, said = answer(folder, "export ics")
    claim("a slip of the pen publishes nothing", code != 0 and "milestone.notes" in said, said)


judge_the_judge()
readers = Readers()
with tempfile.TemporaryDirectory() as scratch:
    scratch = pathlib.Path(scratch)
    never_falls(of_the_example(readers, scratch))
    of_hostile_text(readers, scratch)
    of_two_exports(readers, scratch)
    of_discretion(scratch)
for name in readers.missing:
    print(f"skipped: not read by {name}")
print("\n".join(failures) or f"{len(RULES)} rules, each with a sample that breaks it; read by {', '.join(readers.readers) or 'nobody else'}")
sys.exit(1 if failures else 77 if readers.missing and not readers.readers else 0)
